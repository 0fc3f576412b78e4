import type { ImpactForm } from './form.js';

/** What the rule says and where it stands: facts, and no advice. Their day is that of all such facts. */
export const IMPACT_FACTS: Readonly<Record<ImpactForm, readonly string[]>> = {
  'uniform-guidelines': [
    "The four-fifths rule (29 CFR 1607.4D, 1978) is a rule of thumb: a rate of less than four fifths of the highest is an indication, not proof, and a smaller difference can count where it is significant. The EEOC has the rule's withdrawal on its agenda; courts and states still use it.",
    'Courts have looked at differences of more than two or three standard deviations, p below 0.05 or so (Hazelwood v. United States, 1977).',
    'Each stage counts by itself: a fair bottom line does not answer for a stage that is not (Connecticut v. Teal, 1982).',
  ],
  'local-law-144': [
    "New York City's Local Law 144 asks for a yearly audit, by somebody independent, of automated tools that replace or mostly carry the decision: the rates and ratios of each category of sex, of race and ethnicity, and of both together are published (6 RCNY 5-300 to 5-303). It sets no threshold.",
    'A category of less than 2% may be left out of the ratios, with the reason; its count and rate stay. People whose category is not known are counted apart.',
  ],
};
