import { type CardReading, type PanelCard, readPanelCard, recordsOf } from '../../core/panel/card.js';
import { type Checked, createProblem, type Problem } from '../../core/problem.js';
import { located } from '../rubrics/rubric-file.js';
import { readScorecard } from '../store/scorecard-file.js';
import { readBytes } from '../system/files.js';
import { LIMITS, parseYamlSource, type YamlSource } from '../yaml/yaml-source.js';
import type { FoundFile } from './card-files.js';

/**
 * Reads once more a file that the quick way didn't take: a scorecard against the schema, each mistake with line and
 * column; the records of a batch one by one, so that only the wrong ones are left out.
 */
export function diagnose({ path, shown }: FoundFile, reading: CardReading): readonly Checked<PanelCard>[] {
  const bytes = readBytes(path, shown);
  const source = bytes.length > LIMITS.bytes ? undefined : parseYamlSource(bytes);
  const parsed = source?.ok ? { data: source.value.data } : parseLarge(bytes, shown);
  if (source && !source.ok) return [{ ok: false, problems: inFile(withoutEchoes(source.problems), shown) }];
  if ('problem' in parsed) return [{ ok: false, problems: [parsed.problem] }];
  const { data } = parsed;
  const yaml = source?.value;
  const isSingle = !Array.isArray(data) && typeof data === 'object' && data !== null && !('results' in data);
  if (isSingle) return [readSingle(data, { path, shown }, { reading, yaml })];
  const records = recordsOf(data, shown);
  if (!records) return [{ ok: false, problems: inFile([createProblem('no-scorecard', NO_CARD, [])], shown) }];
  const above = Array.isArray(data) ? [] : ['results'];
  return records.map((record, at) => {
    const checked = readPanelCard(record.data, record.source, reading);
    if (checked.ok || !yaml) return checked;
    const problems = checked.problems.map((problem) => ({ ...problem, path: [...above, at, ...problem.path] }));
    return { ok: false, problems: located(problems, yaml, shown) };
  });
}

const NO_CARD = 'is neither a scorecard nor what scorecard batch writes';

function readSingle(
  data: object,
  { path, shown }: FoundFile,
  { reading, yaml }: { readonly reading: CardReading; readonly yaml: YamlSource | undefined },
): Checked<PanelCard> {
  const isAtAllOne = 'dimensions' in data || 'candidate' in data;
  if (!isAtAllOne) return { ok: false, problems: inFile([createProblem('no-scorecard', NO_CARD, [])], shown) };
  if ('status' in data) {
    const checked = readScorecard(path, shown);
    if (!checked.ok) return checked;
  }
  // What the schema doesn't say: ratings off the scale. Or JSON that only YAML forgives, such as a trailing comma.
  const light = readPanelCard(data, shown, reading);
  return light.ok || !yaml ? light : { ok: false, problems: located(light.problems, yaml, shown) };
}

/** Too large for the way that knows lines and columns. */
function parseLarge(bytes: Uint8Array, shown: string): { readonly data: unknown } | { readonly problem: Problem } {
  try {
    return { data: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: { ...createProblem('json', `the file is no JSON: ${why}`, []), file: shown } };
  }
}

/** What follows the first mistake in the syntax is mostly its echo. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const first = problems.findIndex(({ code }) => code === 'yaml');
  return problems.filter(({ code }, at) => code !== 'yaml' || at === first);
}

function inFile(problems: readonly Problem[], file: string): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, file }));
}
