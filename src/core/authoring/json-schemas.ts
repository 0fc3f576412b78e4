import { z } from 'zod';
import { jsonDocument } from '../../core/text/safe-text.js';
import { CasesSchema } from '../cases/case-file.js';
import { DecisionSchema } from '../decision/decision.js';
import { AnswersSchema } from '../interview/answers/answers.js';
import { PlanSchema } from '../plan/plan.js';
import { FILLED_KEYS } from '../rubric/extend.js';
import { RubricSchema } from '../rubric/rubric.js';
import { ScorecardSchema } from '../scorecard/scorecard.js';
import { Scorecard1Schema } from '../scorecard/scorecard-1.js';

type Part = Readonly<Record<string, unknown>>;

/** The published JSON Schemas (draft-7, which editors read), by the name of what they describe. */
export const jsonSchemas = {
  rubric: () => jsonDocument(withBareDimensions(jsonSchema(RubricSchema, 'A scorecard rubric'))),
  scorecard: () => jsonDocument(jsonSchema(ScorecardSchema, 'A scorecard')),
  decision: () => jsonDocument(jsonSchema(DecisionSchema, 'A decision')),
  answers: () => jsonDocument(jsonSchema(AnswersSchema, 'Answers of an interview')),
  plan: () => jsonDocument(jsonSchema(PlanSchema, 'The plan of a panel')),
  test: () => jsonDocument(jsonSchema(CasesSchema, 'Cases that a rubric is tested with')),
  'scorecard-1': () => jsonDocument(jsonSchema(Scorecard1Schema, 'A scorecard of version 0.1')),
};

/** The schema of what a file may hold: fields with a default may be left out. */
function jsonSchema(schema: z.ZodType, title: string): Part {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema: part }) => keysByPattern(part),
  });
  return { $schema, title, ...rest };
}

/** What may be left out of a dimension depends on whether there is a rubric to fill it from. */
function withBareDimensions(schema: Part): Part {
  const properties = schema.properties as Readonly<Record<string, Part>>;
  const { items, ...list } = properties.dimensions ?? {};
  const { required, ...dimension } = items as Part;
  const each = (items: Part) => ({ properties: { dimensions: { items } } });
  const bare = {
    properties: Object.fromEntries(FILLED_KEYS.map((key) => [key, {}])),
    required: ['id'],
    additionalProperties: false,
  };
  return {
    ...schema,
    properties: { ...properties, dimensions: { ...list, items: dimension } },
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: each({ anyOf: [{ required }, bare] }),
    else: each({ required }),
  };
}

/**
 * Records with a pattern for their keys: editors take `propertyNames` for a type, and refuse the key `1` since YAML
 * reads it as a number. `patternProperties` says the same.
 */
function keysByPattern(part: z.core.JSONSchema.BaseSchema): void {
  const { propertyNames, additionalProperties } = part;
  if (typeof propertyNames !== 'object' || propertyNames.pattern === undefined || additionalProperties === undefined)
    return;
  delete part.propertyNames;
  part.patternProperties = { [propertyNames.pattern]: additionalProperties };
  part.additionalProperties = false;
}
