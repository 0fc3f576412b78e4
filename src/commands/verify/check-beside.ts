import { basename } from 'node:path';
import { journalProblems } from '../../core/interview/verify-journal.js';
import { createNote, createProblem, type Problem } from '../../core/problem.js';
import { sealProblem } from '../../core/scorecard/check-seal.js';
import { exists, readBytes } from '../../io/system/files.js';
import { checkMarkdown } from '../../render/scorecard/check-markdown.js';
import { fitsOwnDigest } from '../../render/scorecard/own-digest.js';
import type { Neighbours } from './neighbours.js';
import type { NamedFile, ReadFile } from './targets.js';

/** What a check found, and what it could not look at. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly unchecked: readonly string[];
}

/** What stands beside a scorecard must agree with it: its file's name, its report, the journal of its interview. */
export function checkBeside(file: ReadFile, neighbours: Neighbours): Findings {
  const findings = [checkName(file), checkReport(file), checkJournal(file, neighbours)];
  return {
    problems: findings.flatMap(({ problems }) => problems),
    unchecked: findings.flatMap(({ unchecked }) => unchecked),
  };
}

const FINE: Findings = { problems: [], unchecked: [] };

function wrong(...problems: readonly Problem[]): Findings {
  return { problems, unchecked: [] };
}

function unseen(what: string): Findings {
  return { problems: [], unchecked: [what] };
}

function checkName({ card: { id }, path }: ReadFile): Findings {
  const name = basename(path).replace(/\.json$/i, '');
  // Some file systems take accented letters apart.
  if (name.normalize() === id.normalize()) return FINE;
  return wrong(createProblem('file-name', { id }, ['id']));
}

function checkReport({ stored, card, path, shown }: ReadFile): Findings {
  const [file, name] = [path, shown].map((scorecard) => scorecard.replace(/\.json$/i, '.md')) as [string, string];
  const isAltered = sealProblem(stored) !== undefined;
  if (isAltered || file === path || !exists(file)) return FINE;
  switch (checkMarkdown(card, new TextDecoder().decode(readBytes(file, name)))) {
    case 'same':
      return FINE;
    case 'edited':
      return wrong(createProblem('report', { file: name }, []));
    case 'unlike':
      return unseen('report (another version of scorecard worded it)');
  }
}

/** A report by itself can be held against its own last line alone. @throws ScorecardError when it can't be read */
export function checkLoneReport({ path, shown }: NamedFile): Findings {
  const missing = 'scorecard (none is beside the report)';
  const text = new TextDecoder().decode(readBytes(path, shown)).replaceAll('\r\n', '\n');
  switch (fitsOwnDigest(text)) {
    case true:
      return unseen(missing);
    case false:
      return { problems: [{ ...createProblem('own-digest', {}, []), file: shown }], unchecked: [missing] };
    case undefined:
      return { problems: [], unchecked: [missing, 'report (it does not end with its own SHA-256)'] };
  }
}

function checkJournal({ stored, card }: ReadFile, { histories, logged }: Neighbours): Findings {
  const history = histories.read(stored.id);
  switch (history.type) {
    case 'found':
      return wrong(...journalProblems(stored, history.events));
    case 'none':
      break;
    case 'unreadable':
      return unseen(`journal (${history.why})`);
  }
  if (stored.schemaVersion === 1) return unseen('journal (none is kept beside the scorecard)');
  if (stored.source !== undefined) return unseen('journal (it is from a table)');
  const { digest = '', submittedAt = '' } = stored;
  const hasOthers = histories.hasJournalsOf(card.interviewer);
  if (logged.get(digest)?.sealed) {
    // A clone that journals are kept out of has none at all.
    if (!hasOthers) return wrong(createNote('no-journal', { isPerhapsElsewhere: true }, []));
    return wrong(createProblem('no-journal', { isPerhapsElsewhere: false }, []));
  }
  if (hasOthers) return wrong(createNote('from-elsewhere', { lacks: 'journal' }, []));
  // Only a log that had been begun by then would tell of it.
  const isTold = [...logged.values()].some(({ sealed }) => sealed && Date.parse(sealed.at) <= Date.parse(submittedAt));
  if (isTold) return wrong(createNote('from-elsewhere', { lacks: 'log' }, []));
  return unseen('journal (none is kept beside the scorecard)');
}
