import { dirname, resolve } from 'node:path';
import { isSamePerson } from '../../core/person/person.js';
import { inFile, type Problem } from '../../core/problem.js';
import { newestOf } from '../../core/scorecard/newest.js';
import { verifyScorecard } from '../../core/scorecard/verify-scorecard.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { loadScorecard, parseScorecardFile, type ReadScorecard } from '../../io/cards/scorecard-file.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import type { Document } from '../../render/explanation/document.js';
import { explanationOf } from '../../render/explanation/explanation.js';
import { documentHtml } from '../../render/explanation/html.js';
import { documentMarkdown } from '../../render/explanation/markdown.js';
import { documentText } from '../../render/explanation/text.js';
import { renderProblems } from '../../render/messages/problems.js';
import type { GlobalOptions } from '../context.js';
import { type FoundScorecard, findScorecards } from '../shared/find-scorecards.js';
import { messagePage } from '../shared/page.js';
import { presenter, type Renderers } from '../shared/present.js';
import { onlyVisible, storesAround } from '../shared/visible-cards.js';
import type { OutputOptions } from '../shared/write-result.js';
import { EXPLAIN_FORMATS, type ExplainFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly contact?: string;
  readonly unblind?: boolean;
  readonly store?: string;
  readonly format?: ExplainFormat;
}

interface Read extends ReadScorecard {
  readonly path: string;
}

const renderers: Renderers<Document, ExplainFormat> = {
  text: documentText,
  markdown: documentMarkdown,
  html: documentHtml,
};

export async function explain(word: string, options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(EXPLAIN_FORMATS, renderers, options, host);
  const found = findScorecards([word], options, host);
  const { cards: read, problems: invalid } = readAll(found, host);
  const { cards: visible, exitCode } = onlyVisible(
    read,
    {
      authorOf: ({ card: { candidate, interviewer, rubric } }) => ({
        candidate: candidate.name,
        interviewer: interviewer.name,
        role: rubric.id,
      }),
      stores: storesAround(host, { paths: read.map(({ path }) => path), given: options.store }),
      unblind: options.unblind === true,
    },
    host,
  );
  // With some of it left out, it would seem to be all there is.
  if (visible.length < read.length) return exitCode;
  const sealed = onlySealed(visible, word);
  if (found.some(({ by }) => by === 'folder')) refuseSeveral(sealed, word);
  const problems = [...invalid, ...sealed.flatMap(({ stored, path }) => inFile(verifyScorecard(stored), path))];
  if (problems.length > 0) {
    host.stderr.write(renderProblems(problems, messagePage(host).style));
    host.stderr.write(say`nothing is explained: a record that does not agree with itself explains nothing\n`);
    return EXIT.no;
  }
  const newest = newestOf(sealed, ({ card }) => card);
  if (found.length === 1 && newest[0]) warnOfNewer(newest[0], host);
  await present(explanationOf(inOrder(newest), options.contact));
  if (!options.quiet) host.stderr.write(nextSteps(options));
  return EXIT.ok;
}

/** What was named itself must be a scorecard; of others the mistakes are told. */
function readAll(
  found: readonly FoundScorecard[],
  host: Host,
): { readonly cards: readonly Read[]; readonly problems: readonly Problem[] } {
  const cards: Read[] = [];
  const problems: Problem[] = [];
  for (const { path, by } of found) {
    const full = resolve(host.cwd, path);
    if (by === 'file') cards.push({ ...loadScorecard(full, path), path });
    else {
      const checked = parseScorecardFile(readBytes(full, path), path);
      if (checked.ok) cards.push({ ...checked.value, path });
      else problems.push(...checked.problems);
    }
  }
  return { cards, problems };
}

/** @throws ScorecardError when nothing is left */
function onlySealed(read: readonly Read[], word: string): readonly Read[] {
  // What has a digest was sealed, whatever it says of its status.
  const isSealed = ({ card }: Read) => card.status === 'submitted' || card.digest !== undefined;
  const sealed = read.filter((one) => isSealed(one) && one.card.shadow !== true);
  if (sealed.length > 0) return sealed;
  throw new ScorecardError(`${word}: there is no scorecard to explain`, {
    hint: say`a draft is not finished, and a shadow scorecard counts for nothing`,
  });
}

/** @throws ScorecardError when they are of several people */
function refuseSeveral(sealed: readonly Read[], word: string): void {
  const [first] = sealed;
  if (first && sealed.every(({ card }) => isSamePerson(card.candidate, first.card.candidate))) return;
  throw new ScorecardError(`${word} holds scorecards of several candidates`, {
    hint: say`an explanation is for one: name the candidate, with --store DIR`,
  });
}

function inOrder(read: readonly Read[]): readonly ReadScorecard['card'][] {
  const day = ({ held, startedAt }: ReadScorecard['card']) => held ?? startedAt;
  return read.map(({ card }) => card).sort((a, b) => (day(a) < day(b) ? -1 : 1));
}

/** A scorecard that was named itself may have been amended. */
function warnOfNewer({ card, path }: Read, host: Host): void {
  const around = readAll(findScorecards([dirname(resolve(host.cwd, path))], {}, host), host).cards;
  const newer = around.find(({ card: { amends } }) => amends !== undefined && amends.digest === card.digest);
  if (newer) host.stderr.write(say`${clean(path)} was amended: the newer one is ${clean(newer.card.id)}\n`);
}

function nextSteps({ contact }: Options): TerminalText {
  const blank = contact === undefined ? '; --contact says whom to write to, where a blank is left now' : '';
  return say`Next: read it, since notes stand as they were written, and hand it out${blank}\n`;
}
