import { applyVariant } from '../../../core/rubric/variant.js';
import { CHECKED, checkScript } from '../../../core/sql/check-script.js';
import { compileRubric } from '../../../core/sql/compile.js';
import type { SqlDialect, SqlOptions, SqlPool } from '../../../core/sql/options.js';
import { clean, say, withoutControls } from '../../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../../errors.js';
import { findRubric, findVariant } from '../../../io/rubrics/rubric-library.js';
import type { Host } from '../../../io/system/host.js';
import type { GlobalOptions } from '../../context.js';
import { type OutputOptions, writeResult } from '../../shared/write-result.js';
import { checkColumns, columnsIn } from './columns.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly variant?: string;
  readonly table: string;
  readonly view?: string;
  readonly long?: boolean;
  readonly column?: readonly string[];
  readonly pool?: SqlPool | 'median';
  readonly numbers?: boolean;
  readonly flags: boolean;
  readonly dialect: SqlDialect;
  readonly check?: boolean;
}

export async function rubricSql(role: string, options: Options, host: Host): Promise<ExitCode> {
  if (options.pool !== undefined && !options.long) throw new ScorecardError('--pool is for --long alone');
  const { rubric: plain, sha256 } = findRubric(role, host, options);
  const variant = findVariant(plain, options.variant);
  const rubric = applyVariant(plain, variant);
  const wanted: SqlOptions = {
    form: options.long ? 'long' : 'wide',
    table: options.table,
    view: options.view,
    columns: columnsIn(options.column ?? []),
    pool: options.long ? poolOf(options.pool, rubric.recommendation.pool) : 'mean',
    areNumbers: options.numbers === true,
    hasFlags: options.flags,
    dialect: options.dialect,
  };
  checkColumns(rubric, wanted);
  const { id, version } = rubric;
  const of = say`${clean(id)} ${clean(version)}${variant ? say`, ${clean(variant.id)}` : ''} (${clean(sha256)})`;
  const about = options.check
    ? say`made-up candidates: agree must be ${CHECKED}, differ 0`
    : say`score in hundredths, coverage in per cent, borderline 0 or 1`;
  const sql = options.check ? checkScript(rubric, wanted) : compileRubric(rubric, wanted);
  await writeResult(say`-- ${of}\n-- ${about}\n${withoutControls(sql)}\n`, options, host);
  return EXIT.ok;
}

/** @throws ScorecardError for the median */
function poolOf(asked: Options['pool'], ofRubric: Options['pool']): SqlPool {
  const pool = asked ?? ofRubric ?? 'mean';
  if (pool !== 'median') return pool;
  throw new ScorecardError(
    `${asked === undefined ? 'this rubric pools by the median, which' : 'the median'} is not compiled: no two engines have the same one`,
    { hint: say`pass --pool mean or --pool trimmed` },
  );
}
