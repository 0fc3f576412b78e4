import { OVERALL } from '../points.js';
import { type Exported, type Outgoing, toldOfIds, toldOfRatings, utc } from './outgoing.js';

/** Merge's scorecard. It has an overall recommendation alone: ratings and note stand in its `remote_data`. */
export function mergeScorecard(outgoing: Outgoing): Exported {
  const { card, counterpart, note, ids } = outgoing;
  const theirs = {
    application: ids.application ?? null,
    interview: ids.interview ?? null,
    interviewer: ids.interviewer ?? null,
  };
  const ratings = card.dimensions.map(({ id, name, rating }) => {
    const found = counterpart(rating);
    return { id, name, rating: found.type === 'point' ? found.point : null, given: rating };
  });
  const body = {
    remote_id: card.id,
    ...theirs,
    remote_created_at: utc(card.startedAt),
    submitted_at: card.submittedAt === undefined ? null : utc(card.submittedAt),
    overall_recommendation: OVERALL.merge[card.verdict?.is ?? 'no-decision'],
    remote_was_deleted: false,
    remote_data: [{ path: 'scorecard', data: { ratings, note } }],
  };
  const verdict =
    card.verdict === undefined
      ? [{ type: 'verdict', verdict: undefined, as: OVERALL.merge['no-decision'] } as const]
      : [];
  return { body, told: [...toldOfRatings(outgoing), ...verdict, ...toldOfIds(theirs)] };
}
