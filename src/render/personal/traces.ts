import { formatPerson } from '../../core/person/parse-person.js';
import type { Hold } from '../../core/person/people-file.js';
import type { FileKind } from '../../core/personal/contents.js';
import type { Subject } from '../../core/personal/subject.js';
import type { Trace, TraceRole } from '../../core/personal/traces.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import { count, wrap } from '../text/text.js';

/** The roles in the order in which they are shown, each with what its files are. */
const ROLES: Readonly<Record<TraceRole, TerminalText>> = {
  candidate: say`about them`,
  row: say`about them and about others: their rows`,
  listed: say`naming them among the people of the store`,
  maybe: say`about somebody of that name, who may be another`,
  interviewer: say`with their name as interviewer`,
  mentioned: say`about others or nobody, mentioning them`,
};

export const KIND_WORDS: Readonly<Record<FileKind, TerminalText>> = {
  scorecard: say`scorecard`,
  report: say`report`,
  signature: say`signature`,
  draft: say`open draft`,
  history: say`journal`,
  lock: say`lock`,
  decision: say`decision`,
  plan: say`plan`,
  table: say`table`,
  people: say`people`,
  log: say`log`,
  temporary: say`left-over`,
  other: say`other file`,
};

/** The records first. */
function rank({ file: { kind } }: Trace): number {
  return Object.keys(KIND_WORDS).indexOf(kind);
}

/** The files under what they have to do with the person. */
export function renderTraces(traces: readonly Trace[], { style }: Page): TerminalText {
  const width = Math.max(...traces.map(({ file: { kind } }) => KIND_WORDS[kind].length));
  return (Object.keys(ROLES) as TraceRole[])
    .flatMap((role) => {
      const own = traces.filter((trace) => trace.role === role).sort((a, b) => rank(a) - rank(b));
      if (own.length === 0) return [];
      const head = say`${count(own.length, 'file')} ${ROLES[role]}`;
      return [
        style.strong(head),
        ...own.map(({ file }) => say`  ${KIND_WORDS[file.kind].padEnd(width)}  ${clean(file.path)}`),
      ];
    })
    .map((line) => say`${line}\n`)
    .join('');
}

/** Who is meant, and whether they are held. */
export function renderSubject(
  { person, spellings }: Subject,
  holds: readonly Hold[],
  { width, style }: Page,
): TerminalText {
  const others = spellings.filter((text) => text !== person.name && text !== person.id);
  const also = others.length === 0 ? say`` : say`, also ${others.map(clean).join(', ')}`;
  const lines = [say`${style.title(clean(formatPerson(person)))}${also}`, ...holds.map(holdInWords)];
  return lines
    .flatMap((line) => wrap(line, width))
    .map((line) => say`${line}\n`)
    .join('');
}

/** @example holdInWords(hold) // 'on hold since 2026-11-26, by H. R.: charge 24-118' */
export function holdInWords({ since, by, why }: Hold): TerminalText {
  const when = since === undefined ? say`` : say` since ${clean(dayOf(since))}`;
  return say`on hold${when}${by === undefined ? say`` : say`, by ${clean(by)}`}: ${clean(why)}`;
}
