import { resolve } from 'node:path';
import { inFile, type Problem } from '../../core/problem.js';
import { repeatedKeyProblems } from '../../core/scorecard/repeated-keys.js';
import { verifyScorecard } from '../../core/scorecard/verify-scorecard.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { parseScorecardFile, type ReadScorecard } from '../../io/cards/scorecard-file.js';
import { readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { renderVerified } from '../../render/scorecard/verified.js';
import type { GlobalOptions } from '../context.js';
import { findScorecards } from '../shared/find-scorecards.js';
import { pageFor } from '../shared/page.js';
import { onlyVisible, readKnown, storesAround } from '../shared/visible-cards.js';
import { checkBeside, type Findings } from './check-beside.js';
import { checkSignatures, countSigned } from './check-signature.js';

interface Options extends GlobalOptions {
  readonly unblind?: boolean;
  readonly as?: string;
  readonly signed?: boolean;
  /** A file of allowed signers; asks for `signed`. */
  readonly signers?: string;
}

/** A scorecard file that could be read. */
interface ReadFile extends ReadScorecard {
  readonly bytes: Uint8Array;
  /** As it was named. */
  readonly path: string;
}

export async function verify(words: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const paths = findScorecards(words, {}, host).map(({ path }) => path);
  const { files, problems: invalid } = readFiles(paths, host);
  const stores = storesAround(host, { paths });
  // A mismatch tells figures: what is hidden elsewhere is hidden here.
  const { cards: visible, exitCode } = await onlyVisible(
    files,
    {
      authorOf: ({ card: { candidate, interviewer, rubric } }) => ({
        candidate,
        interviewer,
        role: rubric.id,
      }),
      stores,
      unblind: options.unblind === true,
      as: options.as,
      same: readKnown(stores).same,
    },
    host,
  );
  const checked = visible.map((file) => checkFile(file, host));
  const isSigned = options.signed === true || options.signers !== undefined;
  const signatures = isSigned ? checkSignatures(visible, options.signers, host) : undefined;
  const mismatches = [...checked.flatMap(({ problems }) => problems), ...(signatures?.problems ?? [])];
  host.stdout.write(renderProblems([...invalid, ...mismatches], pageFor({}, host).style));
  for (const line of signatures?.good ?? []) host.stdout.write(say`${clean(line)}\n`);
  for (const line of signatures?.remarks ?? []) host.stderr.write(say`${clean(line)}\n`);
  if (!options.quiet) {
    const tally = {
      verified: visible.length,
      mismatches: mismatches.length,
      invalid: paths.length - files.length,
      hidden: files.length - visible.length,
      unchecked: checked.flatMap(({ unchecked }) => unchecked),
    };
    if (!isSigned && visible.length > 0) host.stderr.write(say`${countSigned(visible, host)}\n`);
    host.stderr.write(renderVerified(tally));
  }
  return invalid.length + mismatches.length === 0 ? exitCode : EXIT.no;
}

interface ReadFiles {
  readonly files: readonly ReadFile[];
  /** Of those that are not valid. */
  readonly problems: readonly Problem[];
}

/** @throws ScorecardError when a file can't be read */
function readFiles(paths: readonly string[], host: Host): ReadFiles {
  const files: ReadFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const bytes = readBytes(resolve(host.cwd, path), path);
    const checked = parseScorecardFile(bytes, path);
    if (checked.ok) files.push({ ...checked.value, bytes, path });
    else problems.push(...checked.problems);
  }
  return { files, problems };
}

function checkFile({ stored, card, bytes, path }: ReadFile, host: Host): Findings {
  const { problems, unchecked } = checkBeside({ stored, card, path }, host);
  const own = [...repeatedKeyProblems(new TextDecoder().decode(bytes)), ...verifyScorecard(stored)];
  return { problems: inFile([...own, ...problems], path), unchecked };
}
