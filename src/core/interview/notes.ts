import type { Evidence } from '../scorecard/scorecard.js';

/** Notes as one text to edit, with an empty line between two. */
export function notesText(notes: readonly Evidence[]): string {
  return notes.map(({ text }) => text).join('\n\n');
}

/** The notes of an edited text: one for each paragraph. */
export function notesOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((note) => note.trim())
    .filter(Boolean);
}

/** What was seen of a red flag, in one text. */
export function evidenceText(evidence: readonly Evidence[]): string {
  return evidence.map(({ text }) => text).join('; ');
}
