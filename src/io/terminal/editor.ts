import { notesOf, notesText } from '../../core/interview/notes.js';
import type { Recorder } from '../store/recorder.js';
import type { Host } from '../system/host.js';
import { editText } from './editor-part.js';

/** The notes of the dimension at hand in the user's editor. Returns what to say of it; `undefined` when nothing changed. */
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
