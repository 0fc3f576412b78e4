import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../../src/core/authoring/json-schemas.js';
import { answersTemplate } from '../../../src/core/interview/answers/answers-template.js';
import { parseRubric } from '../../../src/core/rubric/parse-rubric.js';
import { HOME } from '../../support/fake-host.js';
import { SMALL_RUBRIC } from '../../support/rubrics.js';

// After a change of a schema: npx vitest run test/core/authoring/json-schemas.test.ts --update
test.each(['rubric', 'test', 'scorecard', 'decision', 'answers', 'plan', 'scorecard-1'] as const)(
  'the published %s schema is the one that the program uses',
  async (name) => {
    await expect(jsonSchemas[name]()).toMatchFileSnapshot(`../../../rubrics/${name}.schema.json`);
  },
);

test('the published rubric schema takes a valid rubric and refuses an unknown key', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(jsonSchemas.rubric()));
  const rubric = parse(SMALL_RUBRIC);
  expect(validate(rubric)).toBe(true);
  expect(validate({ ...rubric, titel: 'x' })).toBe(false);
});

test('the published rubric schema takes a dimension of an id and a weight alone only where there is one to fill it from', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(jsonSchemas.rubric()));
  const rubric = parse(SMALL_RUBRIC);
  const [craft, talk] = rubric.dimensions;
  const bare = { ...rubric, dimensions: [{ id: 'craft', weight: 60 }, talk] };
  expect(validate(bare)).toBe(false);
  expect(validate({ ...bare, extends: 'core' })).toBe(true);
  expect(validate({ ...rubric, extends: 'core' })).toBe(true);
  const { anchors: _, ...partial } = craft;
  expect(validate({ ...rubric, extends: 'core', dimensions: [partial, talk] })).toBe(false);
});

test('the published answers schema takes a template as it is and filled in, and refuses an unknown key', () => {
  const checked = parseRubric(parse(SMALL_RUBRIC));
  if (!checked.ok) throw new Error('the rubric of this test is not valid');
  const ajv = new Ajv({ strict: false });
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  const validate = ajv.compile(JSON.parse(jsonSchemas.answers()));
  const template: string = answersTemplate(checked.value, { role: 'small', candidate: 'Ada', held: '2026-11-20' });
  const accepts = (yaml: string) => validate(parse(yaml));
  expect(accepts(template), JSON.stringify(validate.errors)).toBe(true);
  expect(accepts(template.replaceAll('    rating:', '    rating: 4 - above the bar'))).toBe(true);
  expect(accepts('ratings: { craft: 4, talk: { rating: n/a, evidence: x, asked: [1] } }\nverdict: { is: "yes" }')).toBe(
    true,
  );
  expect(accepts('ratings: {}\nverdict-reason: x')).toBe(false);
  expect(accepts('ratings: { craft: [4] }')).toBe(false);
});

test('the published schema of tests takes those of the built-in rubrics, and refuses an unknown key', () => {
  const ajv = new Ajv({ strict: false });
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  const validate = ajv.compile(JSON.parse(jsonSchemas.test()));
  const files = readdirSync(`${HOME}/rubrics`).filter((name) => name.endsWith('.test.yaml'));
  expect(files.length).toBeGreaterThan(4);
  for (const name of files) {
    const { cases } = parse(readFileSync(`${HOME}/rubrics/${name}`, 'utf8'));
    expect(validate({ cases }), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ cases: [{ ...cases[0], expct: {} }] })).toBe(false);
  }
});

test.each(['rubric', 'test', 'answers', 'plan'] as const)(
  'every field of the %s schema has a text to show on hover',
  (name) => {
    const bare: string[] = [];
    const walk = (
      node: { properties?: Record<string, object>; items?: object; patternProperties?: Record<string, object> },
      path: string,
    ) => {
      for (const [key, value] of Object.entries(node.properties ?? {})) {
        if (!('description' in value)) bare.push(`${path}.${key}`);
        walk(value, `${path}.${key}`);
      }
      if (node.items) walk(node.items, `${path}[]`);
      for (const value of Object.values(node.patternProperties ?? {})) walk(value, `${path}.*`);
    };
    walk(JSON.parse(jsonSchemas[name]()), '');
    expect(bare).toEqual([]);
  },
);
