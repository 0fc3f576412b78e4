import { dirname } from 'node:path';
import type { Person } from '../../core/person/person.js';
import { createProblem, type Problem } from '../../core/problem.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { verifySignature } from '../../core/signature/verify-signature.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { type KnownSigners, loadAllowedSigners, readSignature } from '../../io/signature/read-signature.js';
import type { Host } from '../../io/system/host.js';
import type { NamedFile } from './targets.js';

export interface SignedCard extends NamedFile {
  readonly card: Scorecard;
  readonly bytes: Uint8Array;
}

/** A good signature by the interviewer. */
export interface GoodSignature {
  readonly file: string;
  readonly signer: string;
  readonly key: string;
}

export interface CheckedSignatures {
  readonly problems: readonly Problem[];
  readonly good: readonly GoodSignature[];
  /** Of `allowed_signers`, with the numbers of lines that say nothing. */
  readonly remarks: readonly string[];
}

/** @throws ScorecardError when nothing says whose keys count */
export function checkSignatures(
  files: readonly SignedCard[],
  signers: string | undefined,
  host: Host,
): CheckedSignatures {
  const known = new Map<string, KnownSigners>();
  const problems: Problem[] = [];
  const good: GoodSignature[] = [];
  for (const file of files) {
    const folder = dirname(file.path);
    const allowed = known.get(folder) ?? loadAllowedSigners({ given: signers, card: file.shown }, host);
    known.set(folder, allowed);
    const checked = checkSignature(file, allowed);
    if ('signer' in checked) good.push(checked);
    else problems.push({ ...checked, file: file.shown });
  }
  const remarks = [...known.values()].flatMap(({ file, isBeside, badLines }) => [
    ...(isBeside ? [`whose keys count says ${file}: whoever may write there can change it (--signers FILE)`] : []),
    ...badLines.map((line) => `${file}:${line} is not understood, and counts for nobody`),
  ]);
  return { problems, good, remarks: [...new Set(remarks)] };
}

/** Who signed it, or what is wrong. */
function checkSignature({ card, bytes, path, shown }: SignedCard, { signers }: KnownSigners): GoodSignature | Problem {
  const signature = readSignature(path);
  if (signature === undefined) return createProblem('unsigned', {}, []);
  const at = Date.parse(card.submittedAt ?? card.startedAt);
  const interviewer = namesOf(card.interviewer);
  const verdict = verifySignature({ bytes, signature, interviewer, at }, signers);
  switch (verdict.type) {
    case 'good':
      return { file: shown, signer: verdict.signer, key: verdict.key };
    case 'somebody-else': {
      const who = `by somebody else than the interviewer ${card.interviewer.name}: ${verdict.signer} (${verdict.key})`;
      return createProblem('signature', { isGood: true, but: who }, []);
    }
    case 'bad':
      return createProblem('signature', { isGood: false, but: verdict.why }, []);
  }
}

/** "R. Panel <r.panel@example.com>" is known by the whole, by the name and by the address. */
function namesOf({ name: interviewer, id }: Person): readonly string[] {
  const [, name, address] = /^([^<>]*[^<>\s])\s*<([^<>]+)>$/.exec(interviewer) ?? [];
  const parts = name === undefined || address === undefined ? [] : [name, address];
  return [interviewer, ...parts, ...(id === undefined ? [] : [id])];
}

/** How many have a signature beside them, and how many have none. */
export function countSigned(files: readonly SignedCard[]): TerminalText {
  const signed = files.filter(({ path }) => readSignature(path) !== undefined).length;
  return say`${signed} signed, ${files.length - signed} unsigned${signed === 0 ? '' : ' (--signed checks the signatures)'}`;
}
