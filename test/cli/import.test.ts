import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { createRubric, createScaledRubric, SMALL_RUBRIC, TENTHS } from '../support/rubrics.js';

interface Parts {
  readonly id?: number;
  readonly candidate?: number;
  readonly interviewer?: string;
  readonly overall?: string | null;
  readonly attributes?: readonly object[];
  readonly questions?: readonly object[];
  readonly submitted?: string | null;
}

function attribute(name: string, rating: string | null, note: string | null = null): object {
  return { name, type: 'Skills', note, rating };
}

/** A scorecard in the shape that Greenhouse documents. */
function greenhouse({
  id = 1,
  candidate = 4711,
  interviewer = 'S. Other',
  overall = 'yes',
  ...parts
}: Parts = {}): object {
  const { submitted = '2026-11-18T16:30:00.000Z' } = parts;
  const person = { id: 9, first_name: null, last_name: null, name: interviewer, employee_id: null };
  return {
    id,
    updated_at: '2026-11-18T16:30:00.000Z',
    created_at: '2026-11-18T15:00:00.000Z',
    interview: 'Technical',
    interview_step: { id: 3, name: 'Technical' },
    candidate_id: candidate,
    application_id: 50,
    interviewed_at: '2026-11-18T15:00:00.000Z',
    submitted_by: person,
    interviewer: person,
    submitted_at: submitted,
    overall_recommendation: overall,
    attributes: parts.attributes ?? [attribute('Craft', 'yes', 'Named it.\n\nChecked it.'), attribute('Talk', 'mixed')],
    ratings: {},
    questions: parts.questions ?? [],
  };
}

/** Feedback in the shape that Lever documents. */
function lever(fields: readonly object[], more: object = {}): object {
  return {
    id: 'feedback-1',
    type: 'interview',
    text: 'Technical',
    baseTemplateId: 'template-1',
    fields,
    user: 'user-1',
    panel: 'panel-1',
    interview: 'interview-1',
    createdAt: Date.parse('2026-11-18T15:00:00Z'),
    completedAt: Date.parse('2026-11-18T16:00:00Z'),
    deletedAt: null,
    ...more,
  };
}

interface Imported {
  readonly code: number;
  readonly cwd: string;
  readonly text: string;
  readonly told: string;
  readonly cards: readonly any[];
}

interface Given {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly rubric?: string;
  readonly files?: Readonly<Record<string, string>>;
}

async function imported(data: unknown, args: readonly string[], given: Given = {}): Promise<Imported> {
  const { rubric = SMALL_RUBRIC, files, ...rest } = given;
  const text = typeof data === 'string' ? data : JSON.stringify(data, undefined, 1);
  const host = createFakeHost({ files: { 'rubrics/small.yaml': rubric, 'x.json': text, ...files }, ...rest });
  const file = given.stdin === undefined ? 'x.json' : '-';
  const code = await run(['import', file, '--role', './rubrics/small.yaml', ...args], host);
  return { code, cwd: host.cwd, text: host.stdout.text, told: host.stderr.text, cards: cardsIn(host.cwd) };
}

function cardsIn(cwd: string): readonly any[] {
  const folder = join(cwd, 'scorecards');
  const names = readdirSync(cwd).includes('scorecards') ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

const FROM = ['--from', 'greenhouse'];
const FROM_LEVER = ['--from', 'lever', '--candidate', 'Ada Example <ada@example.com>'];

async function verifies(cwd: string): Promise<void> {
  const host = createFakeHost({ cwd });
  expect(await run(['verify'], host), host.stdout.text + host.stderr.text).toBe(EXIT.ok);
}

describe('from Greenhouse', () => {
  test('each becomes a sealed scorecard that verifies, with evidence, notes, verdict and where it came from', async () => {
    const questions = [{ id: null, question: 'Key Take-Aways', answer: '<p>Calm &amp; clear</p><script>x()</script>' }];
    const { code, cwd, text, told, cards } = await imported(
      [greenhouse({ questions })],
      [...FROM, '--candidate', 'Ada Example'],
    );
    expect(code).toBe(EXIT.ok);
    expect(cards).toMatchObject([
      {
        schemaVersion: 2,
        status: 'submitted',
        candidate: { name: 'Ada Example', id: '4711' },
        interviewer: { name: 'S. Other', id: '9' },
        source: { file: 'x.json', row: 1, system: 'greenhouse', id: '1' },
        held: '2026-11-18',
        dimensions: [
          { id: 'craft', rating: 4, evidence: [{ text: 'Named it.' }, { text: 'Checked it.' }] },
          { id: 'talk', rating: 3 },
        ],
        notes: [{ text: 'Key Take-Aways: Calm & clear' }],
        verdict: { is: 'yes' },
        result: { score: 3.6, recommendation: 'yes' },
      },
    ]);
    expect(text).toMatch(/ada-example-small-s-other\.json\n$/);
    expect(told).toContain('Ratings of Greenhouse were read: yes as 4, mixed as 3\n');
    expect(told).toMatch(/1 scorecard taken over\n$/);
    await verifies(cwd);
  });

  const three = [greenhouse(), greenhouse({ id: 2, candidate: 12 }), greenhouse({ id: 3, interviewer: 'R. Panel' })];

  test.each<[string, unknown]>([
    ['a list', three],
    ['one a line', three.map((one) => `${JSON.stringify(one)}\n`).join('\n')],
    ['an answer', { data: three }],
  ])('three are read from %s', async (_what, data) => {
    const { cards, told, cwd } = await imported(data, FROM);
    expect(cards.map(({ source }) => source.row).sort()).toEqual([1, 2, 3]);
    expect(told).toContain('3 scorecards taken over');
    await verifies(cwd);
  });

  test('from standard input, and one alone', async () => {
    const { cards } = await imported('', FROM, { stdin: JSON.stringify(greenhouse()) });
    expect(cards).toMatchObject([{ source: { file: 'standard input', row: 1 } }]);
  });

  test('candidates get their names from a CSV; one that is not in it is called by its id, and told', async () => {
    const files = { 'c.csv': 'Name;ID\nAda Example;4711\n' };
    const { cards, told } = await imported(three, [...FROM, '--candidates', 'c.csv'], { files });
    expect(cards.map(({ candidate }) => candidate.name).sort()).toEqual(['12', 'Ada Example', 'Ada Example']);
    expect(told).toContain('Called by their ids: 12;');
  });

  test('one name for several candidates is refused', async () => {
    const { code, told, cards } = await imported(three, [...FROM, '--candidate', 'Ada']);
    expect([code, cards]).toEqual([EXIT.usage, []]);
    expect(told).toContain('--candidates FILE');
  });

  test('the same again adds nothing, whatever the day', async () => {
    const { cwd } = await imported(three, FROM);
    const again = await imported(three, FROM, { cwd });
    expect(again.told).toContain('0 scorecards taken over, 3 already there');
    expect(again.text).toBe('');
    expect(again.cards).toHaveLength(3);
    // On the day of the interview it is not said, on another it is.
    const host = createFakeHost({ cwd, start: '2026-11-18T20:00:00Z' });
    await run(['import', 'x.json', '--role', './rubrics/small.yaml', ...FROM, '--store', 'other'], host);
    const later = createFakeHost({ cwd });
    await run(['import', 'x.json', '--role', './rubrics/small.yaml', ...FROM, '--store', 'other'], later);
    expect(later.stderr.text).toContain('3 already there');
  });

  test('what was changed there since becomes an amendment that counts in its place', async () => {
    const { cwd, cards } = await imported([greenhouse()], FROM);
    const changed = greenhouse({ attributes: [attribute('Craft', 'strong_yes'), attribute('Talk', 'mixed')] });
    const again = await imported([changed], FROM, { cwd });
    expect(again.told).toContain('1 amended');
    expect(again.cards.find(({ amends }) => amends)).toMatchObject({
      amends: { digest: cards[0].digest, reason: 'changed in Greenhouse' },
      previous: cards[0].digest,
      dimensions: [{ rating: 5 }, { rating: 3 }],
    });
    expect((await imported([changed], FROM, { cwd })).told).toContain('1 already there');
    await verifies(cwd);
  });

  test('drafts are left out and told', async () => {
    const { code, cards, told } = await imported([greenhouse({ submitted: null })], FROM);
    expect([code, cards]).toEqual([EXIT.no, []]);
    expect(told).toContain('1 draft left out: not submitted there');
  });

  test('a rating that is no dimension stops it all, with its line and the --map to copy', async () => {
    const odd = greenhouse({ id: 2, attributes: [attribute('Crafft', 'no'), attribute('Team', 'yes')] });
    const { code, cards, told } = await imported([greenhouse(), odd], FROM);
    expect([code, cards]).toEqual([EXIT.usage, []]);
    expect(told).toMatch(/x\.json:\d+:\d+ error "Crafft" is rated "no"/);
    expect(told).toContain('--map Crafft=craft');
    expect(told).toContain('--map Team=DIMENSION, or --map Team= to leave it out');
    const mapped = await imported([odd], [...FROM, '--map', 'Crafft=craft', '--map', 'team=']);
    expect(mapped.cards).toMatchObject([{ dimensions: [{ rating: 2 }, { rating: 'not-assessed' }] }]);
    expect(mapped.told).toContain('Left out by --map: Team\n');
  });

  test('an attribute that nobody rated and no dimension has is a note, and told', async () => {
    const attributes = [attribute('Craft', 'no_decision', 'n'), attribute('Spirit', 'no_decision', 'kind')];
    const { cards, told } = await imported([greenhouse({ attributes, overall: 'no_decision' })], FROM);
    expect(cards).toMatchObject([
      {
        dimensions: [{ rating: 'not-assessed', evidence: [{ text: 'n' }] }, {}],
        notes: [{ text: 'Spirit: kind' }],
        verdict: { is: 'no-decision' },
      },
    ]);
    expect(told).toContain("Kept as notes: Spirit; for evidence of a dimension: --map 'Spirit=DIMENSION evidence'");
  });

  test.each<[string, object, string]>([
    [
      'two attributes of one dimension',
      { attributes: [attribute('Craft', 'no'), attribute('workmanship', 'yes')] },
      'both name',
    ],
    ['a word that is no rating', { attributes: [attribute('Craft', 'maybe')] }, '--value maybe=RATING'],
    ['a word that is no recommendation', { overall: 'mixed' }, '--value mixed=VERDICT with one of'],
  ])('%s is refused', async (_what, parts, message) => {
    const { code, cards, told } = await imported([greenhouse(parts)], FROM);
    expect([code, cards]).toEqual([EXIT.usage, []]);
    expect(told).toContain(message);
  });

  test('--value says what a word is', async () => {
    const parts = { attributes: [attribute('Craft', 'Maybe so')], overall: 'mixed' };
    const values = ['--value', 'maybe_so=3', '--value', 'mixed=no-decision'];
    const { cards } = await imported([greenhouse(parts)], [...FROM, ...values]);
    expect(cards).toMatchObject([{ dimensions: [{ rating: 3 }, {}], verdict: { is: 'no-decision' } }]);
  });

  test.each([
    ['--map', 'Crafft=craft', '--map names "Crafft", which none of the scorecards has; did you mean "Craft"?'],
    ['--map', 'Craft=crafft', 'did you mean "craft"?'],
    ['--value', 'mixd=3', '--value names "mixd", which is said nowhere; did you mean "mixed"?'],
  ])('%s %s, which fits nothing, is refused', async (option, value, message) => {
    const { code, cards, told } = await imported([greenhouse()], [...FROM, option, value]);
    expect([code, cards]).toEqual([EXIT.usage, []]);
    expect(told).toContain(message);
  });

  test('a file too large for lines says which scorecard', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => greenhouse({ id: at }));
    const odd = greenhouse({ id: 5000, attributes: [attribute('Zeal', 'no')] });
    const { told } = await imported([...many, odd], FROM);
    expect(told).toContain('x.json, scorecard 1201 error "Zeal" is rated "no"');
  });

  test('on another scale its words need a map', async () => {
    const scaled = createScaledRubric(TENTHS, [{ id: 'craft' }, { id: 'talk' }]);
    const refused = await imported([greenhouse()], FROM, { rubric: JSON.stringify(scaled) });
    expect(refused.code).toBe(EXIT.usage);
    expect(refused.told).toContain('"yes" of Greenhouse has no counterpart on the scale 0 to 10 in halves (craft)');
    const values = ['--value', 'yes=8', '--value', 'mixed=5.5'];
    const { cards } = await imported([greenhouse()], [...FROM, ...values], { rubric: JSON.stringify(scaled) });
    expect(cards).toMatchObject([{ dimensions: [{ rating: 8 }, { rating: 5.5 }] }]);
  });

  test.each<[string, string, string]>([
    ['what is not JSON', '{"id": 1,\n "x"', 'x.json:1:1 error the "{" that opens here is not closed'],
    ['a line that is not JSON', `${JSON.stringify(greenhouse())}\n{"id": \n`, 'x.json:2'],
    ['what has no attributes', '[{"id": 1}]', '"attributes" is missing'],
    ['a list of something else', '[1, 2]', 'x.json:1'],
    ['an empty list', '[]', 'there is no scorecard in it'],
    ['an attribute out of shape', '[{"attributes": [{"name": 7}]}]', 'x.json:1:27 error "name" must be text'],
  ])('%s is refused', async (_what, text, message) => {
    const { code, cards, told } = await imported(text, FROM);
    expect([code, cards]).toEqual([EXIT.usage, []]);
    expect(told).toContain(message);
  });

  test('--dry-run counts and writes nothing', async () => {
    const { text, told, cards } = await imported(three, [...FROM, '--dry-run']);
    expect([text, cards]).toEqual(['', []]);
    expect(told).toContain('3 scorecards would be taken over');
  });

  test('--session takes the dimensions of one conversation', async () => {
    const rubric = createRubric(
      [
        { id: 'craft', weight: 60 },
        { id: 'talk', weight: 40 },
      ],
      {
        sessions: [
          { id: 'one', title: 'One', minutes: 30, dimensions: ['craft'] },
          { id: 'two', title: 'Two', minutes: 30, dimensions: ['talk'] },
        ],
      },
    );
    const card = greenhouse({ attributes: [attribute('craft', 'yes'), attribute('talk', null)] });
    const { cards, cwd } = await imported([card], [...FROM, '--session', 'one'], { rubric: JSON.stringify(rubric) });
    expect(cards).toMatchObject([{ session: 'one', result: { recommendation: 'incomplete' } }]);
    expect(cards[0].dimensions.map(({ id }: any) => id)).toEqual(['craft']);
    await verifies(cwd);
  });
});

describe('from Lever', () => {
  const overall = { id: 'f0', type: 'score-system', text: 'Rating', value: '3 - Hire' };

  test('fields are read by their type', async () => {
    const fields = [
      overall,
      { id: 'f1', type: 'score', text: 'Craft', value: 4 },
      { id: 'f2', type: 'textarea', text: 'Craft notes', value: 'Named it.\n\nUnder 5 <b> ms' },
      {
        id: 'f3',
        type: 'scorecard',
        text: 'Skills',
        options: [{ text: 'Talk' }],
        value: [{ score: 2, comment: 'slow' }],
      },
      { id: 'f4', type: 'yes-no', text: 'hides', value: 'yes' },
      { id: 'f5', type: 'yes-no', text: 'blames', value: 'no' },
      { id: 'f6', type: 'multiple-select', text: 'Tools', value: ['a', 'b'] },
      { id: 'f7', type: 'date', text: 'Start', value: Date.parse('2027-01-04T00:00:00Z') },
      { id: 'f8', type: 'textarea', text: 'Empty', value: '' },
      { id: 'f9', type: 'score', text: 'Unrated', value: null },
    ];
    const { code, cards, told, cwd } = await imported({ data: [lever(fields)], hasNext: true }, FROM_LEVER);
    expect(code, told).toBe(EXIT.ok);
    expect(cards).toMatchObject([
      {
        candidate: { name: 'Ada Example', id: 'ada@example.com' },
        interviewer: { name: 'user-1', id: 'user-1' },
        held: '2026-11-18',
        source: { system: 'lever', id: 'feedback-1' },
        dimensions: [
          { id: 'craft', rating: 5, evidence: [{ text: 'Named it.' }, { text: 'Under 5 <b> ms' }] },
          { id: 'talk', rating: 2, evidence: [{ text: 'slow' }] },
        ],
        redFlags: [{ id: 'hides' }],
        notes: [{ text: 'Tools: a, b' }, { text: 'Start: 2027-01-04' }],
        verdict: { is: 'yes' },
      },
    ]);
    expect(told).toContain('Ratings of Lever were read: 4 as 5, 2 as 2\n');
    expect(told).toContain('x.json: the answer says that there are more pages\n');
    await verifies(cwd);
  });

  test('the overall rating may be called a score', async () => {
    const fields = [
      { id: 'f0', type: 'score', text: 'How was it', value: '1 - Strong No Hire' },
      { id: 'f1', type: 'score', text: 'Craft', value: '2 - No Hire' },
    ];
    const { cards } = await imported(lever(fields), FROM_LEVER);
    expect(cards).toMatchObject([{ verdict: { is: 'strong-no' }, dimensions: [{ rating: 2 }, {}] }]);
  });

  test("the rubric's own map is read the other way round", async () => {
    const rubric = `${SMALL_RUBRIC}export: { lever: { 1: 1, 2: 1, 3: 2, 4: 3, 5: 4 } }\n`;
    const fields = [
      { id: 'f1', type: 'score', text: 'Craft', value: 2 },
      { id: 'f2', type: 'score', text: 'Talk', value: 1 },
    ];
    // Of 1 and 2, that are both 1 there, the one that 1 usually is.
    const { cards } = await imported(lever(fields), FROM_LEVER, { rubric });
    expect(cards).toMatchObject([{ dimensions: [{ rating: 3 }, { rating: 1 }] }]);
    const unclear = `${SMALL_RUBRIC}export: { lever: { 1: 1, 2: 1, 3: 2, 4: 2, 5: 4 } }\n`;
    const refused = await imported(lever([fields[0] as object]), FROM_LEVER, { rubric: unclear });
    expect(refused.told).toContain('"2" may be 3 or 4 by the rubric\'s map (craft); pass --value 2=3');
  });

  test('a list offers ratings of the rubric itself', async () => {
    const fields = [{ id: 'f1', type: 'dropdown', text: 'Craft', value: '4' }];
    const { cards } = await imported(lever(fields), FROM_LEVER);
    expect(cards).toMatchObject([{ dimensions: [{ rating: 4 }, {}] }]);
  });

  test('deleted feedback and drafts are left out and told', async () => {
    const data = [lever([overall], { deletedAt: 1 }), lever([overall], { completedAt: null })];
    const { code, cards, told } = await imported(data, FROM_LEVER);
    expect([code, cards]).toEqual([EXIT.no, []]);
    expect(told).toContain('1 draft left out: not submitted there, 1 left out: deleted there');
  });

  test.each<[string, readonly object[], string]>([
    ['a score for no dimension', [{ type: 'score', text: 'Zeal', value: 3 }], '"Zeal" is rated "3"'],
    [
      'a score that is no score',
      [{ type: 'score', text: 'Craft', value: { a: 1 } }],
      '"score" must be a number or text',
    ],
    ['a score off its scale', [{ type: 'score', text: 'Craft', value: 5 }], '--value 5=RATING'],
    [
      'an item of a scorecard for no dimension',
      [{ type: 'scorecard', text: 'Skills', value: [{ score: 3 }] }],
      '"Skills 1" is rated "3"',
    ],
  ])('%s is refused', async (_what, fields, message) => {
    const { code, cards, told } = await imported(lever(fields), FROM_LEVER);
    expect([code, cards]).toEqual([EXIT.usage, []]);
    expect(told).toContain(message);
  });

  test('without a candidate it asks for one', async () => {
    const { code, told } = await imported(lever([overall]), ['--from', 'lever']);
    expect(code).toBe(EXIT.usage);
    expect(told).toContain('it does not say who the candidate is; pass --candidate NAME');
  });
});

test.each<[string, string[], string]>([
  ['no role', ['--from', 'lever'], 'pass --role ROLE'],
  ['a --value of no form', ['--from', 'lever', '--role', 'small', '--value', 'x'], 'not of the form "word=rating"'],
  ['a --map of no form', ['--from', 'lever', '--role', 'small', '--map', 'x'], 'not of the form'],
  ['no system', ['--role', 'small'], "required option '--from"],
])('%s is refused', async (_what, args, message) => {
  const host = createFakeHost({ files: { 'rubrics/small.yaml': SMALL_RUBRIC, 'x.json': '[]' } });
  expect(await run(['import', 'x.json', ...args], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain(message);
});
