import { basename, relative } from 'node:path';
import type { Command } from 'commander';
import { labelsOf } from '../../core/person/find-person.js';
import { formatPerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { RubricSummary } from '../../core/rubric/rubric-summary.js';
import { listRubrics } from '../../io/rubrics/rubric-library.js';
import { openStore } from '../../io/store/folder-store.js';
import { planStem } from '../../io/store/plans/plans.js';
import type { StoreNames } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { TypedLine } from './typed-line.js';

/** Something that can stand at the cursor. */
export interface Suggestion {
  readonly value: string;
  readonly about?: string;
  /** Another name for something: offered only where nothing else fits, so that one Tab is enough. */
  readonly isAlias?: boolean;
}

/** What to offer where a word has this name: `--role <role>`, `<scorecards...>`. The name of the option comes first. */
export type Source = (line: TypedLine, host: Host) => readonly Suggestion[];

export const SOURCES: Readonly<Record<string, Source>> = {
  role: roles,
  from: roles,
  before: roles,
  rubrics: roles,
  after: roles,
  variant: (line, host) => chosen(line, host).flatMap(({ variants }) => variants.map(titled)),
  session: (line, host) => chosen(line, host).flatMap(({ sessions }) => sessions.map(titled)),
  candidate: (line, host) => names(line, host).candidates.map(typed),
  candidates: (line, host) => eachOnce(labelsOf(names(line, host).candidates)),
  person: (line, host) => names(line, host).candidates.map(typed),
  interviewer: (line, host) => names(line, host).interviewers.map(typed),
  by: (line, host) => names(line, host).interviewers.map(typed),
  as: (line, host) => names(line, host).interviewers.map(typed),
  draft: (line, host) => names(line, host).drafts.map((value) => ({ value })),
  resume: (line, host) => names(line, host).drafts.map((value) => ({ value })),
  scorecards,
  scorecard: (line, host) => [...eachOnce(labelsOf(names(line, host).candidates)), ...scorecards(line, host)],
  words: ({ command }) => commandsOf(command.parent ?? command),
};

export function commandsOf(command: Command): readonly Suggestion[] {
  const visible = command.createHelp().visibleCommands(command);
  return visible.map((child) => ({ value: child.name(), about: child.summary() || child.description() }));
}

function roles(line: TypedLine, host: Host): readonly Suggestion[] {
  return summaries(line, host).flatMap(({ id, title, aliases }) => [
    { value: id, about: title },
    ...aliases.map((value) => ({ value, about: `also ${id}`, isAlias: true })),
  ]);
}

/** The rubric that the line names, or all of them. */
function chosen(line: TypedLine, host: Host): readonly RubricSummary[] {
  const all = summaries(line, host);
  const named = [line.values.role, ...line.operands];
  const found = all.filter(({ id, aliases }) => [id, ...aliases].some((name) => named.includes(name)));
  return found.length > 0 ? found : all;
}

function summaries({ values }: TypedLine, host: Host): readonly RubricSummary[] {
  return listRubrics(host, { rubrics: values.rubrics }).rubrics.map(({ summary }) => summary);
}

function titled({ id, title }: { readonly id: string; readonly title: string }): Suggestion {
  return { value: id, about: title };
}

/** Without those whose names would tell who wrote them, before the decision. */
function scorecards(line: TypedLine, host: Host): readonly Suggestion[] {
  const store = openStore(host, line.values.store);
  const decided = store.listDecided().map(planStem);
  const guarded = store
    .listPlans()
    .flatMap(({ read }) => (read.ok && read.value.names === 'after' ? planStem(read.value) : []))
    .filter((stem) => !decided.includes(stem));
  return store
    .readNames()
    .scorecards.filter((location) => !guarded.some((stem) => basename(location).includes(`-${stem}-`)))
    .map((location) => ({ value: relative(host.cwd, location) }));
}

/** With the id, so that nobody else of that name is meant. */
function typed(person: Person): Suggestion {
  return { value: formatPerson(person) };
}

function eachOnce(labels: readonly string[]): readonly Suggestion[] {
  return [...new Set(labels)].map((value) => ({ value }));
}

function names({ values }: TypedLine, host: Host): StoreNames {
  return openStore(host, values.store).readNames();
}
