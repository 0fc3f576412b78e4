/** Notes as one text to edit: an empty line between two. */
export function notesText(notes: readonly string[]): string {
  return notes.join('\n\n');
}

/** The notes of an edited text: its paragraphs. */
export function notesOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((note) => note.trim())
    .filter(Boolean);
}
