interface Unlike {
  readonly name: string;
  readonly key: 'score' | 'coverage' | 'recommendation' | 'borderline';
  readonly expected: number | string | boolean | null;
  readonly got: number | string | boolean | null;
}

/** Where a case that tests a rubric comes out otherwise than it expects, and what a case cannot be. */
export const CASE_WORDS = {
  'case-unlike': ({ name, key, expected, got }: Unlike) =>
    `"${name}": ${key} is ${told(got)}, expected ${told(expected)}`,
  /** Reasons as rules with what they are about. */
  'case-because': ({
    name,
    missing,
    surplus,
  }: {
    name: string;
    missing: readonly string[];
    surplus: readonly string[];
  }) =>
    `"${name}": ${[
      ...(missing.length === 0 ? [] : [`expected reasons that did not come: ${missing.join(', ')}`]),
      ...(surplus.length === 0 ? [] : [`reasons that were not expected: ${surplus.join(', ')}`]),
    ].join('; ')}`,
  'case-expects-nothing': ({ name }: { name: string }) =>
    `"${name}" expects nothing; write what should come out, or let --update write what does`,
  'case-answers': ({ has }: { has: 'both' | 'none' }) =>
    has === 'none'
      ? 'a case needs ratings, or interviews with ratings each'
      : 'a case has either ratings and what belongs to them, or interviews; move them into one of the interviews',
  'no-rubric-beside': ({ rubric }: { rubric: string }) =>
    `there is no ${rubric} beside it, which these cases would be for`,
  'same-case': ({ name }: { name: string }) => `two cases are called "${name}"; give each its own name`,
} satisfies Record<string, (about: never) => string>;

function told(value: Unlike['got']): string {
  return value === null ? 'none' : String(value);
}
