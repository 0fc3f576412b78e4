import type { SchemaElement } from 'hyparquet';

/** A value of Parquet as the text of a cell, as a CSV would have it; nothing for what is missing. */
export type CellText = (value: unknown) => string;

/** How the values of a column become texts: by its type, since 3.1 in 32 bits is another number in 64. */
export function cellText({ type, converted_type, logical_type, scale }: SchemaElement): CellText {
  const isDecimal = converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
  const isLocal = logical_type?.type === 'TIMESTAMP' && !logical_type.isAdjustedToUTC;
  const textOf: CellText = (value) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') {
      // What data frames write where there is no value.
      if (Number.isNaN(value)) return '';
      if (isDecimal) return value.toFixed(scale ?? 0);
      return String(type === 'FLOAT' ? shortest(value) : value);
    }
    if (typeof value === 'string') return isLocal ? value.replace(/Z$/, '') : value;
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
    // As several stand in one cell of a CSV.
    if (Array.isArray(value)) return value.map(textOf).join('; ');
    return typeof value === 'object' ? JSON.stringify(value, withoutBigInts) : String(value);
  };
  return textOf;
}

export function withoutBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** The number with the fewest digits that 32 bits hold as this one. */
export function shortest(value: number): number {
  for (let digits = 1; digits < 9; digits += 1) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}

const DAY = 86_400_000;

/** Days and times as the texts that a CSV has, instead of objects. */
export const TIME_PARSERS = {
  dateFromDays: (days: number): string => isoOf(days * DAY).slice(0, 10),
  timestampFromMilliseconds: (millis: bigint): string => isoOf(Number(millis)),
  timestampFromMicroseconds: (micros: bigint): string => isoOf(Number(micros / 1000n)),
  timestampFromNanoseconds: (nanos: bigint): string => isoOf(Number(nanos / 1_000_000n)),
};

/** ISO 8601, without thousandths where there are none; nothing for what is not a time. */
export function isoOf(millis: number): string {
  const date = new Date(millis);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('.000Z', 'Z');
}
