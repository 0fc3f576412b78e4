import { type ChunkingContext, defineConfig } from 'rolldown';
import { billOfMaterials } from './src/build/bill-of-materials.js';
import { compileRubrics } from './src/build/compile-rubrics.js';
import { lazyRequires } from './src/build/lazy-requires.js';
import { gatherLicences } from './src/build/licences.js';
import { lighterCode } from './src/build/lighter-code.js';
import { listChunks } from './src/build/list-chunks.js';
import { manPages } from './src/build/man-pages.js';
import { scorecardChecks } from './src/build/scorecard-checks.js';
import { shipTypes } from './src/build/ship-types.js';

/** Packages that are only ever loaded together. */
const TOGETHER: Readonly<Record<string, RegExp>> = {
  'cli-table3': /^(cli-table3|string-width|strip-ansi|ansi-regex|emoji-regex|is-fullwidth-code-point|@colors.*)$/,
  'text-width': /^fast-(string-truncated-width|string-width|wrap-ansi)$/,
  'inquirer-core': /^(@inquirer.(core|figures|ansi|type)|cli-width|mute-stream|signal-exit)$/,
  'inquirer-editor': /^(@inquirer.external-editor|chardet|iconv-lite|safer-buffer)$/,
  parquet: /^(hyparquet|hyparquet-compressors|fzstd)$/,
  inquirer: /^(inquirer|@inquirer.*|run-async)$/,
};

/** A chunk for each package, so that what a command loads can be seen by its name, and tested. */
function packageChunk(id: string): string | null {
  const name = packageOf(id);
  if (name === undefined) return null;
  const shared = Object.keys(TOGETHER).find((chunk) => TOGETHER[chunk]?.test(name));
  return `packages/${shared ?? name.replace('@', '').replace(/[\\/]/g, '-')}`;
}

/** Packages that `src` calls while its modules are evaluated; what calls them then stands apart, to be loaded when needed. */
const EARLY = /^(zod|yaml|inquirer|@inquirer.*)$/;

function earlyChunk(id: string, context: ChunkingContext): string | null {
  if (packageOf(id) !== undefined) return null;
  const imported = (context.getModuleInfo(id)?.importedIds ?? []).map(packageOf);
  const name = imported.find((known) => known !== undefined && EARLY.test(known));
  return name === undefined ? null : `with-${name.replace('@', '').replace(/[\\/]/g, '-')}`;
}

function packageOf(id: string): string | undefined {
  return /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1];
}

/** Requires by packages that take a part of a module of Node at once, or give its name to something else too. */
const MOST_EAGER = 6;

const program = defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  logLevel: 'warn',
  resolve: { mainFields: ['module', 'main'] },
  preserveEntrySignatures: false,
  // It does not say itself that only what is called of it matters: the rest is a dictionary of 80 kB.
  treeshake: { moduleSideEffects: [{ test: /[\\/]node_modules[\\/]hyparquet-compressors[\\/]/, sideEffects: false }] },
  tsconfig: 'tsconfig.json',
  plugins: [
    lighterCode(),
    lazyRequires({ mostEager: MOST_EAGER }),
    scorecardChecks(),
    compileRubrics('rubrics'),
    manPages(import.meta.dirname),
    gatherLicences('third-party-licences.txt'),
    billOfMaterials('sbom.cdx.json', import.meta.dirname),
    // Beside the package, not in it.
    listChunks('node_modules/.cache/scorecard/chunks.json'),
  ],
  output: {
    dir: 'dist',
    cleanDir: true,
    // Node starts CommonJS fastest. The names stay readable, so that a stack trace says something.
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    dynamicImportInCjs: false,
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { debugName: 'packages', name: packageChunk },
        // What runs for each row of a table stands together: calls from chunk to chunk cost more than what they call.
        // Not what tables of other shapes are made over with.
        {
          debugName: 'table',
          name: 'table-rows',
          test: /[\\/]src[\\/](io[\\/]table[\\/](?!shapes|plain-rows|hash-file|date-order)|core[\\/](batch|table)[\\/](?!map|repeats))/,
        },
        // What shows a result stands together, and so does what lays text out: each file more costs a command its start.
        {
          debugName: 'present',
          name: 'present',
          test: /[\\/]src[\\/]commands[\\/]shared[\\/](present|formats|page|write-result)\.ts$/,
        },
        {
          debugName: 'text',
          name: 'text',
          test: /[\\/]src[\\/]render[\\/]text[\\/](page|style|table|text|words)\.ts$/,
        },
        { debugName: 'early', name: earlyChunk },
      ],
    },
  },
});

const library = defineConfig({
  input: { index: 'src/index.ts' },
  platform: 'node',
  logLevel: 'warn',
  tsconfig: 'tsconfig.json',
  plugins: [shipTypes('src/library-types.ts', 'index.d.ts')],
  output: { dir: 'dist', format: 'esm', comments: { legal: true, annotation: false, jsdoc: false } },
});

export default [program, library];
