import { buildDecision, type Decided } from '../../../core/decision/build-decision.js';
import type { DecisionRecord } from '../../../core/decision/decision.js';
import { decisionDiffers } from '../../../core/decision/differs.js';
import { type KnownThen, knownThen } from '../../../core/decision/known-then.js';
import { goneDecisionOn } from '../../../core/decision/lost-decision.js';
import { meetingOf } from '../../../core/meeting/meeting.js';
import type { Panel } from '../../../core/panel/panel.js';
import { findAmong } from '../../../core/person/find-person.js';
import { parsePerson } from '../../../core/person/parse-person.js';
import { createPeople, type People, type Person } from '../../../core/person/person.js';
import { dayOf } from '../../../core/text/date.js';
import { clean, say, type TerminalText } from '../../../core/text/safe-text.js';
import { programLine } from '../../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import { signScorecard } from '../../../io/signature/sign.js';
import { type FoundDecision, readDecisions } from '../../../io/store/decisions/read-decisions.js';
import { lastDecision } from '../../../io/store/decisions/standing-decision.js';
import { freeDecisionId, writeDecision } from '../../../io/store/decisions/write-decision.js';
import { openStore } from '../../../io/store/folder-store.js';
import type { Store } from '../../../io/store/store.js';
import { type Host, programOf, timestamp } from '../../../io/system/host.js';
import { renderDecisionMarkdown } from '../../../render/decision/markdown.js';
import { basisInShort, decidedInShort } from '../../../render/decision/words.js';
import { renderProblems } from '../../../render/messages/problems.js';
import type { GlobalOptions } from '../../context.js';
import { checkPastDay } from '../../shared/check-day.js';
import { decisionRenderers } from '../../shared/decisions/renderers.js';
import { type Gathered, type GatherOptions, gatherCards } from '../../shared/gather-cards.js';
import { messagePage, tell } from '../../shared/page.js';
import { presenter } from '../../shared/present.js';
import { tellPeople } from '../../shared/tell-people.js';
import { whoAmI } from '../../shared/who.js';
import type { OutputOptions } from '../../shared/write-result.js';
import { onePanel } from '../one-panel.js';
import { createQuestions, type Questions, type Said } from './ask.js';
import { DECIDE_FORMATS, type DecideFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions, GatherOptions, Said {
  readonly followUp?: string;
  /** The day of the decision. */
  readonly date?: string;
  readonly format?: DecideFormat;
  readonly open?: boolean;
}

/** Records what people decided. The same again records nothing more, and finishes what a run left that was ended. */
export async function panelDecide(typed: string, options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(DECIDE_FORMATS, decisionRenderers, options, host);
  const now = timestamp(host.now());
  const day = checkPastDay(options.date, '--date', dayOf(now));
  const questions = createQuestions(options, host);
  const store = openStore(host, options.store);
  const basis = await gatherBasis(typed, { store, options }, host);
  const { gathered, panel, known } = basis;
  const { candidate, edition } = panel;
  const everybody = gathered.cards.map((card) => card.candidate);
  const last = lastDecision([store], { candidate, role: edition.role }, everybody);
  const before = last?.altered === undefined ? last : undefined;
  const lost = before ? undefined : lostDecision(last, known, store);
  tellUnread(store, host);
  if (!options.quiet) tellBasis(basis, before, host);
  if (lost) tell(say`Decided already: ${lost.inWords}.`, host);
  const decided = await askAll({ questions, known, before, lost, now, day, options }, host);
  checkNotThemselves(decided, candidate, gathered.people.who.candidates);
  const isAgain = before !== undefined && isSame(before.record, decided, known);
  const record = isAgain ? before.record : sealed(basis, decided, { store, host });
  store.sweep();
  const { path, unsigned } = writeDecision(store.location, {
    record,
    markdown: renderDecisionMarkdown(record),
    sign: (file) => signScorecard(file, host),
  });
  await present({ record, altered: undefined });
  if (unsigned !== undefined) host.stderr.write(say`${clean(unsigned)}\n`);
  if (!options.quiet) {
    const shown = clean(shownPath(host, path));
    host.stderr.write(say`${shown}${isAgain ? ', as it was recorded' : ''}\n`);
    host.stderr.write(say`Next: ${programLine(host.program, ['report', shownPath(host, path), '--open'])}\n`);
  }
  return gathered.problems.length > 0 || unsigned !== undefined ? EXIT.no : EXIT.ok;
}

/** What a decision is going to rest on. */
interface Basis {
  readonly gathered: Gathered;
  readonly panel: Panel;
  readonly known: KnownThen;
  readonly waiting: NonNullable<DecisionRecord['waiting']>;
}

interface Query {
  readonly store: Store;
  readonly options: Options;
}

/** @throws ScorecardError where there is nothing that it can rest on, or some of it is hidden */
async function gatherBasis(typed: string, { store, options }: Query, host: Host): Promise<Basis> {
  const gathered = await gatherCards(
    [],
    { ...options, isRecord: true, drafts: false, evidence: true, detail: true },
    host,
  );
  host.stderr.write(renderProblems(gathered.problems, messagePage(host).style));
  refuseHidden(typed, options, gathered);
  const { panel, basis, standardError } = panelOf(typed, gathered, shownPath(host, store.location));
  const { repeats, who } = gathered.people;
  const meeting = meetingOf({ panel, basis, standardError, repeats, who, hasTalked: true });
  const known = knownThen({ meeting, repeats, isAcrossVersions: options.acrossVersions === true });
  return { gathered, panel, known, waiting: waitingFor(panel, store, who.candidates) };
}

/** Says what is decided on, before anything is asked. */
function tellBasis({ gathered, panel, known, waiting }: Basis, before: FoundDecision | undefined, host: Host): void {
  const cards = panel.members.flatMap((member) => member.cards);
  tellPeople(cards, gathered.people, host);
  tell(clean(basisInShort({ candidate: panel.candidate, ...known, waiting })), host);
  if (before) tell(say`Decided already: ${clean(decidedInShort(before.record))}.`, host);
}

/** The decision under a name of its own. */
function sealed(
  { panel, known, waiting }: Basis,
  decided: Decided,
  { store, host }: { readonly store: Store; readonly host: Host },
): DecisionRecord {
  const { candidate, edition } = panel;
  const id = freeDecisionId(store.location, { candidate, role: edition.role, day: decided.decidedOn });
  return buildDecision({ program: programOf(host), id, candidate, decided, known, waiting });
}

/** @throws ScorecardError while scorecards of the candidate may not be seen */
function refuseHidden(typed: string, { role }: Options, { hidden, people: { who } }: Gathered): void {
  const ofRole = hidden.filter(({ edition }) => role === undefined || edition.role === role);
  const match = findAmong(
    typed,
    ofRole.map(({ candidate }) => candidate),
    who.candidates,
  );
  if (match.type !== 'found') return;
  throw new ScorecardError(
    `scorecards of ${match.person.name} are hidden from you, and nothing is decided without them`,
    {
      hint: say`submit your own scorecard first, or pass --unblind`,
    },
  );
}

/** @throws ScorecardError where there is nothing that a decision can rest on */
function panelOf(typed: string, gathered: Gathered, folder: string): ReturnType<typeof onePanel> {
  if (gathered.cards.length === 0) {
    throw new ScorecardError(`there is no sealed scorecard in ${folder}, and a decision rests on some`, {
      hint: say`hold an interview first: scorecard interview; or pass --store DIR`,
    });
  }
  const one = onePanel([typed], gathered);
  const unsealed = one.panel.members.flatMap(({ cards }) => cards).filter(({ digest }) => digest === undefined);
  const [first] = unsealed;
  if (!first) return one;
  throw new ScorecardError(`${first.source} is not sealed, and a decision rests on what is`, {
    hint: say`take it out of the store, or seal its rows: scorecard batch --help`,
  });
}

/** Whose scorecards for the candidate and role are still drafts. */
function waitingFor(
  { candidate, edition }: Panel,
  store: Store,
  people: People,
): NonNullable<DecisionRecord['waiting']> {
  return store.listDrafts().drafts.flatMap(({ session: { open, submission } }) => {
    const isAbout = open.rubric.id === edition.role && people.isSame(open.candidate, candidate);
    if (!isAbout || submission !== undefined || open.amends !== undefined) return [];
    const { interviewer, session } = open;
    return [{ interviewer, ...(session === undefined ? {} : { session }) }];
  });
}

/** Tells of decisions that can't be read, or are not as they were sealed. */
function tellUnread({ location }: Store, host: Host): void {
  const { decisions, problems } = readDecisions(location);
  const altered = decisions.flatMap((one) =>
    one.altered === undefined ? [] : [say`${clean(shownPath(host, one.path))}: not as sealed, and left out\n`],
  );
  host.stderr.write(say`${renderProblems(problems, messagePage(host).style)}${altered.join('')}`);
}

/** An earlier decision that nobody can go by any more, and that stands all the same until another takes its place. */
interface LostDecision {
  readonly digest: string;
  readonly inWords: TerminalText;
}

function lostDecision(
  last: FoundDecision | undefined,
  { scorecards }: KnownThen,
  store: Store,
): LostDecision | undefined {
  const { digest, decidedAt } = last?.record ?? {};
  if (digest !== undefined && decidedAt !== undefined)
    return { digest, inWords: say`a decision of ${clean(dayOf(decidedAt))} that was changed after it was sealed` };
  const records = readDecisions(store.location).decisions.map(({ record }) => record);
  const digests = scorecards.flatMap((card) => card.digest ?? []);
  const gone = goneDecisionOn(store.readLog(), records, digests);
  if (!gone) return undefined;
  const day = gone.at === undefined ? say`` : say` of ${clean(dayOf(gone.at))}`;
  return { digest: gone.digest, inWords: say`the log tells of a decision${day} that is gone, ${clean(gone.digest)}` };
}

interface Asking {
  readonly questions: Questions;
  readonly known: KnownThen;
  readonly before: FoundDecision | undefined;
  readonly lost: LostDecision | undefined;
  readonly now: string;
  readonly day: string | undefined;
  readonly options: Options;
}

async function askAll({ questions, known, before, lost, now, day, options }: Asking, host: Host): Promise<Decided> {
  const me = await whoAmI(options.as, host);
  const decision = await questions.decision();
  const by = parsePerson(await questions.by(me));
  const { recommendation } = known.panel;
  const why = await questions.why();
  const whyDiffers = decisionDiffers(decision, recommendation) ? await questions.whyDiffers(recommendation) : undefined;
  const isByMe = me !== undefined && createPeople([me, by]).isSame(me, by);
  const decided = {
    ...{ decision, by, why, whyDiffers },
    recordedBy: isByMe ? undefined : me,
    followUp: options.followUp?.trim() || undefined,
    decidedAt: now,
    decidedOn: day ?? dayOf(now),
    replaces: undefined,
  };
  if (lost) return { ...decided, replaces: { digest: lost.digest, why: await questions.whyReplace(lost.inWords) } };
  const digest = before?.record.digest;
  if (!before || digest === undefined || isSame(before.record, decided, known)) return decided;
  return { ...decided, replaces: { digest, why: await questions.whyReplace(decidedInShort(before.record)) } };
}

/** Whether the same was decided on the same: then there is nothing to record. */
function isSame(record: DecisionRecord, decided: Decided, known: KnownThen): boolean {
  const digests = ({ scorecards }: Pick<KnownThen, 'scorecards'>) => scorecards.map((card) => card.digest).join(' ');
  const saidOf = ({ decision, by, why, followUp }: Pick<DecisionRecord, 'decision' | 'by' | 'why' | 'followUp'>) =>
    JSON.stringify([decision, by.name, by.id, why, followUp]);
  return (
    saidOf(record) ===
      JSON.stringify([decided.decision, decided.by.name, decided.by.id, decided.why, decided.followUp]) &&
    record.differs?.why === decided.whyDiffers &&
    digests(record) === digests(known)
  );
}

/** The log says who decided, and no candidate's name. @throws ScorecardError */
function checkNotThemselves({ by, recordedBy }: Decided, candidate: Person, people: People): void {
  if (![by, recordedBy].some((person) => person !== undefined && people.isSame(person, candidate))) return;
  throw new ScorecardError(`${candidate.name} is the candidate, and does not decide about themselves`, {
    hint: say`say who decides with --by, and who you are with --as`,
  });
}
