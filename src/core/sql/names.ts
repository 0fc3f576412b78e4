import { RESERVED_WORDS } from './reserved-words.js';

/** Why a name cannot stand in SQL without quotes, and each engine quotes differently: so nothing is quoted. */
export type BadName = 'form' | 'reserved';

/** Longer ones are cut by PostgreSQL. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** What is wrong with the name of a column. */
export function badName(name: string): BadName | undefined {
  if (!NAME.test(name)) return 'form';
  return RESERVED_WORDS.has(name.toLowerCase()) ? 'reserved' : undefined;
}

/** What is wrong with the name of a table or view, which may stand in a schema, and that in a catalog. */
export function badTable(name: string): BadName | undefined {
  const parts = name.split('.');
  return parts.length > 3 ? 'form' : parts.map(badName).find((bad) => bad !== undefined);
}

/** A column's name for an id: hyphens become underscores, which no id has. */
export function columnName(id: string): string {
  return id.replaceAll('-', '_');
}

/** What the names of our own for a dimension or a flag end in: with what stands in front, none is cut. */
export function partName(id: string, at: number): string {
  return id.length > 48 ? `number_${at + 1}` : columnName(id);
}

/** Names of our own beside columns of a table: some engines take a name of both for ours. */
export function ownNames(columns: readonly string[]): (name: string) => string {
  const taken = new Set(columns.map((column) => column.toLowerCase()));
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  return free;
}
