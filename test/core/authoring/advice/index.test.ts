import { describe, expect, test } from 'vitest';
import { adviseRubric } from '../../../../src/core/authoring/advice/index.js';
import type { Rubric } from '../../../../src/core/rubric/rubric.js';
import { createRubric } from '../../../support/rubrics.js';

const SIGNALS = { strong: ['tells a figure'], weak: ['tells none'] };
const ANCHORS = {
  1: 'After two probes there is no thing that they did.',
  2: 'Names the parts, and cannot say how one of them fails.',
  3: 'Tells what failed, why, and how long users waited.',
  4: 'Adds what the repair cost and who agreed to it.',
  5: 'Shows that this failure cannot come back, and where the fix would be wrong.',
};

interface Parts {
  readonly weights?: readonly number[];
  readonly anchors?: Partial<Record<number, string>>;
  readonly ask?: string;
  readonly more?: object;
}

/** The codes of the advice on a rubric that needs none but for what is given. */
function advice({
  weights = [60, 40],
  anchors = {},
  ask = 'Tell me about a repair.',
  more = {},
}: Parts): readonly string[] {
  const dimensions = weights.map((weight, at) => ({
    id: `d${at}`,
    weight,
    minutes: Math.round(60 / weights.length),
    anchors: at === 0 ? { ...ANCHORS, ...anchors } : ANCHORS,
    signals: SIGNALS,
    questions: [{ ask: at === 0 ? ask : 'Tell me about a failure.' }],
  }));
  const rubric = createRubric(dimensions, { weightsRationale: 'The first carries more.', ...more });
  return adviseRubric(rubric).map(({ code }) => code);
}

test('a rubric written as it should be gets no advice', () => {
  expect(advice({})).toEqual([]);
});

describe('anchors', () => {
  test.each([
    ['praise in place of behaviour', 'Strong knowledge of Kubernetes.', 'vague-anchor'],
    ['praise in few words', 'Gives solid answers on cost.', 'vague-anchor'],
    ['the same as another', ANCHORS[2], 'same-anchor'],
    ['another with an adverb', 'Tells very clearly what failed, why, and how long most users waited.', 'adverb-anchor'],
  ])('that are %s', (_name, text, code) => {
    expect(advice({ anchors: { 4: text } })).toContain(code);
  });

  test('may hold such a word among what is done', () => {
    expect(
      advice({
        anchors: {
          4: 'Compared two regions and says which was good enough for which of the services, and at what price.',
        },
      }),
    ).toEqual([]);
  });
});

describe('questions', () => {
  test.each([
    ['What broke, and how did you find it?', 'double-question'],
    ['What broke? Who repaired it?', 'double-question'],
    ["Isn't it true that monitoring matters most?", 'leading-question'],
    ['You test your backups, right?', 'leading-question'],
    ['How old were the people in your team?', 'protected-question'],
    ['How would your family cope with a night rota?', 'protected-question'],
    ['What did you earn there?', 'protected-question'],
    ['Where are you really from?', 'protected-question'],
  ])('%s', (ask, code) => {
    expect(advice({ ask })).toEqual([code]);
  });

  test.each([
    'How did you know that what came back was right?',
    'How did you make sure that users did not pay for it?',
    'Describe how you reduced a set of tools, or what they collected.',
    'Take a design between network and storage; what did it cost?',
    'What did you check? (If nothing: what would you check?)',
    'What did you check (and who asked?)',
    // To look for the end of each parenthesis anew would take minutes.
    `What did you check? ${'('.repeat(400_000)}`,
  ])('%.70s is left alone', (ask) => {
    expect(advice({ ask })).toEqual([]);
  });
});

describe('the plan', () => {
  test.each<[string, Parts, string[]]>([
    ['too many dimensions', { weights: [20, 10, 10, 10, 10, 10, 10, 10, 10] }, ['many-dimensions']],
    ['unequal weights without a reason', { more: { weightsRationale: undefined } }, ['no-rationale']],
    ['a reason for equal weights', { weights: [50, 50] }, ['needless-rationale']],
    [
      'a band that no ratings reach',
      { more: { recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 1 } } } },
      ['unreachable-band'],
    ],
    [
      'a weight that never turns a recommendation',
      {
        weights: [99.9, 0.1],
        more: { recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4.5, yes: 3.5, no: 2.5 } } },
      },
      ['idle-weight'],
    ],
    [
      'advice that is set aside',
      {
        weights: [50, 50],
        more: { weightsRationale: 'x', allow: [{ code: 'needless-rationale', reason: 'asked for' }] },
      },
      [],
    ],
    [
      'advice that is set aside without need',
      { more: { allow: [{ code: 'many-dimensions', reason: 'none' }] } },
      ['unneeded-allow'],
    ],
  ])('%s', (_name, parts, codes) => {
    expect(advice(parts)).toEqual(codes);
  });

  test('minutes that no interview has, or that only some dimensions have', () => {
    const timed = (minutes: readonly (number | undefined)[]): Rubric =>
      createRubric(
        minutes.map((each, at) => ({
          id: `d${at}`,
          weight: 50,
          signals: SIGNALS,
          anchors: ANCHORS,
          ...(each === undefined ? {} : { minutes: each }),
        })),
      );
    expect(adviseRubric(timed([80, 40])).map(({ code }) => code)).toEqual(['minutes-total']);
    expect(adviseRubric(timed([40, undefined])).map(({ code }) => code)).toEqual(['no-minutes']);
    expect(adviseRubric(timed([undefined, undefined])).map(({ code }) => code)).toEqual(['no-minutes']);
  });

  test('a dimension without signals', () => {
    const rubric = createRubric([{ id: 'a', weight: 100, minutes: 45, anchors: ANCHORS } as never]);
    expect(adviseRubric(rubric).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'no-signal: a has no strong and no weak signal to listen for',
    ]);
  });
});
