import { resolve } from 'node:path';
import { createNote, type Problem } from '../../../core/problem.js';
import { keyOf, type ValueMapping } from '../../../core/table/cells/values.js';
import { isSame, type Mapping } from '../../../core/table/header/read-columns.js';
import type { TableMap } from '../../../core/table/map/map-file.js';
import type { DateOrder } from '../../../core/text/read-day.js';
import { clean, say } from '../../../core/text/safe-text.js';
import type { Host } from '../../../io/system/host.js';
import { refuseExisting } from '../../../io/system/sink.js';
import { parseTableOptions } from '../table-header.js';
import { askToReplace, writeResult } from '../write-result.js';
import type { PlacedMap } from './map-file.js';

/** The options that say how a table is read. */
export interface SettingOptions {
  readonly map?: readonly string[];
  readonly value?: readonly string[];
  readonly mapFile?: string;
  readonly writeMap?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly dateOrder?: DateOrder;
}

/** How a table is to be read, as options and the file of `--map-file` say together. */
export interface TableSettings extends ReturnType<typeof parseTableOptions> {
  readonly dateOrder: DateOrder | undefined;
  /** Delimiter and encoding as they were said. */
  readonly said: Pick<TableMap, 'delimiter' | 'encoding'>;
  /** Where an option wins over what the file says. */
  readonly notes: readonly Problem[];
}

/** @throws ScorecardError for an option of a form that is none, and with every mistake of the file */
export async function readSettings(options: SettingOptions, host: Host): Promise<TableSettings> {
  const { mapFile, dateOrder, delimiter, encoding } = options;
  const given = parseTableOptions(options);
  if (mapFile === undefined) return { ...given, dateOrder, said: { delimiter, encoding }, notes: [] };
  const { readMapFile } = await import('./map-file.js');
  const file = readMapFile(mapFile, host);
  const columns = withoutOverruled(file.columns, given.mappings);
  const values = valuesWithoutOverruled(file.values, given.values);
  const scalars = overruled(file, options);
  const said = { delimiter: delimiter ?? file.delimiter, encoding: encoding ?? file.encoding };
  return {
    mappings: [...given.mappings, ...columns.left],
    values: [...values.left, ...given.values],
    dialect: parseTableOptions(said).dialect,
    dateOrder: dateOrder ?? file.dateOrder,
    said,
    notes: [...columns.notes, ...values.notes, ...scalars],
  };
}

/** What the file says of columns that no option names, and notes on those that an option says otherwise. */
function withoutOverruled(columns: PlacedMap['columns'], options: readonly Mapping[]) {
  const left: Mapping[] = [];
  const notes: Problem[] = [];
  for (const column of columns) {
    const option = options.find(({ header }) => isSame(header, column.header));
    if (!option) left.push(column);
    else if (!isSame(option.target, column.target)) {
      const about = { what: column.header, file: column.target, given: option.target, option: '--map' };
      notes.push({ ...createNote('map-overruled', about, []), ...column.place });
    }
  }
  return { left, notes };
}

/** What the file says of texts that no option names, and notes on those that an option says otherwise. */
function valuesWithoutOverruled(values: PlacedMap['values'], options: readonly ValueMapping[]) {
  const left: ValueMapping[] = [];
  const notes: Problem[] = [];
  for (const value of values) {
    const forms = [value.text, ...(value.header === undefined ? [] : [`${value.header}:${value.text}`])].map(keyOf);
    const option = options.findLast(({ text }) => forms.includes(keyOf(text)));
    if (!option) left.push(value);
    else if (keyOf(option.meaning) !== keyOf(value.meaning)) {
      const about = { what: value.text, file: value.meaning, given: option.meaning, option: '--value' };
      notes.push({ ...createNote('map-overruled', about, []), ...value.place });
    }
  }
  return { left, notes };
}

const SCALARS = [
  { key: 'dateOrder', option: '--date-order', path: ['dates', 'order'] },
  { key: 'delimiter', option: '--delimiter', path: ['table', 'delimiter'] },
  { key: 'encoding', option: '--encoding', path: ['table', 'encoding'] },
] as const;

function overruled(file: PlacedMap, options: SettingOptions): readonly Problem[] {
  return SCALARS.flatMap(({ key, option, path }) => {
    const [written, given] = [file[key], options[key]];
    if (written === undefined || given === undefined || written === given) return [];
    const about = { what: path[1], file: written, given, option };
    return [{ ...createNote('map-overruled', about, []), ...file.placeOf([...path]) }];
  });
}

/** Writes what was understood of a table for the next time. */
export type SaveMap = (map: TableMap) => Promise<void>;

interface SaveOptions extends SettingOptions {
  readonly force?: boolean;
  readonly quiet?: boolean;
}

/**
 * What writes the file of `--write-map`; `undefined` where none is asked for.
 *
 * @throws ScorecardError, before any work is done, where the file exists and may not be replaced
 */
export async function openSaveMap(
  { writeMap: output, force, quiet }: SaveOptions,
  table: string,
  host: Host,
): Promise<SaveMap | undefined> {
  if (output === undefined) return undefined;
  const path = resolve(host.cwd, output);
  const mayReplace = await askToReplace(path, { output, ...(force ? { force } : {}) }, host);
  refuseExisting(path, { mayReplace, shown: output });
  return async (map) => {
    const { mapFileText } = await import('./map-file.js');
    await writeResult(mapFileText(map, table), { output, force: mayReplace, quiet: true }, host);
    if (!quiet) host.stderr.write(say`${clean(output)} (how ${clean(table)} was read, for --map-file)\n`);
  };
}
