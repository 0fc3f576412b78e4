import { z } from 'zod';
import { RubricSchema } from './rubric.js';
import { ScorecardSchema } from './scorecard.js';

/** The published JSON Schemas (draft-7, which editors read), by the name of what they describe. */
export const jsonSchemas = {
  rubric: () => jsonSchema(RubricSchema, 'A scorecard rubric'),
  scorecard: () => jsonSchema(ScorecardSchema, 'A scorecard'),
};

/** As a file writes it: fields with a default may be left out. */
function jsonSchema(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`;
}
