import { isDay } from '../../core/text/read-day.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';

/** A day of the calendar, `2026-11-20`. @throws ScorecardError that names the option when it is not one */
export function checkDay(text: string, option: string): string {
  if (isDay(text)) return text;
  throw new ScorecardError(`${option} ${text} is not a date`, {
    hint: say`write it as YYYY-MM-DD, such as 2026-11-20`,
  });
}

/** The same of a day that is not yet to come; `undefined` where none is given. */
export function checkPastDay(text: string | undefined, option: string, today: string): string | undefined {
  if (text === undefined) return undefined;
  const day = checkDay(text, option);
  if (day > today) throw new ScorecardError(`${option} ${day} is yet to come: today is ${today}`);
  return day;
}
