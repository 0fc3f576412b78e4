import { formatPerson } from '../../core/person/parse-person.js';
import type { Hold } from '../../core/person/people-file.js';
import type { FileKind } from '../../core/personal/contents.js';
import type { Subject } from '../../core/personal/subject.js';
import type { Trace, TraceRole } from '../../core/personal/traces.js';
import { dayOf } from '../../core/text/date.js';
import type { Page } from '../text/page.js';
import { clean, count, wrap } from '../text/text.js';

/** The roles in the order in which they are shown, each with what its files are. */
const ROLES: Readonly<Record<TraceRole, string>> = {
  candidate: 'about them',
  row: 'about them and about others: their rows',
  listed: 'naming them among the people of the store',
  maybe: 'about somebody of that name, who may be another',
  interviewer: 'with their name as interviewer',
  mentioned: 'about others or nobody, mentioning them',
};

export const KIND_WORDS: Readonly<Record<FileKind, string>> = {
  scorecard: 'scorecard',
  report: 'report',
  signature: 'signature',
  draft: 'open draft',
  history: 'journal',
  lock: 'lock',
  decision: 'decision',
  plan: 'plan',
  table: 'table',
  people: 'people',
  log: 'log',
  temporary: 'left-over',
  other: 'other file',
};

/** The records first. */
function rank({ file: { kind } }: Trace): number {
  return Object.keys(KIND_WORDS).indexOf(kind);
}

/** The files under what they have to do with the person. */
export function renderTraces(traces: readonly Trace[], { style }: Page): string {
  const width = Math.max(...traces.map(({ file: { kind } }) => KIND_WORDS[kind].length));
  return (Object.keys(ROLES) as TraceRole[])
    .flatMap((role) => {
      const own = traces.filter((trace) => trace.role === role).sort((a, b) => rank(a) - rank(b));
      if (own.length === 0) return [];
      const head = `${count(own.length, 'file')} ${ROLES[role]}`;
      return [
        style.strong(head),
        ...own.map(({ file }) => `  ${KIND_WORDS[file.kind].padEnd(width)}  ${clean(file.path)}`),
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** Who is meant, and whether they are held. */
export function renderSubject({ person, spellings }: Subject, holds: readonly Hold[], { width, style }: Page): string {
  const others = spellings.filter((text) => text !== person.name && text !== person.id);
  const also = others.length === 0 ? '' : `, also ${others.map(clean).join(', ')}`;
  const lines = [style.title(clean(formatPerson(person))) + also, ...holds.map(holdInWords)];
  return lines
    .flatMap((line) => wrap(line, width))
    .map((line) => `${line}\n`)
    .join('');
}

/** @example holdInWords(hold) // 'on hold since 2026-11-26, by H. R.: charge 24-118' */
export function holdInWords({ since, by, why }: Hold): string {
  const when = since === undefined ? '' : ` since ${dayOf(clean(since))}`;
  return `on hold${when}${by === undefined ? '' : `, by ${clean(by)}`}: ${clean(why)}`;
}
