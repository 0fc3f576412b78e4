import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseRubric } from '../../../src/core/rubric/parse-rubric.js';
import { applyVariant } from '../../../src/core/rubric/variant.js';
import { SMALL_RUBRIC } from '../../support/rubrics.js';

type Loose = Record<string, any>;

/** The codes and paths of what is wrong after a change to a valid rubric. */
function problemsAfter(change: (rubric: Loose) => void): readonly string[] {
  const rubric = parse(SMALL_RUBRIC) as Loose;
  change(rubric);
  const checked = parseRubric(rubric);
  return checked.ok ? [] : checked.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
}

test('a valid rubric passes, with the defaults filled in', () => {
  const checked = parseRubric(parse(SMALL_RUBRIC));
  expect(checked.ok && checked.value.scale).toMatchObject({ min: 1, max: 5 });
  expect(checked.ok && checked.value.dimensions[0].borders).toEqual({});
});

describe('one mistake is one problem, at its place', () => {
  test.each<[string, (rubric: Loose) => void, string]>([
    [
      'an unknown key',
      (r) => {
        r.dimensions[0].wieght = 1;
      },
      'unknown-key dimensions.0.wieght',
    ],
    [
      'a missing key',
      (r) => {
        delete r.title;
      },
      'missing title',
    ],
    [
      'a wrong type',
      (r) => {
        r.dimensions[1].weight = 'forty';
      },
      'wrong-type dimensions.1.weight',
    ],
    [
      'an empty text',
      (r) => {
        r.dimensions[0].meetsBar = ' ';
      },
      'too-small dimensions.0.meetsBar',
    ],
    [
      'a bad id',
      (r) => {
        r.redFlags[0].id = 'Hides It';
      },
      'bad-format redFlags.0.id',
    ],
    [
      'a bad severity',
      (r) => {
        r.redFlags[0].severity = 'halt';
      },
      'bad-value redFlags.0.severity',
    ],
    [
      'weights that do not sum',
      (r) => {
        r.dimensions[0].weight = 59.9;
      },
      'weights-sum dimensions',
    ],
    [
      'a missing anchor',
      (r) => {
        delete r.dimensions[0].anchors[4];
      },
      'missing-anchor dimensions.0.anchors',
    ],
    [
      'an anchor off the scale',
      (r) => {
        r.dimensions[0].anchors[6] = 'six';
      },
      'off-scale dimensions.0.anchors.6',
    ],
    [
      'a missing label',
      (r) => {
        delete r.scale.labels[1];
      },
      'missing-label scale.labels',
    ],
    [
      'a bar off the scale',
      (r) => {
        r.scale.bar = 7;
      },
      'off-scale scale.bar',
    ],
    [
      'a minimum off the scale',
      (r) => {
        r.dimensions[0].minimum = 0;
      },
      'off-scale dimensions.0.minimum',
    ],
    [
      'what a strong yes needs between two ratings',
      (r) => {
        r.recommendation.strongYesNeeds = 2.5;
      },
      'off-scale recommendation.strongYesNeeds',
    ],
    [
      'a borderline of no width',
      (r) => {
        r.recommendation.borderline = 0;
      },
      'too-small recommendation.borderline',
    ],
    [
      'a borderline that is not exact',
      (r) => {
        r.recommendation.borderline = 0.12345;
      },
      'too-many-decimals recommendation.borderline',
    ],
    [
      'bands that do not ascend',
      (r) => {
        r.recommendation.bands.yes = 4.5;
      },
      'bands-order recommendation.bands.strong-yes',
    ],
    [
      'a band off the scale',
      (r) => {
        r.recommendation.bands.no = 0.5;
      },
      'off-scale recommendation.bands.no',
    ],
    [
      'two dimensions of one id',
      (r) => {
        r.dimensions[1].id = 'craft';
        r.redFlags[1].dimension = 'craft';
        delete r.variants;
      },
      'duplicate-id dimensions.1.id',
    ],
    [
      'an alias that names two dimensions',
      (r) => {
        r.dimensions[1].aliases = ['workmanship'];
      },
      'duplicate-name dimensions.1',
    ],
    [
      'a red flag of no dimension',
      (r) => {
        r.redFlags[1].dimension = 'tall';
      },
      'unknown-dimension redFlags.1.dimension',
    ],
    [
      'a variant that is not whole',
      (r) => {
        r.variants[0].weights = { craft: 100 };
      },
      'variant-weights variants.0.weights',
    ],
    [
      'a variant that does not sum',
      (r) => {
        r.variants[0].weights.craft = 51;
      },
      'weights-sum variants.0.weights',
    ],
    [
      'variant questions for no dimension',
      (r) => {
        r.variants[0].questions = { tlak: [{ ask: 'What?' }] };
      },
      'unknown-dimension variants.0.questions.tlak',
    ],
    [
      'a dimension without a question',
      (r) => {
        r.dimensions[0].questions = [];
      },
      'no-question dimensions.0',
    ],
    [
      'a border between no neighbours',
      (r) => {
        r.dimensions[0].borders = { '2-4': 'x' };
      },
      'border dimensions.0.borders.2-4',
    ],
    [
      'a tick off the scale',
      (r) => {
        r.dimensions[0].questions[0].listenFor = ['[9] x'];
      },
      'off-scale dimensions.0.questions.0.listenFor.0',
    ],
    [
      'too many decimals',
      (r) => {
        r.dimensions[0].weight = 59.999995;
      },
      'too-many-decimals dimensions.0.weight',
    ],
  ])('%s', (_name, change, expected) => {
    expect(problemsAfter(change)).toEqual([expected]);
  });
});

test('mistakes of shape do not hide mistakes of sense', () => {
  const found = problemsAfter((rubric) => {
    rubric.titel = 'x';
    rubric.dimensions[0].questions = 'none';
    rubric.dimensions[0].weight = 50;
    rubric.redFlags[1].dimension = 'tlak';
    delete rubric.dimensions[1].anchors[2];
  });
  expect([...found].sort()).toEqual([
    'missing-anchor dimensions.1.anchors',
    'unknown-dimension redFlags.1.dimension',
    'unknown-key titel',
    'weights-sum dimensions',
    'wrong-type dimensions.0.questions',
  ]);
});

test('an anchor is a text, or a short form and a text', () => {
  const rubric = parse(SMALL_RUBRIC) as Loose;
  rubric.dimensions[0].anchors[4] = { short: 'Four', text: 'What a four looks like.' };
  const checked = parseRubric(rubric);
  const anchors = checked.ok ? checked.value.dimensions[0]?.anchors : {};
  expect(anchors).toMatchObject({
    3: { text: expect.any(String) },
    4: { short: 'Four', text: 'What a four looks like.' },
  });
  expect(anchors?.[3]).not.toHaveProperty('short');
});

test('what an anchor can be is said where something else stands', () => {
  const messagesAfter = (anchor: unknown) => {
    const rubric = parse(SMALL_RUBRIC) as Loose;
    rubric.dimensions[0].anchors[4] = anchor;
    const checked = parseRubric(rubric);
    return checked.ok ? [] : checked.problems.map(({ message }) => message);
  };
  expect(messagesAfter(['x'])).toEqual(['"4" must be text or a map of keys, not a list', expect.any(String)]);
  expect(messagesAfter({ shrt: 'x', text: 'y' })).toContain('unknown key "shrt"; did you mean "short"?');
  expect(messagesAfter({ short: 'x' })).toContain('"text" is missing');
  expect(messagesAfter('')).toContain('"4" is empty');
});

test('a session names dimensions that there are, each once', () => {
  const found = (dimensions: readonly string[]) =>
    problemsAfter((rubric) => {
      rubric.sessions = [{ id: 'first', title: 'First', minutes: 45, dimensions }];
    });
  const ids = (parse(SMALL_RUBRIC) as Loose).dimensions.map(({ id }: { id: string }) => id);
  expect(found(ids)).toEqual([]);
  expect(found([...ids, ids[0]])).toEqual([`duplicate-id sessions.0.dimensions.${ids.length}`]);
  expect(found(['tlak'])).toEqual(['unknown-dimension sessions.0.dimensions.0']);
});

test('an unknown key suggests the nearest known one', () => {
  const rubric = parse(SMALL_RUBRIC) as Loose;
  rubric.dimensions[0].questions[0].folowUps = [];
  const checked = parseRubric(rubric);
  expect(checked.ok ? '' : checked.problems[0].message).toBe('unknown key "folowUps"; did you mean "followUps"?');
});

test('advice that does not exist cannot be set aside: the nearest code is suggested', () => {
  const rubric = parse(SMALL_RUBRIC) as Loose;
  rubric.allow = [
    { code: 'vague-anchor', reason: 'the words are the team’s own' },
    { code: 'vauge-anchor', reason: 'the words are the team’s own' },
  ];
  const checked = parseRubric(rubric);
  expect(checked.ok ? [] : checked.problems).toMatchObject([
    {
      code: 'unknown-advice',
      path: ['allow', 1, 'code'],
      message: expect.stringContaining('did you mean "vague-anchor"?'),
    },
  ]);
});

describe('a text of the wrong form is told the form that its own schema asks for', () => {
  test.each<[string, (rubric: Loose) => void, string]>([
    [
      'a version',
      (r) => {
        r.version = '1.0';
      },
      '"version" must be three numbers, such as 1.0.0',
    ],
    [
      'an id',
      (r) => {
        r.redFlags[0].id = 'Hides It';
      },
      '"id" must start with a lower-case letter and contain only lower-case letters, digits and hyphens',
    ],
    [
      'the key of an anchor',
      (r) => {
        r.dimensions[0].anchors.five = 'x';
      },
      '"five" cannot be a key here: it must be a rating in digits, such as 3',
    ],
    [
      'the key of a border',
      (r) => {
        r.dimensions[0].borders = { high: 'x' };
      },
      '"high" cannot be a key here: it must be two ratings with a hyphen between them, such as 3-4',
    ],
    [
      'the key of a weight',
      (r) => {
        r.variants = [{ id: 'x', title: 'x', why: 'x', minimums: { 'Not an id': 2 } }];
      },
      '"Not an id" cannot be a key here: it must start with a lower-case letter and contain only lower-case letters, digits and hyphens',
    ],
  ])('%s', (_what, change, message) => {
    const rubric = parse(SMALL_RUBRIC) as Loose;
    change(rubric);
    const checked = parseRubric(rubric);
    expect(checked.ok ? [] : checked.problems.map((problem) => problem.message)).toContain(message);
  });
});

test.each([null, 'text', 7, [], {}])('%o is no rubric, and is refused without a crash', (data) => {
  expect(parseRubric(data).ok).toBe(false);
});

test('weights with decimals sum to exactly 100, where floats would not', () => {
  expect(
    problemsAfter((rubric) => {
      rubric.dimensions[0].weight = 33.3;
      rubric.dimensions[1].weight = 66.7;
    }),
  ).toEqual([]);
});

test('a variant gives its weights and adds its questions, and leaves the rubric alone', () => {
  const checked = parseRubric(parse(SMALL_RUBRIC));
  if (!checked.ok) throw new Error('the fixture is not valid');
  const varied = applyVariant(checked.value, checked.value.variants[0]);
  expect(varied.dimensions.map(({ weight }) => weight)).toEqual([50, 50]);
  expect(varied.dimensions[1].questions).toHaveLength(2);
  expect(checked.value.dimensions[1].questions).toHaveLength(1);
});

test('a dimension may be called "constructor", and a variant without it is told', () => {
  const named = SMALL_RUBRIC.replace('id: craft', 'id: constructor').replace('craft: 50', 'constructor: 50');
  const whole = parseRubric(parse(named));
  if (!whole.ok) throw new Error('the fixture is not valid');
  const plain = { ...whole.value.variants[0], weights: undefined };
  expect(applyVariant(whole.value, plain).dimensions[0]).toMatchObject({ weight: 60, minimum: 2 });
  const partial = parse(named.replace('constructor: 50, talk: 50', 'talk: 100'));
  const checked = parseRubric(partial);
  expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual(['variant-weights']);
});
