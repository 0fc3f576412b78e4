import type { Comparison } from '../../../core/panel/comparison.js';
import type { Panel } from '../../../core/panel/panel.js';
import { isRated } from '../../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { asPhrase } from '../../../core/text/wording.js';
import { hang } from '../../text/text.js';
import { inWords } from '../../text/words.js';
import { interviewerInWords } from '../panel-words.js';

/** What one interviewer gave a dimension, and what it rests on. */
export interface EvidenceEntry {
  readonly interviewer: TerminalText;
  readonly rating: TerminalText;
  readonly isRated: boolean;
  readonly evidence: readonly string[];
}

/** The interviewers of a panel who held the dimension at this position: what was not assessed is a line too. */
export function evidenceOf({ members }: Panel, position: number): readonly EvidenceEntry[] {
  return members.flatMap(({ shown, cards, ratings }) => {
    const evidence = cards.flatMap((card) => card.evidence[position] ?? []);
    const rating = ratings[position] ?? 'not-held';
    if (rating === 'not-held' && evidence.length === 0) return [];
    const reasons = isRated(rating) ? [] : cards.flatMap((card) => card.detail?.dimensions[position]?.reason ?? []);
    const why = reasons.map((reason) => say` (${clean(asPhrase(reason))})`).at(-1) ?? say``;
    return [
      {
        interviewer: interviewerInWords(shown),
        isRated: isRated(rating),
        rating: say`${inWords(String(rating))}${why}`,
        evidence,
      },
    ];
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

function entryLines({ interviewer, rating, evidence, isRated }: EvidenceEntry, width: number): readonly TerminalText[] {
  const said = evidence.length > 0 || !isRated ? evidence.map(clean) : [say`no evidence was noted`];
  return [
    ...hang(say`    `, say`${interviewer}: ${rating}`, width),
    ...said.flatMap((note) => hang(say`      - `, note, width)),
  ];
}
