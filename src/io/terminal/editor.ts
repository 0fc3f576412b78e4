import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf, notesText } from '../../core/interview/notes.js';
import { ScorecardError } from '../../errors.js';
import type { Recorder } from '../store/store.js';
import type { Host } from '../system/host.js';
import { makeTemporaryFolder } from '../system/temporary-folder.js';

/**
 * Opens the notes of the dimension at hand in the user's editor. Returns what to say of it; `undefined` when nothing
 * changed.
 */
export function editNotes(recorder: Recorder, host: Pick<Host, 'env'>): string | undefined {
  const { content, open } = recorder.session;
  const dimension = open.rubric.dimensions[content.cursor];
  if (!dimension) return undefined;
  try {
    const after = editText(notesText(content.dimensions[content.cursor]?.notes ?? []), host);
    if (after === undefined) return undefined;
    recorder.record({ type: 'notes', dimension: dimension.id, texts: notesOf(after) });
    return 'noted';
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; n notes without it`;
  }
}

/**
 * Opens a text in `$VISUAL` or `$EDITOR` (else vi) and returns it as saved; `undefined` when it was left as it was.
 *
 * @throws ScorecardError when the editor cannot be started or reports a failure; what was saved until then is kept in
 * the file it names
 */
export function editText(text: string, host: Pick<Host, 'env'>): string | undefined {
  const editor = host.env.VISUAL || host.env.EDITOR || 'vi';
  const folder = makeTemporaryFolder();
  const file = join(folder, 'note.md');
  writeFileSync(file, text === '' ? '' : `${text}\n`, { mode: 0o600 });
  // The editor may be a command with arguments ("code --wait"): a shell splits it, as git does.
  const { status, error } = spawnSync('sh', ['-c', `${editor} "$1"`, 'editor', file], {
    stdio: 'inherit',
    env: host.env as NodeJS.ProcessEnv,
  });
  const saved = readFileSync(file, 'utf8').replace(/\r\n/g, '\n').trimEnd();
  if (error || status !== 0) {
    if (saved !== text) throw new ScorecardError(`the editor (${editor}) failed; what it saved is in ${file}`);
    rmSync(folder, { recursive: true });
    throw new ScorecardError(`the editor (${editor}) could not be used; set $EDITOR to one that can`);
  }
  rmSync(folder, { recursive: true });
  return saved === text ? undefined : saved;
}
