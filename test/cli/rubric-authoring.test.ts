import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const files = { 'rubrics/small.yaml': SMALL_RUBRIC };

describe('rubric new', () => {
  test.each([[[]], [['--from', 'head-infra']]])(
    'writes a rubric that is valid and can be used at once (%j)',
    async (args) => {
      const host = createFakeHost();
      expect(await run(['rubric', 'new', 'sre-manager', '--title', 'SRE: Manager', ...args], host)).toBe(EXIT.ok);
      const checking = createFakeHost({ cwd: host.cwd });
      expect(await run(['rubric', 'check', 'rubrics/sre-manager.yaml'], checking)).toBe(EXIT.ok);
      const again = createFakeHost({ cwd: host.cwd });
      expect(await run(['rubric', 'show', 'sre-manager', '-f', 'json'], again)).toBe(EXIT.ok);
      expect(JSON.parse(again.stdout.text)).toMatchObject({
        id: 'sre-manager',
        title: 'SRE: Manager',
        version: '1.0.0',
        aliases: [],
      });
    },
  );

  test('tells with the strict check what is still the template’s, and nothing else', async () => {
    const host = createFakeHost();
    await run(['rubric', 'new', 'sre-manager'], host);
    const again = createFakeHost({ cwd: host.cwd });
    expect(await run(['rubric', 'check', '--strict', '-f', 'json'], again)).toBe(EXIT.no);
    const { problems } = JSON.parse(again.stdout.text) as { problems: { code: string; message: string }[] };
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['unfinished', 'few-dimensions']));
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^still to be written in first-dimension: meetsBar, anchors 1 short, anchors 1,/),
    );
  });

  test.each([
    ['Staff Data Engineer', 'staff-data-engineer'],
    ['  Ingénieur·e SRE (m/w/d) ', 'ingenieur-e-sre-m-w-d'],
  ])('makes id and title of %j', async (title, id) => {
    const host = createFakeHost();
    expect(await run(['rubric', 'new', title], host)).toBe(EXIT.ok);
    expect(readFileSync(join(host.cwd, `rubrics/${id}.yaml`), 'utf8')).toContain(
      `id: ${id}\ntitle: ${JSON.stringify(title.trim())}\n`,
    );
  });

  test('puts the schema beside it, where its first line points', async () => {
    const host = createFakeHost();
    await run(['rubric', 'new', 'sre-manager'], host);
    expect(readFileSync(join(host.cwd, 'rubrics/sre-manager.yaml'), 'utf8').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./rubric.schema.json',
    );
    expect(existsSync(join(host.cwd, 'rubrics/rubric.schema.json'))).toBe(true);
    expect(statSync(join(host.cwd, 'rubrics/sre-manager.yaml')).mode & 0o777).toBe(0o644);
  });

  test('with -o - prints the rubric and leaves the folder as it was', async () => {
    const host = createFakeHost();
    expect(await run(['rubric', 'new', 'sre-manager', '-o', '-'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('id: sre-manager\n');
    expect(host.stderr.text).toBe('');
    expect(readdirSync(host.cwd)).toEqual([]);
  });

  test('keeps the comments and the layout of what it begins from', async () => {
    const host = createFakeHost({
      files: { 'rubrics/own.yaml': `# ours\n${SMALL_RUBRIC.replace('id: small', 'id: own   # kept')}` },
    });
    await run(['rubric', 'new', 'other', '--from', 'own'], host);
    const text = readFileSync(join(host.cwd, 'rubrics/other.yaml'), 'utf8');
    expect(text).toContain('# ours\nid: other   # kept\n');
    expect(text).toContain('weightsRationale: The first matters more.');
  });

  test('never writes over a rubric without --force', async () => {
    const host = createFakeHost({ files });
    expect(await run(['rubric', 'new', 'small'], host)).toBe(EXIT.usage);
    expect(readFileSync(join(host.cwd, 'rubrics/small.yaml'), 'utf8')).toBe(SMALL_RUBRIC);
  });

  test.each(['1st', '  ', '主任工程师', '...'])('refuses %j, of which no id can be made', async (id) => {
    const host = createFakeHost();
    expect(await run(['rubric', 'new', id], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('no id can be made of');
  });
});

describe('rubric diff', () => {
  async function diff(change: (text: string) => string) {
    const host = createFakeHost({ files: { ...files, 'new.yaml': change(SMALL_RUBRIC) }, columns: 100 });
    const code = await run(['rubric', 'diff', 'small', 'new.yaml'], host);
    return { code, text: host.stdout.text };
  }

  const lighter = (text: string) => text.replace('weight: 60', 'weight: 55').replace('weight: 40', 'weight: 45');
  const reworded = (text: string) => text.replace('Repeats the slide.', 'Reads the slide.');
  const titled = (text: string) => text.replace('title: Small role', 'title: Little role');

  test.each<[string, (text: string) => string, string, string | undefined]>([
    ['a weight', lighter, '1.0.0', 'The version is still 1.0.0: raise its first number.'],
    ['a weight', lighter, '1.1.0', 'The version went from 1.0.0 to 1.1.0: raise its first number.'],
    ['a weight', lighter, '0.9.0', 'The version went from 1.0.0 to 0.9.0: raise its first number.'],
    ['a weight', lighter, '2.0.0', undefined],
    ['an anchor', reworded, '1.0.1', 'The version went from 1.0.0 to 1.0.1: raise its second number.'],
    ['an anchor', reworded, '1.1.0', undefined],
    ['a title', titled, '1.0.0', 'The version is still 1.0.0: raise its third number.'],
    ['a title', titled, '1.0.1', undefined],
    ['a title', titled, '2.0.0', undefined],
  ])('says which number of the version is still to be raised for %s', async (_what, change, version, said) => {
    const { text } = await diff((old) => change(old).replace('version: 1.0.0', `version: ${version}`));
    expect(/^The version.*$/m.exec(text)?.[0]).toBe(said);
  });

  test('asks for no other version of a rubric with another id', async () => {
    const { text } = await diff((old) => lighter(old).replace('id: small', 'id: little'));
    expect(text).toContain('small 1.0.0 → little 1.0.0');
    expect(text).not.toContain('The version');
  });

  test('of the same rubric finds nothing', async () => {
    expect(await diff((text) => `# a comment\n${text}`)).toEqual({
      code: EXIT.ok,
      text: 'Nothing has changed.\n\nScorecards of both can be compared: weights, scale and anchors are the same.\n',
    });
  });

  test.each<[string, (text: string) => string, string[]]>([
    [
      'a weight',
      (text) => text.replace('weight: 60', 'weight: 55').replace('weight: 40', 'weight: 45'),
      ['weight: Craft: weight 60% → 55%', 'cannot be compared'],
    ],
    [
      'an anchor',
      (text) => text.replace('Repeats the slide.', 'Reads the slide.'),
      ['anchor: Talk: anchor 2 Repeats the slide. → Reads the slide.', 'with care'],
    ],
    [
      'a dimension',
      (text) =>
        text
          .replace('id: talk', 'id: speech')
          .replace('dimension: talk', 'dimension: speech')
          .replace('talk: 50', 'speech: 50')
          .replace('{ talk: [', '{ speech: ['),
      ['dimension: removed: Talk, 40%', 'dimension: added: Talk, 40%', 'cannot be compared'],
    ],
    [
      'a question',
      (text) => text.replace('Tell me about bad news you brought.', 'Tell me about good news you brought.'),
      ['question: Talk: core question added', 'can be compared: weights'],
    ],
    [
      'a red flag',
      (text) => text.replace('Hides a failure', 'Conceals a failure'),
      ['red-flag: hides: changed', 'can be compared: weights'],
    ],
    [
      'what a strong yes needs',
      (text) => text.replace('coverageAtLeast: 70', 'coverageAtLeast: 70\n  strongYesNeeds: 3'),
      ['rule: strong yes needs none → 3', 'with care'],
    ],
    [
      'what is borderline',
      (text) => text.replace('coverageAtLeast: 70', 'coverageAtLeast: 70\n  borderline: 0.15'),
      ['rule: borderline within none → 0.15', 'with care'],
    ],
    [
      'how a panel is pooled',
      (text) => text.replace('coverageAtLeast: 70', 'coverageAtLeast: 70\n  pool: median'),
      ['rule: pool mean → median', 'with care'],
    ],
    [
      'how to rate',
      (text) => text.replace('scale:', 'howToRate: Give the highest that was heard.\nscale:'),
      ['rubric: howToRate none → Give the highest that was heard.', 'with care'],
    ],
    [
      'a short anchor, which leaves the ratings as they were',
      (text) => text.replace('2: Repeats the slide.', '2: { short: Slide, text: Repeats the slide. }'),
      ['anchor: Talk: short anchor 2 none → Slide', 'can be compared: weights'],
    ],
    [
      'a border',
      (text) => text.replace('    optional: true', '    optional: true\n    borders: { 2-3: Is there money in it? }'),
      ['anchor: Talk: border 2-3 none → Is there money in it?', 'with care'],
    ],
    [
      'another core question',
      (text) =>
        text.replace(
          '- ask: Tell me about a thing that broke.',
          '- ask: Tell me about a thing that broke.\n        core: true',
        ),
      [
        'question: Craft: no longer core: Tell me about a thing you built that was used hard.',
        'question: Craft: now core: Tell me about a thing that broke.',
        'small 1.0.0: 1 question no longer core and 1 made core.',
      ],
    ],
    [
      'follow-ups',
      (text) => text.replace('[What did you give up for it?]', '[What did it cost?, Who paid?]'),
      [
        'question: Craft: follow-ups of "Tell me about a thing you built that was used hard." rewritten',
        '  + What did it cost? / Who paid?',
      ],
    ],
    [
      'the name of a dimension',
      (text) => text.replace('name: Craft', 'name: Handicraft'),
      ['dimension: Handicraft: name Craft → Handicraft', '1 dimension renamed.', 'can be compared: weights'],
    ],
    [
      'a session',
      (text) => `${text}sessions: [{ id: bench, title: Bench, minutes: 40, dimensions: [craft] }]\n`,
      ['session: bench: added', '1 session added.'],
    ],
    [
      'exports and the homes of sources',
      (text) =>
        `${text}export: { lever: { 1: 1, 2: 2, 3: 2, 4: 3, 5: 4 } }\nsources: [{ document: a.txt, homes: { pace: craft, b: talk, c: talk, d: talk } }]\n`,
      ['export: lever: added', 'source: a.txt: 4 homes added: pace, b, c, d', '4 homes added'],
    ],
    ['a minimum', (text) => text.replace('minimum: 2', 'minimum: 3'), ['rule: Craft: minimum 2 → 3', 'with care']],
  ])('tells of %s, and what it means for old scorecards', async (_name, change, expected) => {
    const { code, text } = await diff(change);
    expect(code).toBe(EXIT.no);
    for (const words of expected) expect(text).toContain(words);
  });

  test('counts first what has changed, so that a new edition can be read', async () => {
    const { text } = await diff((old) =>
      old
        .replace('version: 1.0.0', 'version: 2.0.0')
        .replace('name: Craft', 'name: Handicraft')
        .replaceAll(/^( {6}[1-5]:) (.*)$/gm, '$1 { short: Brief, text: "Now: $2" }'),
    );
    expect(text.split('\n\n')[0]?.replaceAll('\n', ' ')).toBe(
      'small 1.0.0 → 2.0.0: 1 dimension renamed, 10 anchors reworded, 10 short anchors added, 1 text of the rubric itself changed.',
    );
  });

  test('shows the old and the new text of an anchor, whatever its dimension is called', async () => {
    const named = SMALL_RUBRIC.replace('name: Craft', 'name: Plan → build');
    const long = 'Describes a plan that somebody else made, and cannot say what it was for.';
    const host = createFakeHost({
      files: { 'old.yaml': named, 'new.yaml': named.replace('Could not name a thing they built.', long) },
      columns: 100,
    });
    await run(['rubric', 'diff', 'old.yaml', 'new.yaml'], host);
    expect(host.stdout.text).toMatchInlineSnapshot(`
      "small 1.0.0: 1 anchor reworded.

      anchor: Plan → build: anchor 1 rewritten
        - Could not name a thing they built.
        + Describes a plan that somebody else made, and cannot say what it was for.

      Scorecards of both can be compared with care: the arithmetic is the same, what the ratings mean has
      changed.
      The version is still 1.0.0: raise its second number.
      "
    `);
  });

  test('gives JSON of what changed, of whom and how, and the line that says it', async () => {
    const host = createFakeHost({
      files: {
        ...files,
        'new.yaml': SMALL_RUBRIC.replace('Repeats the slide.', 'Reads the slide.')
          .replace('minimum: 2', 'minimum: 3')
          .replace('Tell me about bad news you brought.', 'Tell me about good news you brought.'),
      },
    });
    await run(['rubric', 'diff', 'small', 'new.yaml', '-f', 'json'], host);
    expect(JSON.parse(host.stdout.text)).toMatchInlineSnapshot(`
      {
        "changes": [
          {
            "after": "3",
            "before": "2",
            "field": "minimum",
            "message": "Craft: minimum 2 → 3",
            "shifts": true,
            "subject": "Craft",
            "type": "changed",
            "what": "rule",
          },
          {
            "after": "Reads the slide.",
            "before": "Repeats the slide.",
            "field": "anchor",
            "message": "Talk: anchor 2 Repeats the slide. → Reads the slide.",
            "rating": 2,
            "shifts": true,
            "subject": "Talk",
            "type": "changed",
            "what": "anchor",
          },
          {
            "before": "Tell me about bad news you brought.",
            "isCore": true,
            "message": "Talk: core question removed",
            "subject": "Talk",
            "type": "removed",
            "what": "question",
          },
          {
            "after": "Tell me about good news you brought.",
            "isCore": true,
            "message": "Talk: core question added",
            "subject": "Talk",
            "type": "added",
            "what": "question",
          },
        ],
        "comparable": "with-care",
        "counts": [
          {
            "count": 1,
            "kind": "minimum",
            "type": "changed",
          },
          {
            "count": 1,
            "kind": "anchor",
            "type": "changed",
          },
          {
            "count": 1,
            "kind": "core-question",
            "type": "removed",
          },
          {
            "count": 1,
            "kind": "core-question",
            "type": "added",
          },
        ],
        "from": {
          "id": "small",
          "version": "1.0.0",
        },
        "message": "small 1.0.0: 1 minimum changed, 1 anchor reworded, 1 core question removed and 1 added.",
        "raise": "second",
        "schemaVersion": 1,
        "to": {
          "id": "small",
          "version": "1.0.0",
        },
      }
    `);
  });
});

describe('the kit as HTML', () => {
  test('escapes what came from outside and asks nothing of the network', async () => {
    const hostile = SMALL_RUBRIC.replace('name: Craft', 'name: "Craft <script>alert(1)</script> & \\"more\\""');
    const host = createFakeHost({ files: { 'rubrics/small.yaml': hostile } });
    expect(await run(['rubric', 'show', 'small', '-f', 'html'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('Craft &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(host.stdout.text).not.toMatch(/<script|https?:|\son\w+=/);
    expect(host.stdout.text).toContain("default-src 'none'; style-src 'sha256-");
  });

  test('tells what a variant changes', async () => {
    const host = createFakeHost({ files });
    await run(['rubric', 'show', 'small', '--variant', 'even', '-f', 'html'], host);
    expect(host.stdout.text).toContain('<li>Craft: weight 60% → 50%</li>');
    expect(host.stdout.text).toContain('Tell me about a talk to strangers.');
  });

  test.each(['text', 'markdown', 'html'])(
    'tells a question that a variant adds, whatever its dimension is called (%s)',
    async (format) => {
      const named = SMALL_RUBRIC.replace('name: Talk', 'name: "Talk → walk: added"');
      const host = createFakeHost({ files: { 'rubrics/small.yaml': named } });
      await run(['rubric', 'show', 'small', '--variant', 'even', '-f', format], host);
      const plain = host.stdout.text.replace(/\s+/g, ' ').replaceAll('\\', '');
      expect(plain).toContain('Talk → walk: added: question added: Tell me about a talk to strangers.');
    },
  );

  test('the ending of the output file chooses the format', async () => {
    const host = createFakeHost({ files });
    await run(['rubric', 'show', 'small', '-o', 'kit.html'], host);
    expect(readFileSync(join(host.cwd, 'kit.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });
});

test.each(['startup', 'regulated'])('a variant of a built-in rubric can be shown: %s', async (variant) => {
  const host = createFakeHost();
  expect(await run(['rubric', 'show', 'head-infra', '--variant', variant], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toMatch(/weight \d+% → \d+%/);
});

test('the built-in rubrics pass the strict check', async () => {
  const host = createFakeHost();
  const names = ['head-infra', 'devops-tech-lead', 'lead-infra', 'infra-developer', 'lead-devops'];
  expect(
    await run(
      ['rubric', 'check', '--strict', ...names.map((name) => join(host.home, 'rubrics', `${name}.yaml`))],
      host,
    ),
    host.stdout.text,
  ).toBe(EXIT.ok);
});
