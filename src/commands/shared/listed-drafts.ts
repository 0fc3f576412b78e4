import type { Draft } from '../../io/store/store.js';
import type { ListedDraft } from '../../render/scorecard/draft-list.js';

/** The open drafts as lists tell them, newest first. */
export function listedDrafts(drafts: readonly Draft[]): readonly ListedDraft[] {
  return drafts.map(listed).sort((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt));
}

function listed({ id, session }: Draft): ListedDraft {
  const { open, content, startedAt, lastAt, submission } = session;
  return {
    id,
    candidate: open.candidate,
    interviewer: open.interviewer,
    role: open.rubric.id,
    title: open.rubric.title,
    decided: content.dimensions.filter(({ rating }) => rating !== undefined).length,
    dimensions: content.dimensions.length,
    startedAt,
    lastAt,
    ...(open.amends === undefined ? {} : { amends: open.amends.digest }),
    isSubmitted: submission !== undefined,
  };
}
