import { nameKey } from './name.js';

/** A candidate or an interviewer. */
export type Person = {
  readonly name: string;
  /** An e-mail address, or the id in an applicant tracking system. Where there is one, it is who they are. */
  readonly id?: string | undefined;
};

/** The same text for all that is one person: by the id where there is one, else by the name. */
export function personKey({ name, id }: Person): string {
  return id === undefined ? nameKey(name) : `<${nameKey(id)}>`;
}

/** Whether both are one person; of one without an id nobody knows more than the name. */
export function isSamePerson(a: Person, b: Person): boolean {
  if (a.id !== undefined && b.id !== undefined) return personKey(a) === personKey(b);
  return nameKey(a.name) === nameKey(b.name);
}
