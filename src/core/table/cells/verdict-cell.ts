import { VERDICTS, type VerdictWord } from '../../scoring/verdict.js';
import { nearest } from '../../text/wording.js';
import { ATS_WORDS } from '../ats-words.js';
import type { Vocabulary } from '../header.js';
import { badCell, type Cell } from './cell.js';
import { cellWords, isNotApplicable, isNothing, plainCell } from './cell-text.js';

/** Words that mean one verdict whoever says them, beside ours. Lower case, hyphens between words. */
const CERTAIN: Readonly<Record<string, VerdictWord>> = {
  ...Object.fromEntries(
    // A bare number is a verdict only where the header says whose.
    Object.entries(ATS_WORDS.lever.verdicts).filter(([word]) => !/^\d$/.test(word)),
  ),
  ...ATS_WORDS.greenhouse.verdicts,
  'definitely-no': 'strong-no',
  'do-not-hire': 'no',
  "don't-hire": 'no',
  undecided: 'no-decision',
};

/** What other words are likely to mean: told, never taken. "Pass" is missing: it means either. */
const LIKELY: Readonly<Record<VerdictWord, readonly string[]>> = {
  'strong-yes': ['definitely', 'definitely-yes', 'definitely-hire', 'strong-accept'],
  yes: [
    'advance',
    'proceed',
    'move-forward',
    'accept',
    'offer',
    'lean-yes',
    'lean-hire',
    'leaning-yes',
    'leaning-hire',
  ],
  no: ['reject', 'rejected', 'decline', 'do-not-advance', 'lean-no', 'lean-no-hire', 'leaning-no', 'leaning-no-hire'],
  'strong-no': ['strong-reject'],
  'no-decision': ['maybe', 'mixed', 'neutral', 'hold', 'on-hold', 'unsure', 'not-sure', '?', 'tbd', 'pending'],
};

/** The interviewer's own call in a cell; `undefined` for a cell that says nothing. */
export function parseVerdict(text: string, words: Vocabulary): Cell<VerdictWord | undefined> {
  const said = cellWords(plainCell(text)).replace(/[.!]+$/, '');
  if (isNothing(said) || isNotApplicable(said)) return { ok: true, value: undefined };
  const word = said.replace(/[\s\u2013\u2014-]+/g, '-').replace('\u2019', "'");
  const foreign = words === 'ours' ? {} : ATS_WORDS[words].verdicts;
  const value = VERDICTS.find((known) => known === word) ?? own(foreign, word) ?? own(CERTAIN, word);
  if (value) return { ok: true, value };
  const likely = VERDICTS.find((verdict) => LIKELY[verdict].includes(word));
  const about = { cell: text.trim(), word, known: VERDICTS };
  return badCell('unknown-verdict', about, { cell: text, meaning: likely ?? nearest(word, VERDICTS) ?? 'VERDICT' });
}

function own<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
