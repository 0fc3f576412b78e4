import type { Rubric } from '../rubric/rubric.js';
import { isOnScale } from '../rubric/scale.js';
import { jsonText } from '../text/safe-text.js';

/**
 * Cases to begin with for any rubric: what its bar, a minimum, a stop flag and too little coverage come to. What they
 * expect is for `rubric test --update` to write.
 */
export function starterCases(rubric: Rubric): string {
  const { dimensions, redFlags, scale, recommendation } = rubric;
  const stop = redFlags.find(({ severity }) => severity === 'stop');
  const low = dimensions.find(({ minimum }) => minimum !== undefined && isOnScale(minimum - scale.step, scale));
  const [first] = dimensions;
  const cases = [
    { name: `A ${scale.bar} throughout meets the bar`, ratings: ratingsOf(rubric, scale.bar) },
    ...(low?.minimum === undefined
      ? []
      : [
          {
            name: `Below its minimum, ${low.id} limits what the others come to`,
            ratings: ratingsOf(rubric, scale.max, { [low.id]: low.minimum - scale.step }),
          },
        ]),
    ...(stop
      ? [{ name: `${stop.id} stops, whatever the ratings`, ratings: ratingsOf(rubric, scale.max), flag: stop.id }]
      : []),
    ...(first && dimensions.length > 1
      ? [
          {
            name: `${first.id} alone is held against the ${recommendation.coverageAtLeast}% that must be rated`,
            ratings: `{ ${first.id}: ${scale.bar} }`,
          },
        ]
      : []),
  ];
  const texts = cases.map((one) =>
    [
      `  - name: ${jsonText(one.name)}`,
      `    ratings: ${one.ratings}`,
      ...('flag' in one ? [`    redFlags: [${one.flag}]`] : []),
    ].join('\n'),
  );
  return `# yaml-language-server: $schema=./test.schema.json
# Answers, and what ${rubric.id} should make of them: scorecard rubric test. After a change that is meant: --update.
cases:
${texts.join('\n\n')}
`;
}

function ratingsOf(
  { dimensions }: Pick<Rubric, 'dimensions'>,
  rating: number,
  other: Readonly<Record<string, number>> = {},
): string {
  return `{ ${dimensions.map(({ id }) => `${id}: ${other[id] ?? rating}`).join(', ')} }`;
}
