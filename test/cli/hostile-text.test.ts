import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../src/cli.js';
import { parseDecision } from '../../src/core/decision/parse-decision.js';
import { parseRubric } from '../../src/core/rubric/parse-rubric.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { parseScorecard } from '../../src/core/scorecard/parse-scorecard.js';
import { decisionOnCards } from '../support/decisions.js';
import { everyLeaf } from '../support/every-command.js';
import { createFakeHost, temporaryFolder } from '../support/fake-host.js';
import {
  expectNoFormulas,
  expectOwnElements,
  expectOwnMarkup,
  expectPrintable,
  FORMULA,
  filled,
  HOSTILE,
  placesIn,
  textsIn,
  withText,
} from '../support/hostile-text.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

/** Runs a command in a folder and looks at all that it shows, as the format that was asked for. */
async function shows(cwd: string, args: readonly string[], lines: readonly string[] = []): Promise<string> {
  const host = createFakeHost({ cwd, lines, ...(isLater(args) ? { start: '2027-11-20T14:00:00Z' } : {}) });
  const code = await run(args, host);
  const about = `${args.join(' ').slice(0, 60)} (${code})`;
  expect(code, `${about}: ${host.stderr.text}`).not.toBe(70);
  expectPrintable(host.stdout.text, `stdout of ${about}`);
  expectPrintable(host.stderr.text, `stderr of ${about}`);
  const format = args[0] === 'report' && !args.includes('-f') ? 'markdown' : args[args.indexOf('-f') + 1];
  if (format === 'markdown') expectOwnMarkup(host.stdout.text, about);
  if (format === 'html') expectOwnElements(host.stdout.text, about);
  if (format === 'csv') expectNoFormulas(host.stdout.text, about);
  return host.stdout.text;
}

/** What is due has to be old. */
function isLater([name]: readonly string[]): boolean {
  return name === 'purge';
}

function write(cwd: string, path: string, contents: string | object): void {
  const file = join(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof contents === 'string' ? contents : JSON.stringify(contents));
}

const ANSWERS = {
  candidate: { name: 'Ada Example', id: 'ada@example.com' },
  interviewer: 'R. Panel',
  ratings: {
    craft: { rating: 4, evidence: ['said it'], asked: [1] },
    talk: { rating: 'not-assessed', reason: 'no time' },
  },
  redFlags: [{ id: 'hides', evidence: 'heard' }],
  verdict: { is: 'yes', reason: 'why' },
};

/** Answers with a text in every place that takes one. */
function answersOf(text: string): object {
  const isTaken = (data: any) => data.verdict.is === 'yes' && data.redFlags[0].id === 'hides';
  const words = filled<any>(ANSWERS, text, isTaken).all;
  const talk = { ...words.ratings.talk, rating: 'not-assessed' };
  return { ...words, ratings: { ...words.ratings, talk } };
}

/** Cases with a text in every place that takes one. */
function casesOf(text: string): object {
  return {
    cases: [
      { name: text, why: text, ratings: {}, redFlags: [text], expect: { score: 1 } },
      { name: 'b', ratings: {} },
    ],
  };
}

/** A folder with a rubric and one scorecard by it. */
async function withScorecard(answers: object = ANSWERS): Promise<string> {
  const cwd = temporaryFolder();
  write(cwd, 'rubrics/small.yaml', SMALL_RUBRIC);
  write(cwd, 'a.json', answers);
  await run(
    ['interview', '--answers', 'a.json', '--role', 'small', '--variant', 'even', '-q'],
    createFakeHost({ cwd }),
  );
  return cwd;
}

function filesIn(cwd: string, ending: string): readonly string[] {
  return readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
}

const [TABLE, CSV, MARKDOWN, HTML] = [[], ['-f', 'csv'], ['-f', 'markdown'], ['-f', 'html']] as const;

/** Every command that reads scorecards, in each of its formats. */
async function showsCards(cwd: string, card: string): Promise<void> {
  await shows(cwd, ['report', card]);
  for (const format of ['json', 'answers', 'html']) await shows(cwd, ['report', card, '-f', format]);
  await shows(cwd, ['summary', card, 'other.json', ...HTML]);
  await shows(cwd, ['agreement', card, 'other.json', '--names', ...HTML]);
  await shows(cwd, ['reliability', card, 'other.json']);
  const { candidate } = JSON.parse(readFileSync(join(cwd, card), 'utf8'));
  const named = String(candidate.id ?? candidate.name).replaceAll('\u0000', '');
  for (const format of [TABLE, MARKDOWN, HTML, ['-f', 'json']]) {
    for (const talked of [[], ['--talked']]) await shows(cwd, ['panel', 'show', named, card, ...talked, ...format]);
    await shows(cwd, ['panel', 'debrief', named, card, '--lead', HOSTILE, ...format]);
  }
  await shows(cwd, ['verify', card]);
  for (const format of [TABLE, CSV, MARKDOWN, ['-f', 'json']]) {
    await shows(cwd, ['summary', card, 'other.json', ...format]);
    await shows(cwd, ['agreement', card, 'other.json', '--details', '--names', ...format]);
    await shows(cwd, ['compare', '--store', 'both', '--evidence', '--weights', ...format]);
  }
  for (const format of [TABLE, MARKDOWN, HTML]) await shows(cwd, ['explain', card, '--contact', HOSTILE, ...format]);
  for (const format of [MARKDOWN, ['-f', 'json']]) await shows(cwd, ['report', card, '--anonymous', ...format]);
  for (const target of ['text', 'greenhouse', 'merge'])
    await shows(cwd, ['export', card, 'other.json', '--to', target]);
  await shows(cwd, ['rubric', 'diff', 'small', 'core', '--against', 'both', '--names']);
  await shows(cwd, ['person', 'show', 'Bo Sample', '--store', 'both']);
  for (const args of [
    ['verify'],
    ['verify', '-f', 'json'],
    ['purge', '--before', '2026-11-20', '--dry-run'],
    ['doctor'],
  ])
    await shows(cwd, [...args, '--store', 'both']);
}

describe('nothing that others wrote acts on a terminal, a page or a sheet', () => {
  test.each([HOSTILE, FORMULA])('from any text of a scorecard, by any command in any format', async (text) => {
    const cwd = await withScorecard();
    const [name = ''] = filesIn(join(cwd, 'scorecards'), '.json').filter((file) => !file.startsWith('.'));
    const card = JSON.parse(readFileSync(join(cwd, 'scorecards', name), 'utf8'));
    const { all, refused } = filled<any>(card, text, (data) => parseScorecard(data).ok);
    const sealed = { ...all, digest: undefined };
    const hostile = { ...sealed, digest: digestOf(sealed) };
    write(cwd, 'hostile.json', hostile);
    write(cwd, 'other.json', card);
    write(cwd, 'both/hostile.json', hostile);
    write(cwd, 'both/other.json', { ...card, candidate: { name: 'Bo Sample' } });
    await showsCards(cwd, 'hostile.json');
    write(cwd, 'unsealed.json', all);
    await shows(cwd, ['report', 'unsealed.json']);
    for (const path of refused) {
      write(cwd, 'refused.json', withText(card, path, text));
      await shows(cwd, ['verify', 'refused.json']);
      await shows(cwd, ['summary', 'refused.json']);
    }
  });

  test.each([HOSTILE, FORMULA])('from any text of a decision, by any command in any format', async (text) => {
    const cwd = await withScorecard();
    const [name = ''] = filesIn(join(cwd, 'scorecards'), '.json').filter((file) => !file.startsWith('.'));
    const card = JSON.parse(readFileSync(join(cwd, 'scorecards', name), 'utf8'));
    const whole: any = decisionOnCards([card], {
      ...{ recordedBy: { name: 'R. Panel', id: 'r@example.com' }, followUp: 'Write to her', whyDiffers: 'A reference' },
      replaces: { digest: `sha256:${'0'.repeat(64)}`, why: 'The budget came' },
    });
    const told = { ...whole, waiting: [{ interviewer: { name: 'J. Lee' }, session: 'technical' }] };
    const { all, refused } = filled<any>(told, text, (data) => parseDecision(data).ok);
    const hostile = { ...all, digest: digestOf(all) };
    write(cwd, 'scorecards/decisions/x.json', hostile);
    for (const format of [MARKDOWN, HTML, ['-f', 'json']])
      await shows(cwd, ['report', 'scorecards/decisions/x.json', ...format]);
    for (const format of [TABLE, CSV, MARKDOWN, ['-f', 'json']]) await shows(cwd, ['panel', 'decisions', ...format]);
    for (const args of [['verify'], ['doctor'], ['explain', 'ada'], ['person', 'show', 'Ada Example']])
      await shows(cwd, args);
    write(cwd, 'scorecards/decisions/x.json', all);
    await shows(cwd, ['report', 'scorecards/decisions/x.json', ...MARKDOWN]);
    for (const path of refused) {
      write(cwd, 'scorecards/decisions/x.json', withText(told, path, text));
      for (const args of [['verify'], ['panel', 'decisions'], ['summary'], ['doctor']]) await shows(cwd, args);
    }
  });

  test.each([HOSTILE, FORMULA])('from what is said of a decision, by what it becomes', async (text) => {
    const cwd = await withScorecard();
    // A process gets no NUL from its command line.
    const said = text.replaceAll('\u0000', '');
    const args = ['--decision', 'hold', '--by', said, '--why', said, '--follow-up', said, '--as', said];
    for (const format of [['-f', 'text'], MARKDOWN, HTML, ['-f', 'json']])
      await shows(cwd, ['panel', 'decide', 'ada', ...args, ...format]);
    for (const path of filesIn(join(cwd, 'scorecards/decisions'), '.md'))
      expectOwnMarkup(readFileSync(join(cwd, 'scorecards/decisions', path), 'utf8'), path);
  });

  test.each([HOSTILE, FORMULA])('from any text of an answers file, by what it becomes', async (text) => {
    const cwd = await withScorecard(answersOf(text));
    for (const name of filesIn(join(cwd, 'scorecards'), '.md'))
      expectOwnMarkup(readFileSync(join(cwd, 'scorecards', name), 'utf8'), name);
    const kept = [['history'], ['history', ...MARKDOWN], ['report', '--history'], ['verify'], ['doctor'], ['drafts']];
    for (const args of [['summary'], ['summary', ...CSV], ['summary', ...MARKDOWN], ...kept]) await shows(cwd, args);
  });

  test.each([HOSTILE, FORMULA])('from any text of a store, by what tells of its people and its past', async (text) => {
    const cwd = await withScorecard(answersOf(text));
    const [card = ''] = filesIn(join(cwd, 'scorecards'), '.json').filter((file) => !file.startsWith('.'));
    const { candidate, interviewer } = JSON.parse(readFileSync(join(cwd, 'scorecards', card), 'utf8'));
    // A process gets no NUL from its command line.
    const who = String(candidate.id ?? candidate.name).replaceAll('\u0000', '');
    const as = ['--as', String(interviewer.name).replaceAll('\u0000', '')];
    const file = join('scorecards', card);
    for (const format of [TABLE, MARKDOWN, ['-f', 'json']]) await shows(cwd, ['history', file, ...format]);
    for (const options of [['--history'], ['--anonymous']]) await shows(cwd, ['report', file, ...options]);
    for (const format of [TABLE, ['-f', 'json']]) await shows(cwd, ['verify', ...format]);
    await shows(cwd, ['person', 'hold', who, '--why', text.replaceAll('\u0000', ''), ...as]);
    await shows(cwd, ['person', 'hold']);
    for (const format of [TABLE, ['-f', 'json']]) {
      await shows(cwd, ['person', 'show', who, ...format]);
      await shows(cwd, ['purge', '--before', '2027-01-01', '--dry-run', ...format]);
    }
    await shows(cwd, ['person', 'export', who, '-o', 'out', ...as]);
    await shows(cwd, ['person', 'export', who, '-o', 'out', ...as]);
    const files = ['report.md', 'contents.md', 'data.json', '../scorecards/log.ndjson', '../scorecards/people.yaml'];
    for (const name of files) expectPrintable(readFileSync(join(cwd, 'out', name), 'utf8'), name);
    for (const name of ['report.md', 'contents.md'])
      expectOwnMarkup(readFileSync(join(cwd, 'out', name), 'utf8'), name);
    await shows(cwd, ['amend', file, '--plain', ...as], ['/quit']);
    await shows(cwd, ['person', 'erase', who, '--yes']);
  });

  test('from any text of a rubric', async () => {
    const rubric = parse(SMALL_RUBRIC);
    const { all, refused } = filled<any>(rubric, HOSTILE, (data) => parseRubric(data).ok);
    const cwd = temporaryFolder();
    write(cwd, 'small.yaml', SMALL_RUBRIC);
    write(cwd, 'rubrics/hostile.yaml', all);
    write(cwd, 'a.json', ANSWERS);
    write(cwd, 'b.csv', 'candidate,craft,talk,years\nAda Example,4,3,5\n');
    const role = ['--role', './rubrics/hostile.yaml'];
    for (const format of [TABLE, MARKDOWN, HTML, ['-f', 'json']])
      for (const variant of [[], ['--variant', 'even']])
        await shows(cwd, ['rubric', 'show', './rubrics/hostile.yaml', ...variant, ...format]);
    for (const format of [TABLE, MARKDOWN, HTML]) {
      await shows(cwd, ['rubric', 'show', './rubrics/hostile.yaml', '--brief', ...format]);
      const contact = ['--contact', HOSTILE.replaceAll('\u0000', '')];
      await shows(cwd, ['rubric', 'show', './rubrics/hostile.yaml', '--candidate', ...contact, ...format]);
    }
    await shows(cwd, ['interview', ...role, '--answers-template', '--candidate', HOSTILE.replaceAll('\u0000', '')]);
    for (const format of ['text', 'github', 'sarif'])
      await shows(cwd, ['rubric', 'check', 'rubrics/hostile.yaml', '-f', format]);
    write(cwd, 'rubrics/hostile.test.yaml', casesOf(HOSTILE));
    for (const format of ['table', 'github', 'json'])
      await shows(cwd, ['rubric', 'test', 'rubrics/hostile.test.yaml', '-f', format]);
    await shows(cwd, ['rubric', 'list']);
    for (const check of [[], ['--check']]) await shows(cwd, ['rubric', 'sql', './rubrics/hostile.yaml', ...check]);
    await shows(cwd, ['rubric', 'diff', './small.yaml', './rubrics/hostile.yaml']);
    for (const format of [TABLE, CSV, MARKDOWN, ['-f', 'ndjson']])
      await shows(cwd, ['batch', 'b.csv', ...role, ...format]);
    for (const format of [TABLE, CSV, MARKDOWN]) await shows(cwd, ['screen', 'b.csv', ...role, ...format]);
    await shows(cwd, ['interview', '--answers', 'a.json', ...role, ...MARKDOWN]);
    await shows(
      cwd,
      ['interview', '--plain', ...role, '--candidate', 'Bo'],
      ['/ask', '?', '/flag', '/anchors', '4', 'x', '/2 3', '/2 y', '/review', 'yes', '/quit'],
    );
    for (const path of refused) {
      write(cwd, 'refused.yaml', withText(rubric, path, HOSTILE));
      await shows(cwd, ['rubric', 'check', 'refused.yaml']);
    }
  });

  test('from any text of a draft, valid or not', async () => {
    const cwd = await withScorecard();
    const [path = ''] = filesIn(join(cwd, 'scorecards'), '.ndjson').filter((name) => name.startsWith('.history'));
    const journal = readFileSync(join(cwd, 'scorecards', path), 'utf8');
    const events = journal
      .split('\n')
      .filter(Boolean)
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    const draft = path.replace('.history', '.drafts');
    const store = ['--store', 'drafts'];
    // Any text of a rubric is tried above.
    for (const at of placesIn(events).filter((way) => way[1] !== 'rubric')) {
      write(
        cwd,
        join('drafts', draft),
        withText(events, at, HOSTILE)
          .map((event) => `${JSON.stringify(event)}\n`)
          .join(''),
      );
      for (const args of [['drafts'], ['doctor'], ['summary', '--drafts']]) await shows(cwd, [...args, ...store]);
      await shows(cwd, ['interview', '--plain', '--resume', 'ada', ...store], ['/review', '/quit']);
    }
  });

  test.each([HOSTILE, FORMULA])('from any text of a plan', async (text) => {
    const cwd = await withScorecard();
    const plan = {
      ...{ candidate: { name: 'Ada Example', id: 'ada@example.com' }, role: 'small', date: '2026-11-20' },
      ...{ lead: 'R. Díaz', visible: 'after-all', names: 'after' },
      sessions: [{ id: 'deep', title: 'Deep', minutes: 30, dimensions: ['craft'] }],
      interviewers: [
        { name: 'A. Novak', id: 'a@example.com', sessions: ['deep'] },
        { name: 'M. Okafor', shadow: true },
      ],
    };
    for (const at of textsIn(plan)) {
      write(cwd, 'scorecards/panels/plan.yaml', withText(plan, at, text));
      for (const format of [TABLE, CSV, MARKDOWN, ['-f', 'json']]) await shows(cwd, ['panel', 'list', ...format]);
      for (const args of [['panel', 'status'], ['summary'], ['doctor'], ['person', 'show', 'Ada Example']])
        await shows(cwd, args);
      await shows(cwd, ['interview', '--plain', '-c', 'Ada Example', '-r', 'small', '-i', 'A. Novak'], ['/quit']);
    }
  });

  test.each([HOSTILE, FORMULA])('from any text of a form that is filled in', async (text) => {
    const cwd = await withScorecard();
    const lever = { id: 't', fields: [{ id: 'f', type: 'textarea', text: 'Note', options: [{ text: 'yes' }] }] };
    const field = { path: 'p', type: 'ValueSelect', title: 'Craft', selectableValues: [{ label: 'a', value: 'b' }] };
    const ashby = { id: 'd', formDefinition: { sections: [{ fields: [{ isRequired: true, field }] }] } };
    for (const [system, form] of Object.entries({ lever, ashby })) {
      for (const at of textsIn(form)) {
        write(cwd, 'form.json', withText(form, at, text));
        await shows(cwd, ['export', 'ada', '--to', system, '--form', 'form.json']);
      }
    }
  });

  test.each([HOSTILE, FORMULA])('from any text of what is imported, by what it becomes', async (text) => {
    const cwd = temporaryFolder();
    write(cwd, 'small.yaml', SMALL_RUBRIC);
    const user = { name: 'R. Panel', email: 'r@example.com' };
    const times = { interviewed_at: '2026-11-20T10:00:00Z', submitted_at: '2026-11-20T11:00:00Z' };
    const greenhouse = {
      ...{ id: 'i', candidate_id: 'c', interviewer: user, ...times, overall_recommendation: 'yes' },
      attributes: [{ name: 'Craft', note: 'said', rating: 'yes' }],
      questions: [{ question: 'Why', answer: '<p>so</p>' }],
    };
    const fields = [
      { type: 'score-system', text: 'Rating', value: '3 - Hire' },
      { type: 'scorecard', text: 'Skills', value: [{ text: 'Craft', score: '3', comment: 'said' }] },
      { type: 'textarea', text: 'Why', value: 'so' },
      { type: 'dropdown', text: 'Talk', value: '3' },
    ];
    const lever = { id: 'i', user, completedAt: 1_763_640_000_000, fields };
    for (const [system, data] of Object.entries({ greenhouse, lever })) {
      const options = [
        '--from',
        system,
        '--role',
        './small.yaml',
        ...(system === 'lever' ? ['--candidate', 'Ada'] : []),
      ];
      for (const [number, at] of textsIn(data).entries()) {
        write(cwd, 'x.json', withText(data, at, text));
        const store = `${system}-${number}`;
        await shows(cwd, ['import', 'x.json', ...options, '--store', store]);
        await shows(cwd, ['import', 'x.json', ...options, '--store', store, '--map', 'Craft=', '--map', 'Skills 1=']);
        if (!existsSync(join(cwd, store))) continue;
        for (const name of filesIn(join(cwd, store), '.md'))
          expectOwnMarkup(readFileSync(join(cwd, store, name), 'utf8'), name);
      }
    }
  });

  test.each([HOSTILE, FORMULA, '\t=1+1', '\r=1+1', '＝1+1'])('from any cell or header of a table', async (text) => {
    const rows = [
      ['candidate', 'interviewer', 'craft', 'talk', 'years', 'flags', 'verdict', 'craft evidence'],
      ['Ada Example', 'R. Panel', '4', '3', '5', 'hides', 'yes', 'said it'],
    ];
    const cwd = temporaryFolder();
    write(cwd, 'small.yaml', SMALL_RUBRIC);
    for (const at of textsIn(rows)) {
      const quoted = withText(rows, at, text).map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`));
      write(cwd, 'x.csv', quoted.map((cells) => `${cells.join(',')}\n`).join(''));
      // Formulas are for sheets.
      const formats = text === HOSTILE ? [TABLE, CSV, MARKDOWN, ['-f', 'ndjson']] : [CSV];
      for (const format of formats) await shows(cwd, ['batch', 'x.csv', '--role', './small.yaml', ...format]);
      for (const format of formats.slice(0, 3))
        await shows(cwd, ['screen', 'x.csv', '--role', './small.yaml', ...format]);
    }
  });

  test.each([HOSTILE, FORMULA])('from any cell or header of a table of counts', async (text) => {
    const rows = [
      ['stage', 'category', 'group', 'applicants', 'selected'],
      ['CV', 'Sex', 'women', '120', '24'],
      ['CV', 'Sex', 'men', '150', '45'],
    ];
    const cwd = temporaryFolder();
    for (const at of textsIn(rows)) {
      const quoted = withText(rows, at, text).map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`));
      write(cwd, 'x.csv', quoted.map((cells) => `${cells.join(',')}\n`).join(''));
      for (const format of [TABLE, CSV, MARKDOWN, HTML, ['-f', 'json']])
        await shows(cwd, ['impact', 'x.csv', '--details', ...format]);
    }
  });
});

test.each([HOSTILE, FORMULA])(
  'nothing acts from any text of written answers and of what they were rated',
  async (text) => {
    const cwd = temporaryFolder();
    write(cwd, 'rubrics/small.yaml', SMALL_RUBRIC);
    const samples = {
      rubric: 'small',
      version: parse(SMALL_RUBRIC).version,
      samples: [{ dimension: 'craft', rating: 3, border: '3-4', answer: 'I did it.', why: 'Told.' }],
    };
    const rated = { ...samples, samples: undefined, rater: 'Ada', ratings: { 'craft-1': { rating: 4, note: 'said' } } };
    write(cwd, 'good.json', rated);
    for (const at of textsIn(samples)) {
      write(cwd, 'rubrics/samples/small.yaml', withText(samples, at, text));
      await shows(cwd, ['rubric', 'calibrate', 'small', '--plain'], ['4', '/again', text.split('\n')[0] ?? '', '']);
      await shows(cwd, ['rubric', 'check', 'rubrics/small.yaml']);
      for (const format of [TABLE, MARKDOWN, HTML, ['-f', 'json']])
        await shows(cwd, ['rubric', 'calibrate', 'small', '--answers', 'good.json', ...format]);
    }
    write(cwd, 'rubrics/samples/small.yaml', samples);
    for (const at of textsIn(rated)) {
      write(cwd, 'x.json', withText(rated, at, text));
      for (const format of [TABLE, MARKDOWN, HTML, ['-f', 'json']]) {
        await shows(cwd, ['rubric', 'calibrate', 'small', '--answers', 'x.json', ...format]);
        await shows(cwd, ['rubric', 'calibrate', 'small', '--compare', 'x.json', 'good.json', ...format]);
      }
    }
  },
);

describe('what is typed is not echoed as it came', () => {
  test.each(everyLeaf())('$words', async ({ words }) => {
    const cwd = temporaryFolder();
    // A process gets no NUL from its command line.
    const typed = HOSTILE.replaceAll('\u0000', '');
    for (const args of [[typed], ['-f', typed], ['-o', `${typed.slice(0, 40)}.md`], [`--${typed}`], ['--role', typed]])
      await shows(cwd, [...words, ...args]);
    await shows(cwd, [typed]);
  });

  test('at the plain prompts', async () => {
    const cwd = temporaryFolder();
    write(cwd, 'small.yaml', SMALL_RUBRIC);
    const typed = HOSTILE.replace(/[\r\n]/g, '').replaceAll(' ', '');
    const lines = [
      typed,
      `/${typed}`,
      `/flag ${typed}`,
      `/skip ${typed}`,
      `/2 ${typed}`,
      `/ask ${typed}`,
      '4',
      '/review',
      typed,
      '/quit',
    ];
    await shows(cwd, ['interview', '--plain', '--role', './small.yaml', '--candidate', 'Ada'], lines);
  });
});
