import type { Subject } from '../../../core/meeting/debrief.js';
import type { RatingRow } from '../../../core/meeting/rating-rows.js';
import { amendCommands, decideCommand } from '../../../core/meeting/second-ratings.js';
import { type JsonText, jsonDocument } from '../../../core/text/safe-text.js';
import { memberName } from '../words.js';
import { givenByAll, type RunSheet } from './words.js';

/** The run sheet as data: neither score nor recommendation nor verdict, as on the page. */
export function renderDebriefJson({ debrief, named }: RunSheet): JsonText {
  const { meeting, minutes, speakers, isOrderGiven, lead, reading, subjects, rest, restSlot, closing } = debrief;
  const { panel } = meeting;
  const { role, version, variant, title } = panel.edition;
  const nameOf = (at: number) => panel.members[at]?.interviewer?.name;
  const rowJson = (row: RatingRow) => ({
    dimension: row.dimension.id,
    name: row.dimension.name,
    weight: row.dimension.weight,
    range: row.range,
    ratings: givenByAll(debrief, row).map(({ member, given: { rating, anchor, reason, evidence } }) => ({
      interviewer: nameOf(member),
      ...{ rating, anchor, reason, evidence },
    })),
  });
  const subjectJson = ({ slot, about }: Subject) => ({
    type: about.type,
    ...slot,
    ...(about.type === 'topic' ? { ...rowJson(about.topic.row), product: about.topic.product } : flagJson(about.flag)),
  });
  return jsonDocument({
    schemaVersion: 1,
    candidate: panel.candidate.name,
    candidateId: panel.candidate.id,
    rubric: { id: role, version, variant, title },
    talkedOn: debrief.talkedOn,
    minutes,
    speakers: speakers.map(nameOf),
    isOrderGiven,
    lead: lead?.name,
    reading,
    subjects: subjects.map(subjectJson),
    rest: restSlot && { ...restSlot, dimensions: rest.map(rowJson) },
    closing,
    commands: {
      amend: speakers.map((at) => ({
        interviewer: memberName(meeting, at),
        commands: amendCommands(meeting, at, named),
      })),
      decide: decideCommand(meeting, named),
    },
  });
}

function flagJson({ id, flag, severity, seen }: Extract<Subject['about'], { type: 'flag' }>['flag']) {
  return {
    ...{ id, flag, severity },
    seen: seen.map(({ interviewer, evidence }) => ({ interviewer: interviewer?.name, evidence })),
  };
}
