import { nameKey } from '../../person/name.js';
import { EMAIL } from '../header.js';
import type { NameColumns } from './people-columns.js';
import { formsOfHeader, type ReadColumn } from './read-columns.js';
import type { SampleRow } from './sample.js';

interface Table {
  readonly headers: readonly string[];
  readonly sample: readonly SampleRow[];
  readonly candidate: NameColumns | undefined;
}

/**
 * What columns mean once it is known whose the bare e-mail addresses are. A form puts the address of who filled it in
 * beside the answers, and perhaps their name: taken for the candidate's, one interviewer's candidates would be one
 * person, or one candidate as many as there are interviewers. It is the interviewer's where one address stands beside
 * several candidates, or beside a plain `Name` where another column names the candidate.
 */
export function forRespondents(columns: readonly ReadColumn[], table: Table): readonly ReadColumn[] {
  const { headers, candidate } = table;
  const email = columns.findIndex(
    ({ meaning, by }, at) => meaning?.type === 'candidate-id' && by !== 'map' && isOneOf(headers[at], EMAIL),
  );
  if (email < 0 || !candidate) return columns;
  const name = columns.findIndex(
    ({ meaning, by }, at) =>
      meaning?.type === 'candidate' && by !== 'map' && at !== candidate.column && isOneOf(headers[at], ['name']),
  );
  if (name < 0 && !isShared(email, table)) return columns;
  const has = (type: string) => columns.some(({ meaning }) => meaning?.type === type);
  return columns.map((column, at) => {
    // A second column of ids would be of nobody.
    if (at === email) return { ...column, meaning: has('interviewer-id') ? undefined : { type: 'interviewer-id' } };
    if (at === name && !has('interviewer')) return { ...column, meaning: { type: 'interviewer' } };
    return column;
  });
}

function isOneOf(header: string | undefined, names: readonly string[]): boolean {
  return formsOfHeader(header ?? '').some((form) => names.includes(form));
}

/** Whether one address stands beside several candidates. */
function isShared(email: number, { sample, candidate }: Table): boolean {
  const named = new Map<string, string>();
  return sample.some(({ cells, isSound }) => {
    const address = (cells[email] ?? '').trim().toLowerCase();
    const whole = [candidate?.column, candidate?.last]
      .map((at) => (at === undefined ? '' : (cells[at] ?? '')))
      .join(' ');
    const who = nameKey(whole);
    if (!isSound || !address.includes('@') || who === '') return false;
    const known = named.get(address);
    named.set(address, who);
    return known !== undefined && known !== who;
  });
}
