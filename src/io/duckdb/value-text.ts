import type {
  DuckDBArrayType,
  DuckDBBlobValue,
  DuckDBListType,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructType,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampValue,
  DuckDBType,
} from '@duckdb/node-api';
import { type CellText, cellText, isoOf, shortest, withoutBigInts } from '../parquet/cell-text.js';
import type { DuckdbPackage } from './load-duckdb.js';

type TypeId = DuckdbPackage['DuckDBTypeId'];

/**
 * How the values of a column become the texts of cells: the same as where Parquet is read without DuckDB, so that the
 * one engine leaves what the other does.
 */
export function valueText(id: TypeId, type: DuckDBType): CellText {
  const toText = textOfSome(id, type);
  return (value) => (value === null || value === undefined ? '' : toText(value));
}

function textOfSome(id: TypeId, type: DuckDBType): (value: unknown) => string {
  switch (type.typeId) {
    case id.FLOAT:
      return (value) => numberText(shortest(value as number));
    case id.DOUBLE:
      return (value) => numberText(value as number);
    case id.BLOB:
      return (value) => Buffer.from((value as DuckDBBlobValue).bytes).toString('hex');
    case id.TIMESTAMP_TZ:
      return (value) => isoOf(Number((value as DuckDBTimestampValue).micros / 1000n));
    case id.TIMESTAMP:
      return (value) => localTime(Number((value as DuckDBTimestampValue).micros / 1000n));
    case id.TIMESTAMP_S:
      return (value) => localTime(Number((value as DuckDBTimestampSecondsValue).seconds) * 1000);
    case id.TIMESTAMP_MS:
      return (value) => localTime(Number((value as DuckDBTimestampMillisecondsValue).millis));
    case id.TIMESTAMP_NS:
      return (value) => localTime(Number((value as DuckDBTimestampNanosecondsValue).nanos / 1_000_000n));
    case id.LIST:
    case id.ARRAY: {
      const itemText = valueText(id, (type as DuckDBListType | DuckDBArrayType).valueType);
      // As several stand in one cell of a CSV.
      return (value) => (value as DuckDBListValue).items.map(itemText).join('; ');
    }
    case id.STRUCT:
    case id.MAP:
      return (value) => JSON.stringify(jsonOf(id, type, value), withoutBigInts);
    case id.VARCHAR: {
      if (type.alias !== 'JSON') return String;
      const ofParsed = cellText({ name: '' });
      return (value) => ofParsed(JSON.parse(String(value)));
    }
    default:
      return String;
  }
}

function numberText(value: number): string {
  // What data frames write where there is no value.
  return Number.isNaN(value) ? '' : String(value);
}

function localTime(millis: number): string {
  return isoOf(millis).replace(/Z$/, '');
}

function jsonOf(id: TypeId, type: DuckDBType, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (type.typeId === id.LIST || type.typeId === id.ARRAY) {
    const { valueType } = type as DuckDBListType | DuckDBArrayType;
    return (value as DuckDBListValue).items.map((item) => jsonOf(id, valueType, item));
  }
  if (type.typeId === id.STRUCT) {
    const { entryTypes, entryNames } = type as DuckDBStructType;
    const { entries } = value as DuckDBStructValue;
    return Object.fromEntries(
      entryNames.map((name, at) => [name, jsonOf(id, entryTypes[at] as DuckDBType, entries[name])]),
    );
  }
  if (type.typeId === id.MAP)
    return (value as DuckDBMapValue).entries.map(({ key, value }) => ({ key: String(key), value: String(value) }));
  return textOfSome(id, type)(value);
}
