import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { ANSWERS as ANSWERS_TOPIC } from '../../src/render/help/topic-answers.js';
import { createFakeHost, HOME } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const ANSWERS = `candidate: Ada Example
ratings:
  craft: { rating: 4, evidence: [held 12,000 requests a second], asked: [1] }
  talk: 3
redFlags:
  - { id: blames, evidence: named one colleague twice }
verdict: { is: yes, reason: craft outweighs it }
`;
const files = { 'rubrics/small.yaml': SMALL_RUBRIC, 'ada.yaml': ANSWERS };
const interview = ['interview', '--role', 'small', '--answers'];

function validator() {
  const ajv = new Ajv({ strict: false });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(HOME, 'rubrics/scorecard.schema.json'), 'utf8')));
}

test('an answers file becomes a sealed scorecard and a report, without a prompt', async () => {
  const host = createFakeHost({ files });
  expect(await run([...interview, 'ada.yaml', '-f', 'json'], host)).toBe(EXIT.ok);
  const card = JSON.parse(host.stdout.text);
  // By hand: (60 x 4 + 40 x 3) / 100 = 360 / 100.
  expect(card.result).toEqual({
    score: 3.6,
    exact: { numerator: 360, denominator: 100 },
    coverage: 100,
    recommendation: 'yes',
    because: [
      { rule: 'band', text: 'score 3.60 is in the band "yes": at least 3, below 4.2' },
      {
        rule: 'concern',
        flag: 'blames',
        text: 'red flag (concern), to be discussed: Blames a person and names no system factor; it changes nothing',
      },
    ],
  });
  expect(card.dimensions.map((dimension: { contribution: number }) => dimension.contribution)).toEqual([2.4, 1.2]);
  expect(card.dimensions[0]).toMatchObject({
    anchor: 'Names the price of the design and how it was checked.',
    asked: ['Tell me about a thing you built that was used hard.'],
  });
  expect(readdirSync(join(host.cwd, 'scorecards')).sort()).toEqual([
    '.drafts',
    '.history',
    '.rubrics',
    '2026-11-20-ada-example-small-r-panel.json',
    '2026-11-20-ada-example-small-r-panel.md',
    'log.ndjson',
  ]);
  expect(readFileSync(join(host.cwd, 'scorecards/2026-11-20-ada-example-small-r-panel.json'), 'utf8')).toBe(
    host.stdout.text,
  );
});

test('the scorecard fits the published schema, by an independent validator', async () => {
  const host = createFakeHost({ files });
  await run([...interview, 'ada.yaml', '-f', 'json'], host);
  const validate = validator();
  expect(validate(JSON.parse(host.stdout.text)), JSON.stringify(validate.errors)).toBe(true);
});

test('what is written is private to the user', async () => {
  const host = createFakeHost({ files });
  await run([...interview, 'ada.yaml'], host);
  const store = join(host.cwd, 'scorecards');
  expect(statSync(store).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(store)) {
    expect(statSync(join(store, name)).mode & 0o077, name).toBe(0);
  }
});

describe('the same answers once more', () => {
  const CARD = 'scorecards/2026-11-20-ada-example-small-r-panel.json';
  const cardsIn = (cwd: string) => readdirSync(join(cwd, 'scorecards')).filter((name) => name.endsWith('.json'));
  const withHeld = { ...files, 'ada.yaml': `held: 2026-11-20\n${ANSWERS}` };

  async function again(cwd: string, args: readonly string[] = [], more: Parameters<typeof createFakeHost>[0] = {}) {
    const host = createFakeHost({ cwd, ...more });
    expect(await run([...interview, 'ada.yaml', ...args], host), host.stderr.text).toBe(EXIT.ok);
    return host;
  }

  test.each([
    ['at once', {}],
    ['a day later', { start: '2026-11-21T09:00:00Z' }],
    [
      'in other words for the same',
      {
        files: {
          'ada.yaml': `verdict: { reason: craft outweighs it, is: yes }\ncandidate: ada  example\nratings: { Craft: { asked: [1], rating: 4 - above the bar, evidence: ['held 12', { text: 000 requests a second }] }, Talk: 3 }\nredFlags: [{ id: blames, evidence: [named one colleague twice] }]\n`,
        },
      },
    ],
  ])('write nothing, and the scorecard that says it is told: %s', async (_how, more) => {
    const { cwd } = await again(createFakeHost({ files }).cwd);
    const before = readFileSync(join(cwd, 'scorecards/log.ndjson'), 'utf8');
    const host = await again(cwd, [], more);
    expect(host.stderr.text).toBe(`already submitted: ${CARD} (--again seals it once more)\n`);
    expect(cardsIn(cwd)).toHaveLength(1);
    expect(readdirSync(join(cwd, 'scorecards/.drafts/r-panel'))).toEqual([]);
    expect(readFileSync(join(cwd, 'scorecards/log.ndjson'), 'utf8')).toBe(before);
  });

  test('are the same where the day that they name was the day of the first run', async () => {
    const { cwd } = await again(createFakeHost({ files: withHeld }).cwd);
    const host = await again(cwd, [], { start: '2026-11-22T09:00:00Z' });
    expect(host.stderr.text).toContain(`already submitted: ${CARD}`);
  });

  test('print what the first run printed', async () => {
    const { cwd } = createFakeHost({ files });
    for (const format of ['json', 'markdown']) {
      const [first, second] = [await again(cwd, ['-f', format]), await again(cwd, ['-f', format])];
      expect(second.stdout.text).toBe(first.stdout.text);
      expect(second.stdout.text).not.toBe('');
    }
  });

  test('are sealed with --again', async () => {
    const { cwd } = await again(createFakeHost({ files }).cwd);
    const host = await again(cwd, ['--again']);
    expect(host.stderr.text).toContain('a second one stands in its place');
    expect(cardsIn(cwd)).toHaveLength(2);
  });

  test.each([
    ['a rating', ANSWERS.replace('talk: 3', 'talk: 4'), []],
    ['evidence', ANSWERS.replace('12,000', '13,000'), []],
    ['a flag', ANSWERS.replace(/redFlags:\n.*\n/, ''), []],
    ['the verdict', ANSWERS.replace('is: yes', 'is: no'), []],
    ['a note', `notes: [in a hurry]\n${ANSWERS}`, []],
    ['the day', ANSWERS, ['--held', '2026-11-19']],
    ['the variant', ANSWERS, ['--variant', 'even']],
    ['being a trainee', ANSWERS, ['--shadow']],
    ['the interviewer', ANSWERS, ['-i', 'S. Panel']],
  ])('with another value of %s are other answers', async (_what, answers, args) => {
    const { cwd } = await again(createFakeHost({ files }).cwd);
    const host = await again(cwd, args, { files: { 'ada.yaml': answers } });
    expect(host.stderr.text).toContain('Sealed:');
    expect(cardsIn(cwd)).toHaveLength(2);
  });

  test('by a rubric that was changed in between are others', async () => {
    const { cwd } = await again(createFakeHost({ files }).cwd);
    await again(cwd, [], { files: { 'rubrics/small.yaml': `${SMALL_RUBRIC}\n# changed\n` } });
    expect(cardsIn(cwd)).toHaveLength(2);
  });

  test('are sealed where somebody changed the scorecard by hand', async () => {
    const { cwd } = await again(createFakeHost({ files }).cwd);
    const sealed = readFileSync(join(cwd, CARD), 'utf8');
    await again(cwd, [], { files: { [CARD]: sealed.replace('"score": 3.6', '"score": 3.9') } });
    expect(cardsIn(cwd)).toHaveLength(2);
  });

  test('tell what was sealed since, which may be what counts', async () => {
    const { cwd } = await again(createFakeHost({ files }).cwd);
    const other = ANSWERS.replace('talk: 3', 'talk: 4');
    await again(cwd, [], { files: { 'ada.yaml': other }, start: '2026-11-20T15:00:00Z' });
    const host = await again(cwd, [], { files: { 'ada.yaml': ANSWERS } });
    expect(host.stderr.text).toBe(
      `already submitted: ${CARD}, and ${CARD.replace('.json', '-2.json')} since (--again seals it once more)\n`,
    );
  });

  test('seal the draft that a run left which ended before it could', async () => {
    const { cwd } = await again(createFakeHost({ files }).cwd);
    const [store, name] = [join(cwd, 'scorecards'), '2026-11-20-ada-example-small-r-panel.ndjson'];
    const [draft, journal] = [join(store, '.drafts/r-panel', name), join(store, '.history/r-panel', name)];
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    rmSync(journal);
    for (const kept of [lines, lines.slice(0, -1)]) {
      for (const file of [CARD, CARD.replace('.json', '.md')]) rmSync(join(cwd, file));
      writeFileSync(draft, `${kept.join('\n')}\n`);
      const host = await again(cwd);
      expect(host.stderr.text).toContain('Sealed:');
      expect(cardsIn(cwd)).toEqual([CARD.replace('scorecards/', '')]);
      expect(readdirSync(join(store, '.drafts/r-panel'))).toEqual([]);
      rmSync(journal);
    }
  });
});

test('a variant gives its own weights', async () => {
  const host = createFakeHost({ files });
  await run([...interview, 'ada.yaml', '--variant', 'even', '-f', 'json'], host);
  expect(JSON.parse(host.stdout.text)).toMatchObject({ rubric: { variant: 'even' }, result: { score: 3.5 } });
});

test('JSON answers on standard input are taken too', async () => {
  const host = createFakeHost({
    files,
    stdin: '{"candidate":"Bo Sample","ratings":{"craft":5,"talk":"not-applicable"},"verdict":"strong-yes"}',
  });
  expect(await run([...interview, '-', '-f', 'json'], host)).toBe(EXIT.ok);
  expect(JSON.parse(host.stdout.text).result).toMatchObject({ score: 5, coverage: 100, recommendation: 'strong-yes' });
});

test.each([
  ['4/5', 4],
  ['"="', undefined],
  ['"=4"', 4],
  ['★★★☆☆', 3],
  ['4.00E+00', 4],
  ['–', 'not-assessed'],
  ['"#N/A"', 'not-assessed'],
  ['None', 'not-assessed'],
])('a rating may stand there as in a cell of a table: %s', async (written, rating) => {
  const host = createFakeHost({
    files: { ...files, 'b.yaml': `candidate: Ada\nratings: { craft: ${written}, talk: 3 }\nverdict: Strong hire\n` },
  });
  const code = await run([...interview, 'b.yaml', '-f', 'json'], host);
  if (rating === undefined) expect(code).toBe(EXIT.usage);
  else {
    expect(JSON.parse(host.stdout.text)).toMatchObject({ dimensions: [{ rating }, {}], verdict: { is: 'strong-yes' } });
  }
});

describe('answers that do not fit are refused, all at once and with their places, and nothing is written', () => {
  test.each([
    [
      'a rating off the scale',
      'ratings: { craft: 6 }',
      '1:19 error rating 6 is outside the scale 1 to 5 (craft); here may stand 1 to 5, a label (1 Far below the bar, 2 Below',
    ],
    ['a rating between two', 'ratings: { craft: 3½ }', '1:19 error "3½" lies between two ratings'],
    ['a rating of another scale', 'ratings: { craft: 8/10 }', '1:19 error "8/10" is out of 10'],
    [
      'an unknown dimension',
      'ratings: { carft: 4 }',
      'the rubric small has no dimension "carft"; did you mean "craft"?',
    ],
    [
      'not applicable where it is not optional',
      'ratings: { craft: not-applicable }',
      'craft is not optional, so it cannot be "not-applicable"',
    ],
    [
      'an unknown red flag',
      'ratings: {}\nredFlags: [blame]',
      'the rubric has no red flag "blame"; did you mean "blames"?',
    ],
    ['a question that there is not', 'ratings: { craft: { rating: 4, asked: [9] } }', 'craft has no question 9'],
    ['an unknown verdict', 'ratings: {}\nverdict: maybe', 'error'],
    ['an unknown key', 'rating: {}', 'unknown key "rating"; did you mean "ratings"?'],
  ])('%s', async (_name, answers, expected) => {
    const host = createFakeHost({ files: { ...files, 'bad.yaml': answers } });
    expect(await run([...interview, 'bad.yaml', '--candidate', 'Ada'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('bad.yaml:');
    expect(host.stderr.text).toContain(expected);
    expect(readdirSync(host.cwd)).not.toContain('scorecards');
  });
});

test('mistakes of the shape and mistakes against the rubric are told together, from top to bottom', async () => {
  const bad = 'rating: 4\nvariant: evn\nratings:\n  Workmanship: 9\n  speed: 3\nverdict: maybe\n';
  const host = createFakeHost({ files: { ...files, 'bad.yaml': bad } });
  expect(await run([...interview, 'bad.yaml'], host)).toBe(EXIT.usage);
  const lines = host.stderr.text.split('\n').filter((line) => line.startsWith('bad.yaml:'));
  expect(
    lines.map((line) =>
      line
        .match(/^bad.yaml:(\d+:\d+) .* \(([a-z-]+)\)$/)
        ?.slice(1)
        .join(' '),
    ),
  ).toEqual([
    '1:1 unknown-key',
    '2:10 unknown-part',
    '4:16 off-scale',
    '5:3 unknown-dimension',
    '6:10 unknown-verdict',
  ]);
  expect(host.stderr.text).toContain('pass --candidate, or write it in the file');
});

describe.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a key %s', (key) => {
  test.each([
    ['of the file', (name: string) => `ratings: {}\n${name}: 4\n`, '2:1'],
    ['of the ratings', (name: string) => `ratings:\n  craft: 4\n  ${name}: 4\n`, '3:3'],
    ['of a rating', (name: string) => `ratings:\n  craft: { rating: 4, ${name}: 4 }\n`, '2:23'],
    ['of a note', (name: string) => `notes: [{ text: x, ${name}: 4 }]\nratings: {}\n`, '1:20'],
    ['of a flag', (name: string) => `ratings: {}\nredFlags: [{ id: blames, ${name}: 4 }]\n`, '2:26'],
    ['of a verdict', (name: string) => `ratings: {}\nverdict: { is: yes, ${name}: 4 }\n`, '2:21'],
    ['of the candidate', (name: string) => `candidate: { name: Bo, ${name}: 4 }\nratings: {}\n`, '1:24'],
    ['of JSON', (name: string) => `{"ratings": {"craft": 4, "${name}": 4}}`, '1:26'],
  ])('%s is told with its place, whatever it means to the language', async (_where, write, place) => {
    const host = createFakeHost({ files: { ...files, 'bad.yaml': write(key) } });
    expect(
      await run([...interview, 'bad.yaml', ...(write(key).includes('candidate') ? [] : ['-c', 'Ada'])], host),
    ).toBe(EXIT.usage);
    expect(host.stderr.text).toMatch(new RegExp(`^bad\\.yaml:${place} error .*"${key}".* \\((unknown|bad)-`, 'm'));
    expect(readdirSync(host.cwd)).not.toContain('scorecards');
  });
});

test('who and what must be known from the flags or from the file', async () => {
  const host = createFakeHost({ files: { 'bare.yaml': 'ratings: {}' } });
  expect(await run(['interview', '--answers', 'bare.yaml'], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('pass --role and --candidate');
});

test.each([
  ['candidate', ['--candidate', '  ']],
  ['interviewer', ['--interviewer', '']],
])('an empty name of the %s is refused, and nothing is written', async (who, args) => {
  const host = createFakeHost({ files });
  expect(await run([...interview, 'ada.yaml', ...args], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain(`the name of the ${who} is empty`);
  expect(readdirSync(host.cwd)).not.toContain('scorecards');
});

describe('what an option names otherwise than the file', () => {
  const written = `role: small
candidate: { name: Ada Example, id: ada@example.com }
interviewer: R. Panel
held: 2026-11-19
variant: even
session: first
ratings: { craft: 4 }
`;
  const sessions =
    'sessions:\n  - { id: first, title: First, minutes: 30, dimensions: [craft] }\n  - { id: last, title: Last, minutes: 30, dimensions: [talk] }\n';
  const both = {
    'rubrics/small.yaml': SMALL_RUBRIC + sessions,
    'rubrics/other.yaml': SMALL_RUBRIC.replace('id: small', 'id: other').replace('[tiny]', '[]'),
    'a.yaml': written,
  };

  test.each([
    ['role', 'other', '1:7 error "role" is "small" here, and "other" by --role'],
    ['candidate', 'Bo', '2:1 error "candidate" is "Ada Example <ada@example.com>" here, and "Bo" by --candidate'],
    ['interviewer', 'S. Panel', '3:14 error "interviewer" is "R. Panel" here, and "S. Panel" by --interviewer'],
    ['held', '2026-11-18', '4:7 error "held" is "2026-11-19" here, and "2026-11-18" by --held'],
    ['session', 'last', '6:10 error "session" is "first" here, and "last" by --session'],
  ])('is told with both and where it stands, and nothing is written: %s', async (key, given, expected) => {
    const host = createFakeHost({ files: both });
    expect(await run(['interview', '--answers', 'a.yaml', `--${key}`, given], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain(`a.yaml:${expected}; leave one of the two out (other-option)`);
    expect(readdirSync(host.cwd)).not.toContain('scorecards');
  });

  test('is told of a variant, with all else that is wrong', async () => {
    const variant = SMALL_RUBRIC.replace(
      'variants:',
      'variants:\n  - { id: odd, title: Odd, why: to try, weights: equal }',
    );
    const host = createFakeHost({
      files: { 'rubrics/small.yaml': variant + sessions, 'a.yaml': written.replace('craft: 4', 'craft: 6') },
    });
    const args = ['--variant', 'odd', '-c', 'Bo'];
    expect(await run(['interview', '--answers', 'a.yaml', ...args], host), host.stderr.text).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('"variant" is "even" here, and "odd" by --variant');
    expect(host.stderr.text).toContain('"candidate" is');
    expect(host.stderr.text).toContain('rating 6 is outside the scale');
  });

  test('is no fault where both are the same, however they are written', async () => {
    const host = createFakeHost({ files: both });
    const args = ['-r', './rubrics/small.yaml', '-c', 'ada  EXAMPLE', '-i', 'r. panel', '--held', '2026-11-19'];
    const parts = ['--variant', 'even', '--session', 'first', '-f', 'json'];
    expect(await run(['interview', '--answers', 'a.yaml', ...args, ...parts], host), host.stderr.text).toBe(EXIT.ok);
    // Who gives an id is the one who is meant.
    expect(JSON.parse(host.stdout.text).candidate).toEqual({ name: 'Ada Example', id: 'ada@example.com' });
  });

  test('is no fault where two names are one person', async () => {
    const host = createFakeHost({ files });
    const args = ['-c', 'Ada Exmple', '--same', 'Ada Exmple=Ada Example'];
    expect(await run([...interview, 'ada.yaml', ...args], host), host.stderr.text).toBe(EXIT.ok);
  });

  test('a role that a file names by alias or by path is the same role', async () => {
    for (const role of ['tiny', './rubrics/small.yaml']) {
      const host = createFakeHost({ files: { ...files, 'ada.yaml': `role: ${role}\n${ANSWERS}` } });
      expect(await run([...interview, 'ada.yaml'], host), host.stderr.text).toBe(EXIT.ok);
    }
  });
});

test('a day that is yet to come is told with its place', async () => {
  const host = createFakeHost({ files: { ...files, 'ada.yaml': `held: 2026-11-21\n${ANSWERS}` } });
  expect(await run([...interview, 'ada.yaml'], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('ada.yaml:1:7 error "held" is 2026-11-21, yet to come: today is 2026-11-20');
});

test('a verdict that differs without a reason is accepted, and told', async () => {
  const host = createFakeHost({
    files: { ...files, 'no.yaml': 'candidate: Ada\nratings: { craft: 5, talk: 5 }\nverdict: no' },
  });
  expect(await run([...interview, 'no.yaml'], host)).toBe(EXIT.ok);
  expect(host.stderr.text).toContain(
    'The verdict "no" differs from the recommendation "strong-yes", and no reason is given.',
  );
});

test('names with markup, controls and other scripts leave the report and the screen whole', async () => {
  const candidate = '山田 | **太郎** <b>\u001b[31m\u202eevil';
  const host = createFakeHost({ files: { ...files, 'ada.yaml': ANSWERS.replace(/candidate:.*\n/, '') } });
  expect(await run([...interview, 'ada.yaml', '--candidate', candidate], host)).toBe(EXIT.ok);
  const report = readdirSync(join(host.cwd, 'scorecards')).find((name) => name.endsWith('.md')) ?? '';
  const markdown = readFileSync(join(host.cwd, 'scorecards', report), 'utf8');
  expect(markdown).toContain('# 山田 \\| \\*\\*太郎\\*\\* \\<b\\>\\[31mevil: Small role\n');
  expect(host.stderr.text).not.toMatch(/[\u001b\u202e]/);
});

test('the example of help answers is a file that is taken as it is', async () => {
  const example = ANSWERS_TOPIC.parts.flatMap((part) => ('lines' in part ? [part.lines.join('\n')] : []))[0] ?? '';
  const host = createFakeHost({ files: { 'example.yaml': example } });
  expect(await run(['interview', '--answers', 'example.yaml', '-f', 'json'], host), host.stderr.text).toBe(EXIT.ok);
  expect(JSON.parse(host.stdout.text)).toMatchObject({ rubric: { id: 'head-infra' }, verdict: { is: 'yes' } });
});

describe('a template of answers', () => {
  test('is printed for a role, with what is known in it; nothing is written', async () => {
    const host = createFakeHost({ files });
    expect(await run(['interview', '-r', 'tiny', '--answers-template', '-c', 'Ada', '--variant', 'even'], host)).toBe(
      EXIT.ok,
    );
    expect(host.stdout.text).toContain('role: "small"\ncandidate: "Ada"');
    expect(host.stdout.text).toContain('\nvariant: "even" ');
    expect(host.stdout.text).toContain('  # Craft: 1 to 5, a label (1 Far below the bar, ');
    expect(host.stdout.text).toContain('  # - { id: hides, evidence: what was seen or said }');
    expect(host.stderr.text).toBe('');
    expect(readdirSync(host.cwd)).not.toContain('scorecards');
  });

  test('becomes a scorecard once its ratings are filled in', async () => {
    const first = createFakeHost({ files });
    await run(['interview', '-r', 'small', '--answers-template', '-c', 'Ada Example'], first);
    const filled = first.stdout.text.replaceAll('    rating:', '    rating: 4 - above the bar');
    const host = createFakeHost({ files: { ...files, 'filled.yaml': filled } });
    expect(await run(['interview', '--answers', 'filled.yaml', '-f', 'json'], host)).toBe(EXIT.ok);
    expect(JSON.parse(host.stdout.text)).toMatchObject({ candidate: { name: 'Ada Example' }, result: { score: 4 } });
  });

  test('needs a role, and goes with no answers', async () => {
    const bare = createFakeHost({ files });
    expect(await run(['interview', '--answers-template'], bare)).toBe(EXIT.usage);
    expect(bare.stderr.text).toContain('pass --role ROLE');
    const both = createFakeHost({ files });
    expect(await run([...interview, 'ada.yaml', '--answers-template'], both)).toBe(EXIT.usage);
  });
});

describe('text that YAML would cut from an answers file', () => {
  const write = (evidence: string) =>
    `candidate: Ada Example\nratings:\n  craft: { rating: 4 }\n  talk:\n    rating: 3\n    evidence:${evidence}\n`;

  test.each([
    [
      ' Fixed ticket #42 in a day',
      '6:15 error the text ends at "Fixed ticket": "#42 in a day" is a comment; quote the text',
    ],
    [' Two words # and more', '6:15 error the text ends at "Two words": "# and more" is a comment; quote the text'],
    [' #42 was fixed', '6:15 error "#42 was fixed" is a comment, and nothing stands before it; quote the text'],
    ['\n      - [Compared two, before either]', ''],
    [' [Compared two regions, before either was built]', 'an item of its own; quote the text'],
    [
      ' { text: Compared two regions, before }',
      'a comma ends "Compared two regions", and "before" is a key without a value',
    ],
    [' Said: never again', '6:15 error text with a colon needs quotes: "Said: never again"'],
  ])('%s is refused, and nothing is sealed', async (evidence, message) => {
    const host = createFakeHost({ files: { ...files, 'cut.yaml': write(evidence) } });
    expect(await run([...interview, 'cut.yaml'], host)).not.toBe(EXIT.ok);
    expect(host.stderr.text).toContain(message);
    expect(readdirSync(host.cwd)).not.toContain('scorecards');
  });

  test('a comment that is one is left alone', async () => {
    const host = createFakeHost({
      files: {
        ...files,
        'ok.yaml': write(' Fixed it in a day   # asked twice').replace('rating: 3', 'rating: 3 # sure'),
      },
    });
    expect(await run([...interview, 'ok.yaml', '-f', 'json'], host)).toBe(EXIT.ok);
    expect(JSON.parse(host.stdout.text).dimensions[1].evidence).toMatchObject([{ text: 'Fixed it in a day' }]);
  });

  test('a slip in the text hides nothing else that is wrong', async () => {
    const broken = write(" 'don't'").replace('rating: 4', 'rating: 9').replace('  talk:', '  tlak:');
    const host = createFakeHost({ files: { ...files, 'cut.yaml': broken } });
    expect(await run([...interview, 'cut.yaml'], host)).not.toBe(EXIT.ok);
    expect(host.stderr.text).toContain('3:20 error');
    expect(host.stderr.text).toContain('did you mean "talk"?');
    expect(host.stderr.text).toContain('6:15 error the text goes on after its closing quote');
  });

  test('a candidate out of shape is told at its place, and is not also missing', async () => {
    const host = createFakeHost({ files: { ...files, 'n.yaml': 'candidate: 1042\nratings: {}\n' } });
    expect(await run([...interview, 'n.yaml'], host)).not.toBe(EXIT.ok);
    expect(host.stderr.text).toContain('not the number 1042; put it in quotes');
    expect(host.stderr.text).not.toContain('pass --candidate');
  });
});
