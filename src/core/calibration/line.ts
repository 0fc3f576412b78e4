import { isOnScale, type ScaleRange } from '../rubric/scale.js';

/** What a line at the prompt means: a number alone rates, words are a note, `/` begins a command. */
export type CalibrationLine =
  | { readonly type: 'rate'; readonly rating: number }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'off-scale' | 'empty' | 'back' | 'skip' | 'again' | 'help' | 'quit' }
  | { readonly type: 'unknown'; readonly word: string };

const COMMANDS = ['back', 'skip', 'again', 'help', 'quit'] as const;

export function parseCalibrationLine(line: string, scale: ScaleRange): CalibrationLine {
  const text = line.normalize('NFKC').trim();
  if (text === '') return { type: 'empty' };
  if (text === '?') return { type: 'help' };
  if (/^-?\d{1,3}(?:\.5)?$/.test(text)) {
    const rating = Number(text);
    return isOnScale(rating, scale) ? { type: 'rate', rating } : { type: 'off-scale' };
  }
  if (text.startsWith('//')) return { type: 'note', text: line.trim().slice(1) };
  if (!text.startsWith('/')) return { type: 'note', text: line.trim() };
  const word = text.slice(1).toLowerCase();
  const command = COMMANDS.find((known) => known === word);
  return command === undefined ? { type: 'unknown', word: text } : { type: command };
}
