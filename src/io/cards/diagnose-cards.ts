import { type CardReading, type ReadCard, recordsOf } from '../../core/panel/card.js';
import { diagnosePanelCard } from '../../core/panel/diagnose-card.js';
import { createProblem } from '../../core/problem.js';
import { type CarefulSource, parseCarefully } from './parse-carefully.js';

/**
 * Reads a document again that the quick way refused, to say each mistake with line and column: of several records only
 * the wrong ones are left out.
 */
export function diagnoseDocument(bytes: Uint8Array, shown: string, reading: CardReading): readonly ReadCard[] {
  const source = parseCarefully(bytes, shown);
  if (!source.ok) return [source];
  const { data } = source.value;
  const records = recordsOf(data, shown);
  if (!records) {
    const problem = createProblem('no-scorecard', { found: 'other-data' }, []);
    return [{ ok: false, problems: source.value.place([problem]) }];
  }
  return records.map(({ data: record, source: name, path }) =>
    placed(diagnosePanelCard(record, name, reading), path, source.value),
  );
}

/** The problems with their places; `path` leads from the top of the document to the record. */
function placed(checked: ReadCard, path: readonly (string | number)[], source: CarefulSource): ReadCard {
  if (checked.ok) return checked;
  return {
    ...checked,
    problems: source.place(checked.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }))),
  };
}

/** A line of NDJSON that the quick way refused. */
export interface BadLine {
  readonly bytes: Uint8Array;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Every mistake of the line. Columns would help nobody here. */
export function diagnoseLine({ bytes, file, line }: BadLine, reading: CardReading): ReadCard {
  const checked = parseLine(bytes, `${file}:${line}`, reading);
  return checked.ok
    ? checked
    : { ...checked, problems: checked.problems.map((problem) => ({ ...problem, file, line })) };
}

function parseLine(bytes: Uint8Array, source: string, reading: CardReading): ReadCard {
  try {
    const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return diagnosePanelCard(data, source, reading);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { ok: false, problems: [createProblem('json', { what: 'line', reason: error.message }, [])] };
    }
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, problems: [createProblem('not-utf8', { what: 'line' }, [])] };
  }
}
