import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { hiddenFrom, recordUnblinding, storesAround } from '../../io/blindness.js';
import type { Host } from '../../io/host.js';
import { clean, count } from '../../render/text.js';

export interface BlindOptions {
  readonly unblind?: boolean;
  readonly store?: string;
}

interface Seen<Card> {
  readonly cards: readonly Card[];
  /** 1 where something was left out. */
  readonly exitCode: ExitCode;
}

/**
 * The scorecards that may be shown: the rest is named on stderr. With `--unblind` all of them, and the drafts say so.
 *
 * @throws ScorecardError when none may be shown
 */
export function withoutHidden<Card extends Parameters<typeof hiddenFrom>[1][number]>(
  cards: readonly Card[],
  { paths, options: { unblind, store }, host }: { paths: readonly string[]; options: BlindOptions; host: Host },
): Seen<Card> {
  const { visible, hidden, drafts } = hiddenFrom(storesAround(host, paths, store), cards);
  if (hidden.length === 0) return { cards, exitCode: EXIT.ok };
  if (unblind) {
    recordUnblinding(drafts, host);
    host.stderr.write(`${count(drafts.length, 'draft')} of yours will say that other ratings were looked at.\n`);
    return { cards, exitCode: EXIT.ok };
  }
  const who = [...new Set(hidden.map(({ candidate }) => clean(candidate)))].join(', ');
  const message = `${count(hidden.length, 'scorecard')} of other interviewers hidden: your own draft for ${who} is open`;
  const hint = 'submit yours first, or pass --unblind: your scorecard will say so';
  if (visible.length === 0) throw new ScorecardError(message, { hint, exitCode: EXIT.no });
  host.stderr.write(`${message}\n${hint}\n`);
  return { cards: visible, exitCode: EXIT.no };
}
