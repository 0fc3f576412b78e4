import type { z } from 'zod';

type Check = (value: unknown) => boolean;
type Schema = z.core.$ZodType;

/**
 * Whether a value is an object that the schema would give back as it is: a quick answer where there are many of them.
 * `false` says nothing: the schema has to be asked. What the check knows it reads from the schema itself; of a field that
 * it does not know how to check, every value is left to the schema.
 */
export function plainObjectCheck({ shape }: { readonly shape: Readonly<Record<string, Schema>> }): Check {
  const fields = new Map(Object.entries(shape).map(([key, schema]) => [key, fieldCheck(schema)]));
  const needed = Object.entries(shape).flatMap(([key, { _zod }]) => (_zod.def.type === 'optional' ? [] : [key]));
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const data = value as Readonly<Record<string, unknown>>;
    for (const key of needed) if (!Object.hasOwn(data, key)) return false;
    for (const key in data) if (!fields.get(key)?.(data[key])) return false;
    return true;
  };
}

const NEVER: Check = () => false;

function fieldCheck({ _zod }: Schema): Check {
  // What checks a schema has beside its type, only the schema knows; but for a date, which is one pattern.
  const def = _zod.def as z.core.$ZodTypes['_zod']['def'];
  const hasChecks = 'checks' in def && (def.checks?.length ?? 0) > 0;
  switch (def.type) {
    case 'string': {
      const { pattern } = def as { readonly pattern?: RegExp };
      if (pattern && 'format' in def && def.format === 'datetime') {
        return (value) => typeof value === 'string' && pattern.test(value);
      }
      return hasChecks || pattern ? NEVER : (value) => typeof value === 'string';
    }
    case 'number':
      return 'format' in def ? NEVER : numberCheck(def.checks ?? []);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
    case 'enum': {
      const values = _zod.values ?? new Set();
      return (value) => values.has(value as z.core.util.Primitive);
    }
    case 'union': {
      const checks = def.options.map(fieldCheck);
      return (value) => checks.some((check) => check(value));
    }
    case 'optional':
      return fieldCheck(def.innerType);
    case 'nullable': {
      const check = fieldCheck(def.innerType);
      return (value) => value === null || check(value);
    }
    default:
      return NEVER;
  }
}

function numberCheck(checks: readonly z.core.$ZodCheck<never>[]): Check {
  const all = checks.map(({ _zod }): Check => {
    const def = _zod.def as z.core.$ZodCheckDef as z.core.$ZodChecks['_zod']['def'];
    if (def.check === 'number_format' && def.format === 'safeint') return Number.isSafeInteger;
    if (def.check !== 'greater_than') return NEVER;
    const least = Number(def.value);
    return (value) => (value as number) > least || (def.inclusive && value === least);
  });
  return (value) => Number.isFinite(value) && all.every((check) => check(value));
}
