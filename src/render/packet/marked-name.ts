import type { Meeting } from '../../core/meeting/meeting.js';
import { memberName } from '../meeting/words.js';
import { html, type SafeHtml } from '../text/html.js';
import { markKey, markStyle } from './charts/marks.js';
import { name } from './page/frame.js';
import type { PageColumn } from './page/table.js';

/** An interviewer by their mark and name. */
export function markedName(meeting: Meeting, at: number): SafeHtml {
  return html`${markKey(markStyle(at, meeting.panel.members.length))}${name(memberName(meeting, at))}`;
}

/** The column that says whose a row is. */
export function memberColumn(meeting: Meeting): PageColumn<{ readonly member: number }> {
  return { head: 'Interviewer', className: 'by', cell: ({ member }) => markedName(meeting, member), isRowHeader: true };
}
