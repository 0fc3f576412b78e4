import type { Aligned } from '../../../core/panel/joining/align-cards.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { editionInWords } from '../../../render/panel/panel-words.js';

/** How many scorecards are older than was asked for. */
export function olderRemark(number: number, since: string | undefined): readonly TerminalText[] {
  return number > 0 ? [say`${number} before ${clean(since ?? '')} or without a date not counted`] : [];
}

/** Which editions were scored again, and which could not be. */
export function mergedRemarks({ merged, unlike }: Aligned): readonly TerminalText[] {
  return [
    ...merged.map(({ edition, others }) => {
      const names = others.map((other) => editionInWords(other)).join(', ');
      return say`${names} scored again with the dimensions, weights and rules of ${editionInWords(edition)}`;
    }),
    ...unlike.map((role) => say`the versions of ${clean(role)} have different scales and stay apart`),
  ];
}
