import type { Fit } from '../../core/ats/import/fit-rubric.js';
import type { ImportSystem } from '../../core/ats/source.js';
import { EXPORT_NAMES } from '../../core/rubric/export-points.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { count } from '../text/text.js';
import { inWords } from '../text/words.js';

/** What came of an import. */
interface Imported {
  readonly system: ImportSystem;
  readonly read: readonly { readonly fit: Fit; readonly nameless: readonly string[] }[];
  readonly added: number;
  readonly amended: number;
  readonly known: number;
  readonly drafts: number;
  readonly deleted: number;
  readonly unfinished: readonly string[];
  readonly isDryRun: boolean;
}

/** What was understood, what was left out and how many there were, the counts last. */
export function importedInWords(imported: Imported): readonly TerminalText[] {
  const { system, read, unfinished } = imported;
  const name = EXPORT_NAMES[system];
  const words = new Map(read.flatMap(({ fit }) => [...fit.read]));
  const asNotes = unique(read.flatMap(({ fit }) => fit.asNotes));
  const leftOut = unique(read.flatMap(({ fit }) => fit.leftOut));
  const nameless = unique(read.flatMap((one) => one.nameless));
  const readAs = [...words].map(([word, rating]) => say`${clean(word)} as ${inWords(String(rating))}`);
  return [
    ...(readAs.length > 0 ? [say`Ratings of ${name} were read: ${readAs.join(', ')}`] : []),
    ...(asNotes.length > 0
      ? [
          say`Kept as notes: ${asNotes.map(clean).join(', ')}; for evidence of a dimension: --map ${shellWord(`${asNotes[0]}=DIMENSION evidence`)}`,
        ]
      : []),
    ...(leftOut.length > 0 ? [say`Left out by --map: ${leftOut.map(clean).join(', ')}`] : []),
    ...(nameless.length > 0
      ? [
          say`Called by their ids: ${nameless.map(clean).join(', ')}; --candidates and --interviewers take a CSV of ids and names`,
        ]
      : []),
    ...unfinished.map((file) => say`${clean(file)}: the answer says that there are more pages`),
    countsLine(imported),
  ];
}

function countsLine({ added, amended, known, drafts, deleted, isDryRun }: Imported): TerminalText {
  const parts = [
    say`${count(added, 'scorecard')} ${isDryRun ? 'would be taken over' : 'taken over'}`,
    ...(amended > 0 ? [say`${amended} amended`] : []),
    ...(known > 0 ? [say`${known} already there`] : []),
    ...(drafts > 0 ? [say`${count(drafts, 'draft')} left out: not submitted there`] : []),
    ...(deleted > 0 ? [say`${deleted} left out: deleted there`] : []),
  ];
  return parts.join(', ');
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
