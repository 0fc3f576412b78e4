import type { ColumnPlan } from '../../core/table/columns.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { visible } from '../../core/text/visible.js';
import type { Style } from '../text/style.js';
import { count } from '../text/text.js';

/** What is to be said of a header once it was read. */
export interface HeaderNotes extends Pick<ColumnPlan, 'headers' | 'guessed'> {
  /** The line on which the header stands, and how many rows above it were passed over. */
  readonly header: {
    readonly line: number;
    readonly above: number;
    /** Whether the table had one row for each rating. */
    readonly isLong?: boolean;
  };
}

/** Where the header was found, and which columns were understood by a part of their header. */
export function renderHeaderNotes(
  { headers, guessed, header }: HeaderNotes,
  shown: string,
  style: Style,
): TerminalText {
  const note = say`${style.strong(clean(shown))} ${style.dim(say`note`)}`;
  const rows = header.above === 1 ? say`the row above it holds` : say`the ${header.above} rows above it hold`;
  const where =
    header.above > 0 ? say`${note} the header stands on line ${header.line}; ${rows} no scorecard\n` : say``;
  const named = guessed.map(
    ({ column, target }) => say`"${clean(visible(headers[column] ?? ''))}" as ${clean(target)}`,
  );
  const read = say`${count(guessed.length, 'column')} read by a part of the header: ${named.join(', ')}`;
  const what = guessed.length > 0 ? say`${note} ${read}; --map "Header=" leaves one out\n` : say``;
  const long = header.isLong
    ? say`${note} one row for each rating: those of one candidate by one interviewer make one scorecard, told by the line of the first\n`
    : say``;
  return say`${where}${long}${what}`;
}
