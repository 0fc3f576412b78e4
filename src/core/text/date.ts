/** @example dayOf('2026-11-20T14:03:27+01:00') // '2026-11-20' */
export function dayOf(timestamp: string): string {
  return timestamp.slice(0, 10);
}

/**
 * To the minute, where it was written: without the offset.
 *
 * @example minuteOf('2026-11-20T14:03:27+01:00') // '2026-11-20 14:03'
 */
export function minuteOf(timestamp: string): string {
  return `${dayOf(timestamp)} ${timestamp.slice(11, 16)}`;
}
