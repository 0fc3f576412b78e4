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
      'what a strong yes needs off the scale',
      (r) => {
        r.recommendation.strongYesNeeds = 5.5;
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
      'an export that leaves a rating out',
      (r) => {
        r.export = { lever: { 1: 1, 2: 2, 4: 3, 5: 4 } };
      },
      'missing-point export.lever',
    ],
    [
      'an export of a rating off the scale',
      (r) => {
        r.export = { ashby: { 1: 1, 2: 2, 3: 2, 4: 3, 5: 4, 6: 4 } };
      },
      'off-scale export.ashby.6',
    ],
    [
      'an export to a point that the system does not have',
      (r) => {
        r.export = { lever: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 } };
      },
      'bad-value export.lever.5',
    ],
    [
      'an export to a word that the system does not have',
      (r) => {
        r.export = { greenhouse: { 1: 'no', 2: 'no', 3: 'maybe', 4: 'yes', 5: 'yes' } };
      },
      'bad-value export.greenhouse.3',
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
  expect(messagesAfter(['x'])).toEqual([
    '"4" must be text or a map of keys (short, text), not a list',
    expect.any(String),
  ]);
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

describe('the scale', () => {
  /** A valid rubric on another scale: with an anchor and a label for each of `anchored`. */
  function onScale(scale: Loose, anchored: readonly number[], change: (rubric: Loose) => void = () => {}) {
    return problemsAfter((r) => {
      const texts = Object.fromEntries(anchored.map((rating) => [String(rating), `what a ${rating} looks like`]));
      r.scale = { labels: texts, ...scale };
      const { min = 1, max = 5 } = scale;
      const at = (share: number) => min + share * (max - min);
      r.recommendation.bands = { 'strong-yes': at(0.75), yes: at(0.5), no: at(0.25) };
      for (const dimension of r.dimensions) {
        dimension.anchors = texts;
        delete dimension.minimum;
        delete dimension.borders;
        for (const question of dimension.questions) delete question.listenFor;
      }
      for (const variant of r.variants ?? []) delete variant.minimums;
      delete r.recommendation.strongYesNeeds;
      change(r);
    });
  }

  const HALVES = { min: 0, max: 10, step: 0.5, bar: 6 };
  const AROUND_ZERO = { min: -2, max: 2, bar: 0 };
  const WHOLE = [-2, -1, 0, 1, 2];

  test.each<[string, readonly string[]]>([
    ['0 to 10 in halves with the ends and the bar', onScale(HALVES, [0, 6, 10])],
    ['0 to 10 in halves with more anchors', onScale(HALVES, [0, 3, 6, 8, 10])],
    ['-2 to 2', onScale(AROUND_ZERO, WHOLE)],
    ['100 at the top', onScale({ min: 80, max: 100, bar: 90 }, [80, 90, 100])],
    ['a bar at a half', onScale({ min: 1, max: 3, step: 0.5, bar: 2.5 }, [1, 2, 3])],
    [
      'halves and negative numbers wherever there is a rating',
      onScale({ ...AROUND_ZERO, step: 0.5 }, WHOLE, (r) => {
        r.dimensions[0].minimum = -0.5;
        r.dimensions[0].borders = { '-1-0': 'a', '-2--1': 'b', '0.5-1': 'c', '-1--0.5': 'd' };
        r.dimensions[0].questions[0].listenFor = ['[-1.5] nothing'];
        r.recommendation.strongYesNeeds = -0.25;
        r.exercises = [
          {
            id: 'plan',
            title: 'Plan',
            minutes: { from: 10, to: 10 },
            provide: ['a'],
            ask: ['b'],
            evaluate: ['c'],
            answers: { '-2': 'nothing', '1.5': 'most' },
          },
        ];
      }),
    ],
  ])('may be %s', (_name, problems) => {
    expect(problems).toEqual([]);
  });

  test.each<[string, readonly string[], string]>([
    ['more than 21 ratings', onScale({ min: 0, max: 100, bar: 50 }, [0, 50, 100]), 'too-many-ratings scale.max'],
    [
      'more than 21 ratings in halves',
      onScale({ min: 0, max: 11, step: 0.5, bar: 5 }, [0, 5, 11]),
      'too-many-ratings scale.max',
    ],
    ['an end below -10', onScale({ min: -11, max: 0, bar: -5 }, [-11, -5, 0]), 'too-small scale.min'],
    [
      'another step',
      onScale({ ...AROUND_ZERO, step: 0.25 }, WHOLE, (r) => {
        r.dimensions[0].minimum = 0.25;
      }),
      'bad-value scale.step',
    ],
    ['no bar', onScale({ min: -2, max: 2 }, WHOLE), 'missing scale.bar'],
    ['a bar between two ratings', onScale({ ...AROUND_ZERO, bar: 0.5 }, WHOLE), 'off-scale scale.bar'],
    [
      'no anchor at the bar',
      onScale(HALVES, [0, 6, 10], (r) => {
        r.dimensions[1].anchors = { 0: 'a', 10: 'b' };
      }),
      'missing-anchor dimensions.1.anchors',
    ],
    [
      'an anchor at a half',
      onScale(HALVES, [0, 6, 10], (r) => {
        r.dimensions[0].anchors = { 0: 'a', 5.5: 'b', 6: 'c', 10: 'd' };
      }),
      'half dimensions.0.anchors.5.5',
    ],
    [
      'a label at a half',
      onScale({ ...HALVES, labels: { 0: 'a', 5.5: 'b', 6: 'c', 10: 'd' } }, [0, 6, 10]),
      'half scale.labels.5.5',
    ],
    [
      'a half on a scale without them',
      onScale(AROUND_ZERO, WHOLE, (r) => {
        r.dimensions[0].minimum = 0.5;
      }),
      'off-scale dimensions.0.minimum',
    ],
    [
      'a key with two spellings',
      onScale(AROUND_ZERO, WHOLE, (r) => {
        r.dimensions[0].anchors = { ...r.dimensions[0].anchors, '-0': 'c' };
      }),
      'bad-key dimensions.0.anchors.-0',
    ],
    [
      'a border over a rating',
      onScale(AROUND_ZERO, WHOLE, (r) => {
        r.dimensions[0].borders = { '-1-1': 'a' };
      }),
      'border dimensions.0.borders.-1-1',
    ],
    [
      'a border that runs down',
      onScale(AROUND_ZERO, WHOLE, (r) => {
        r.dimensions[0].borders = { '0--1': 'a' };
      }),
      'border dimensions.0.borders.0--1',
    ],
  ])('may not have %s', (_name, problems, expected) => {
    expect(problems).toEqual([expected]);
  });

  test('may be left out', () => {
    const checked = parseRubric(withoutScale());
    expect(checked.ok && checked.value.scale).toEqual({
      min: 1,
      max: 5,
      step: 1,
      bar: 3,
      labels: {
        1: 'Not shown',
        2: 'Partly shown',
        3: 'Meets the bar',
        4: 'Above the bar',
        5: 'Well above the bar',
      },
    });
  });

  test('that is left out still finds what is not on it', () => {
    const rubric = withoutScale();
    rubric.titel = rubric.title;
    rubric.dimensions[0].anchors[6] = 'six';
    const checked = parseRubric(rubric);
    expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual(['unknown-key', 'off-scale']);
  });

  function withoutScale(): Loose {
    const { scale: _, ...rubric } = parse(SMALL_RUBRIC) as Loose;
    return rubric;
  }
});

describe('weights', () => {
  const unweighted = (r: Loose) => {
    for (const dimension of r.dimensions) delete dimension.weight;
    delete r.weightsRationale;
  };

  test('may be left out everywhere: all weigh the same', () => {
    expect(problemsAfter(unweighted)).toEqual([]);
  });

  test('are told where some have one and some have none, at the fewer', () => {
    const withThird = (change: (rubric: Loose) => void) =>
      problemsAfter((r) => {
        r.dimensions.push({ ...r.dimensions[0], id: 'third', name: 'Third', aliases: [] });
        delete r.variants;
        change(r);
      });
    expect(withThird((r) => delete r.dimensions[2].weight)).toEqual(['some-weights dimensions.2']);
    expect(
      withThird((r) => {
        unweighted(r);
        r.dimensions[1].weight = 50;
      }),
    ).toEqual(['some-weights dimensions.1.weight']);
  });

  test('of a variant are refused where they are another word', () => {
    const checked = parseRubric({
      ...(parse(SMALL_RUBRIC) as Loose),
      variants: [{ id: 'level', title: 'Level', why: 'All count.', weights: 'equl' }],
    });
    expect(checked.ok ? [] : checked.problems.map(({ message }) => message)).toEqual([
      '"weights" must be a map of keys or "equal", not text',
    ]);
  });

  test('of a variant may be equal, and may be whole new ones where the rubric has none', () => {
    const rubric = parse(SMALL_RUBRIC) as Loose;
    rubric.variants = [{ id: 'level', title: 'Level', why: 'All count.', weights: 'equal' }];
    const equal = parseRubric(rubric);
    expect(
      equal.ok && applyVariant(equal.value, equal.value.variants[0]).dimensions.map(({ weight }) => weight),
    ).toEqual([undefined, undefined]);
    unweighted(rubric);
    const ids = rubric.dimensions.map(({ id }: Loose) => id);
    rubric.variants = [{ id: 'steep', title: 'Steep', why: 'One counts.', weights: { [ids[0]]: 90, [ids[1]]: 10 } }];
    const weighted = parseRubric(rubric);
    expect(
      weighted.ok && applyVariant(weighted.value, weighted.value.variants[0]).dimensions.map(({ weight }) => weight),
    ).toEqual([90, 10]);
  });
});
