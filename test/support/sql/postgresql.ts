import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.js';
import { output, untilAnswers, valuesOf } from './engine.js';

const VERSIONS = '/usr/lib/postgresql';

/** A PostgreSQL of its own behind a socket in its folder, without a port; `undefined` where it is not installed. */
export async function startPostgreSql(): Promise<Engine | undefined> {
  const programs = findPrograms();
  const owner = await findOwner();
  if (!programs || !owner) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-pg-'));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const data = join(folder, 'data');
  await output(
    [join(programs, 'initdb'), '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'],
    owner,
  );
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'client_min_messages=error'],
    { ...owner, stdio: 'ignore' },
  );
  const psql = (input: string) =>
    output(
      [
        ...[join(programs, 'psql'), '-h', folder, '-U', 'postgres', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1'],
        ...['-F', '\t', '-P', 'null=\\N', '-f', '-'],
      ],
      { input },
    );
  const run = async (sql: string) => {
    await psql(`${sql};`);
  };
  await untilAnswers(() => run('SELECT 1'));
  return {
    name: 'PostgreSQL',
    dialect: 'postgresql',
    takesPortable: true,
    run,
    load: async (table, columns, rows) => {
      await run(
        [
          `DROP TABLE IF EXISTS ${table} CASCADE`,
          `CREATE TABLE ${table} (${columns.map((column) => `${column} text`).join(', ')})`,
          `INSERT INTO ${table} VALUES ${valuesOf(rows)}`,
        ].join(';\n'),
      );
    },
    query: async (sql) =>
      (await psql(`${sql};`))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t').map((cell) => (cell === '\\N' ? null : cell))),
    stop: async () => {
      const closed = once(server, 'close');
      server.kill('SIGINT');
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string | undefined {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  return versions.map((version) => join(VERSIONS, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** Who runs the server, which refuses root. */
async function findOwner(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return {};
  try {
    return { uid: Number(await output(['id', '-u', 'postgres'])), gid: Number(await output(['id', '-g', 'postgres'])) };
  } catch {
    return undefined;
  }
}
