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
import { standIn } from './src/build/stand-in.js';

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
  if (/build.stand-ins.wrap-ansi/.test(id)) return 'packages/inquirer-core';
  if (/build.stand-ins.prompts/.test(id)) return 'packages/inquirer';
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

/**
 * Files of `src` that are loaded together, by chunk. Each file that is read costs a start as much as some thirty
 * kilobytes more in it.
 */
const CHUNKS: Readonly<Record<string, RegExp>> = {
  // Every line: how it is understood, where it reads and writes, how what it shows is laid out.
  main: /^(main|cli|common-lines|errors|resolve-colour|core.text.safe-text|io.system.(host|output|files|pager)|commands.(shared.(present|formats|page|write-result)|rubric.formats)|render.text.(page|style|table|text|words|wrap-plain))$/,
  // What a rubric means: what is shown and what is rated by.
  rubric:
    /^core.(rubric.(variant|anchors|scale|core-questions|rating-key|session|session-part|export-points)|text.wording)$/,
  // A rubric as a document, not as plain text.
  'rubric-pages': /^render.(rubric.(html|markdown|brief|candidate)|document.(html|markdown|text|document))$/,
  // The first question of an interview: what a store is asked then, how keys come in.
  store:
    /^io.(store.(folder-store|layout|drafts|submission|plans.(plans|plan-names)|journal.journal-files)|system.write-file)$/,
  terminal: /^(io.terminal.(ask|keyboard|input-sequences|sequence-keys|paste-bytes|text-bytes)|core.board.key-press)$/,
  // What Commander is told of: a line declares its own command, its help and a completion all of them.
  program:
    /^(program|commands.(describe|moments|options|(completion|doctor|help).(index|formats))|render.help.moments|core.(impact.form|plan.plan-values|retention.policies|sql.options|text.read-day))$/,
  'declare-prepare': declared('rubric|panel'),
  'declare-interview': declared('interview|drafts|amend'),
  'declare-decide': declared('summary|compare'),
  'declare-tables': declared('batch|screen|import|export'),
  'declare-records': declared('report|verify|history|explain|person|purge'),
  'declare-statistics': declared('agreement|reliability|impact'),
  // What runs for each row of a table: calls from chunk to chunk cost more than what they call. Not what tables of other
  // shapes are made over with.
  'table-rows': /^(io.table.(?!shapes|plain-rows|hash-file|date-order)|core.(batch|table).(?!map|repeats))/,
  // Each is made of another when it is loaded.
  distributions: /^core.stats.distributions./,
  // Finding a rubric, which the build has checked: not what reads and checks one.
  rubrics:
    /^(io.rubrics.(rubric-library|base-rubric|rubric-folder|compiled-rubric|rubric-file)|commands.rubric.list|render.rubric.list)$/,
};

/** How commands are declared, apart from what they do. */
function declared(commands: string): RegExp {
  return new RegExp(`^commands.(${commands}).(.+.)?(index|formats)$`);
}

function ownChunk(id: string): string | null {
  const [, path] = /[\\/]src[\\/]([^.]+)\.ts$/.exec(id) ?? [];
  return (path && Object.keys(CHUNKS).find((chunk) => CHUNKS[chunk]?.test(path))) || null;
}

function packageOf(id: string): string | undefined {
  return /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1];
}

/** Requires by packages that take a part of a module of Node at once, or give its name to something else too. */
const MOST_EAGER = 3;

const program = defineConfig({
  input: { main: 'src/main.ts', 'card-thread': 'src/io/cards/card-thread.ts' },
  platform: 'node',
  logLevel: 'warn',
  resolve: { mainFields: ['module', 'main'] },
  preserveEntrySignatures: false,
  // It does not say itself that only what is called of it matters: the rest is a dictionary of 80 kB.
  treeshake: { moduleSideEffects: [{ test: /[\\/]node_modules[\\/]hyparquet-compressors[\\/]/, sideEffects: false }] },
  tsconfig: 'tsconfig.json',
  plugins: [
    standIn('fast-wrap-ansi', { importer: /@inquirer[\\/]core/, file: 'stand-ins/wrap-ansi.ts' }),
    standIn('@inquirer/prompts', { importer: /[\\/]inquirer[\\/]/, file: 'stand-ins/prompts.ts' }),
    lazyRequires({ mostEager: MOST_EAGER }),
    lighterCode(),
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
        { debugName: 'own', name: ownChunk },
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
