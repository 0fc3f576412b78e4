import { isAtReview, type Session } from '../interview/session.js';
import { placeName } from '../line/names.js';
import { planOf } from '../line/plan.js';
import { sessionTitle } from '../line/result-words.js';
import { isRated } from '../rubric/scale.js';
import { hintOf } from './hints.js';
import type { Cell, Scene, SceneLine } from './scene.js';
import { dimensionPlace, privatePlace, reviewPlace } from './scene-places.js';
import type { BoardState } from './state.js';

/** All that the board shows of a state. Of what it says and where it stands the layout knows nothing else. */
export function sceneOf(state: BoardState): Scene {
  const { session, view, now, failure } = state;
  const { open, content } = session;
  const plan = planOf(session, now);
  return {
    candidate: open.candidate.name,
    title: [open.rubric.title, open.variant, sessionTitle(open)].filter((part) => part !== undefined).join(', '),
    isAmendment: open.amends !== undefined,
    clock: plan,
    cells: content.dimensions.map((_, at) => cellOf(session, at)),
    toGo: { dimensions: plan.toGo, minutesEach: plan.minutesEach },
    flags: content.flags.length,
    place: view.isPrivate ? privatePlace(state) : isAtReview(session) ? reviewPlace(state) : dimensionPlace(state),
    message: view.message,
    failure,
    line: lineOfScene(state),
    ...hintOf(state),
  };
}

function cellOf({ content }: Session, at: number): Cell {
  const { rating } = content.dimensions[at] ?? {};
  const cell = { isHere: at === content.cursor };
  if (rating === undefined) return { ...cell, state: 'open' };
  return isRated(rating) ? { ...cell, state: 'rated', rating } : { ...cell, state: rating };
}

function lineOfScene({ session, view, line }: BoardState): SceneLine {
  const { text, cursor } = line;
  const parts = { text, cursor, isHidden: view.isPrivate };
  if (view.mending) return { ...parts, label: 'mend', shortLabel: 'mend' };
  if (!isAtReview(session)) return { ...parts, label: placeName(session), shortLabel: `${session.content.cursor + 1}` };
  const label = session.content.verdict === undefined ? 'verdict' : 'whole';
  return { ...parts, label, shortLabel: label };
}
