import { nameKey } from '../../core/person/name.js';
import { createPeople, type Person } from '../../core/person/person.js';
import type { StoreFile } from '../../core/personal/contents.js';
import {
  type Cutoff,
  cutoffOf,
  FACTS_AS_OF,
  POLICIES,
  POLICY_NAMES,
  type PolicyName,
} from '../../core/retention/policies.js';
import { plansLeft, type SortedOut, sortOut } from '../../core/retention/sort-out.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Store } from '../../io/store/store.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { holdInWords } from '../../render/personal/traces.js';
import { renderRules } from '../../render/retention/rules.js';
import { renderSortedOut } from '../../render/retention/sorted-out.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { confirm } from '../person/confirm.js';
import { checkDay } from '../shared/check-day.js';
import { actor } from '../shared/log/actor.js';
import { logOnce, sealsAmong } from '../shared/log/log-once.js';
import { messagePage, tell } from '../shared/page.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { PURGE_FORMATS, type PurgeFormat } from './formats.js';

interface Options extends GlobalOptions {
  readonly before?: string;
  readonly policy?: readonly string[];
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly store?: string;
  readonly as?: string;
  readonly format?: PurgeFormat;
}

interface Sorted extends SortedOut {
  readonly cutoff: Cutoff;
  readonly asked: readonly PolicyName[];
}

const renderers: Renderers<Sorted, PurgeFormat> = {
  text: renderSortedOut,
  json: (sorted) => jsonOf(dataOf(sorted)),
};

/** Deletes what is older than was asked for, after listing it. */
export async function purge(options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(PURGE_FORMATS, renderers, options, host);
  const asked = [...new Set(options.policy?.map(policyOf))];
  const cutoff = checkCutoff(options, asked, host);
  const store = openStore(host, options.store);
  const files = store.listFiles();
  const sorted = sortOut(files, { before: cutoff.before, holdOf: holdsOf(store, files) });
  if (!options.quiet) host.stderr.write(renderRules(asked, cutoff, messagePage(host)));
  await present({ ...sorted, cutoff, asked });
  const { due, staying, oldDrafts } = sorted;
  const exitCode = staying.length + oldDrafts.length > 0 ? EXIT.no : EXIT.ok;
  if (options.dryRun || due.length === 0) return exitCode;
  const question = say`Delete these ${count(due.flatMap((group) => group.files).length, 'file')}? It can't be undone`;
  await confirm({ question, yes: say`Delete`, no: say`Leave everything as it is`, isSure: options.yes === true }, host);
  const by = await actor(options.as, host);
  deleteDue(store, { files, sorted, entry: { type: 'purge', by, before: cutoff.before, policies: cutoff.policies } });
  if (!options.quiet) {
    const gone = due.flatMap((group) => group.files).length;
    tell(say`Deleted: ${count(gone, 'file')}. log.ndjson keeps when, by whom, and the digests.`, host);
  }
  return exitCode;
}

/** @throws ScorecardError for a name that is not a policy */
function policyOf(text: string): PolicyName {
  const name = POLICY_NAMES.find((known) => known === text.toLowerCase());
  if (name !== undefined) return name;
  throw new ScorecardError(`there is no policy "${text}"${didYouMean(text, POLICY_NAMES)}`, {
    hint: say`policies: ${POLICY_NAMES.map(clean).join(', ')}; or a day of your own: --before YYYY-MM-DD`,
  });
}

/** @throws ScorecardError when nothing says how old is old */
function checkCutoff(options: Options, asked: readonly PolicyName[], host: Host): Cutoff {
  const today = dayOf(timestamp(host.now()));
  const before = options.before === undefined ? undefined : checkDay(options.before, '--before');
  if (before !== undefined && before > today) {
    throw new ScorecardError(`--before ${before} is yet to come: today is ${today}`, {
      hint: say`everything would be due`,
    });
  }
  const cutoff = cutoffOf({ before, policies: asked, today });
  if (cutoff) return cutoff;
  if (asked.length === 0) {
    throw new ScorecardError('nothing says how old is old', {
      hint: say`pass --before YYYY-MM-DD, or --policy ${POLICY_NAMES.map(clean).join(', ')}`,
    });
  }
  const facts = asked.map((name) => say`${name}: ${clean(POLICIES[name].fact)} (${clean(POLICIES[name].source)})`);
  throw new ScorecardError(`${asked.join(' and ')} fixes no period, and none is invented here`, {
    hint: say`decide it, and pass --before YYYY-MM-DD; facts as of ${FACTS_AS_OF}: ${facts.join('; ')}`,
  });
}

/** Why a candidate is on hold, by any of their names. */
function holdsOf(store: Store, files: readonly StoreFile[]): (candidate: Person) => string | undefined {
  const { holds, same } = store.readPeople();
  const people = createPeople(
    files.flatMap(({ candidates }) => candidates),
    same,
  );
  return (candidate) => {
    const hold = holds.find(
      ({ person }) =>
        people.isSame(candidate, { name: person }) ||
        people.isSame(candidate, { name: person, id: person }) ||
        nameKey(candidate.name) === nameKey(person),
    );
    return hold && holdInWords(hold);
  };
}

interface Deletion {
  readonly files: readonly StoreFile[];
  readonly sorted: SortedOut;
  readonly entry: Omit<Parameters<Store['log']>[0], 'scorecards' | 'decisions'>;
}

/**
 * Logged first, then the names of who is gone, then the files: by them the rest is found when something ends it in
 * between.
 */
function deleteDue(store: Store, { files, sorted, entry }: Deletion): void {
  const gone = new Set(sorted.due.flatMap((group) => group.files));
  logOnce(store, entry, sealsAmong(gone));
  const plans = plansLeft(files, gone);
  const stay = files.filter((file) => !gone.has(file) && !plans.includes(file));
  const textsOf = (people: readonly Person[]) =>
    people.flatMap(({ name, id }) => [name, ...(id === undefined ? [] : [id])].map(nameKey));
  const known = new Set(stay.flatMap(({ candidates, interviewers }) => textsOf([...candidates, ...interviewers])));
  store.forgetPeople(textsOf([...gone].flatMap(({ candidates }) => candidates)).filter((key) => !known.has(key)));
  store.removeFiles([...plans, ...gone]);
  store.sweep();
}

function dataOf({ cutoff, asked, due, staying, oldDrafts }: Sorted): object {
  const groupOf = ({ day, from, candidates, files }: SortedOut['due'][number]) => ({
    ...(day === undefined ? {} : { day, from }),
    candidates,
    files: files.map(({ path }) => path),
  });
  return {
    before: cutoff.before,
    policies: asked.map((name) => ({ name, ...POLICIES[name] })),
    factsAsOf: FACTS_AS_OF,
    due: due.map(groupOf),
    staying: staying.map(({ group, because }) => ({ ...groupOf(group), because })),
    oldDrafts: oldDrafts.map(({ path }) => path),
  };
}
