import type { Comparison } from '../../../core/panel/comparison.js';
import type { Panel } from '../../../core/panel/panel.js';
import { isRated } from '../../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { hang } from '../../text/text.js';
import { inWords } from '../../text/words.js';
import { interviewerInWords } from '../panel-words.js';

/** What one interviewer gave a dimension, and what it rests on. */
export interface EvidenceEntry {
  readonly interviewer: TerminalText;
  readonly rating: TerminalText;
  readonly evidence: readonly string[];
}

/** The interviewers of a panel who said anything on the dimension at this position. */
export function evidenceOf({ members }: Panel, position: number): readonly EvidenceEntry[] {
  return members.flatMap(({ shown, cards, ratings }) => {
    const evidence = cards.flatMap((card) => card.evidence[position] ?? []);
    const rating = ratings[position] ?? 'not-assessed';
    if (!isRated(rating) && evidence.length === 0) return [];
    return [{ interviewer: interviewerInWords(shown), rating: inWords(String(rating)), evidence }];
  });
}

/** For each dimension, who gave each candidate what, and why. */
export function evidenceLines({ rows, candidates }: Comparison, width: number): readonly TerminalText[] {
  return rows.flatMap(({ dimension }, position) => {
    const found = candidates.flatMap(({ panel }) => {
      const entries = evidenceOf(panel, position);
      return entries.length === 0
        ? []
        : [say`  ${clean(panel.shown)}`, ...entries.flatMap((entry) => entryLines(entry, width))];
    });
    return found.length === 0 ? [] : [clean(dimension.name), ...found];
  });
}

function entryLines({ interviewer, rating, evidence }: EvidenceEntry, width: number): readonly TerminalText[] {
  const said = evidence.length > 0 ? evidence.map(clean) : [say`no evidence was noted`];
  return [
    ...hang(say`    `, say`${interviewer}: ${rating}`, width),
    ...said.flatMap((note) => hang(say`      - `, note, width)),
  ];
}
