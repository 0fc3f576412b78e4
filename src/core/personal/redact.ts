import type { Person } from '../person/person.js';
import { isMap } from './contents.js';
import type { Subject } from './subject.js';

/** What stands in place of another candidate's name. */
const OTHER = '[another candidate]';

/** Under these keys stand no words about others: who interviewed and decided is told, and digests and ids stay what they are. */
const KEPT: ReadonlySet<string> = new Set([
  ...['candidate', 'interviewer', 'by', 'recordedBy', 'rubric'],
  ...['digest', 'previous', 'id', 'sha256'],
]);

export interface Redactor {
  /** The data with other candidates' names replaced in all that people wrote. */
  redact<Data>(data: Data): Data;
  /** How often one was replaced so far. */
  readonly replaced: number;
}

/** Takes the full names and ids of other candidates out of data about one. */
export function createRedactor(subject: Subject, candidates: readonly Person[]): Redactor {
  const others = candidates.filter((person) => subject.is(person) === 'no');
  const texts = new Set(others.flatMap(({ name, id }) => (id === undefined ? [name] : [name, id])));
  const pattern = patternOf([...texts].filter((text) => text.trim() !== ''));
  let replaced = 0;
  const redactText = (text: string) =>
    pattern === undefined
      ? text
      : text.replace(pattern, () => {
          replaced += 1;
          return OTHER;
        });
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string') return redactText(value);
    if (Array.isArray(value)) return value.map(redact);
    if (!isMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, KEPT.has(key) ? entry : redact(entry)]),
    );
  };
  return {
    redact: <Data>(data: Data) => redact(data) as Data,
    get replaced() {
      return replaced;
    },
  };
}

/** Whole names, the longest first, however they are spaced and cased. */
function patternOf(texts: readonly string[]): RegExp | undefined {
  if (texts.length === 0) return undefined;
  const names = [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.trim().split(/\s+/).map(escaped).join('\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
