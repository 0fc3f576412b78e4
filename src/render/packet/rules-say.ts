import { formatHundredths } from '../../core/numbers/decimal.js';
import type { Fraction } from '../../core/numbers/fraction.js';
import { bandOf } from '../../core/scoring/recommendation.js';
import { type Bands, bandRules, type Recommendation } from '../../core/scoring/rules.js';
import { asPhrase } from '../../core/text/wording.js';
import { html, type SafeHtml } from '../text/html.js';
import { inWords, recommendationInWords } from '../text/words.js';

/** A rule that acted, as scorecards keep it. */
interface Acted {
  readonly rule: string;
  readonly dimension?: string | undefined;
  readonly text: string;
}

interface Said {
  readonly recommendation: Recommendation;
  readonly isBorderline: boolean;
  readonly because: readonly Acted[];
  /** `undefined` where nothing was rated. */
  readonly exact: Fraction<number | bigint> | undefined;
  readonly hundredths: number | undefined;
  readonly bands: Bands;
  readonly nameOf: (dimension: string) => string;
}

/** What the rules say, and what made them say so: the lead of a page. */
export function rulesSay(said: Said): SafeHtml {
  const { recommendation, isBorderline, because, exact, hundredths, bands } = said;
  if (recommendation === 'incomplete' || !exact || hundredths === undefined) {
    return html`The rules say nothing yet: ${asPhrase(because[0]?.text ?? 'nothing was rated')}.`;
  }
  const word = html`<strong>${recommendationInWords({ recommendation, borderline: isBorderline })}</strong>`;
  const alone = bandOf(exact, bandRules(bands));
  const score = formatHundredths(hundredths);
  if (alone === recommendation) return html`The rules say ${word}: the score is ${score}.`;
  const causes = because.flatMap((one) => capInWords(one, said) ?? []);
  return html`The rules say ${word}: ${[...new Set(causes)].join(', and ')}. The score alone, ${score}, would be <em>${inWords(alone)}</em>.`;
}

/** A rule that holds the recommendation down; `undefined` for one that doesn't. */
function capInWords({ rule, dimension = '' }: Acted, { nameOf }: Said): string | undefined {
  switch (rule) {
    case 'stop':
      return 'a stop flag was seen';
    case 'minimum':
      return `${nameOf(dimension)} is below its minimum`;
    case 'strong-yes-needs':
      return `${nameOf(dimension)} is below what a strong yes needs`;
    default:
      return undefined;
  }
}
