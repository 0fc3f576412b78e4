import type { Person } from '../../core/person/person.js';
import type { Problem } from '../../core/problem.js';
import type { Head, KeptHead } from '../../core/scorecard/chain/walk-chains.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { renderProblems } from '../messages/problems.js';
import type { Style } from '../text/style.js';
import { count } from '../text/text.js';

/** What `verify` came to. */
export interface Verified {
  /** Scorecards that were checked. */
  readonly verified: number;
  /** Decisions that were checked. */
  readonly decisions: number;
  /** Reports that were checked by themselves. */
  readonly reports: number;
  /** Files that are neither valid scorecards nor valid decisions. */
  readonly invalid: number;
  /** Scorecards and decisions that may not be seen yet. */
  readonly hidden: number;
  /** Scorecards of version 1 in stores: they are in no chain. */
  readonly version1: number;
  readonly problems: readonly Problem[];
  readonly mismatches: number;
  readonly notes: number;
  /** What could not be checked, as `journal (why)`, and how often. */
  readonly unchecked: readonly { readonly what: string; readonly count: number }[];
  readonly signatures: readonly { readonly file: string; readonly signer: string; readonly key: string }[];
  /** The stores that were verified as a whole. */
  readonly stores: readonly { readonly store: string; readonly heads: readonly Head[] }[];
  /** The heads that somebody kept. */
  readonly kept: readonly KeptHead[];
}

/** A line for each problem and each good signature, and the heads of the chains, to be kept elsewhere. */
export function renderVerifiedText({ problems, signatures, stores }: Verified, style: Style): TerminalText {
  return [
    renderProblems(problems, style),
    ...signatures.map(({ file, signer, key }) => say`${clean(file)} good, by ${clean(signer)} (${clean(key)})\n`),
    ...stores.flatMap(({ heads }) => heads.map((head) => say`${clean(head.digest)} ${headWords(head)}\n`)),
  ].join('');
}

/** Whose it is, how many are behind it, since when. */
function headWords({ interviewer, sealed, erased, since }: Head): TerminalText {
  const whose = interviewer ? personWords(interviewer) : 'whose scorecard was erased';
  const gone = erased === 0 ? say`` : say` (${erased} erased)`;
  return say`${whose}, ${sealed}${gone}${since === undefined ? say`` : say` since ${clean(dayOf(since))}`}`;
}

function personWords({ name, id }: Person): TerminalText {
  return clean(id ? `${name} <${id}>` : name);
}

export function renderRemarks(remarks: readonly string[]): TerminalText {
  return remarks.map((line) => say`${clean(line)}\n`).join('');
}

/**
 * How many were verified, what was found, what was not checked and why; before it, a line for each head that was kept.
 */
export function renderVerified(outcome: Verified): TerminalText {
  const { verified, decisions, reports, mismatches, notes, invalid, hidden, version1, unchecked, kept } = outcome;
  const things = [
    ...(verified > 0 || decisions + reports === 0 ? [count(verified, 'scorecard')] : []),
    ...(decisions > 0 ? [count(decisions, 'decision')] : []),
    ...(reports > 0 ? [count(reports, 'report')] : []),
  ];
  const found = mismatches === 0 ? 'all agree' : count(mismatches, 'mismatch', 'mismatches');
  const isNothing = verified + decisions + reports === 0 && mismatches === 0;
  const parts = [
    // Of none, nothing can be said to agree.
    say`${listed(things)} verified${isNothing ? say`` : say`: ${found}`}`,
    ...(notes > 0 ? [count(notes, 'note')] : []),
    ...(invalid > 0 ? [say`${count(invalid, 'file')} not valid`] : []),
    ...(hidden > 0 ? [say`${hidden} hidden`] : []),
    ...(version1 > 0 ? [say`${version1} of version 1, in no chain`] : []),
    ...unchecked.map(({ what, count: number }) => say`not checked: ${number} × ${clean(what)}`),
  ];
  return say`${kept.map(keptLine).join('')}${parts.join('; ')}\n`;
}

/** `a`, `a and b`, `a, b and c`. */
function listed(things: readonly TerminalText[]): TerminalText {
  const last = things.at(-1) ?? say``;
  return things.length < 2 ? last : say`${things.slice(0, -1).join(', ')} and ${last}`;
}

/** What is missing is a problem already. */
function keptLine(head: KeptHead): TerminalText {
  return head.missing.length > 0 ? say`` : say`all is there up to ${clean(head.digest)}: ${headWords(head)}\n`;
}
