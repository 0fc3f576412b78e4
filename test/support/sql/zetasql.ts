import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HOME } from '../fake-host.js';
import type { Cell, Engine } from './engine.js';
import { freePorts, untilAnswers } from './engine.js';

/**
 * ZetaSQL is the reference implementation of GoogleSQL, the SQL of BigQuery; the other is ZetaSQL with the grammar of
 * Snowflake. Each is too large for every `npm ci`: `.ci/run` installs them.
 */
const PLACES = { GoogleSQL: 'zetasql/lib/zetasql', Snowflake: 'zetasql-snowflake/lib/snowflake' } as const;

export type ZetaSqlGrammar = keyof typeof PLACES;

/** Without what Google has for itself alone. */
const LANGUAGE = { productMode: 'PRODUCT_EXTERNAL' };

interface Column {
  readonly name: string;
}

/** `value` says which of its other keys holds it; NULL has none. */
type Value = Readonly<Record<string, unknown>>;

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly cell: readonly Value[] }[];
}

export interface ZetaSql {
  /** What is wrong with a text; `undefined` where nothing is. */
  mistake(sql: string): Promise<string | undefined>;
  call(method: string, request: object): Promise<any>;
  stop(): Promise<void>;
}

export function hasZetaSql(grammar: ZetaSqlGrammar): boolean {
  return existsSync(programOf(grammar));
}

const folderOf = (grammar: ZetaSqlGrammar) => join(HOME, 'node_modules/@fivetrandevelopers', PLACES[grammar]);

function programOf(grammar: ZetaSqlGrammar): string {
  const machine = `${process.arch === 'arm64' ? '_arm' : ''}${process.platform === 'darwin' ? '' : '.so'}`;
  return join(folderOf(grammar), `remote_server${machine}`);
}

/** A server on a port of the loopback. */
export async function startZetaSql(grammar: ZetaSqlGrammar): Promise<ZetaSql> {
  const folder = folderOf(grammar);
  // They come with it, and without it they are not there: so TypeScript knows nothing of them.
  const require = createRequire(join(folder, 'protos'));
  const { credentials, loadPackageDefinition } = require('@grpc/grpc-js');
  const definition = require('@grpc/proto-loader').loadSync('local_service.proto', {
    enums: String,
    longs: String,
    oneofs: true,
    includeDirs: [join(folder, 'protos')],
  });
  const [port] = await freePorts(1);
  const server = spawn(programOf(grammar), ['localhost', String(port)], { stdio: 'ignore' });
  const { ZetaSqlLocalService } = (loadPackageDefinition(definition) as any).zetasql.local_service;
  const client = new ZetaSqlLocalService(`localhost:${port}`, credentials.createInsecure(), {
    'grpc.enable_http_proxy': 0,
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  const call = (method: string, request: object) =>
    new Promise<any>((resolve, reject) => {
      client[method](request, (error: Error | null, answer: unknown) => (error ? reject(error) : resolve(answer)));
    });
  await untilAnswers(() => call('Parse', { sqlStatement: 'SELECT 1' }));
  return {
    call,
    mistake: (sql) =>
      call('Parse', { sqlStatement: sql, options: LANGUAGE }).then(
        () => undefined,
        (error) => String(error.message),
      ),
    stop: async () => {
      client.close();
      const closed = once(server, 'close');
      server.kill('SIGKILL');
      await closed;
    },
  };
}

/**
 * ZetaSQL as an engine, `undefined` where it is not installed. It keeps no tables: each is sent along with what is asked.
 * A view is worked out when it is made.
 */
export async function startGoogleSql(): Promise<Engine | undefined> {
  if (!hasZetaSql('GoogleSQL')) return undefined;
  const server = await startZetaSql('GoogleSQL');
  const tables = new Map<string, Table>();
  const evaluate = async (sql: string): Promise<Table> => {
    const simpleCatalog = {
      name: 'tests',
      builtinFunctionOptions: { languageOptions: LANGUAGE },
      table: [...tables].map(([name, { columns }]) => ({ name, column: columns })),
    };
    const tableContent = Object.fromEntries(
      [...tables].map(([name, { rows }]) => [name, { tableData: { row: rows } }]),
    );
    const request = { sql, options: { languageOptions: LANGUAGE }, simpleCatalog, tableContent };
    const { content, prepared } = await server.call('EvaluateQuery', request);
    return {
      columns: prepared.columns.map(({ name, type }: any) => ({ name, type: { typeKind: type.typeKind } })),
      rows: content?.tableData?.row ?? [],
    };
  };
  return {
    name: 'GoogleSQL',
    dialect: 'bigquery',
    takesPortable: false,
    run: async (sql) => {
      const mistake = await server.mistake(sql);
      if (mistake !== undefined) throw new Error(mistake);
      const [, name = '', select = ''] = /CREATE VIEW (\w+) AS\n(.*)$/s.exec(sql) ?? [];
      tables.set(name, await evaluate(select));
    },
    load: async (table, columns, rows) => {
      tables.set(table, {
        columns: columns.map((name) => ({ name, type: { typeKind: 'TYPE_STRING' } })),
        rows: rows.map((row) => ({ cell: row.map((text) => (text === null ? {} : { stringValue: text })) })),
      });
    },
    query: async (sql) => {
      const { rows } = await evaluate(sql);
      return rows.map(({ cell }) => cell.map(textOf));
    },
    stop: server.stop,
  };
}

function textOf({ value, ...held }: Value): Cell {
  return value === undefined ? null : String(held[String(value)]);
}
