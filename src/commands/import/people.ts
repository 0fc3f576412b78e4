import type { ForeignCard } from '../../core/ats/import/foreign.js';
import { parsePerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import { createProblem, type Problem } from '../../core/problem.js';
import { normaliseHeader } from '../../core/table/header/header-form.js';
import { ScorecardError } from '../../errors.js';
import { readRows } from '../../io/rows/read-rows.js';
import type { Host } from '../../io/system/host.js';

export interface PeopleOptions {
  readonly candidate?: string;
  readonly candidates?: string;
  readonly interviewer?: string;
  readonly interviewers?: string;
}

/** What says who is meant in a scorecard of another system. */
export interface NamedPeople {
  readonly candidate: Person | undefined;
  readonly candidates: Names;
  readonly interviewer: Person | undefined;
  readonly interviewers: Names;
}

/** Names by ids. */
type Names = ReadonlyMap<string, string>;

/** @throws ScorecardError when a file can't be read, or has no columns of ids and names */
export async function readPeople(options: PeopleOptions, host: Host): Promise<NamedPeople> {
  const person = (typed: string | undefined) => (typed?.trim() ? parsePerson(typed) : undefined);
  return {
    candidate: person(options.candidate),
    candidates: await readNames(options.candidates, host),
    interviewer: person(options.interviewer),
    interviewers: await readNames(options.interviewers, host),
  };
}

const ID = ['id', 'candidate id', 'user id', 'person id', 'interviewer id'];
const NAME = ['name', 'candidate', 'candidate name', 'full name', 'interviewer', 'interviewer name'];

async function readNames(file: string | undefined, host: Host): Promise<Names> {
  if (file === undefined) return new Map();
  const [header = [], ...rows] = await readRows(file, host);
  const columnOf = (names: readonly string[]) => header.findIndex((text) => names.includes(normaliseHeader(text)));
  const [id, name] = [columnOf(ID), columnOf(NAME)];
  if (id < 0 || name < 0) throw new ScorecardError(`${file} needs a column "id" and a column "name"`);
  return new Map(
    rows.flatMap((row): readonly (readonly [string, string])[] => {
      const [key, named] = [row[id]?.trim() ?? '', row[name]?.trim() ?? ''];
      return key === '' || named === '' ? [] : [[key, named]];
    }),
  );
}

/** Who a scorecard is about and by; whoever has only an id is called by it, and listed in `nameless`. */
export interface Parties {
  readonly candidate: Person;
  readonly interviewer: Person;
  readonly nameless: readonly string[];
}

export function partiesOf(card: ForeignCard, people: NamedPeople): Parties | readonly Problem[] {
  const { id, name } = card.interviewer;
  const candidate = personOf(card.candidateId, people.candidates, people.candidate);
  const listed = id === undefined ? undefined : people.interviewers.get(id);
  const interviewer = personOf(id, people.interviewers, nameOf(name ?? listed, id) ?? people.interviewer);
  if (candidate && interviewer) {
    const nameless = [candidate, interviewer].flatMap((one) =>
      one.name === one.id && !one.name.includes('@') ? [one.name] : [],
    );
    return { candidate, interviewer, nameless };
  }
  return [
    ...(candidate ? [] : [createProblem('nobody', { who: 'candidate', option: '--candidate NAME' }, [])]),
    ...(interviewer ? [] : [createProblem('nobody', { who: 'interviewer', option: '--interviewer NAME' }, [])]),
  ];
}

function nameOf(name: string | undefined, id: string | undefined): Person | undefined {
  return name === undefined ? undefined : { name, ...(id === undefined ? {} : { id }) };
}

/** An id that the other system gives stays, unless one was typed. */
function personOf(id: string | undefined, names: Names, given: Person | undefined): Person | undefined {
  if (given) return id === undefined || given.id !== undefined ? given : { ...given, id };
  return id === undefined ? undefined : { name: names.get(id) ?? id, id };
}
