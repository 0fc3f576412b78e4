import { dirname, join } from 'node:path';
import type { DecisionRecord } from '../../../core/decision/decision.js';
import { decisionEntry } from '../../../core/decision/log-decision.js';
import type { Person } from '../../../core/person/person.js';
import { jsonDocument, type MarkdownText, say } from '../../../core/text/safe-text.js';
import { slugOf } from '../../../core/text/slug.js';
import { accessIn, makeFolder } from '../../system/access.js';
import { exists } from '../../system/files.js';
import { decisionsFolder } from '../layout.js';
import { appendToLog, readLog } from '../log/log.js';
import { writeBeside, writeSealed } from '../write-scorecard.js';

interface Naming {
  readonly candidate: Person;
  readonly role: string;
  /** The day of the decision. */
  readonly day: string;
}

/** A name that no decision has: `2026-11-27-ada-example-head-infra`, then `…-2`. */
export function freeDecisionId(store: string, { candidate, role, day }: Naming): string {
  const name = `${day}-${slugOf(candidate.name)}-${role}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`;
    const path = decisionPath(store, id);
    if (!['', '.sig'].some((end) => exists(`${path}${end}`)) && !exists(markdownOf(path))) return id;
  }
}

interface Written {
  readonly record: DecisionRecord;
  readonly markdown: MarkdownText;
  /** Signs a file. Returns why it could not; `undefined` where it is signed, or nothing is to be. */
  readonly sign: (path: string) => string | undefined;
}

/**
 * Writes a decision, its signature, its report, last its line in the log. What stands already is left: so the same again
 * goes on where a kill ended it. Returns its path, and why it isn't signed where it was to be.
 *
 * @throws ScorecardError that names the file
 */
export function writeDecision(
  store: string,
  { record, markdown, sign }: Written,
): { readonly path: string; readonly unsigned: string | undefined } {
  const path = decisionPath(store, record.id);
  const access = accessIn(store);
  makeFolder(dirname(path), access.folder);
  const hint = say`move that file elsewhere, then decide again`;
  writeSealed(path, jsonDocument(record), { access, hint });
  const unsigned = sign(path);
  writeBeside(markdownOf(path), markdown, access);
  logDecision(store, record);
  return { path, unsigned };
}

function logDecision(store: string, record: DecisionRecord): void {
  const entry = decisionEntry(record);
  const isLogged = readLog(store).entries.some(
    ({ type, decisions = [] }) => type === 'decide' && record.digest !== undefined && decisions.includes(record.digest),
  );
  if (!isLogged) appendToLog(store, entry);
}

function decisionPath(store: string, id: string): string {
  return join(decisionsFolder(store), `${id}.json`);
}

/** The report beside a decision. */
export function markdownOf(path: string): string {
  return path.replace(/\.json$/i, '.md');
}
