import { describe, expect, test } from 'vitest';
import { adviseRubric } from '../../../../src/core/authoring/advice/index.js';
import type { Anchor } from '../../../../src/core/rubric/rubric.js';
import { createRubric } from '../../../support/rubrics.js';

const SIGNALS = { strong: ['tells a figure'], weak: ['tells none'] };
const ANCHORS: Readonly<Record<number, Anchor>> = {
  1: { short: 'Nothing done by them', text: 'After two probes there is no thing that they did.' },
  2: { short: 'Names parts, not failures', text: 'Names the parts, and cannot say how one of them fails.' },
  3: { short: 'Cause and minutes told', text: 'Tells what failed, why, and how long users waited.' },
  4: { short: 'Cost and consent told', text: 'Adds what the repair cost and who agreed to it.' },
  5: { short: 'Cannot come back', text: 'Shows that this failure cannot come back, and where the fix would be wrong.' },
};

const core = (subject: string) => ({ ask: `Tell me about ${subject}.`, core: true });

const SUBJECTS = [
  'a repair',
  'a failure',
  'a decision',
  'a plan',
  'a person',
  'a number',
  'a tool',
  'a wait',
  'a rule',
];

interface Parts {
  readonly weights?: readonly number[];
  readonly anchors?: Partial<Record<number, string | Anchor>>;
  readonly ask?: string;
  /** What the first dimension has besides. */
  readonly first?: object;
  readonly more?: object;
}

function dimensionsOf({ weights = [30, 25, 20, 15, 10], anchors = {}, ask, first = {} }: Parts) {
  return weights.map((weight, at) => ({
    id: `d${at}`,
    weight,
    minutes: Math.round(60 / weights.length),
    anchors: at === 0 ? { ...ANCHORS, ...anchors } : ANCHORS,
    signals: SIGNALS,
    questions: [{ ask: at === 0 && ask !== undefined ? ask : `Tell me about ${SUBJECTS[at]}.` }],
    ...(at === 0 ? first : {}),
  }));
}

/** The codes of the advice on a rubric that needs none but for what is given. */
function advice(parts: Parts): readonly string[] {
  const rubric = createRubric(dimensionsOf(parts), { weightsRationale: 'The first carries more.', ...parts.more });
  return adviseRubric(rubric).map(({ code }) => code);
}

test('a rubric written as it should be gets no advice', () => {
  expect(advice({})).toEqual([]);
});

describe('anchors', () => {
  test.each([
    ['praise in place of behaviour', 'Strong knowledge of Kubernetes.', 'vague-anchor'],
    ['praise in few words', 'Gives solid answers on cost.', 'vague-anchor'],
    ['the same as another', ANCHORS[2]?.text ?? '', 'same-anchor'],
    ['another with an adverb', 'Tells very clearly what failed, why, and how long most users waited.', 'adverb-anchor'],
  ])('that are %s', (_name, text, code) => {
    expect(advice({ anchors: { 4: { short: 'Another', text } } })).toEqual([code]);
  });

  test('may hold such a word among what is done', () => {
    const text = 'Compared two regions and says which was good enough for which of the services, and at what price.';
    expect(advice({ anchors: { 4: { short: 'Compared two', text } } })).toEqual([]);
  });
});

describe('anchors that cannot be rated alike', () => {
  const long = `Tells ${'what failed and '.repeat(10)}why.`;
  test.each<[string, Partial<Record<number, string | Anchor>>, string[]]>([
    ['31 words', { 3: { short: 'Long', text: `${'word '.repeat(30)}end.` } }, ['long-anchor']],
    ['30 words', { 3: { short: 'Long', text: `${'word '.repeat(29)}end.` } }, []],
    ['no short form where others have one', { 3: 'Tells what failed, why, and how long users waited.' }, ['no-short']],
    ['a short form of nine words', { 3: { short: 'a b c d e f g h i', text: 'Tells why.' } }, ['long-short']],
    ['a short form of 61 characters', { 3: { short: 'x'.repeat(61), text: 'Tells why.' } }, ['long-short']],
    ['one short form twice', { 3: { short: 'Cost and consent told', text: 'Tells why.' } }, ['same-anchor']],
    [
      'four conditions',
      { 4: { short: 'Four', text: 'Led it. Timed it at 99.9%, and measured it, with a graph. Closed it.' } },
      ['many-conditions'],
    ],
    ['three conditions', { 4: { short: 'Three', text: 'Led it. Timed it at 99.9%, and measured it.' } }, []],
    ['an "or" above the bar', { 4: { short: 'Either', text: 'Measured it or had it measured.' } }, ['or-anchor']],
    ['an "or" at the bar', { 3: { short: 'Either', text: 'Measured it or had it measured.' } }, []],
    [
      'a harmful act that may have been a lesson',
      { 1: { short: 'Harm', text: 'Changed production by hand.' } },
      ['no-guard'],
    ],
    [
      'nothing told, or a harmful act',
      { 1: { short: 'Harm', text: 'No case of their own; or changed production by hand.' } },
      ['no-guard'],
    ],
    [
      'a harmful act that is still defended',
      { 1: { short: 'Harm', text: 'Changed production by hand, and sees no harm in it.' } },
      [],
    ],
    ['nothing of their own', { 1: { short: 'None', text: 'After the probes, no case of their own.' } }, []],
    ['more words and more conditions', { 5: { short: 'Long', text: long } }, ['long-anchor']],
  ])('%s', (_name, anchors, codes) => {
    expect(advice({ anchors })).toEqual(codes);
  });

  test('no short form anywhere is one piece of advice', () => {
    const texts = Object.fromEntries(Object.entries(ANCHORS).map(([rating, { text }]) => [rating, text]));
    const dimensions = dimensionsOf({}).map((dimension) => ({ ...dimension, anchors: texts }));
    expect(adviseRubric(createRubric(dimensions, { weightsRationale: 'x' })).map(({ code }) => code)).toEqual([
      'no-short',
    ]);
  });
});

describe('what a story is rated for', () => {
  test('two questions that one story answers', () => {
    const ask = 'Tell me about the last release that you had to take back.';
    const [first, second, ...rest] = dimensionsOf({});
    const dimensions = [
      { ...first, questions: [{ ask }] },
      { ...second, questions: [{ ask: 'Walk me through a release that was taken back.' }] },
      ...rest,
    ];
    expect(adviseRubric(createRubric(dimensions as never, { weightsRationale: 'x' }))).toMatchObject([
      { code: 'same-story', path: ['dimensions', 1, 'questions', 0, 'ask'] },
    ]);
  });

  test.each([
    ['within reach', 'Tell me about a forecast and the budget it was for.', []],
    ['out of reach', 'Tell me about a disagreement with a colleague.', ['bar-unreached']],
  ])('a bar %s of the core questions', (_name, ask, codes) => {
    const meetsBar = 'Forecasts capacity from drivers, keeps within the budget, explains each difference.';
    expect(advice({ ask, first: { meetsBar } })).toEqual(codes);
  });

  test('a question that is not core does not reach the bar', () => {
    const meetsBar = 'Forecasts capacity from drivers, keeps within the budget, explains each difference.';
    const questions = [core('a disagreement'), { ask: 'Tell me about a forecast and the budget it was for.' }];
    expect(advice({ first: { meetsBar, questions } })).toEqual(['bar-unreached']);
  });
});

describe('names and requirements', () => {
  test.each<[string, Parts, string[]]>([
    ['a dimension that a CSV takes for the evidence of another', { first: { name: 'd1 notes' } }, ['header-clash']],
    ['a product by name', { more: { requirements: [{ id: 'iac', name: 'Terraform' }] } }, ['required-product']],
    [
      'a product or its equivalent',
      { more: { requirements: [{ id: 'iac', name: 'Terraform', note: 'or an equivalent' }] } },
      [],
    ],
    [
      'a product that is not needed',
      { more: { requirements: [{ id: 'iac', name: 'Terraform', required: false }] } },
      [],
    ],
  ])('%s', (_name, parts, codes) => {
    expect(advice(parts)).toEqual(codes);
  });
});

test('what is still to be written is told once for each dimension, with its places', () => {
  const anchors = { 1: 'TODO: what harm looks like', 5: { short: 'TODO', text: '…' } };
  const rubric = createRubric(dimensionsOf({ anchors }), { weightsRationale: 'x', summary: 'TODO' });
  expect(adviseRubric(rubric).filter(({ code }) => code === 'unfinished')).toMatchObject([
    { path: ['summary'], message: 'still to be written: summary' },
    { path: ['dimensions', 0], message: 'still to be written in d0: anchors 1, anchors 5 short, anchors 5' },
  ]);
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
    ['What did you repair in the last three years?', 'years-question'],
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
    'What did you repair most recently, the last time it broke?',
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
    ['weights that miss being equal by the rounding', { weights: [19.5, 20, 20, 20, 20.5] }, ['like-weights']],
    ['weights more than a point apart', { weights: [19, 20, 20, 20, 21] }, []],
    ['a reason for equal weights', { weights: [20, 20, 20, 20, 20] }, ['needless-rationale']],
    [
      'a band that no ratings reach',
      { more: { recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 1 } } } },
      ['unreachable-band'],
    ],
    [
      'weights that never turn a recommendation',
      {
        weights: [99.6, 0.1, 0.1, 0.1, 0.1],
        more: { recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4.5, yes: 3.5, no: 2.5 } } },
      },
      ['idle-weight', 'idle-weight', 'idle-weight', 'idle-weight'],
    ],
    [
      'a borderline that reaches half-way to another band',
      { more: { recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4, yes: 3, no: 2 }, borderline: 0.5 } } },
      ['wide-borderline'],
    ],
    [
      'advice that is set aside',
      {
        weights: [20, 20, 20, 20, 20],
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

  test('too few dimensions', () => {
    expect(advice({ weights: [40, 30, 20, 10] })).toEqual(['few-dimensions']);
  });

  test('minutes that no interview has, or that only some dimensions have', () => {
    const timed = (minutes: (at: number) => number | undefined, more: object = {}): readonly string[] => {
      const timedDimensions = dimensionsOf({}).map(({ minutes: _minutes, ...dimension }, at) => {
        const each = minutes(at);
        return each === undefined ? dimension : { ...dimension, minutes: each };
      });
      const rubric = createRubric(timedDimensions, { weightsRationale: 'The first carries more.', ...more });
      return adviseRubric(rubric).map(({ code }) => code);
    };
    expect(timed(() => 24)).toEqual(['minutes-total']);
    expect(timed((at) => (at === 1 ? undefined : 12))).toEqual(['no-minutes']);
    expect(timed(() => undefined)).toEqual(['no-minutes']);
    // In two sessions, 120 minutes are two interviews.
    const session = (id: string, dimensions: readonly string[]) => ({ id, title: id, minutes: 85, dimensions });
    const sessions = [session('first', ['d0', 'd1', 'd2']), session('second', ['d3', 'd4'])];
    expect(timed(() => 24, { sessions })).toEqual([]);
  });

  test.each<[string, object, string[]]>([
    [
      'more core questions than their minutes hold',
      { minutes: 9, questions: [core('a repair'), core('a wait')] },
      ['core-minutes'],
    ],
    ['core questions within their minutes', { minutes: 10, questions: [core('a repair'), core('a wait')] }, []],
    ['a first question without the minutes for it', { minutes: 4 }, ['core-minutes']],
  ])('%s', (_name, first, codes) => {
    expect(advice({ first })).toEqual(codes);
  });

  test.each<[string, object, string[]]>([
    ['long enough for greeting and closing', { minutes: 70 }, []],
    ['too short for its dimensions', { minutes: 69 }, ['session-minutes', 'session-size']],
    ['that leaves a dimension out', { minutes: 70, dimensions: ['d0', 'd1', 'd2', 'd3'] }, ['no-session']],
  ])('a session %s', (_name, parts, codes) => {
    const session = { id: 'one', title: 'One', dimensions: ['d0', 'd1', 'd2', 'd3', 'd4'], ...parts };
    const found = advice({ more: { sessions: [session] } });
    expect(found.filter((code) => code !== 'session-size' || codes.includes(code))).toEqual(codes);
  });

  test('a dimension without signals', () => {
    expect(advice({ first: { signals: { strong: [], weak: [] } } })).toEqual(['no-signal']);
  });
});
