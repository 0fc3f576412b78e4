import type { Panel } from '../../core/panel/panel.js';
import { type SummaryGroup, summarise } from '../../core/panel/summary.js';
import { clean, say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { editionInWords } from '../../render/panel/panel-words.js';
import { chooseCandidates } from '../compare/choose-candidates.js';
import type { Gathered } from '../shared/gather-cards.js';

export interface OnePanel {
  readonly panel: Panel;
  readonly basis: SummaryGroup['basis'];
  readonly standardError: number | undefined;
}

/** The panel of the one candidate who is meant. @throws ScorecardError where that is nobody, or more than one panel */
export function onePanel(names: readonly string[], gathered: Gathered): OnePanel {
  const groups = summarise(gathered.cards, 'score', gathered.people.who);
  const choices = chooseCandidates(names, groups, gathered);
  const [choice, other] = choices;
  const [panel, second] = choice?.panels ?? [];
  if (!choice || !panel || second) {
    throw new ScorecardError('a panel is of one candidate', { hint: say`name one; for several: scorecard compare` });
  }
  if (other) {
    const editions = choices.map(({ group }) => editionInWords(group.edition)).join(', ');
    throw new ScorecardError(`${panel.shown} was interviewed by several rubrics: ${editions}`, {
      hint: say`pass --role ${clean(choice.group.edition.role)}, or --across-versions for the versions of one`,
    });
  }
  const standardError = choice.group.ranked.find((ranked) => ranked.panel === panel)?.standardError;
  return { panel, basis: choice.group.basis, standardError };
}
