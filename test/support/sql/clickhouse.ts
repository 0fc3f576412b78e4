import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, Engine } from './engine.js';
import { freePorts, untilAnswers, valuesOf } from './engine.js';

const PROGRAM = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'];

/**
 * Two ClickHouse servers on the loopback, each with every other row of a table: what is asked is worked out on both and
 * merged. `undefined` where it is not installed.
 */
export async function startClickHouse(): Promise<Engine | undefined> {
  const program = PROGRAM.find((path) => existsSync(path));
  if (!program) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-ch-'));
  const ports = await freePorts(6);
  const shards = [ports.slice(0, 3), ports.slice(3)];
  const servers = shards.map((own, at) => {
    const config = writeConfig(join(folder, String(at)), { own, tcp: shards.map(([, tcp]) => tcp) });
    return spawn(program, [`--config-file=${config}`], { stdio: 'ignore' });
  });
  const ask = async (shard: number, sql: string): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${shards[shard]?.[0]}/`, { method: 'POST', body: sql });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`ClickHouse: ${text.slice(0, 2000)}`);
    return text;
  };
  await Promise.all(shards.map((_, shard) => untilAnswers(() => ask(shard, 'SELECT 1'))));
  const run = async (sql: string) => {
    await ask(0, sql);
  };
  return {
    name: 'ClickHouse',
    dialect: 'portable',
    takesPortable: true,
    run,
    load: async (table, columns, rows) => {
      const part = `${table}_part`;
      const form = columns.map((column) => `${column} Nullable(String)`).join(', ');
      await Promise.all(
        shards.map(async (_, shard) => {
          await ask(shard, `DROP TABLE IF EXISTS ${part}`);
          await ask(shard, `CREATE TABLE ${part} (${form}) ENGINE = Memory`);
          const own = rows.filter((_row, at) => at % shards.length === shard);
          if (own.length > 0) await ask(shard, `INSERT INTO ${part} VALUES ${valuesOf(own)}`);
        }),
      );
      await run(`DROP TABLE IF EXISTS ${table}`);
      await run(`CREATE TABLE ${table} (${form}) ENGINE = Distributed(both, default, ${part}, rand())`);
    },
    query: async (sql) =>
      (await ask(0, sql))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t').map((cell): Cell => (cell === '\\N' ? null : cell))),
    stop: async () => {
      const closed = servers.map((server) => once(server, 'close'));
      for (const server of servers) server.kill('SIGKILL');
      await Promise.all(closed);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeConfig(folder: string, { own, tcp }: { own: readonly number[]; tcp: readonly (number | undefined)[] }) {
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  const [http, main, between] = own;
  const shard = (port: number | undefined) =>
    `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`;
  writeFileSync(
    join(folder, 'users.xml'),
    `<yandex><profiles><default></default></profiles><quotas><default></default></quotas><users><default>
<password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
</default></users></yandex>`,
  );
  const config = join(folder, 'config.xml');
  writeFileSync(
    config,
    `<yandex><logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
<http_port>${http}</http_port><tcp_port>${main}</tcp_port><interserver_http_port>${between}</interserver_http_port>
<listen_host>127.0.0.1</listen_host><path>${folder}/</path><tmp_path>${folder}/tmp/</tmp_path>
<mark_cache_size>10000000</mark_cache_size><users_config>users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<remote_servers><both>${tcp.map(shard).join('')}</both></remote_servers></yandex>`,
  );
  return config;
}
