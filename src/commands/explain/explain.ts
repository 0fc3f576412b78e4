import { dirname, resolve } from 'node:path';
import type { DecisionRecord } from '../../core/decision/decision.js';
import { sealOf } from '../../core/log/submission.js';
import { createPeople } from '../../core/person/person.js';
import { inFile } from '../../core/problem.js';
import { barAnchors } from '../../core/scorecard/bar-anchors.js';
import { newestOf } from '../../core/scorecard/chain/newest.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { verifyScorecard } from '../../core/scorecard/verify-scorecard.js';
import { dayOfInterview } from '../../core/text/date.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { readKnown, storesAround } from '../../io/store/blindness.js';
import { standingDecision } from '../../io/store/decisions/standing-decision.js';
import { storeAt } from '../../io/store/folder-store.js';
import type { Host } from '../../io/system/host.js';
import type { Document } from '../../render/document/document.js';
import { documentHtml } from '../../render/document/html.js';
import { documentMarkdown } from '../../render/document/markdown.js';
import { documentText } from '../../render/document/text.js';
import { explanationOf } from '../../render/explanation/explanation.js';
import { renderProblems } from '../../render/messages/problems.js';
import type { GlobalOptions } from '../context.js';
import { type ReadCard, readVisible } from '../shared/found/read-found.js';
import { tellNewer } from '../shared/found/tell-newer.js';
import { logHandout } from '../shared/log/log-handout.js';
import { messagePage } from '../shared/page.js';
import { presenter, type Renderers } from '../shared/present.js';
import type { OutputOptions } from '../shared/write-result.js';
import { EXPLAIN_FORMATS, type ExplainFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly contact?: string;
  readonly unblind?: boolean;
  readonly as?: string;
  readonly store?: string;
  readonly format?: ExplainFormat;
}

const renderers: Renderers<Document, ExplainFormat> = {
  text: documentText,
  markdown: documentMarkdown,
  html: documentHtml,
};

export async function explain(word: string, options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(EXPLAIN_FORMATS, renderers, options, host);
  const { cards: visible, problems: invalid, hidden, exitCode } = await readVisible([word], options, host);
  // With some of it left out, it would seem to be all there is.
  if (hidden > 0) return exitCode;
  const sealed = onlySealed(visible, word);
  if (sealed.some(({ by }) => by === 'folder')) refuseSeveral(sealed, word, options, host);
  const problems = sealed.flatMap(({ stored, path }) => inFile(verifyScorecard(stored), path));
  if (problems.length + invalid.length > 0) {
    host.stderr.write(renderProblems(problems, messagePage(host).style));
    host.stderr.write(say`nothing is explained: a record that does not agree with itself explains nothing\n`);
    return EXIT.no;
  }
  const newest = newestOf(sealed, ({ card }) => card);
  tellNewer(newest, host);
  const explained = {
    paths: newest.map(({ path }) => path),
    seals: newest.flatMap(({ stored }) => sealOf(stored) ?? []),
  };
  await logHandout('explain', { ...explained, given: options.store, as: options.as }, host);
  const decisions = decisionsOn(newest, options, host);
  await present(explanationOf(inOrder(newest), options.contact, barsIn(newest, host), decisions));
  if (!options.quiet) host.stderr.write(nextSteps(options));
  return EXIT.ok;
}

/** @throws ScorecardError when nothing is left */
function onlySealed(read: readonly ReadCard[], word: string): readonly ReadCard[] {
  // What has a digest was sealed, whatever it says of its status.
  const isSealed = ({ card }: ReadCard) => card.status === 'submitted' || card.digest !== undefined;
  const sealed = read.filter((one) => isSealed(one) && one.card.shadow !== true);
  if (sealed.length > 0) return sealed;
  throw new ScorecardError(`${word}: there is no scorecard to explain`, {
    hint: say`a draft is not finished, and a shadow scorecard counts for nothing`,
  });
}

/** @throws ScorecardError when they are of several people */
function refuseSeveral(sealed: readonly ReadCard[], word: string, { store }: Options, host: Host): void {
  const stores = storesAround(host, { paths: sealed.map(({ path }) => path), given: store });
  const candidates = sealed.map(({ card }) => card.candidate);
  const people = createPeople(candidates, readKnown(stores).same);
  const [first] = candidates;
  if (first && candidates.every((candidate) => people.isSame(candidate, first))) return;
  throw new ScorecardError(`${word} holds scorecards of several candidates`, {
    hint: say`an explanation is for one: name the candidate, with --store DIR`,
  });
}

/** The decisions that stand on the candidate, for the roles of these scorecards. */
function decisionsOn(read: readonly ReadCard[], { store: given }: Options, host: Host): readonly DecisionRecord[] {
  const stores = storesAround(host, { paths: read.map(({ path }) => path), given });
  const candidates = read.map(({ card }) => card.candidate);
  const byRole = new Map(read.map(({ card: { candidate, rubric } }) => [rubric.id, candidate]));
  return [...byRole].flatMap(
    ([role, candidate]) => standingDecision(stores, { candidate, role }, candidates)?.record ?? [],
  );
}

function inOrder(read: readonly ReadCard[]): readonly Scorecard[] {
  const time = (card: Scorecard) => `${dayOfInterview(card)} ${card.startedAt}`;
  return read.map(({ card }) => card).sort((a, b) => (time(a) < time(b) ? -1 : 1));
}

/** How each form describes what the role asks for, from the rubric that is kept beside the scorecard. */
function barsIn(read: readonly ReadCard[], host: Host): (card: Scorecard) => ReadonlyMap<string, string> {
  return (card) => {
    const path = read.find((one) => one.card === card)?.path;
    const rubric =
      path === undefined ? undefined : storeAt(dirname(resolve(host.cwd, path)), host).readRubric(card.rubric.sha256);
    return rubric === undefined ? new Map() : barAnchors(card, rubric);
  };
}

function nextSteps({ contact }: Options): TerminalText {
  const blank = contact === undefined ? '; --contact says whom to write to, where a blank is left now' : '';
  return say`Next: read it, since notes stand as they were written, and hand it out${blank}\n`;
}
