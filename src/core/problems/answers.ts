/** What stands in an answers file and not as it should beside the command line or the clock. */
export const ANSWERS_WORDS = {
  'other-option': ({ key, written, given }: { key: string; written: string; given: string }) =>
    `"${key}" is "${written}" here, and "${given}" by --${key}; leave one of the two out`,
  'future-day': ({ day, today }: { day: string; today: string }) => `"held" is ${day}, yet to come: today is ${today}`,
} satisfies Record<string, (about: never) => string>;
