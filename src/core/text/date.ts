/** @example dayOf('2026-11-20T14:03:27+01:00') // '2026-11-20' */
export function dayOf(timestamp: string): string {
  return timestamp.slice(0, 10);
}

/** When an interview was held, as a scorecard says it. */
interface Held {
  /** The day, where it is another than the one on which it was written up. */
  readonly held?: string | undefined;
  readonly startedAt: string;
}

/** The day on which an interview was held. */
export function dayOfInterview({ held, startedAt }: Held): string {
  return held ?? dayOf(startedAt);
}

/** @example timeOf('2026-11-20T14:03:27+01:00') // '14:03' */
export function timeOf(timestamp: string): string {
  return timestamp.slice(11, 16);
}

/**
 * To the minute, where it was written: without the offset.
 *
 * @example minuteOf('2026-11-20T14:03:27+01:00') // '2026-11-20 14:03'
 */
export function minuteOf(timestamp: string): string {
  return `${dayOf(timestamp)} ${timeOf(timestamp)}`;
}

/**
 * To the minute, with the offset.
 *
 * @example minuteAndOffset('2026-11-20T14:03:27+01:00') // '2026-11-20 14:03 +01:00'
 */
export function minuteAndOffset(timestamp: string): string {
  return `${minuteOf(timestamp)} ${/(?:Z|[+-]\d\d:?\d\d)$/.exec(timestamp)?.[0] ?? ''}`.trim();
}

/** In English, from January. */
export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/**
 * The day as a letter has it.
 *
 * @example dayInWords('2026-11-20T14:03:27+01:00') // '20 November 2026'
 */
export function dayInWords(timestamp: string): string {
  const [year = '', month = '', day = ''] = dayOf(timestamp).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
