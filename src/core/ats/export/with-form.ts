import type { Rubric } from '../../rubric/rubric.js';
import { ashbyValue } from './ashby-form.js';
import { fillForm } from './fill-form.js';
import type { Form } from './form.js';
import { leverValue } from './lever-form.js';
import { type Exported, type Outgoing, toldOfIds } from './outgoing.js';

/** What only a form and a rubric together can make. */
export interface FormOutgoing extends Outgoing {
  readonly form: Form;
  readonly rubric: Rubric;
}

/** The body with which feedback is created in Lever; panel and interview are given together or not at all. */
export function leverFeedback(outgoing: FormOutgoing): Exported {
  const { card, form, rubric, ids } = outgoing;
  const { filled, told } = fillForm(form, rubric, outgoing);
  const { panel, interview } = ids;
  const body = {
    baseTemplateId: form.id,
    ...(panel === undefined || interview === undefined ? {} : { panel, interview }),
    fieldValues: filled.map(leverValue),
    createdAt: Date.parse(card.startedAt),
    completedAt: Date.parse(card.submittedAt ?? card.startedAt),
  };
  return { body, told };
}

/** The body of Ashby's `applicationFeedback.submit`. */
export function ashbyFeedback(outgoing: FormOutgoing): Exported {
  const { form, rubric, ids } = outgoing;
  const { filled, told } = fillForm(form, rubric, outgoing);
  const theirs = { application: ids.application ?? null, user: ids.user ?? null };
  const body = {
    formDefinitionId: form.id,
    applicationId: theirs.application,
    userId: theirs.user,
    ...(ids.interview === undefined ? {} : { interviewEventId: ids.interview }),
    feedbackForm: { fieldSubmissions: filled.map(ashbyValue) },
  };
  return { body, told: [...told, ...toldOfIds(theirs)] };
}
