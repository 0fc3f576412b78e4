import type { Authored, AuthoredDraft } from '../../../core/panel/blindness.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import type { PlanInStore } from '../../../io/store/blindness.js';
import type { Host } from '../../../io/system/host.js';
import { count } from '../../../render/text/text.js';

interface Hiders {
  readonly hiding: readonly AuthoredDraft[];
  readonly hidingPlans: readonly PlanInStore[];
}

/** That something is hidden, why, and what shows it: nothing that the hidden scorecards say. */
export function hiddenInWords(hidden: readonly Authored[], { hiding, hidingPlans }: Hiders, host: Host): TerminalText {
  const what = count(hidden.length, 'scorecard');
  const reasons = [
    ...hidingPlans.map((one) => planInWords(one, host)),
    ...(hiding.length > 0 && hidingPlans.length === 0 ? [say`your own draft for ${namesIn(hidden)} is open`] : []),
  ];
  const isForAll = hiding.length === 0 && hidingPlans.every(({ plan }) => plan?.visible !== 'after-own');
  const isBroken = hidingPlans.some(({ plan }) => plan === undefined);
  const remedy =
    isForAll || isBroken
      ? say`scorecard panel status says ${isBroken ? 'where the mistakes are' : 'who is missing'}; --unblind shows them, and is on record`
      : say`submit yours first, or pass --unblind: your scorecard will say so`;
  return say`${what} of other interviewers hidden: ${reasons.join('; ')}\n${remedy}`;
}

function planInWords({ location, plan, candidate }: PlanInStore, host: Host): TerminalText {
  const file = clean(shownPath(host, location));
  const name = clean(candidate.name);
  if (!plan) return say`${file} has mistakes, and hides those of ${name} until it is mended`;
  return plan.visible === 'after-all'
    ? say`by ${file} those of ${name} are shown once all are in`
    : say`by ${file} those of ${name} are shown once all of your own are in`;
}

function namesIn(cards: readonly Authored[]): TerminalText {
  return say`${[...new Set(cards.map(({ candidate }) => clean(candidate.name)))].join(', ')}`;
}
