import { z } from 'zod';
import { type Checked, createProblem } from '../../problem.js';
import { schemaProblems } from '../../schema/schema-problems.js';
import type { FieldType, FilledField, Form, FormField } from './form.js';

const OptionSchema = z.looseObject({ text: z.string() });

/** A feedback template as Lever gives it, alone or as the `data` of its answer. */
const TemplateSchema = z.looseObject({
  id: z.string(),
  fields: z.array(
    z.looseObject({
      id: z.string(),
      type: z.string(),
      text: z.string(),
      required: z.boolean().nullish(),
      options: z.array(OptionSchema).nullish(),
      scores: z.array(OptionSchema).nullish(),
    }),
  ),
});

const TYPES: Readonly<Record<string, FieldType>> = {
  'score-system': 'overall',
  score: 'score',
  scorecard: 'scorecard',
  text: 'text',
  textarea: 'long-text',
  'yes-no': 'yes-no',
  dropdown: 'choice',
  'multiple-choice': 'choice',
};

/** The form that a Lever feedback template is. */
export function leverForm(data: unknown): Checked<Form> {
  const isEnvelope = typeof data === 'object' && data !== null && 'data' in data;
  const parsed = TemplateSchema.safeParse(isEnvelope ? data.data : data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, TemplateSchema) };
  const { id, fields } = parsed.data;
  if (fields.length === 0) return { ok: false, problems: [createProblem('no-fields', {}, ['fields'])] };
  return {
    ok: true,
    value: {
      id,
      fields: fields.map(
        ({ id: key, type, text, required, options, scores }): FormField => ({
          key,
          text,
          type: typeOf(type, options ?? []),
          nativeType: type,
          isRequired: required === true,
          options: (scores ?? options ?? []).map((option) => ({ text: option.text, value: option.text })),
        }),
      ),
    },
  };
}

/** The overall rating may be called a score; then it has options. */
function typeOf(type: string, options: readonly unknown[]): FieldType {
  if (type === 'score' && options.length > 0) return 'overall';
  return Object.hasOwn(TYPES, type) ? (TYPES[type] ?? 'other') : 'other';
}

/** A field's value as Lever takes it. */
export function leverValue({ field, value }: FilledField): { readonly id: string; readonly value: unknown } {
  return { id: field.key, value: nativeValue(value) };
}

function nativeValue(value: FilledField['value']): unknown {
  switch (value.type) {
    case 'score':
      return value.point;
    case 'rows':
      return value.rows;
    case 'text':
      return value.text;
    case 'yes-no':
      return value.isYes ? 'yes' : 'no';
    case 'choice':
      return value.option.value;
  }
}
