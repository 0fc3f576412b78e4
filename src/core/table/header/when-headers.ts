/**
 * Headers of the day on which an interview was held, the surest first: where a table has several, that one counts.
 * What only says when a form was sent comes last.
 */
export const DATE_HEADERS: readonly string[] = [
  ...['held', 'held on', 'held at', 'day held', 'date held'],
  ...['interview date', 'interview day', 'date of interview', 'date of the interview', 'day of the interview'],
  ...['interviewed on', 'interviewed at', 'date interviewed', 'interview time', 'interview date and time'],
  ...['date taken', 'date', 'day', 'datum'],
  ...['completed at', 'completed on', 'completion time', 'completion date', 'date completed', 'end date', 'enddate'],
  ...['submitted at', 'submitted on', 'submission date', 'submission time', 'date submitted'],
  ...['timestamp', 'time stamp', 'recorded date', 'recordeddate', 'start time', 'start date', 'startdate'],
];

/** Headers of the session of the interview plan that a row is about. */
export const SESSION_HEADERS: readonly string[] = ['session', 'session id', 'interview session'];
