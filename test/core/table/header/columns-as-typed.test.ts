import { describe, expect, test } from 'vitest';
import type { PlanContext } from '../../../../src/core/table/columns.js';
import { planColumns } from '../../../../src/core/table/columns.js';
import { createRubric } from '../../../support/rubrics.js';

const rubric = createRubric(
  [
    { id: 'architecture', weight: 30, name: 'Infrastructure architecture & cloud depth', aliases: ['Cloud'] } as never,
    { id: 'incidents', weight: 30, name: 'Operational excellence & incident leadership' } as never,
    { id: 'people', weight: 20, name: 'Leadership (managing managers)', aliases: ['Managing managers'] } as never,
    { id: 'setsubi', weight: 20, name: '設備設計' } as never,
  ],
  { requirements: [{ id: 'years', name: 'Years of leadership', atLeast: 3, unit: 'years', aliases: ['Experience'] }] },
);

type Cells = readonly (readonly string[])[];

function read(headers: readonly string[], rows: Cells = [], context: PlanContext = {}) {
  const sample = rows.map((cells, at) => ({ line: at + 2, cells, isSound: true }));
  return planColumns(headers, rubric, { ...context, sample });
}

function plan(headers: readonly string[], rows: Cells = [], context: PlanContext = {}) {
  const checked = read(headers, rows, context);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('\n'));
  return checked.value;
}

function mistakes(headers: readonly string[], rows: Cells = [], context: PlanContext = {}) {
  const checked = read(headers, rows, context);
  return checked.ok ? [] : checked.problems.map(({ code, path }) => `${code}@${path[0]}`);
}

describe('a dimension is read', () => {
  test.each([
    ['in the text of a question', 'How would you rate Infrastructure architecture & cloud depth?', 0],
    ['with "and" for &', 'Operational excellence and incident leadership [1-5]', 1],
    ['by its name without brackets', 'Leadership (5 pts)', 2],
    ['by an alias in a sentence', '7) Please rate: managing managers (leave blank if n/a)', 2],
    ['by a part of its name, where the cells are ratings', 'Incident leadership', 1],
    ['in brackets behind what is asked', 'Rating [Cloud]', 0],
    ['in a script without spaces', '設備設計の評価（5点）', 3],
    ['with signs that nobody sees in it', '\u200bClo\u00adud\u00a0', 0],
  ])('%s', (_how, header, at) => {
    const found = plan(
      ['candidate', header],
      [
        ['Ada', '4'],
        ['Ben', '3 - Meets'],
        ['Cy', ''],
      ],
    );
    expect(found.ratings[at]).toEqual({ column: 1, words: 'ours' });
  });

  test('and told, where a part of the header said so', () => {
    const found = plan(['candidate', 'How is the cloud?', 'incidents (10%)', 'people'], [['Ada', '4', '3', '2']]);
    expect(found.guessed).toEqual([
      { column: 1, target: 'architecture' },
      { column: 2, target: 'incidents' },
    ]);
  });

  test('not in columns that sum up, count or describe', () => {
    const headers = [
      'candidate',
      'cloud',
      'Overall',
      'Total Score (15.0)',
      'Average',
      'Years here',
      'Cloud tool',
      'Location',
    ];
    const found = plan(headers, [['Ada', '4', '4', '4', '3.5', '5', 'Terraform', 'Berlin']]);
    expect(found.ignored).toEqual([2, 3, 4, 5, 6, 7]);
  });

  test('but sentences below it are evidence, where the header says so', () => {
    const headers = ['candidate', 'cloud', 'Why this rating of the cloud depth? (Cloud)'];
    const text = 'Named both regions and what either one costs to run for a month.';
    expect(plan(headers, [['Ada', '4', text]]).evidence[0]).toEqual([2]);
  });
});

describe('the header is refused', () => {
  const rows = [
    ['Ada', '4', '3', '5'],
    ['Ben', '2', '', '3'],
  ];
  test.each([
    ['where two dimensions fit one column', ['candidate', 'Cloud and managing managers'], ['doubtful-column@1']],
    [
      'where two columns fit one dimension',
      ['candidate', 'Cloud (judge A)', 'Cloud (judge B)'],
      ['duplicate-column@2'],
    ],
    [
      'where a column fits what has one already',
      ['candidate', 'cloud', 'Rate the cloud yourself'],
      ['doubtful-column@2'],
    ],
    [
      'where ratings have no dimension and a dimension no column',
      ['candidate', 'cloud', 'Charm'],
      ['unread-ratings@2'],
    ],
    ['where a sum and a dimension fit', ['candidate', 'people', 'Overall cloud'], ['doubtful-column@2']],
    [
      'where a name is nearly right, with points behind it',
      ['candidate', 'cloud', 'Incidnets (10 pts)'],
      ['near-miss@2'],
    ],
  ])('%s', (_when, headers, expected) => {
    expect(mistakes(headers, rows)).toEqual(expected);
  });

  test('where a dimension has words for ratings', () => {
    expect(mistakes(['candidate', 'How is the cloud?', 'people'], [['Ada', 'Strong', '4']])).toEqual([
      'doubtful-column@1',
    ]);
  });

  test('with the options to copy, headers whole and quoted', () => {
    const header = "Cloud, or managing managers: what's your rating?";
    const checked = read(['candidate', header], rows);
    const [problem] = checked.ok ? [] : checked.problems;
    expect(problem?.message).toContain(`--map 'Cloud, or managing managers: what'\\''s your rating?=architecture'`);
    expect(problem?.message).toContain(`--map 'Cloud, or managing managers: what'\\''s your rating?=people'`);
    expect(problem?.message).toContain(`rating?=' to leave it out`);
  });

  test('not where dimensions are missing and nothing else could hold them, nor with --partial or a mapping', () => {
    expect(mistakes(['candidate', 'cloud', 'Notes'], [['Ada', '4', 'fine']])).toEqual([]);
    expect(mistakes(['candidate', 'cloud', 'Charm'], rows, { isPartial: true })).toEqual([]);
    expect(mistakes(['candidate', 'cloud', 'Charm'], rows, { mappings: [{ header: 'Charm', target: '' }] })).toEqual(
      [],
    );
  });
});

describe('who is who', () => {
  test.each([
    [['Name', 'Candidate name', 'cloud'], 1, undefined],
    [['Name', 'Assessee', 'cloud'], 1, undefined],
    [['Applicant Name', 'Name', 'cloud'], 0, undefined],
    [['cloud', 'Surname', 'Given Names'], 2, 1],
    [['cloud', 'Name', 'Family name'], 1, 2],
    [['Candidate First Name', 'cloud', 'Candidate Last Name'], 0, 2],
    [['Name', 'First Name', 'Last Name', 'cloud'], 1, 2],
    [['1. Name of the candidate *', 'cloud', 'Name'], 0, undefined],
  ])('%j', (headers, candidate, candidateLast) => {
    expect(plan(headers)).toMatchObject({ candidate, candidateLast });
  });

  test.each([
    'Judge Name',
    'Assessor',
    'reviewer',
    'Evaluator name',
    'Scored by',
    'Graded By',
    'Examiner',
    'Panelist:',
  ])('%s is the interviewer', (header) => {
    expect(plan(['candidate', 'cloud', header])).toMatchObject({ candidate: 0, interviewer: 2 });
  });

  test('likely headers are named where there is no candidate, others are not', () => {
    const checked = read(['Project', 'Judge Name', 'Team', 'cloud']);
    const [problem] = checked.ok ? [] : checked.problems;
    expect(problem?.message).toContain('did you mean "Project" or "Team"?');
  });

  test('two as good as each other are an error', () => {
    expect(mistakes(['candidate', 'Judge', 'Reviewer', 'cloud'])).toEqual(['duplicate-column@2']);
  });
});
