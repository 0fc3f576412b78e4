import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

type Loose = Record<string, any>;

/** The small rubric with all that a second edition has: shorts, core questions, sessions, how to rate. */
function full(change: (rubric: Loose) => void = () => undefined): string {
  const rubric = parse(SMALL_RUBRIC) as Loose;
  const [craft, talk] = rubric.dimensions;
  craft.about = 'Things you built, and how they held.';
  for (const [rating, text] of Object.entries<string>(craft.anchors))
    craft.anchors[rating] = { short: `short ${rating}`, text };
  craft.questions[1].core = true;
  craft.questions[1].followUps = ['What did it cost?', 'Who paid?', 'And then?'];
  talk.questions[0].followUps = ['Who had to act?'];
  Object.assign(rubric, {
    summary: 'Builds things and tells of them. The rubric looks for things that held.',
    howToRate: 'Give the highest rating whose text was heard.',
    sessions: [
      { id: 'bench', title: 'At the bench', minutes: 40, dimensions: ['craft'] },
      { id: 'table', title: 'At the table', minutes: 30, dimensions: ['talk'] },
    ],
    exercises: [
      {
        id: 'vice',
        title: 'The vice',
        minutes: { from: 45, to: 60 },
        provide: ['A vice'],
        ask: ['Mend it'],
        evaluate: ['Whether it holds'],
        tools: 'Own notes; no AI assistant.',
        dimensions: ['craft'],
      },
    ],
  });
  change(rubric);
  return stringify(rubric, { aliasDuplicateObjects: false });
}

async function show(args: readonly string[], rubric = full(), columns = 80) {
  const host = createFakeHost({ files: { 'rubrics/small.yaml': rubric }, columns });
  const code = await run(['rubric', 'show', 'small', ...args], host);
  return { code, text: host.stdout.text, stderr: host.stderr.text };
}

describe('rubric show --brief', () => {
  test('has on one page what to ask and how to rate it', async () => {
    const { code, text } = await show(['--brief']);
    expect(code).toBe(EXIT.ok);
    expect(text).toMatchInlineSnapshot(`
      "Small role
      70 minutes, 2 sessions, 2 dimensions; rated 1 to 5, and 3 meets the bar. small
      1.0.0.
        - At the bench, 40 min: 1
        - At the table, 30 min: 2
      How to rate: Give the highest rating whose text was heard.
      1. Craft (60%, 30 min, minimum 2)
        Ask   Tell me about a thing that broke.
        then  What did it cost?
        then  Who paid?
        5  short 5
        4  short 4
        3  short 3
        2  short 2
        1  short 1
      2. Talk (40%, 20 min, optional)
        Ask   Tell me about bad news you brought.
        then  Who had to act?
        5  Shows a decision that a reader found again a year later.
        4  Adds options, their cost and a date to decide by.
        3  States the issue as money or risk in three sentences.
        2  Repeats the slide.
        1  The listener could not repeat it.
      Stop flags: at most "no"
        - Hides a failure after being asked twice. Ask first: What would your team
          say?
      "
    `);
  });

  test('in Markdown has a list for the questions and one for the ratings', async () => {
    const { text } = await show(['--brief', '-f', 'markdown']);
    expect(text.slice(0, text.indexOf('### 2.'))).toMatchInlineSnapshot(`
      "# Small role

      70 minutes, 2 sessions, 2 dimensions; rated 1 to 5, and 3 meets the bar. small 1.0.0.

      - At the bench, 40 min: 1
      - At the table, 30 min: 2

      How to rate: Give the highest rating whose text was heard.

      ### 1\\. Craft (60%, 30 min, minimum 2)

      **Ask:** Tell me about a thing that broke.\\
      **then:** What did it cost?\\
      **then:** Who paid?

      **5:** short 5\\
      **4:** short 4\\
      **3:** short 3\\
      **2:** short 2\\
      **1:** short 1

      ### 2\\. Talk (40%, 20 min, optional)

      **Ask:** Tell me about bad news you brought.\\
      **then:** Who had to act?

      **5:** Shows a decision that a reader found again a year later.\\
      **4:** Adds options, their cost and a date to decide by.\\
      **3:** States the issue as money or risk in three sentences.\\
      **2:** Repeats the slide.\\
      **1:** The listener could not repeat it.

      ### Stop flags: at most "no"

      - Hides a failure after being asked twice. Ask first: What would your team say?"
    `);
  });

  test('of a session has only its dimensions and flags', async () => {
    const { text } = await show(['--brief', '--session', 'table']);
    expect(text).toContain('Small role: At the table\n30 minutes, 1 dimension;');
    expect(text).toContain('1. Talk (40%, 20 min, optional)');
    expect(text).not.toContain('Craft');
  });

  test('says which variant it is of', async () => {
    const { text } = await show(['--brief', '--variant', 'even']);
    expect(text).toContain('Variant: An even context.');
    expect(text).toContain('1. Craft (50%, 30 min, minimum 2)');
  });

  test('takes an anchor without a short form as it is', async () => {
    const { text } = await show(['--brief'], SMALL_RUBRIC);
    expect(text).toContain('  3  Explains how the thing works and what it held.\n');
    expect(text).toContain('  Ask   Tell me about a thing you built that was used hard.\n');
  });

  test.each([60, 80])('fits %i columns', async (columns) => {
    const { text } = await show(['--brief'], full(), columns);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  });

  test('is a page of two columns in HTML, its print as large as it can be', async () => {
    const small = await show(['--brief', '-f', 'html']);
    expect(small.text).toContain('body { font-size: 10pt;');
    const crowded = await show(
      ['--brief', '-f', 'html'],
      full((rubric) => {
        for (const { anchors } of rubric.dimensions)
          for (const rating of Object.keys(anchors)) anchors[rating] = 'Word after word. '.repeat(60);
      }),
    );
    const size = /body \{ font-size: ([\d.]+)pt; line-height: [\d.]+; \}\n {2}main/.exec(crowded.text)?.[1];
    expect(Number(size)).toBeLessThan(8);
  });
});

describe('rubric show --candidate', () => {
  test('tells what to expect, and nothing that would tell what to answer', async () => {
    const { code, text } = await show(['--candidate', '--contact', 'hiring@example.com', '-f', 'markdown']);
    expect(code).toBe(EXIT.ok);
    expect(text).toMatchInlineSnapshot(`
      "# Your interview: Small role

      ## The role

      Builds things and tells of them.

      ## How it goes

      There are 2 conversations, 70 minutes in all. Everybody who applies for this role is asked the same main questions. They are about work that you did yourself, or about a situation that is described to you. Each topic is rated by itself, from what you say and do; accent, grammar, pace and nerves are not rated. There is time for your own questions.

      - At the bench, 40 minutes: Craft
      - At the table, 30 minutes: Talk

      ## What you will be asked about

      - Craft (60%): Things you built, and how they held.
      - Talk (40%; left out if it does not apply to you)

      The percentages say how much each topic counts.

      ## The exercise

      This may be a part of your interview; you are told beforehand. You get all that you need for it.

      - An exercise of 45 to 60 minutes. Aids: Own notes; no AI assistant.

      ## What you can ask for

      If something would help you to show what you can do, ask for it beforehand: more time, questions in writing, breaks, captions, assistive software, another format, or anything else. You need not give a reason, and asking is not rated.

      You may have notes of your own beside you in every conversation. If you would like to use anything else, such as an AI assistant, ask beforehand whether it is allowed, and say so when you use it.

      ## What you need not tell

      Names of people, customers and employers, and anything confidential, may be left out: that never counts against you.

      ## Who sees the notes

      Interviewers write down what you say and do, and rate from that. Their notes and ratings are seen by the interviewers of your application and by those who decide about it. A computer program adds up the ratings and gives advice; people decide.

      Afterwards you can ask for what was written about you, for an explanation of how your interview was assessed, and for mistakes to be corrected.

      ## Whom to write to

      To ask for any of this: \`hiring@example.com\`
      "
    `);
    const rubric = parse(full()) as Loose;
    for (const { anchors, questions, signals, meetsBar } of rubric.dimensions) {
      const kept = [
        meetsBar,
        ...Object.values<any>(anchors).flatMap((anchor) => [anchor.text ?? anchor, anchor.short ?? anchor]),
        ...questions.flatMap((question: Loose) => [
          question.ask,
          ...(question.followUps ?? []),
          ...(question.listenFor ?? []),
        ]),
        ...Object.values<any>(signals ?? {}).flat(),
      ];
      for (const secret of kept) expect(text).not.toContain(secret);
    }
    for (const { flag } of rubric.redFlags) expect(text).not.toContain(flag);
    expect(text).not.toContain('rubric');
  });

  test('leaves a blank for whom to write to, where nobody is named', async () => {
    const { text } = await show(['--candidate']);
    expect(text).toMatch(/To ask for any of this \(whoever hands out this page fills this in\):\n\n_+\n/);
  });

  test('of a session tells of that conversation alone', async () => {
    const { text } = await show(['--candidate', '--session', 'table']);
    expect(text).toContain('The conversation takes about 30 minutes.');
    expect(text).not.toMatch(/Craft|The vice/);
  });
});

describe('rubric show refuses what does not go together', () => {
  test.each<[string, string[], string]>([
    ['one page and two', ['--brief', '--candidate'], "cannot be used with option '--brief'"],
    ['a page as JSON', ['--brief', '-f', 'json'], '--brief has no format json'],
    ['a hand-out as JSON', ['--candidate', '-f', 'json'], '--candidate has no format json'],
    ['a session as JSON', ['--session', 'bench', '-f', 'json'], '--session has no format json'],
    ['whom to write to, for an interviewer', ['--brief', '--contact', 'x'], '--contact is for --candidate alone'],
    ['a session that is not there', ['--session', 'bnech'], 'small has no session "bnech"; did you mean "bench"?'],
  ])('%s', async (_what, args, message) => {
    const { code, stderr } = await show(args);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(message);
  });
});

test('--session is completed with the sessions of the rubric', async () => {
  const host = createFakeHost({ files: { 'rubrics/small.yaml': full() } });
  const line = ['scorecard', 'rubric', 'show', 'small', '--session', ''];
  expect(await run(['__complete', 'fish', '--', ...line], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toContain('bench\tAt the bench\ntable\tAt the table\n');
});

describe("the interviewer's kit", () => {
  const inOrder = (text: string, ...parts: readonly string[]) => {
    const places = parts.map((part) => text.indexOf(part));
    expect(places, parts.join(' < ')).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  };

  test.each(['text', 'markdown', 'html'])(
    'in %s has core questions first and marked, with their two probes',
    async (format) => {
      const { text } = await show(['-f', format]);
      inOrder(text, 'Core', 'Tell me about a thing that broke.', 'What did it cost?', 'Who paid?', 'And then?');
      inOrder(text, 'Tell me about a thing that broke.', 'Tell me about a thing you built that was used hard.');
      expect(text.match(/\bprobe\b/gi)?.length).toBe(4);
      inOrder(text, 'short 5', 'Removed the need for the thing', 'short 4');
      for (const part of [
        'Give the highest rating whose text was heard.',
        'At the bench, 40 min: 1',
        'Things you built',
      ])
        expect(text).toContain(part);
    },
  );

  test.each(['text', 'markdown', 'html'])('in %s tells the rules of the recommendation', async (format) => {
    const { text } = await show(
      ['-f', format],
      full(({ recommendation }) => Object.assign(recommendation, { strongYesNeeds: 3, borderline: 0.15 })),
    );
    const flat = text.replace(/\s+/g, ' ').replaceAll('&quot;', '"');
    expect(flat).toContain('A dimension below 3 allows no more than "yes".');
    expect(flat).toContain('Borderline at most 0.15 from where "yes" begins.');
  });
});
