import { resolve } from 'node:path';
import { decisionSealProblem, parseDecision } from '../../core/decision/parse-decision.js';
import type { StoreFile } from '../../core/personal/contents.js';
import { contentsOf, isMap } from '../../core/personal/contents.js';
import { createRedactor, type Redactor } from '../../core/personal/redact.js';
import type { Trace } from '../../core/personal/traces.js';
import { sealProblem } from '../../core/scorecard/check-seal.js';
import { isScorecard } from '../../core/scorecard/quick-check.js';
import { upgradeScorecard } from '../../core/scorecard/stored-scorecard.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { checkEmptyFolder, writeFolder } from '../../io/system/write-folder.js';
import {
  type HandedOut,
  type Handout,
  renderHandoutContents,
  renderHandoutData,
  renderHandoutReport,
} from '../../render/personal/handout.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { logHandout } from '../shared/log/log-handout.js';
import { tell } from '../shared/page.js';
import { onlyVisible } from '../shared/visible-cards.js';
import { authorOfTrace, type Found, lookUp, nothingAbout } from './look-up.js';
import { tellUnreadable } from './show.js';

interface Options extends GlobalOptions {
  readonly output: string;
  readonly store?: string;
  readonly as?: string;
  readonly unblind?: boolean;
}

/** What is handed out: the rest stands beside it and says the same, or is about somebody else. */
const HANDED_OUT: ReadonlySet<StoreFile['kind']> = new Set([
  'scorecard',
  'draft',
  'history',
  'decision',
  'plan',
  'table',
]);

/** Hands out what there is about a person: a report, data, and a list of what is in it. */
export async function personExport(typed: string, options: Options, host: Host): Promise<ExitCode> {
  const store = openStore(host, options.store);
  const found = lookUp(typed, store, { isExact: true });
  const traces = found.traces.filter(
    ({ role, file }) => (role === 'candidate' || role === 'row') && HANDED_OUT.has(file.kind),
  );
  if (traces.length === 0) {
    host.stderr.write(
      found.traces.length === 0
        ? say`${clean(nothingAbout(typed, found))}\n`
        : say`no file is about ${clean(found.subject.person.name)} for certain: scorecard person show lists what there is\n`,
    );
    return EXIT.no;
  }
  if (await hidesSome(traces, options, { found, host })) return EXIT.no;
  const handout = handoutOf(found, traces, timestamp(host.now()));
  const cards = handout.parts.filter(({ file }) => file.kind === 'scorecard');
  const folder = resolve(host.cwd, options.output);
  checkEmptyFolder(folder, options.output);
  const seals = cards.flatMap(({ file: { seal } }) => seal ?? []);
  await logHandout('export', { paths: [], seals, given: options.store, as: options.as }, host);
  const files = {
    'report.md': renderHandoutReport(handout),
    'data.json': renderHandoutData(handout),
    'contents.md': renderHandoutContents(handout),
  };
  writeFolder(folder, files, options.output);
  tellUnreadable(found, host);
  if (!options.quiet) {
    tell(
      say`${clean(options.output)}: report.md, data.json and contents.md, with ${count(cards.length, 'scorecard')}`,
      host,
    );
    tell(say`Next: read it, since notes stand as they were written, and hand it out`, host);
  }
  return found.unreadable.length > 0 || found.traces.some(({ role }) => role === 'maybe') ? EXIT.no : EXIT.ok;
}

/** Whether the user's own draft hides what others rated: with a part left out, it would seem to be all there is. */
async function hidesSome(
  traces: readonly Trace[],
  { unblind, as }: Options,
  { found, host }: { readonly found: Found; readonly host: Host },
): Promise<boolean> {
  const cards = traces.filter(({ file: { kind } }) => kind === 'scorecard');
  const { cards: visible } = await onlyVisible(
    cards,
    {
      authorOf: authorOfTrace(found),
      digestOf: ({ file }) => file.seal?.digest,
      stores: [found.store],
      unblind: unblind === true,
      as,
      same: found.store.readPeople().same,
    },
    host,
  );
  return visible.length < cards.length;
}

function handoutOf(found: Found, traces: readonly Trace[], at: string): Handout {
  const { subject, traces: all, candidates } = found;
  const redactor = createRedactor(subject, candidates);
  const parts = traces.map(({ file }) => partOf(file, found, redactor));
  const countOf = (role: Trace['role']) => all.filter((trace) => trace.role === role).length;
  return {
    person: subject.person,
    at,
    parts,
    replaced: redactor.replaced,
    mentioning: countOf('mentioned'),
    interviewing: countOf('interviewer'),
  };
}

function partOf(file: StoreFile, { store, subject }: Found, redactor: Redactor): HandedOut {
  const all = store.readRecords(file);
  const isJournal = file.kind === 'draft' || file.kind === 'history';
  const theirs = isJournal
    ? all.map(withoutRubric)
    : all.filter((record) => contentsOf([record]).candidates.some((person) => subject.is(person) === 'yes'));
  const records = theirs.map((record) => redactor.redact(record));
  const [stored, second] = theirs;
  const [shown] = records;
  const isCard = file.kind === 'scorecard' && second === undefined && isScorecard(stored);
  const decided = file.kind === 'decision' && second === undefined ? parseDecision(shown) : undefined;
  const original = decided?.ok ? parseDecision(stored) : undefined;
  const alteredDecision = original?.ok ? decisionSealProblem(original.value)?.message : undefined;
  return {
    file,
    decision: decided?.ok ? decided.value : undefined,
    card: isCard && isScorecard(shown) ? upgradeScorecard(shown) : undefined,
    altered: isCard ? sealProblem(stored)?.message : alteredDecision,
    records,
  };
}

/** The rubric is most of a journal, and about nobody. */
function withoutRubric(event: unknown): unknown {
  if (!isMap(event)) return event;
  const { rubric: _rubric, ...rest } = event;
  return rest;
}
