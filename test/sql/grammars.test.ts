import { expect, onTestFinished, test, vi } from 'vitest';
import { parse } from 'yaml';
import { parseRubric } from '../../src/core/rubric/parse-rubric.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';
import { checkScript } from '../../src/core/sql/check-script.js';
import { compileRubric } from '../../src/core/sql/compile.js';
import { temporaryFolder } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { type GrammarName, loadGrammars } from '../support/sql/grammars.js';
import { LONG, WIDE } from '../support/sql/options.js';

function smallRubric(): Rubric {
  const checked = parseRubric(parse(SMALL_RUBRIC));
  if (!checked.ok) throw new Error('the small rubric has mistakes');
  return checked.value;
}

test('the grammars of Spark, Trino and Flink take every form, and tell what is none', async () => {
  const rubric = smallRubric();
  const columns = new Map([['interviewer', 'rater']]);
  const forms = [
    compileRubric(rubric, { ...WIDE, view: 'scored', table: 'hiring.ratings' }),
    compileRubric(rubric, { ...LONG, pool: 'trimmed', columns }),
    // Three rows of it are enough: these grammars are slow.
    checkScript(rubric, WIDE).replace(/\n +UNION ALL\n +SELECT 'row (?:0[4-9]|[1-6]\d)'.*$/gm, ''),
  ];
  // Where one finds a mistake, it says so on stderr too.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const grammars = await loadGrammars(temporaryFolder());
  for (const name of Object.keys(grammars) as GrammarName[]) {
    const mistakes = (sql: string) => grammars[name].validate(name === 'FlinkSQL' ? `${sql};` : sql);
    for (const sql of forms) expect(mistakes(sql), name).toEqual([]);
    expect(mistakes('SELECT candidate FROM'), name).not.toEqual([]);
  }
}, 120_000);
