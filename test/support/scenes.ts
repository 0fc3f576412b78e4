import type {
  Cell,
  DimensionPlace,
  NoteLine,
  Overlay,
  PrivatePlace,
  ReviewPlace,
  Scene,
  SceneLine,
} from '../../src/core/board/scene.js';
import { probesOf } from '../../src/core/rubric/core-questions.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import { ratingsOf } from '../../src/core/rubric/scale.js';

/** What stands on the board in a test, with the words of the design. */
export interface SceneParts {
  /** The position of the dimension at hand. */
  readonly at?: number;
  readonly question?: number;
  readonly notes?: readonly NoteLine[];
  readonly previewed?: number;
  readonly given?: number;
  readonly justGiven?: number;
  readonly overlay?: Overlay;
  readonly cells?: readonly Cell[];
  readonly line?: Partial<SceneLine>;
}

export function cellsOf(signs: string, here?: number): readonly Cell[] {
  return [...signs].map((sign, at) => {
    const cell = { isHere: at === here };
    if (sign === '–') return { ...cell, state: 'not-assessed' };
    return sign === '·' ? { ...cell, state: 'open' } : { ...cell, state: 'rated', rating: Number(sign) };
  });
}

export function dimensionPlace(rubric: Rubric, parts: SceneParts = {}): DimensionPlace {
  const { at = 0, question: position = 0 } = parts;
  const dimension = rubric.dimensions[at];
  if (!dimension) throw new Error(`no dimension ${at}`);
  const question = dimension.questions[position];
  return {
    type: 'dimension',
    number: at + 1,
    name: dimension.name,
    isOptional: dimension.optional,
    question: {
      number: position + 1,
      of: dimension.questions.length,
      isAsked: false,
      minutes: dimension.minutes,
    },
    ask: question?.ask ?? '',
    probes: question?.followUps ?? [],
    listenFor: question?.listenFor ?? [],
    anchors: [...ratingsOf(rubric.scale)].reverse().map((rating) => ({
      rating,
      label: rubric.scale.labels[rating] ?? '',
      short: dimension.anchors[rating]?.short ?? dimension.anchors[rating]?.text ?? '',
      text: dimension.anchors[rating]?.text ?? '',
      isBar: rating === rubric.scale.bar,
      isPreviewed: rating === parts.previewed,
      isGiven: rating === (parts.justGiven ?? parts.given),
      isJustGiven: rating === parts.justGiven,
    })),
    borders: Object.entries(dimension.borders).map(([border, test]) => `${border}: ${test}`),
    reason: undefined,
    notes: parts.notes ?? [],
    overlay: parts.overlay,
  };
}

/** The two probes that go with a question. */
export function firstProbes(place: DimensionPlace): readonly string[] {
  return probesOf({ followUps: [...place.probes] });
}

type Place = DimensionPlace | ReviewPlace | PrivatePlace;

export function sceneOf(
  place: Place,
  more: Partial<Omit<Scene, 'line'>> & { readonly line?: Partial<SceneLine> } = {},
): Scene {
  const text = more.line?.text ?? '';
  return {
    candidate: 'Ada Example',
    title: 'Head of Infrastructure Engineering',
    isAmendment: false,
    clock: { left: 23, over: 0, spent: 22, isStopped: false },
    cells: cellsOf('34······', 2),
    toGo: { dimensions: 6, minutesEach: 3 },
    flags: 0,
    place,
    message: undefined,
    failure: undefined,
    hint: 'Enter notes your words · a number alone rates · Tab: next question · / more',
    shortHint: 'Enter notes · a number rates · Tab: next · / more',
    ...more,
    line: { label: '3 Operations', shortLabel: '3', text, cursor: text.length, isHidden: false, ...more.line },
  };
}
