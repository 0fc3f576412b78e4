import { join } from 'node:path';
import { dayOfDecision } from '../../../core/decision/build-decision.js';
import { goneDecisions, replacedDigests } from '../../../core/decision/lost-decision.js';
import { standingDecisions } from '../../../core/decision/standing.js';
import { formatPerson } from '../../../core/person/parse-person.js';
import { createPeople } from '../../../core/person/person.js';
import { createProblem, inFile, type Problem } from '../../../core/problem.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { programLine } from '../../../core/text/shell-words.js';
import { didYouMean } from '../../../core/text/wording.js';
import { EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import { type FoundDecision, readDecisions } from '../../../io/store/decisions/read-decisions.js';
import { openStore } from '../../../io/store/folder-store.js';
import type { Store } from '../../../io/store/store.js';
import type { Host } from '../../../io/system/host.js';
import {
  type ListedDecision,
  renderDecisionsCsv,
  renderDecisionsJson,
  renderDecisionsMarkdown,
  renderDecisionsTable,
} from '../../../render/decision/list.js';
import { renderProblems } from '../../../render/messages/problems.js';
import { count } from '../../../render/text/text.js';
import type { GlobalOptions } from '../../context.js';
import { checkDay } from '../../shared/check-day.js';
import { choosePerson } from '../../shared/choose-person.js';
import { onlyVisibleDecisions } from '../../shared/decisions/visible-decisions.js';
import { messagePage, tell } from '../../shared/page.js';
import { presenter, type Renderers } from '../../shared/present.js';
import type { OutputOptions } from '../../shared/write-result.js';
import { DECISIONS_FORMATS, type DecisionsFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly role?: string;
  readonly since?: string;
  readonly all?: boolean;
  readonly unblind?: boolean;
  readonly as?: string;
  readonly store?: string;
  readonly format?: DecisionsFormat;
}

const renderers: Renderers<readonly ListedDecision[], DecisionsFormat> = {
  table: renderDecisionsTable,
  json: renderDecisionsJson,
  csv: renderDecisionsCsv,
  markdown: renderDecisionsMarkdown,
};

/** Lists what was decided, newest first. */
export async function panelDecisions(typed: string | undefined, options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(DECISIONS_FORMATS, renderers, options, host);
  const since = options.since === undefined ? undefined : checkDay(options.since, '--since');
  const store = openStore(host, options.store);
  const { decisions: read, problems: ofFiles } = readDecisions(store.location);
  const problems = [...ofFiles, ...goneProblems(store, read, host)];
  host.stderr.write(renderProblems(problems, messagePage(host).style));
  const { same } = store.readPeople();
  const people = createPeople([...read.map(({ record }) => record.candidate), ...store.readNames().candidates], same);
  const about = narrowed(typed, options, { read, people, store });
  const standing = new Set(standingDecisions(about, people));
  const wanted = about
    .filter((one) => one.altered === undefined && (options.all === true || standing.has(one)))
    .filter(({ record }) => since === undefined || dayOfDecision(record) >= since);
  const query = { stores: [store], unblind: options.unblind === true, as: options.as, same };
  const { decisions, exitCode } = await onlyVisibleDecisions(wanted, query, host);
  const altered = about.filter((one) => one.altered !== undefined);
  for (const one of altered) {
    host.stderr.write(say`${clean(shownPath(host, one.path))}: left out: ${clean(one.altered ?? '')}\n`);
  }
  const listed = newestFirst(decisions).map(
    (one): ListedDecision => ({
      record: one.record,
      isReplaced: !standing.has(one),
      file: shownPath(host, one.path),
      shown: people.isShared(one.record.candidate) ? formatPerson(one.record.candidate) : one.record.candidate.name,
    }),
  );
  await present(listed);
  if (wanted.length + altered.length + problems.length === 0 && !options.quiet)
    tellNothing({ typed, about, store }, host);
  return problems.length > 0 || altered.length > 0 ? EXIT.no : exitCode;
}

/** What the log tells of and no file holds. It names no candidate, so that they are told whoever is asked about. */
function goneProblems(store: Store, read: readonly FoundDecision[], host: Host): readonly Problem[] {
  const records = read.map(({ record }) => record);
  const replaced = replacedDigests(records);
  const gone = goneDecisions(store.readLog(), records).filter(({ digest }) => !replaced.has(digest));
  return inFile(
    gone.map(({ digest }) => createProblem('missing-decision', { by: 'log', digest }, [])),
    shownPath(host, join(store.location, 'log.ndjson')),
  );
}

interface Known {
  readonly read: readonly FoundDecision[];
  readonly people: ReturnType<typeof createPeople>;
  readonly store: Store;
}

/** @throws ScorecardError where the candidate or the role is not known here */
function narrowed(
  typed: string | undefined,
  { role }: Options,
  { read, people, store }: Known,
): readonly FoundDecision[] {
  const roles = [...new Set(read.map(({ record }) => record.rubric.id))];
  if (role !== undefined && read.length > 0 && !roles.includes(role)) {
    throw new ScorecardError(`nobody has decided for the role "${role}"${didYouMean(role, roles)}`, {
      hint: say`roles with decisions: ${roles.map(clean).join(', ')}`,
    });
  }
  const ofRole = read.filter(({ record }) => role === undefined || record.rubric.id === role);
  if (typed === undefined) return ofRole;
  const known = [...read.map(({ record }) => record.candidate), ...store.readNames().candidates];
  const nothing = `there is nobody called "${typed}" in ${store.location}`;
  const who = choosePerson(typed, known, { people, nothing, otherwise: say`pass --store DIR` });
  return ofRole.filter(({ record }) => people.isSame(record.candidate, who));
}

function newestFirst(decisions: readonly FoundDecision[]): readonly FoundDecision[] {
  const key = ({ record }: FoundDecision) => `${dayOfDecision(record)} ${Date.parse(record.decidedAt)}`;
  return [...decisions].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

interface Query {
  readonly typed: string | undefined;
  readonly about: readonly FoundDecision[];
  readonly store: Store;
}

/** Says why there is nothing, and what to do. */
function tellNothing({ typed, about, store }: Query, host: Host): void {
  if (about.length > 0) {
    tell(say`${count(about.length, 'decision')}, and none as asked: leave out --since, or see all with --all.`, host);
    return;
  }
  const what = typed === undefined ? say`Nothing was decided` : say`Nobody has decided about ${clean(typed)}`;
  tell(say`${what} in ${clean(shownPath(host, store.location))} yet.`, host);
  tell(say`Next: ${programLine(host.program, ['panel', 'decide', typed ?? 'CANDIDATE'])}`, host);
}
