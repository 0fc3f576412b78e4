import { inFile, type Problem } from '../../core/problem.js';
import { repeatedKeyProblems } from '../../core/scorecard/repeated-keys.js';
import { verifyScorecard } from '../../core/scorecard/verify-scorecard.js';
import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { renderRemarks, renderVerified, renderVerifiedText, type Verified } from '../../render/scorecard/verified.js';
import type { GlobalOptions } from '../context.js';
import { storesOf } from '../shared/decisions/read-named.js';
import { onlyVisibleDecisions } from '../shared/decisions/visible-decisions.js';
import { noScorecards } from '../shared/found/no-scorecards.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { ofWholeCards, onlyVisible, readKnown, storesAround } from '../shared/visible-cards.js';
import { checkBeside, checkLoneReport, type Findings } from './check-beside.js';
import { checkChains } from './check-chains.js';
import { checkDecisionChains, checkDecisions } from './check-decision.js';
import { checkHeads, keptHeads } from './check-heads.js';
import { checkSignatures, countSigned, signedCard, signedDecision } from './check-signature.js';
import { VERIFY_FORMATS, type VerifyFormat } from './formats.js';
import { createNeighbours, type FindNeighbours } from './neighbours.js';
import { findTargets, type ReadDecisionFile, type ReadFile, type ReadFiles, readFiles } from './targets.js';

interface Options extends GlobalOptions {
  /** `true`: the usual store, as a whole. */
  readonly store?: string | true;
  readonly head?: readonly string[];
  readonly heads?: string;
  readonly strict?: boolean;
  readonly unblind?: boolean;
  readonly as?: string;
  readonly signed?: boolean;
  /** A file of allowed signers; asks for `signed`. */
  readonly signers?: string;
  readonly format: VerifyFormat;
}

const renderers: Renderers<Verified, VerifyFormat> = {
  text: (verified, { style }) => renderVerifiedText(verified, style),
  json: (verified) => jsonOf(verified),
};

export async function verify(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(VERIFY_FORMATS, renderers, options, host);
  const kept = keptHeads(options, host);
  const targets = findTargets(paths, options, host);
  const read = readFiles(targets);
  const around = storesAround(host, {
    paths: [...targets.files, ...targets.reports].map(({ path }) => path),
    folders: targets.stores.map(({ store }) => store.location),
  });
  // A mismatch tells figures: what is hidden elsewhere is hidden here.
  const { cards: visible, exitCode } = await onlyVisible(
    read.files,
    {
      ...ofWholeCards,
      // It tells of files, not of what stands in them.
      labelled: 'unneeded',
      stores: around,
      unblind: options.unblind === true,
      as: options.as,
      same: readKnown(around).same,
    },
    host,
  );
  const given = typeof options.store === 'string' ? options.store : undefined;
  const decisions = await visibleDecisions(read, visible, { options, around, given, host });
  const neighboursOf = createNeighbours(host);
  const checked = [
    ...visible.map((file) => checkFile(file, neighboursOf)),
    ...targets.reports.map(checkLoneReport),
    ...(await checkDecisions(decisions, { neighboursOf, host, given })),
  ];
  const isSigned = options.signed === true || options.signers !== undefined;
  const sealed = [...visible.map(signedCard), ...decisions.map(signedDecision)];
  const signatures = isSigned ? checkSignatures(sealed, options.signers, host) : undefined;
  const stores = targets.stores.map((store) => checkChains(store, read, { neighboursOf, host }));
  const heads = checkHeads(kept, stores);
  const shownFiles = new Set(visible);
  const hidden = new Set(read.files.flatMap((file) => (shownFiles.has(file) ? [] : (file.stored.digest ?? []))));
  const mismatches: readonly Problem[] = [
    ...checked.flatMap(({ problems }) => problems),
    ...(signatures?.problems ?? []),
    ...stores.flatMap(({ problems }) => problems),
    ...targets.stores.flatMap((store) => checkDecisionChains(store, read.decisions)),
    ...heads.problems,
  ];
  const verified: Verified = {
    verified: visible.length,
    decisions: decisions.length,
    reports: targets.reports.length,
    invalid: read.invalid,
    hidden: read.files.length - visible.length + read.decisions.length - decisions.length,
    version1: stores.reduce((sum, { outside }) => sum + outside, 0),
    problems: [...read.problems, ...mismatches],
    mismatches: mismatches.filter(({ severity }) => severity === 'error').length,
    notes: mismatches.filter(({ severity }) => severity === 'note').length,
    unchecked: tally([
      ...[...checked, ...stores].flatMap(({ unchecked }) => unchecked),
      ...read.closed.map(() => 'scorecard (no permission)'),
    ]),
    signatures: signatures?.good ?? [],
    // A digest is made of what is hidden.
    stores: stores.map(({ shown, heads }) => ({
      store: shown,
      heads: heads.filter(({ digest }) => !hidden.has(digest)),
    })),
    kept: heads.heads,
  };
  await present(verified);
  if (isNothing(verified)) throw noScorecards({ store: usualStore(options), paths }, host);
  if (!options.quiet) {
    const signed = !isSigned && sealed.length > 0 ? [countSigned(sealed)] : [];
    host.stderr.write(say`${renderRemarks([...(signatures?.remarks ?? []), ...signed])}${renderVerified(verified)}`);
  } else host.stderr.write(renderRemarks(signatures?.remarks ?? []));
  return exitCodeOf(verified, options, decisions.length < read.decisions.length ? EXIT.no : exitCode);
}

interface Around {
  readonly options: Options;
  readonly around: readonly Store[];
  readonly given: string | undefined;
  readonly host: Host;
}

/** A decision tells what its scorecards say: it is hidden with them. Of those that were not read here it is asked. */
async function visibleDecisions(
  { files, decisions }: ReadFiles,
  visible: readonly ReadFile[],
  { options, around, given, host }: Around,
): Promise<readonly ReadDecisionFile[]> {
  const seen = new Set(visible.map(({ stored }) => stored.digest));
  const hidden = new Set(files.flatMap(({ stored: { digest } }) => (seen.has(digest) ? [] : digest)));
  const digestsOf = ({ record }: ReadDecisionFile) => record.scorecards.map(({ digest }) => digest);
  const rest = decisions.filter((one) => !digestsOf(one).some((digest) => hidden.has(digest)));
  const unsure = rest.filter((one) => !digestsOf(one).every((digest) => seen.has(digest)));
  if (unsure.length === 0) return rest;
  const stores = [...around, ...unsure.flatMap((decision) => storesOf(decision, given, host))];
  const query = { stores, unblind: options.unblind === true, as: options.as, same: readKnown(stores).same };
  const shown = await onlyVisibleDecisions(unsure, query, host);
  return rest.filter((one) => !unsure.includes(one) || shown.decisions.includes(one));
}

/** Whether there was nothing to look at, and nothing is known to be gone. */
function isNothing({
  verified,
  decisions,
  reports,
  invalid,
  hidden,
  unchecked,
  problems,
  kept,
  stores,
}: Verified): boolean {
  const found = verified + decisions + reports + invalid + hidden + unchecked.length + problems.length + kept.length;
  return found === 0 && stores.every(({ heads }) => heads.length === 0);
}

function usualStore({ store }: Options): string | undefined {
  return store === true ? undefined : store;
}

function tally(items: readonly string[]): Verified['unchecked'] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([what, count]) => ({ what, count }));
}

function exitCodeOf(
  { verified, decisions, reports, invalid, mismatches, notes, stores }: Verified,
  { strict }: Options,
  otherwise: ExitCode,
): ExitCode {
  // Of nothing, nothing is sure.
  const isUnsure = verified + decisions + reports === 0 && stores.every(({ heads }) => heads.length === 0);
  const isWrong = invalid + mismatches > 0 || (strict === true && notes > 0);
  return isUnsure || isWrong ? EXIT.no : otherwise;
}

function checkFile(file: ReadFile, neighboursOf: FindNeighbours): Findings {
  const { problems, unchecked } = checkBeside(file, neighboursOf(file.path));
  const own = [...repeatedKeyProblems(new TextDecoder().decode(file.bytes)), ...verifyScorecard(file.stored)];
  return { problems: inFile([...own, ...problems], file.shown), unchecked };
}
