import type { Meeting } from '../../core/meeting/meeting.js';
import { toNumber } from '../../core/numbers/rational.js';
import { chanceAtLeast } from '../../core/panel/ranking.js';
import { type JsonText, jsonDocument } from '../../core/text/safe-text.js';
import { basisJson, editionJson, exactJson, panelJson, pooledJson } from '../panel/panel-json.js';
import { countChanges } from './words.js';

/**
 * The panel of one candidate as data. Before the talk it holds what the page holds: ratings, evidence and flags, and
 * neither score nor recommendation nor verdict.
 */
export function renderMeetingJson(meeting: Meeting): JsonText {
  const { panel, isAfterTalk, talkedOn, topics, rows, changes, comparable, latecomers, before, basis, standardError } =
    meeting;
  const {
    dimensions: _dimensions,
    interviewers,
    redFlags,
    sessions,
    candidate,
    candidateId,
    ...outcome
  } = panelJson({ panel, standardError, rank: undefined });
  return jsonDocument({
    schemaVersion: 1,
    candidate,
    candidateId,
    rubric: editionJson(panel.edition),
    sessions,
    state: isAfterTalk ? 'after-talk' : 'before-talk',
    talkedOn,
    talkAboutFirst: topics.map(({ row, range, product }) => ({ dimension: row.dimension.id, range, product })),
    interviewers: interviewers.map(({ score, verdict, verdicts, ...who }) =>
      isAfterTalk ? { ...who, score, verdict, verdicts } : who,
    ),
    dimensions: rows.map((row) => ({
      id: row.dimension.id,
      name: row.dimension.name,
      weight: row.dimension.weight,
      ratings: row.ratings.flatMap(({ rating, reason, anchor, evidence }, at) =>
        rating === 'not-held'
          ? []
          : [{ interviewer: panel.members[at]?.interviewer?.name, rating, reason, anchor, evidence }],
      ),
      range: row.range,
      apart: row.isApart,
      ...(isAfterTalk
        ? {
            median: row.median && toNumber(row.median),
            mean: row.mean && toNumber(row.mean),
            exact: row.mean && exactJson(row.mean),
            pooled: pooledJson(row.pooled, panel.edition),
          }
        : {}),
    })),
    redFlags,
    ...(isAfterTalk
      ? {
          ...outcome,
          basis: basisJson(basis),
          chanceOfYes: chanceAtLeast(panel.edition.rules.bands.yes, { panel, standardError }),
          changed: { ...countChanges(changes), ofRatings: comparable },
          changes: changes.map(({ member, ratings, verdicts, reasons }) => ({
            interviewer: panel.members[member]?.interviewer?.name,
            ratings: ratings.map(({ at, from, to }) => ({ dimension: rows[at]?.dimension.id, from, to })),
            verdicts,
            reason: reasons.length === 0 ? undefined : reasons.join('; '),
          })),
          firstAfterTalk: latecomers.map((at) => panel.members[at]?.interviewer?.name),
          scoreBefore: before?.hundredths === undefined ? undefined : before.hundredths / 100,
        }
      : {}),
    scorecards: panel.members.flatMap(({ cards }) =>
      cards.map(({ id, source, digest, session, at }) => ({ id, source, digest, session, sealed: at })),
    ),
  });
}
