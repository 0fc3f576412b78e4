import { z } from 'zod';
import { type JsonText, jsonDocument } from '../../core/text/safe-text.js';
import { RubricSchema } from '../rubric/rubric.js';
import { ScorecardSchema } from '../scorecard/scorecard.js';
import { Scorecard1Schema } from '../scorecard/scorecard-1.js';

/** The published JSON Schemas (draft-7, which editors read), by the name of what they describe. */
export const jsonSchemas = {
  rubric: () => jsonSchema(RubricSchema, 'A scorecard rubric'),
  scorecard: () => jsonSchema(ScorecardSchema, 'A scorecard'),
  'scorecard-1': () => jsonSchema(Scorecard1Schema, 'A scorecard of version 0.1'),
};

/** The schema of what a file may hold: fields with a default may be left out. */
function jsonSchema(schema: z.ZodType, title: string): JsonText {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema: part }) => keysByPattern(part),
  });
  return jsonDocument({ $schema, title, ...rest });
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
