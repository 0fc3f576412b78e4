import type { OpenEvent, SessionEvent, SessionEvents } from '../../../core/interview/event.js';
import { parseEvent } from '../../../core/interview/parse-event.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import { say } from '../../../core/text/safe-text.js';
import { ScorecardError } from '../../../errors.js';
import { readBytes } from '../../system/files.js';

export interface ReadJournal {
  readonly events: SessionEvents;
  /** How many bytes there are up to the end of the last whole event. */
  readonly length: number;
  /** Whether something after that was cut off: a write that a kill or a full disk tore. */
  readonly isTorn: boolean;
}

/**
 * The events of a journal up to a last line that is not whole, each checked against the schema and against the rubric
 * that the interview was opened with. `shown` is the name that messages carry.
 *
 * @throws ScorecardError when the file cannot be read or is not a journal, and for the first line that is damaged or
 * that a later version wrote
 */
export function readJournal(path: string, shown = path): ReadJournal {
  const bytes = readBytes(path, shown);
  const lines = wholeLines(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const [first, ...rest] = lines;
  if (!first) throw notADraft(shown);
  const open = parseOpening(first, shown);
  const later = rest.map((line, at) => checked(line.data, { rubric: open.rubric, place: `${shown}:${at + 2}` }));
  const { end } = lines.at(-1) ?? first;
  return { events: [open, ...later], length: end, isTorn: end < bytes.length };
}

interface Line {
  readonly data: unknown;
  /** Position of the byte after the line. */
  readonly end: number;
}

/** Stands for the data of a line that is not JSON. */
const NOT_JSON = Symbol('not JSON');

/** All lines except for the end that a torn write left: one without a line break, or a last one that is not JSON. */
function wholeLines(bytes: Buffer): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0) break;
    lines.push({ data: parseJson(bytes.toString('utf8', from, end)), end: end + 1 });
    from = end + 1;
  }
  const isTorn = lines.at(-1)?.data === NOT_JSON && lines.at(-1)?.end === bytes.length;
  return isTorn ? lines.slice(0, -1) : lines;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return NOT_JSON;
  }
}

function parseOpening({ data }: Line, shown: string): OpenEvent {
  const isOpening = typeof data === 'object' && data !== null && 'type' in data && data.type === 'open';
  if (!isOpening) throw notADraft(shown);
  const event = checked(data, { rubric: undefined, place: `${shown}:1` });
  if (event.type !== 'open') throw notADraft(shown);
  return event;
}

function notADraft(shown: string): ScorecardError {
  return new ScorecardError(`${shown}: this is not a draft of an interview`, { hint: say`move it out of the drafts` });
}

interface Expected {
  readonly rubric: Rubric | undefined;
  /** The file and the line, for messages. */
  readonly place: string;
}

function checked(data: unknown, { rubric, place }: Expected): SessionEvent {
  const parsed =
    data === NOT_JSON ? ({ type: 'wrong', why: 'the line is not JSON' } as const) : parseEvent(data, rubric);
  switch (parsed.type) {
    case 'event':
      return parsed.event;
    case 'later':
      throw new ScorecardError(`${place}: a later version of scorecard wrote this draft: ${parsed.why}`, {
        hint: say`continue it with that version`,
      });
    case 'wrong':
      throw new ScorecardError(`${place}: the draft is damaged: ${parsed.why}`, {
        hint: rubric
          ? say`remove the damaged line with an editor to keep the rest`
          : say`without its first line nothing of a draft can be used: move the file out of the drafts`,
      });
  }
}
