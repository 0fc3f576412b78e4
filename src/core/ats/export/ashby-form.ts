import { z } from 'zod';
import { type Checked, createProblem } from '../../problem.js';
import { schemaProblems } from '../../schema/schema-problems.js';
import type { FieldType, FilledField, Form, FormField } from './form.js';

/** A feedback form definition as Ashby gives it, alone or as the `results` of its answer. */
const DefinitionSchema = z.looseObject({
  id: z.string(),
  formDefinition: z.looseObject({
    sections: z.array(
      z.looseObject({
        fields: z.array(
          z.looseObject({
            isRequired: z.boolean().nullish(),
            field: z.looseObject({
              path: z.string(),
              type: z.string(),
              title: z.string(),
              selectableValues: z.array(z.looseObject({ label: z.string(), value: z.string() })).nullish(),
            }),
          }),
        ),
      }),
    ),
  }),
});

const TYPES: Readonly<Record<string, FieldType>> = {
  Score: 'score',
  RichText: 'long-text',
  LongText: 'long-text',
  String: 'text',
  Boolean: 'yes-no',
  ValueSelect: 'choice',
};

/** The form that an Ashby feedback form definition is. */
export function ashbyForm(data: unknown): Checked<Form> {
  const isEnvelope = typeof data === 'object' && data !== null && 'results' in data;
  const parsed = DefinitionSchema.safeParse(isEnvelope ? data.results : data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, DefinitionSchema) };
  const { id, formDefinition } = parsed.data;
  const fields = formDefinition.sections.flatMap((section) =>
    section.fields.map(
      ({ isRequired, field: { path, type, title, selectableValues } }): FormField => ({
        key: path,
        text: title,
        type: Object.hasOwn(TYPES, type) ? (TYPES[type] ?? 'other') : 'other',
        nativeType: type,
        isRequired: isRequired === true,
        options: (selectableValues ?? []).map(({ label, value }) => ({ text: label, value })),
      }),
    ),
  );
  if (fields.length === 0) return { ok: false, problems: [createProblem('no-fields', {}, ['formDefinition'])] };
  return { ok: true, value: { id, fields } };
}

/** A field's value as Ashby takes it. */
export function ashbyValue({ field, value }: FilledField): { readonly path: string; readonly value: unknown } {
  return { path: field.key, value: nativeValue(field, value) };
}

function nativeValue({ nativeType }: FormField, value: FilledField['value']): unknown {
  switch (value.type) {
    case 'score':
      return { score: value.point, ...(value.comment === '' ? {} : { comments: plainText(value.comment) }) };
    case 'text':
      return nativeType === 'RichText' ? plainText(value.text) : value.text;
    case 'yes-no':
      return value.isYes;
    case 'choice':
      return value.option.value;
    case 'rows':
      return value.rows;
  }
}

function plainText(value: string) {
  return { type: 'PlainText', value } as const;
}
