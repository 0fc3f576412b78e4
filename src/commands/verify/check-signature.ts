import { basename, dirname, join } from 'node:path';
import type { Person } from '../../core/person/person.js';
import { createProblem, type Problem } from '../../core/problem.js';
import { verifySignature } from '../../core/signature/verify-signature.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { type KnownSigners, loadAllowedSigners, readSignature } from '../../io/signature/read-signature.js';
import { storeOfDecision } from '../../io/store/decisions/read-decisions.js';
import type { Host } from '../../io/system/host.js';
import type { NamedFile, ReadDecisionFile, ReadFile } from './targets.js';

/** What somebody sealed, and may have signed. */
export interface SignedFile extends NamedFile {
  readonly bytes: Uint8Array;
  /** Who may have signed it: any of them. */
  readonly by: readonly Person[];
  readonly whose: 'interviewer' | 'one who decided';
  /** ISO 8601. */
  readonly at: string;
  /** A file in the store, beside which its signers may be listed. */
  readonly beside: string;
}

export function signedCard({ path, shown, bytes, card }: ReadFile): SignedFile {
  const at = card.submittedAt ?? card.startedAt;
  return { path, shown, bytes, by: [card.interviewer], whose: 'interviewer', at, beside: shown };
}

export function signedDecision({ path, shown, bytes, record }: ReadDecisionFile): SignedFile {
  const { by, recordedBy, decidedAt } = record;
  const people = recordedBy === undefined ? [by] : [by, recordedBy];
  const beside = storeOfDecision(path) === undefined ? shown : join(dirname(shown), '..', basename(shown));
  return { path, shown, bytes, by: people, whose: 'one who decided', at: decidedAt, beside };
}

/** A good signature by who sealed it. */
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
  files: readonly SignedFile[],
  signers: string | undefined,
  host: Host,
): CheckedSignatures {
  const known = new Map<string, KnownSigners>();
  const problems: Problem[] = [];
  const good: GoodSignature[] = [];
  for (const file of files) {
    const folder = dirname(file.path);
    const allowed = known.get(folder) ?? loadAllowedSigners({ given: signers, card: file.beside }, host);
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
function checkSignature(file: SignedFile, { signers }: KnownSigners): GoodSignature | Problem {
  const { by, whose, bytes, path, shown } = file;
  const signature = readSignature(path);
  if (signature === undefined) return createProblem('unsigned', {}, []);
  const at = Date.parse(file.at);
  const verdict = verifySignature({ bytes, signature, interviewer: by.flatMap(namesOf), at }, signers);
  switch (verdict.type) {
    case 'good':
      return { file: shown, signer: verdict.signer, key: verdict.key };
    case 'somebody-else': {
      const names = by.map(({ name }) => name).join(' or ');
      const who = `by somebody else than the ${whose} ${names}: ${verdict.signer} (${verdict.key})`;
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
export function countSigned(files: readonly Pick<NamedFile, 'path'>[]): TerminalText {
  const signed = files.filter(({ path }) => readSignature(path) !== undefined).length;
  return say`${signed} signed, ${files.length - signed} unsigned${signed === 0 ? '' : ' (--signed checks the signatures)'}`;
}
