import { slugOf } from '../text/slug.js';

export interface RubricName {
  readonly id: string;
  readonly title: string;
}

/**
 * Id and title of a new rubric from what its author typed, a title or an id; `undefined` where no id can be made of it.
 *
 * @example nameRubric('Staff Data Engineer') // { id: 'staff-data-engineer', title: 'Staff Data Engineer' }
 */
export function nameRubric(role: string, title?: string): RubricName | undefined {
  if (/^[a-z][a-z0-9-]*$/.test(role)) return { id: role, title: title ?? titleOf(role) };
  const id = idOf(role);
  return id === undefined ? undefined : { id, title: title ?? role.trim() };
}

/** An id from words: letters with marks become the letters below them. `undefined` where other scripts are left. */
export function idOf(words: string): string | undefined {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '');
  const id = slugOf(plain);
  return /[a-z]/i.test(plain) && /^[a-z][a-z0-9-]*$/.test(id) ? id : undefined;
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
