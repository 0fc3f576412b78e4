import { inFile, type Problem } from '../../core/problem.js';
import { repeatedKeyProblems } from '../../core/scorecard/repeated-keys.js';
import { verifyScorecard } from '../../core/scorecard/verify-scorecard.js';
import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { renderRemarks, renderVerified, renderVerifiedText, type Verified } from '../../render/scorecard/verified.js';
import type { GlobalOptions } from '../context.js';
import { noScorecards } from '../shared/found/no-scorecards.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { ofWholeCards, onlyVisible, readKnown, storesAround } from '../shared/visible-cards.js';
import { checkBeside, checkLoneReport, type Findings } from './check-beside.js';
import { checkChains } from './check-chains.js';
import { checkHeads, keptHeads } from './check-heads.js';
import { checkSignatures, countSigned } from './check-signature.js';
import { VERIFY_FORMATS, type VerifyFormat } from './formats.js';
import { createNeighbours, type FindNeighbours } from './neighbours.js';
import { findTargets, type ReadFile, readFiles } from './targets.js';

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
      stores: around,
      unblind: options.unblind === true,
      as: options.as,
      same: readKnown(around).same,
    },
    host,
  );
  const neighboursOf = createNeighbours(host);
  const checked = [...visible.map((file) => checkFile(file, neighboursOf)), ...targets.reports.map(checkLoneReport)];
  const isSigned = options.signed === true || options.signers !== undefined;
  const signatures = isSigned ? checkSignatures(visible, options.signers, host) : undefined;
  const stores = targets.stores.map((store) => checkChains(store, read, { neighboursOf, host }));
  const heads = checkHeads(kept, stores);
  const mismatches: readonly Problem[] = [
    ...checked.flatMap(({ problems }) => problems),
    ...(signatures?.problems ?? []),
    ...stores.flatMap(({ problems }) => problems),
    ...heads.problems,
  ];
  const verified: Verified = {
    verified: visible.length,
    reports: targets.reports.length,
    invalid: read.invalid,
    hidden: read.files.length - visible.length,
    version1: stores.reduce((sum, { outside }) => sum + outside, 0),
    problems: [...read.problems, ...mismatches],
    mismatches: mismatches.filter(({ severity }) => severity === 'error').length,
    notes: mismatches.filter(({ severity }) => severity === 'note').length,
    unchecked: tally([
      ...[...checked, ...stores].flatMap(({ unchecked }) => unchecked),
      ...read.closed.map(() => 'scorecard (no permission)'),
    ]),
    signatures: signatures?.good ?? [],
    stores: stores.map(({ shown, heads }) => ({ store: shown, heads })),
    kept: heads.heads,
  };
  await present(verified);
  if (isNothing(verified)) throw noScorecards({ store: usualStore(options), paths }, host);
  if (!options.quiet) {
    const signed = !isSigned && visible.length > 0 ? [countSigned(visible)] : [];
    host.stderr.write(say`${renderRemarks([...(signatures?.remarks ?? []), ...signed])}${renderVerified(verified)}`);
  } else host.stderr.write(renderRemarks(signatures?.remarks ?? []));
  return exitCodeOf(verified, options, exitCode);
}

/** Whether there was nothing to look at, and nothing is known to be gone. */
function isNothing({ verified, reports, invalid, hidden, unchecked, problems, kept, stores }: Verified): boolean {
  const found = verified + reports + invalid + hidden + unchecked.length + problems.length + kept.length;
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
  { verified, reports, invalid, mismatches, notes, stores }: Verified,
  { strict }: Options,
  otherwise: ExitCode,
): ExitCode {
  // Of nothing, nothing is sure.
  const isUnsure = verified + reports === 0 && stores.every(({ heads }) => heads.length === 0);
  const isWrong = invalid + mismatches > 0 || (strict === true && notes > 0);
  return isUnsure || isWrong ? EXIT.no : otherwise;
}

function checkFile(file: ReadFile, neighboursOf: FindNeighbours): Findings {
  const { problems, unchecked } = checkBeside(file, neighboursOf(file.path));
  const own = [...repeatedKeyProblems(new TextDecoder().decode(file.bytes)), ...verifyScorecard(file.stored)];
  return { problems: inFile([...own, ...problems], file.shown), unchecked };
}
