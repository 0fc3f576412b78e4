import type { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * A module that exports, by name, a function for each schema: whether parsed JSON fits it, and nothing of what is
 * wrong. Generators of validators collect errors with their paths, which makes many times the code, and differ from
 * zod in small ways: they count characters where zod counts UTF-16 units, and look at `__proto__`.
 *
 * @throws RangeError on a part of a schema that isn't known here, so that none goes unchecked
 */
export function compileChecks(schemas: Readonly<Record<string, Schema>>): string {
  const constants: string[] = [];
  const hoist = (code: string) => `c${constants.push(`const c${constants.length} = ${code};`) - 1}`;
  const exported = Object.entries(schemas).map(
    ([name, schema]) => `export const ${name} = (value) => ${condition(schema, 'value', hoist)};`,
  );
  return `${[...constants, ...exported].join('\n')}\n`;
}

/** Makes a constant of the code and returns its name. */
type Hoist = (code: string) => string;

/** An expression that is true where the value that the expression `value` gives fits the schema. */
function condition(schema: Schema, value: string, hoist: Hoist): string {
  refuseUnknown(schema);
  const { oneOf: variants, anyOf = variants, type } = schema;
  if (Array.isArray(type)) return condition({ anyOf: type.map((name) => ({ ...schema, type: name })) }, value, hoist);
  if (anyOf) return `(${anyOf.map((option) => condition(option as Schema, value, hoist)).join(' || ')})`;
  const write = type === undefined ? undefined : TYPES[type];
  if (!write) throw new RangeError(`the type "${type}" of a JSON Schema can't be compiled`);
  const words = schema.const === undefined ? schema.enum : [schema.const];
  return `(${[...write(schema, value, hoist), ...(words ? [oneOf(words, value)] : [])].join(' && ')})`;
}

const TYPES: Readonly<Record<string, (schema: Schema, value: string, hoist: Hoist) => readonly string[]>> = {
  null: (_schema, value) => [`${value} === null`],
  boolean: (_schema, value) => [`typeof ${value} === 'boolean'`],
  number: (schema, value) => [`Number.isFinite(${value})`, ...bounds(schema, value)],
  integer: (schema, value) => [`Number.isInteger(${value})`, ...bounds(schema, value)],
  string: ({ minLength, pattern }, value, hoist) => [
    `typeof ${value} === 'string'`,
    ...(minLength === undefined ? [] : [`${value}.length >= ${minLength}`]),
    ...(pattern === undefined ? [] : [`${hoist(`new RegExp(${JSON.stringify(pattern)})`)}.test(${value})`]),
  ],
  array: ({ minItems, items }, value, hoist) => [
    `Array.isArray(${value})`,
    ...(minItems === undefined ? [] : [`${value}.length >= ${minItems}`]),
    `${value}.every(${hoist(`(value) => ${condition(items as Schema, 'value', hoist)}`)})`,
  ],
  object: (schema, value, hoist) => [`${hoist(`(value) => ${mapConditions(schema, hoist).join(' && ')}`)}(${value})`],
};

function bounds({ minimum, exclusiveMinimum, maximum }: Schema, value: string): readonly string[] {
  return [
    ...(minimum === undefined ? [] : [`${value} >= ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`${value} > ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`${value} <= ${maximum}`]),
  ];
}

function oneOf(words: readonly unknown[], value: string): string {
  return `(${words.map((word) => `${value} === ${JSON.stringify(word)}`).join(' || ')})`;
}

function mapConditions({ properties, required, additionalProperties }: Schema, hoist: Hoist): readonly string[] {
  const known = Object.entries(properties ?? {}).map(([key, property]) => {
    const value = `value[${JSON.stringify(key)}]`;
    const fits = condition(property as Schema, value, hoist);
    return required?.includes(key) ? fits : `(${value} === undefined || ${fits})`;
  });
  const others =
    typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0
      ? // zod passes that one key over.
        [
          `Object.keys(value).every((key) => key === '__proto__' || ${condition(additionalProperties as Schema, 'value[key]', hoist)})`,
        ]
      : [];
  return [`typeof value === 'object'`, 'value !== null', '!Array.isArray(value)', ...known, ...others];
}

const KNOWN = new Set([
  ...['$schema', 'description', 'anyOf', 'oneOf', 'type', 'const', 'enum', 'minimum', 'exclusiveMinimum', 'maximum'],
  ...['minLength', 'pattern', 'format', 'minItems', 'items', 'properties', 'required', 'additionalProperties'],
  'propertyNames',
]);

function refuseUnknown(schema: Schema): void {
  const { format, pattern, propertyNames, properties, additionalProperties } = schema;
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
  if (unknown !== undefined) throw new RangeError(`"${unknown}" of a JSON Schema can't be compiled`);
  // The pattern beside a format says all that the format does.
  if (format !== undefined && pattern === undefined) throw new RangeError(`the format "${format}" can't be compiled`);
  const isRecord = properties === undefined;
  if (additionalProperties === false || (!isRecord && Object.keys(additionalProperties ?? {}).length > 0)) {
    throw new RangeError("a map that isn't open can't be compiled");
  }
  if (propertyNames !== undefined && JSON.stringify(propertyNames) !== '{"type":"string"}') {
    throw new RangeError("conditions on keys can't be compiled");
  }
}
