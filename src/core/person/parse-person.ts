import type { Person } from './person.js';
import type { WrittenPerson } from './person-schema.js';

/**
 * A person as they are typed: a name, or a name with an id behind it. An e-mail address alone is both.
 *
 * @example parsePerson('Ada Example <ada@example.com>') // { name: 'Ada Example', id: 'ada@example.com' }
 */
export function parsePerson(typed: string): Person {
  const text = typed.trim();
  const from = text.lastIndexOf('<');
  if (text.endsWith('>') && from >= 0) {
    const id = text.slice(from + 1, -1).trim();
    const name = text
      .slice(0, from)
      .trim()
      .replace(/^"(.*)"$/, '$1');
    if (id !== '' && !id.includes('>')) return { name: name === '' ? id : name, id };
  }
  return EMAIL.test(text) ? { name: text, id: text } : { name: text };
}

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** A person as `parsePerson` reads them; the id is left out where it is the name. */
export function formatPerson({ name, id }: Person): string {
  return id === undefined || id === name ? name : `${name} <${id}>`;
}

export function personOfWritten(written: WrittenPerson): Person {
  return typeof written === 'string' ? parsePerson(written) : written;
}
