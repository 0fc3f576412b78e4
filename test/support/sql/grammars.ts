import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { HOME } from '../fake-host.js';

interface Grammar {
  validate(sql: string): readonly { readonly message: string }[];
}

export type GrammarName = 'SparkSQL' | 'TrinoSQL' | 'FlinkSQL';

/** Grammars of engines that cannot be run here. Their package must be bundled: Node cannot load its modules as they are. */
export async function loadGrammars(folder: string): Promise<Readonly<Record<GrammarName, Grammar>>> {
  const bundle = await rolldown({
    input: join(HOME, 'node_modules/dt-sql-parser/dist/index.js'),
    platform: 'node',
    logLevel: 'silent',
  });
  const file = join(folder, 'grammars.mjs');
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  const { SparkSQL, TrinoSQL, FlinkSQL } = await import(pathToFileURL(file).href);
  return { SparkSQL: new SparkSQL(), TrinoSQL: new TrinoSQL(), FlinkSQL: new FlinkSQL() };
}
