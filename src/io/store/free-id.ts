import { dayOf } from '../../core/text/date.js';
import { slugOf } from '../../core/text/slug.js';
import { signaturePath } from '../signature/signature-path.js';
import { exists } from '../system/files.js';
import { findDraft, scorecardPaths } from './layout.js';
import type { Naming } from './store.js';

/** More scorecards of one name on one day than anybody writes. */
const MOST_OF_ONE_NAME = 100_000;

/**
 * The names that a scorecard may have, first to last: `2026-11-20-ada-example-head-infra-r-panel`, then `…-2`.
 * `person` is what stands for the interviewer.
 */
export function* ids(
  { candidate, interviewer, role, session, startedAt }: Naming,
  person = slugOf(interviewer.name),
): Generator<string> {
  const what = session === undefined ? role : `${role}-${session}`;
  const name = `${dayOf(startedAt)}-${slugOf(candidate.name)}-${what}-${person}`;
  yield name;
  for (let number = 2; number <= MOST_OF_ONE_NAME; number += 1) yield `${name}-${number}`;
}

/** Whether a draft or a scorecard has the name. The draft first: it goes only when its scorecard stands. */
export function isTaken(folder: string, id: string): boolean {
  const { json, markdown } = scorecardPaths(folder, id);
  return findDraft(folder, id) !== undefined || [json, markdown, signaturePath(json)].some(exists);
}

/** A name that nothing in the folder has. */
export function freeId(folder: string, naming: Naming): string {
  for (const id of ids(naming)) if (!isTaken(folder, id)) return id;
  throw new RangeError('more scorecards of one name than anybody writes');
}
