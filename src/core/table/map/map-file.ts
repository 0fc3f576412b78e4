import { z } from 'zod';
import type { Checked, Path } from '../../problem.js';
import { schemaProblems } from '../../schema/schema-problems.js';
import { DATE_ORDERS, type DateOrder } from '../../text/read-day.js';

/** Numbers and the like need no quotes. */
const PLAIN = [z.string(), z.number(), z.boolean(), z.null()] as const;

/** What a text or a header means; nothing for one that is left out. */
const MeaningSchema = z.union(PLAIN, { error: 'expected a text' }).transform((meaning) => String(meaning ?? ''));

const MeaningsSchema = z.record(z.string(), MeaningSchema);

/** How a table is to be read, in a file for people to read and write: what `--map-file` takes. */
export const MapFileSchema = z.strictObject({
  columns: z
    .record(
      z.string(),
      z.union([
        ...PLAIN,
        z.strictObject({
          is: MeaningSchema.optional().describe('What the column holds.'),
          values: MeaningsSchema.describe('Texts of its cells, each with its meaning.'),
        }),
      ]),
    )
    .nullish()
    .describe('Headers, each with what its column holds: a dimension, candidate, date …; nothing: it is left out.'),
  values: MeaningsSchema.nullish().describe('Texts of cells in any column, each with its meaning.'),
  dates: z
    .strictObject({ order: z.enum(DATE_ORDERS).describe('dmy: 26/11/2026; mdy: 11/26/2026.').nullish() })
    .nullish()
    .describe('How dates are written.'),
  table: z
    .strictObject({
      delimiter: z.string().nullish().describe('What separates the cells, or tab.'),
      encoding: z.string().nullish().describe('How the file is written, such as windows-1252.'),
    })
    .nullish()
    .describe('How the file is written.'),
});

/** A header and what its column holds; empty: it is left out. */
interface ColumnEntry {
  readonly header: string;
  readonly target: string;
}

/** A text and what it means, in one column or in all. */
interface ValueEntry {
  readonly header?: string;
  readonly text: string;
  readonly meaning: string;
}

/** How a table is read: what `--map`, `--value` and the like say, in one place. */
export interface TableMap {
  readonly columns: readonly ColumnEntry[];
  readonly values: readonly ValueEntry[];
  readonly dateOrder?: DateOrder | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
}

/** A map with the place in its file from which each part was taken. */
export interface ReadMap extends TableMap {
  readonly columns: readonly (ColumnEntry & { readonly path: Path })[];
  readonly values: readonly (ValueEntry & { readonly path: Path })[];
}

/** Reads a map from its file's data; whether its headers and meanings are known, the table and the rubric say. */
export function parseMapFile(data: unknown): Checked<ReadMap> {
  const parsed = MapFileSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, MapFileSchema) };
  const { columns, values, dates, table } = parsed.data;
  const entries = Object.entries(columns ?? {});
  return {
    ok: true,
    value: {
      columns: entries.flatMap(([header, column]) => {
        const target = isDetailed(column) ? column.is : String(column ?? '');
        return target === undefined ? [] : [{ header, target, path: ['columns', header] }];
      }),
      values: [
        ...Object.entries(values ?? {}).map(([text, meaning]) => ({ text, meaning, path: ['values', text] })),
        ...entries.flatMap(([header, column]) => {
          if (!isDetailed(column)) return [];
          const path = (text: string) => ['columns', header, 'values', text];
          return Object.entries(column.values).map(([text, meaning]) => ({ header, text, meaning, path: path(text) }));
        }),
      ],
      dateOrder: dates?.order ?? undefined,
      delimiter: table?.delimiter ?? undefined,
      encoding: table?.encoding ?? undefined,
    },
  };
}

function isDetailed<T>(column: T): column is Extract<T, object> {
  return typeof column === 'object' && column !== null;
}

/** A map as its file holds it: what says nothing is left out. `parseMapFile` reads it back. */
export function mapFileData({ columns, values, dateOrder, delimiter, encoding }: TableMap): object {
  const headers = new Set([...columns, ...values].flatMap(({ header }) => header ?? []));
  const meaningsIn = (column: string | undefined) =>
    values.filter(({ header }) => header === column).map(({ text, meaning }): [string, string] => [text, meaning]);
  const everywhere = meaningsIn(undefined);
  const table = { ...(delimiter === undefined ? {} : { delimiter }), ...(encoding === undefined ? {} : { encoding }) };
  return {
    columns: Object.fromEntries(
      [...headers].map((header) => {
        const target = columns.find((column) => column.header === header)?.target;
        const own = meaningsIn(header);
        const is = target === undefined ? {} : { is: target };
        return [header, own.length > 0 ? { ...is, values: Object.fromEntries(own) } : target];
      }),
    ),
    ...(everywhere.length > 0 ? { values: Object.fromEntries(everywhere) } : {}),
    ...(dateOrder === undefined ? {} : { dates: { order: dateOrder } }),
    ...(Object.keys(table).length > 0 ? { table } : {}),
  };
}
