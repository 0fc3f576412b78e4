/**
 * When others' ratings may be seen.
 *
 * - `after-own`: once all one's own sessions are in; whoever holds none sees what is in.
 * - `after-all`: once all sessions are in.
 * - `always`: from the beginning.
 */
export const VISIBLE = ['after-own', 'after-all', 'always'] as const;
export type Visible = (typeof VISIBLE)[number];

/** When interviewers' names may be seen beside what they wrote: `after` the decision is recorded, or always. */
export const NAMES = ['always', 'after'] as const;
export type Names = (typeof NAMES)[number];
