import { EXPORT_POINTS } from '../../rubric/export-points.js';
import type { Scorecard } from '../../scorecard/scorecard.js';
import { dayOfInterview } from '../../text/date.js';
import { OVERALL } from '../points.js';
import { sourceIdIn } from '../source.js';
import {
  type Exported,
  evidenceText,
  type Outgoing,
  type Told,
  toldOfIds,
  toldOfRatings,
  utc,
  wholeId,
} from './outgoing.js';

const UNRATED = 'no_decision';

/** A scorecard in the shape in which Greenhouse's Harvest API gives one; no endpoint takes it. */
export function greenhouseScorecard(outgoing: Outgoing): Exported {
  const { card, counterpart, note, ids } = outgoing;
  const { candidate, interviewer, rubric, startedAt, submittedAt = startedAt } = card;
  const attributes = card.dimensions.map((dimension) => {
    const found = counterpart(dimension.rating);
    const rating = found.type === 'point' ? String(found.point) : UNRATED;
    return { name: dimension.name, type: rubric.title, note: evidenceText(dimension) || null, rating };
  });
  const theirs = { candidate: wholeId(ids.candidate ?? candidate.id), application: wholeId(ids.application) };
  const person = {
    id: wholeId(interviewer.id),
    first_name: null,
    last_name: null,
    name: interviewer.name,
    employee_id: null,
  };
  const body = {
    id: wholeId(sourceIdIn(card, 'greenhouse')),
    updated_at: utc(submittedAt),
    created_at: utc(startedAt),
    interview: card.session ?? rubric.title,
    interview_step: null,
    candidate_id: theirs.candidate,
    application_id: theirs.application,
    interviewed_at: interviewTime(card),
    submitted_by: person,
    interviewer: person,
    submitted_at: utc(submittedAt),
    overall_recommendation: OVERALL.greenhouse[card.verdict?.is ?? 'no-decision'],
    attributes,
    ratings: Object.fromEntries(
      EXPORT_POINTS.greenhouse
        .filter((point) => point !== UNRATED)
        .map((point) => [point, attributes.flatMap(({ name, rating }) => (rating === point ? [name] : []))]),
    ),
    questions: [
      { id: null, question: 'Key Take-Aways', answer: note },
      { id: null, question: 'Private Notes', answer: '' },
    ],
  };
  return { body, told: [...toldOfRatings(outgoing), ...toldOfVerdict(card), ...toldOfIds(theirs)] };
}

function toldOfVerdict({ verdict }: Scorecard): readonly Told[] {
  return verdict === undefined ? [{ type: 'verdict', verdict, as: OVERALL.greenhouse['no-decision'] }] : [];
}

/** The beginning where it falls on the day of the interview in UTC too, else noon of that day. */
function interviewTime(card: Scorecard): string {
  const day = dayOfInterview(card);
  const began = utc(card.startedAt);
  return began.startsWith(day) ? began : `${day}T12:00:00.000Z`;
}
