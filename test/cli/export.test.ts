import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { createScorecard, scorecardFiles } from '../support/scorecards.js';

const ANSWERS = {
  candidate: { name: 'Ada Example', id: '4711' },
  interviewer: 'R. Panel',
  held: '2026-11-19',
  ratings: { craft: { rating: 4, evidence: ['Named the *price*', 'Said | when'] }, talk: { rating: 3 } },
  redFlags: [{ id: 'blames', evidence: 'Said the others never test' }],
  notes: ['Calm throughout'],
  verdict: { is: 'yes', reason: 'Would take her' },
};

const TEMPLATE = {
  data: {
    id: 'template-1',
    fields: [
      {
        id: 'f1',
        type: 'score-system',
        text: 'Rating',
        required: true,
        options: [{ text: '4 - Strong Hire' }, { text: '3 - Hire' }, { text: '2 - No Hire' }],
      },
      { id: 'f2', type: 'score', text: 'CRAFT' },
      { id: 'f3', type: 'textarea', text: 'Craft notes' },
      { id: 'f4', type: 'scorecard', text: 'Skills', options: [{ text: 'Workmanship' }, { text: 'Talk' }] },
      { id: 'f5', type: 'yes-no', text: 'hides' },
      { id: 'f6', type: 'textarea', text: 'Anything else?' },
      { id: 'f7', type: 'date', text: 'When', required: true },
    ],
  },
};

const DEFINITION = {
  results: {
    id: 'definition-1',
    formDefinition: {
      sections: [
        {
          fields: [
            { isRequired: true, field: { path: 'overall', type: 'Score', title: 'Overall recommendation' } },
            { isRequired: false, field: { path: 'craft', type: 'Score', title: 'Craft' } },
            { isRequired: false, field: { path: 'note', type: 'RichText', title: 'Feedback' } },
          ],
        },
      ],
    },
  },
};

/** A host in whose store Ada's scorecard is. */
async function withAda(more: Readonly<Record<string, string>> = {}, rubric = SMALL_RUBRIC): Promise<FakeHost> {
  const files = { 'rubrics/small.yaml': rubric, 'a.json': JSON.stringify(ANSWERS), ...more };
  const host = createFakeHost({ files });
  expect(await run(['interview', '--answers', 'a.json', '--role', 'small', '-q'], host)).toBe(EXIT.ok);
  return host;
}

async function exported(cwd: string, args: readonly string[]) {
  const host = createFakeHost({ cwd });
  const code = await run(['export', ...args], host);
  return { code, text: host.stdout.text, told: host.stderr.text };
}

describe('export', () => {
  test('--to text is what one pastes into a form, without Markdown', async () => {
    const { cwd } = await withAda();
    const { code, text } = await exported(cwd, ['ada', '--to', 'text']);
    expect(code).toBe(EXIT.ok);
    expect(text.replace(/sha256:\w+/, 'sha256:…')).toMatchInlineSnapshot(`
      "Ada Example: Small role
      Interviewed by R. Panel on 2026-11-19

      Verdict: yes
        Would take her
      Recommendation: yes, 3.60 of 5 over 100% of the weight
        score 3.60 is in the band "yes": at least 3, below 4.2
        red flag (concern), to be discussed: Blames a person and names no system factor; it changes nothing

      Craft (60%): 4 of 5, Above the bar
        Named the *price*
        Said | when

      Talk (40%): 3 of 5, Meets the bar

      Red flags
        Concern: Blames a person and names no system factor
          Said the others never test

      Notes
        Calm throughout

      Rubric small 1.0.0. Sealed with sha256:….
      "
    `);
  });

  test('--to greenhouse is a scorecard as GET gives it', async () => {
    const { cwd } = await withAda();
    const { text, told } = await exported(cwd, ['ada', '--to', 'greenhouse', '--id', 'application=77']);
    const card = JSON.parse(text);
    expect(card).toMatchObject({
      id: null,
      candidate_id: 4711,
      application_id: 77,
      interviewed_at: '2026-11-19T12:00:00.000Z',
      interviewer: { name: 'R. Panel' },
      overall_recommendation: 'yes',
      attributes: [
        { name: 'Craft', note: 'Named the *price*\n\nSaid | when', rating: 'yes' },
        { name: 'Talk', note: null, rating: 'mixed' },
      ],
      ratings: { definitely_not: [], no: [], mixed: ['Talk'], yes: ['Craft'], strong_yes: [] },
      questions: [{ question: 'Key Take-Aways' }, { question: 'Private Notes', answer: '' }],
    });
    expect(card.questions[0].answer).toContain('Talk (40%): 3 of 5, Meets the bar');
    expect(told).toBe('');
  });

  test('--to lever fills the fields of the form by their text', async () => {
    const { cwd } = await withAda({ 't.json': JSON.stringify(TEMPLATE) });
    const { text, told } = await exported(cwd, [
      ...['ada', '--to', 'lever', '--form', 't.json', '--id', 'panel=p', '--id', 'interview=i'],
    ]);
    const body = JSON.parse(text);
    expect(body).toMatchObject({ baseTemplateId: 'template-1', panel: 'p', interview: 'i' });
    expect(Object.fromEntries(body.fieldValues.map(({ id, value }: any) => [id, value]))).toEqual({
      f1: '3 - Hire',
      f2: 3,
      f3: 'Named the *price*\n\nSaid | when',
      f4: [
        { text: 'Workmanship', score: 3, comment: 'Named the *price*\n\nSaid | when' },
        { text: 'Talk', score: null, comment: '' },
      ],
      f5: 'no',
      f6: expect.stringContaining('Talk (40%): 3 of 5, Meets the bar'),
    });
    expect(new Date(body.createdAt).toISOString()).toMatch(/^2026-11-20T14:00/);
    expect(told).toContain('no counterpart in Lever, so left out (the note has it): Talk 3\n');
    expect(told).toContain('the form requires these, and the scorecard says nothing of them: When\n');
  });

  test('a list that offers the rating itself takes it as it is', async () => {
    const options = ['2', '3 - Meets the bar', '4'].map((text) => ({ text }));
    const fields = [
      { id: 'f1', type: 'dropdown', text: 'Talk', options },
      { id: 'f2', type: 'dropdown', text: 'Craft', options: options.slice(0, 2) },
    ];
    const { cwd } = await withAda({ 't.json': JSON.stringify({ id: 't', fields }) });
    const { text, told } = await exported(cwd, ['ada', '--to', 'lever', '--form', 't.json']);
    expect(JSON.parse(text).fieldValues).toEqual([{ id: 'f1', value: '3 - Meets the bar' }]);
    expect(told).not.toContain('Talk');
    expect(told).toContain('the form has no field that rates it, so left out (the note has it): Craft 4\n');
    expect(told).toContain('the form has no long text field for the note');
    expect(told).toContain('the verdict is "yes", for which the form has no place');
  });

  test('--to ashby has a score with comments for each field', async () => {
    const { cwd } = await withAda({ 'd.json': JSON.stringify(DEFINITION) });
    const { text, told } = await exported(cwd, ['ada', '--to', 'ashby', '--form', 'd.json', '--id', 'user=u']);
    expect(JSON.parse(text)).toEqual({
      formDefinitionId: 'definition-1',
      applicationId: null,
      userId: 'u',
      feedbackForm: {
        fieldSubmissions: [
          { path: 'overall', value: { score: 3 } },
          {
            path: 'craft',
            value: { score: 3, comments: { type: 'PlainText', value: 'Named the *price*\n\nSaid | when' } },
          },
          { path: 'note', value: { type: 'PlainText', value: expect.stringContaining('Talk (40%): 3 of 5') } },
        ],
      },
    });
    expect(told).toContain('the form has no field that rates it, so left out (the note has it): Talk 3\n');
    expect(told).toContain('only Ashby knows these; pass --id application=ID, or fill them in\n');
  });

  test("--to merge has the overall recommendation, and beside it ratings by the rubric's map", async () => {
    const map = 'export: { merge: { 1: DEFINITELY_NO, 2: "NO", 3: "YES", 4: "YES", 5: STRONG_YES } }\n';
    const { cwd } = await withAda({}, SMALL_RUBRIC + map);
    const { text, told } = await exported(cwd, ['ada', '--to', 'merge']);
    const body = JSON.parse(text);
    expect(body.overall_recommendation).toBe('YES');
    expect(body.remote_data[0].data.ratings).toEqual([
      { id: 'craft', name: 'Craft', rating: 'YES', given: 4 },
      { id: 'talk', name: 'Talk', rating: 'YES', given: 3 },
    ]);
    expect(told).toContain("by the rubric's map for Merge: Craft 4 is YES, Talk 3 is YES\n");
  });

  test('takes a map that the rubric was given after the interview', async () => {
    const host = await withAda({ 't.json': JSON.stringify(TEMPLATE) });
    const map = 'export: { lever: { 1: 1, 2: 2, 3: 2, 4: 3, 5: 4 } }\n';
    createFakeHost({ cwd: host.cwd, files: { 'rubrics/small.yaml': SMALL_RUBRIC + map } });
    const { text, told } = await exported(host.cwd, ['ada', '--to', 'lever', '--form', 't.json']);
    expect(JSON.parse(text).fieldValues[3].value[1]).toEqual({ text: 'Talk', score: 2, comment: '' });
    expect(told).toContain("by the rubric's map for Lever: Craft 4 is 3, Talk 3 is 2\n");
  });

  test('several scorecards are a list, one is an object; -o writes a file', async () => {
    const files = scorecardFiles('scorecards', [
      { ratings: [4, 4, 4], verdict: 'yes' },
      { candidate: 'Bo Sample', ratings: [2, 2, 2], verdict: 'no' },
    ]);
    const host = createFakeHost({ files });
    expect(await run(['export', '--to', 'greenhouse', '-o', 'out.json'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toBe('');
    const list = JSON.parse(readFileSync(join(host.cwd, 'out.json'), 'utf8'));
    expect(list.map((one: any) => one.overall_recommendation)).toEqual(['yes', 'no']);
    const texts = await exported(host.cwd, ['--to', 'text']);
    expect(texts.text.match(/^Verdict: /gm)).toHaveLength(2);
    expect((await exported(host.cwd, ['--to', 'merge', '--id', 'application=1'])).code).toBe(EXIT.usage);
  });

  test('leaves out what was changed after it was sealed, drafts and trainees, and says so', async () => {
    const good = createScorecard({ ratings: [4, 4, 4] });
    const draft = createScorecard({ candidate: 'Bo Sample', ratings: [4], isDraft: true });
    const shadow = { ...good, shadow: true, digest: undefined };
    const files = {
      'altered.json': JSON.stringify({ ...good, dimensions: [{ ...good.dimensions[0], rating: 5 }] }),
      'draft.json': JSON.stringify(draft),
      'shadow.json': JSON.stringify({ ...shadow, digest: digestOf(shadow) }),
    };
    const { cwd } = createFakeHost({ files });
    const { code, text, told } = await exported(cwd, [...Object.keys(files), '--to', 'text']);
    expect(code).toBe(EXIT.no);
    expect(text).toBe('');
    expect(told).toContain('altered.json: left out: not as sealed: ');
    expect(told).toContain('draft.json: left out: it is a draft');
    expect(told).toContain("shadow.json: left out: it is a trainee's");
  });

  test("hides others' scorecards while one's own draft is open", async () => {
    const host = createFakeHost({
      files: {
        'rubrics/small.yaml': SMALL_RUBRIC,
        'a.json': JSON.stringify({ ...ANSWERS, interviewer: 'S. Other' }),
      },
    });
    await run(['interview', '--answers', 'a.json', '--role', 'small', '-q'], host);
    const own = createFakeHost({ cwd: host.cwd, lines: ['4', '/quit'] });
    await run(['interview', '--plain', '--role', 'small', '--candidate', 'Ada Example <4711>'], own);
    const { code, text, told } = await exported(host.cwd, ['ada', '--to', 'text']);
    expect([code, text]).toEqual([EXIT.no, '']);
    expect(told).toContain('1 scorecard of other interviewers hidden');
  });

  test.each<[string, string[], string]>([
    ['a form that is missing', ['--to', 'lever'], 'GET /v1/feedback_templates/ID'],
    ['a form that is none', ['--to', 'ashby', '--form', 'a.json'], '"formDefinition" is missing'],
    ['a form for a system without', ['--to', 'merge', '--form', 'a.json'], 'Merge needs none'],
    ['half of what Lever takes', ['--to', 'lever', '--id', 'panel=1'], 'together or not at all'],
    ['an id that has no place', ['--to', 'merge', '--id', 'aplication=1'], 'did you mean "application"?'],
    ['an id without a value', ['--to', 'merge', '--id', 'application'], 'not of the form name=ID'],
    ['a rubric that is another', ['--to', 'greenhouse', '--role', 'lead-infra'], 'is by the rubric small'],
  ])('refuses %s', async (_what, args, message) => {
    const { cwd } = await withAda();
    const { code, text, told } = await exported(cwd, ['ada', ...args]);
    expect([code, text]).toEqual([EXIT.usage, '']);
    expect(told).toContain(message);
  });
});
