import type { Authored, Reader } from '../../../core/panel/blindness.js';
import { createLabels, type Label } from '../../../core/plan/labels.js';
import type { PlanSubject } from '../../../core/plan/parse-plan.js';
import type { Plan } from '../../../core/plan/plan.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../../errors.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import type { PlanInStore } from '../../../io/store/blindness.js';
import type { Host } from '../../../io/system/host.js';

export interface NamingQuery<Card> {
  readonly authorOf: (card: Card) => Authored;
  /**
   * The scorecard with a label in place of its interviewer's name, wherever it stands: until the decision, where the plan
   * says so. Absent: what may not be named is left out. `unneeded`: what it says is not shown.
   */
  readonly labelled?: ((card: Card, label: Label) => Card) | 'unneeded';
}

export interface NamedCards<Card> {
  readonly cards: readonly Card[];
  /** The plan that a scorecard is under. */
  planOf(card: Card): Plan | undefined;
  /** 1 where something was left out. */
  readonly exitCode: ExitCode;
}

interface Guarding extends Reader {
  readonly host: Host;
}

/** Puts labels in place of names until the decision, where a plan says so; what can't be labelled is left out. */
export function nameGuard<Card>(
  plans: readonly PlanInStore[],
  { who, me, host }: Guarding,
  { authorOf, labelled }: NamingQuery<Card>,
): (cards: readonly Card[], exitCode: ExitCode) => NamedCards<Card> {
  const { candidates, interviewers } = who;
  const isAbout = (one: PlanSubject, other: PlanSubject) =>
    one.role === other.role && candidates.isSame(one.candidate, other.candidate);
  const planOf = (card: Card) => plans.find((one) => isAbout(one, authorOf(card)))?.plan;
  const guarded = plans
    .filter(({ plan }) => plan?.names === 'after')
    .filter((one) => !one.store.listDecided().some((decided) => isAbout(one, decided)))
    .flatMap((one) => (one.plan ? [{ ...one, labelOf: createLabels(one.plan, interviewers) }] : []));
  return (cards, exitCode) => {
    if (guarded.length === 0 || labelled === 'unneeded') return { cards, planOf, exitCode };
    const guards = new Set<PlanInStore>();
    const shown = cards.flatMap((card) => {
      const author = authorOf(card);
      const { interviewer } = author;
      const guard = guarded.find((one) => isAbout(one, author));
      const isMine = me !== undefined && interviewer !== undefined && interviewers.isSame(interviewer, me);
      if (!guard || interviewer === undefined || isMine) return [card];
      guards.add(guard);
      return labelled ? [labelled(card, guard.labelOf(interviewer))] : [];
    });
    for (const { location } of guards) {
      const file = clean(shownPath(host, location));
      host.stderr.write(
        labelled
          ? say`By ${file} colleagues are named after the decision.\n`
          : say`By ${file} colleagues are named after the decision: their scorecards are left out here.\n`,
      );
    }
    return { cards: shown, planOf, exitCode: shown.length < cards.length ? EXIT.no : exitCode };
  };
}
