import { DigestSchema, type Seal } from '../log/entry.js';
import { sealOf } from '../log/submission.js';
import { parsePerson } from '../person/parse-person.js';
import type { Person } from '../person/person.js';

/** What a file of a store is, by its place and its name. */
export type FileKind =
  | 'scorecard'
  | 'report'
  | 'signature'
  | 'draft'
  | 'history'
  | 'lock'
  | 'decision'
  | 'plan'
  | 'table'
  | 'people'
  | 'log'
  | 'temporary'
  | 'other';

/** What data says of people: whom it is about, and who wrote it. */
export interface Contents {
  readonly candidates: readonly Person[];
  readonly interviewers: readonly Person[];
  readonly seal: Seal | undefined;
  /** The id of a scorecard or a journal. */
  readonly id: string | undefined;
  /** What its time counts from: when it was sealed, decided, or last written. ISO 8601. */
  readonly at: string | undefined;
  /** The seal of the scorecard that it amends, or is going to. */
  readonly amends: string | undefined;
  /** The role it was for. */
  readonly role: string | undefined;
}

/** A file of a store, and what can be told of it. */
export interface StoreFile extends Contents {
  /** From the store's folder, with slashes. */
  readonly path: string;
  readonly kind: FileKind;
  /** The file that it stands beside, or belongs to: a report's scorecard, a lock's journal. */
  readonly beside: string | undefined;
  /** The seals of the scorecards that a decision rests on. */
  readonly rests: readonly string[];
  /** Whether a program that lives is writing it. */
  readonly isOpen: boolean;
  /** Why it can't be read; `undefined` where it can. */
  readonly unreadable: string | undefined;
}

/**
 * What records say, one of a scorecard, or one for each line of a journal. Nothing is checked: what is damaged is
 * still about somebody.
 */
export function contentsOf(records: readonly unknown[]): Contents {
  const maps = records.filter(isMap);
  const first = maps[0];
  const rubric = maps.find(({ rubric }) => isMap(rubric))?.rubric;
  return {
    candidates: peopleUnder(maps, 'candidate'),
    interviewers: [...peopleUnder(maps, 'interviewer'), ...listedUnder(first, 'interviewers')],
    seal: sealOf(first),
    id: textUnder(first, 'id'),
    at:
      textUnder(first, 'submittedAt') ??
      textUnder(first, 'decidedAt') ??
      textUnder(maps.at(-1), 'at') ??
      textUnder(first, 'startedAt'),
    amends: isMap(first?.amends) ? textUnder(first.amends, 'digest') : undefined,
    role: isMap(rubric) ? textUnder(rubric, 'id') : textUnder(first, 'role'),
  };
}

type Data = Readonly<Record<string, unknown>>;

export function isMap(data: unknown): data is Data {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function textUnder(data: Data | undefined, key: string): string | undefined {
  const value = data && Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A name, or a map with a name and perhaps an id. */
export function personIn(value: unknown): Person | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : parsePerson(value);
  if (!isMap(value)) return undefined;
  const id = textUnder(value, 'id');
  const name = textUnder(value, 'name') ?? id;
  return name === undefined ? undefined : { name, ...(id === undefined ? {} : { id }) };
}

/** The digests that stand anywhere in records. */
export function digestsIn(records: readonly unknown[]): readonly string[] {
  return [...textsIn(records)].filter((text) => DigestSchema.safeParse(text).success);
}

function peopleUnder(maps: readonly Data[], key: string): readonly Person[] {
  const found = maps.flatMap((data) => (Object.hasOwn(data, key) ? (personIn(data[key]) ?? []) : []));
  return [...new Map(found.map((person) => [`${person.name}\n${person.id ?? ''}`, person])).values()];
}

/** Whom a plan lists. */
function listedUnder(data: Data | undefined, key: string): readonly Person[] {
  const list = data && Object.hasOwn(data, key) ? data[key] : undefined;
  return Array.isArray(list) ? list.flatMap((one) => personIn(one) ?? []) : [];
}

/** Every text in data, keys too. Without recursion: who wrote it may have nested it as deep as memory goes. */
export function* textsIn(data: unknown): Generator<string> {
  const waiting: unknown[] = [data];
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') yield next;
    else if (Array.isArray(next)) for (const item of next) waiting.push(item ?? '');
    else if (isMap(next)) {
      for (const [key, value] of Object.entries(next)) {
        yield key;
        waiting.push(value ?? '');
      }
    }
  }
}
