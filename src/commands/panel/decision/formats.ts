/** What `--format` takes, the usual one first. */
export const DECIDE_FORMATS = ['text', 'markdown', 'json', 'html', 'pdf'] as const;
export type DecideFormat = (typeof DECIDE_FORMATS)[number];

export const DECISIONS_FORMATS = ['table', 'json', 'csv', 'markdown'] as const;
export type DecisionsFormat = (typeof DECISIONS_FORMATS)[number];

/** What `--decision` takes. Not read from the record: that would load more than the options of a command should. */
export const DECISION_WORDS = ['hire', 'no-hire', 'hold', 'other'] as const;
