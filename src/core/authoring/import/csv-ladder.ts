import { type Checked, createMistake, problemAt } from '../../problem.js';
import { normaliseHeader } from '../../table/header/header-form.js';
import type { Ladder } from './ladder.js';

/** Headers of the column that names the competency; without one, it is the first. */
const NAMES = ['competency', 'competence', 'dimension', 'skill', 'capability', 'attribute', 'criterion', 'criteria'];
/** Headers of columns that hold no level. */
const OTHERS = [
  'area',
  'category',
  'group',
  'theme',
  'pillar',
  'description',
  'definition',
  'notes',
  'comments',
  'weight',
];

/** A ladder from a table: one row for each competency, one column for each level, the lowest first. */
export function ladderOfRows([header = [], ...rows]: readonly (readonly string[])[]): Checked<Ladder> {
  const headers = header.map(normaliseHeader);
  const named = headers.findIndex((name) => NAMES.includes(name));
  const nameColumn = Math.max(0, named);
  const columns = headers.flatMap((name, at) =>
    at === nameColumn || name === '' || OTHERS.includes(name) ? [] : [at],
  );
  if (columns.length === 0) return { ok: false, problems: [problemAt(createMistake('no-level', {}), [0])] };
  const competencies = rows.flatMap((row) => {
    const name = row[nameColumn]?.trim() ?? '';
    const texts = columns.map((at) => row[at]?.trim() ?? '');
    return name === '' || texts.every((text) => text === '') ? [] : [{ name, texts }];
  });
  if (competencies.length === 0) return { ok: false, problems: [problemAt(createMistake('no-competency', {}), [1])] };
  const passed = rows.filter((row) => row.some((cell) => cell.trim() !== '')).length - competencies.length;
  const others = headers.flatMap((name, at) =>
    OTHERS.includes(name) && at !== nameColumn ? [header[at]?.trim() ?? ''] : [],
  );
  return {
    ok: true,
    value: {
      levels: columns.map((at) => header[at]?.trim() ?? ''),
      competencies,
      leftOut: [
        ...others.map((name) => `the column "${name}"`),
        ...(passed > 0 ? [`${passed} ${passed === 1 ? 'row' : 'rows'} without a competency or a text`] : []),
      ],
    },
  };
}
