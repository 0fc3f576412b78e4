import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { verdictDiffers } from '../../core/scoring/verdict.js';
import { asPhrase } from '../../core/text/wording.js';
import { type Block, list, paragraph } from '../document/document.js';
import { inWords } from '../text/words.js';

/** The red flags, as what they are: what one person noted, and no finding. */
export function flagBlocks({ redFlags }: Scorecard): readonly Block[] {
  if (redFlags.length === 0) return [];
  const about =
    'Apart from the ratings, the form lists things to look out for. The interviewer recorded what follows. It is what one person noted in the interview, and not a finding about you. If you see it otherwise, you can say so: "If something is wrong" below tells how.';
  return [
    paragraph(about),
    ...list(
      redFlags.map(({ flag, severity, evidence = [] }) => {
        const seen = evidence.map(({ text }) => `"${text}"`).join('; ');
        return `"${asPhrase(flag)}" (a "${severity}"). ${seen === '' ? 'Nothing was written down about it.' : `Written down: ${seen}`}`;
      }),
    ),
  ];
}

/** The interviewer's verdict, what it was before the recommendation was shown, and remarks on the whole. */
export function conclusionBlocks(card: Scorecard): readonly Block[] {
  const { verdict, notes = [], result } = card;
  return [
    paragraph(verdict ? verdictText(verdict, result) : 'The interviewer gave none.'),
    ...list(changesOf(card), 'Changed after the interviewer had seen what the form recommends:'),
    ...list(
      notes.map(({ text }) => text),
      'Remarks on the interview as a whole, which change nothing in the score:',
    ),
  ];
}

function verdictText(verdict: NonNullable<Scorecard['verdict']>, { recommendation }: Scorecard['result']): string {
  return [
    `Asked for a conclusion of their own, the interviewer said "${inWords(verdict.is)}".`,
    ...(verdict.reason === undefined ? [] : [`The reason that was given: "${verdict.reason}".`]),
    ...(verdictDiffers(verdict.is, recommendation) ? ['It differs from what the form recommends.'] : []),
    ...(verdict.first === undefined
      ? []
      : [`Before the interviewer saw what the form recommends, it was "${inWords(verdict.first)}".`]),
  ].join(' ');
}

function changesOf({ changedAfterReveal = [], dimensions, redFlags }: Scorecard): readonly string[] {
  return changedAfterReveal.map(({ dimension, flag, from, to }) => {
    if (dimension !== undefined) {
      const name = dimensions.find(({ id }) => id === dimension)?.name ?? dimension;
      return `${name}: from ${inWords(String(from))} to ${inWords(String(to))}`;
    }
    const known = redFlags.find(({ id }) => id === flag)?.flag;
    return `Warning sign ${known === undefined ? `"${flag}"` : `"${asPhrase(known)}"`}: ${to === 'withdrawn' ? 'withdrawn' : 'recorded'}`;
  });
}
