import { didYouMean, mayStand } from '../text/wording.js';

/** What the parts of a panel's plan do not agree on, among themselves or with the rubric. */
export const PLAN_WORDS = {
  'unknown-role': ({ role, known }: { role: string; known: readonly string[] }) =>
    `there is no role "${role}"${didYouMean(role, known)}`,
  'other-name-of-role': ({ alias, role }: { alias: string; role: string }) =>
    `"${alias}" is another name of the role ${role}; write ${role}`,
  'broken-role': ({ role, file }: { role: string; file: string }) =>
    `the rubric of ${role} has mistakes of its own; mend ${file} first`,
  'same-interviewer': ({ name }: { name: string }) =>
    `${name} is in the plan twice; list all their sessions in one place`,
  'listed-twice': ({ id }: { id: string }) => `"${id}" is listed twice; remove one of the two`,
  'unknown-session': ({ id, known }: { id: string; known: readonly string[] }) =>
    `neither the rubric nor the plan has a session "${id}"${didYouMean(id, known) || (known.length === 0 ? '; leave "sessions" out: all dimensions' : mayStand(known.join(', ')))}`,
  'session-of-rubric': ({ id }: { id: string }) =>
    `the rubric has a session "${id}" already; give the plan's own another id, or leave it out`,
  'only-shadows': () => 'everybody here is a shadow, and a shadow never counts; plan somebody who does',
} satisfies Record<string, (about: never) => string>;
