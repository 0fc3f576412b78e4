import { z } from 'zod';

/**
 * ISO 8601. Like the other formats it says itself what it asks for: the words that are shown begin with the name of
 * the key.
 */
export const TimestampSchema = z.iso.datetime({
  offset: true,
  error: 'must be a date with time and offset, such as 2026-11-20T09:30:00+01:00',
});

/** A day of the calendar. */
export const DaySchema = z.iso.date({ error: 'must be a day, such as 2026-11-24' });
