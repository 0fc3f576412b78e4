/** ISO 8601 with seconds and the offset of the local time zone: `2026-11-20T14:03:11+01:00`. */
export function timestamp(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 23);
  const pad = (number: number) => String(Math.trunc(Math.abs(number))).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${pad(offset / 60)}:${pad(offset % 60)}`;
}
