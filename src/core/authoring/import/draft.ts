import { jsonText } from '../../text/safe-text.js';
import { TO_WRITE } from '../advice/unfinished.js';
import { idOf, type RubricName } from '../name-rubric.js';
import { onOneLine } from '../texts.js';
import type { Competency, Ladder, LevelRatings } from './ladder.js';

/**
 * A ladder as a rubric to go on with, in YAML: valid, with all weights equal, and with a mark that `rubric check` tells
 * of wherever something is still to be written.
 */
export function draftOf(ladder: Ladder, { id, title }: RubricName, levels: LevelRatings): string {
  const names = uniqueNames(ladder.competencies.map(({ name }) => onOneLine(name)));
  const ids = uniqueIds(ladder.competencies.map(({ name }) => name));
  const dimensions = ladder.competencies.map(({ texts }, at) =>
    dimensionText({ name: names[at] ?? '', texts }, ids[at] ?? '', ladder.levels, levels),
  );
  return `# yaml-language-server: $schema=./rubric.schema.json
# A draft: texts that begin with ${TO_WRITE} are still to be written. Check it with: scorecard rubric check --strict rubrics/${id}.yaml
id: ${id}
title: ${jsonText(title)}
version: 0.1.0
summary: "${TO_WRITE}: what the role answers for, and what this interview looks for"
scale:
  bar: 3
  labels: { 1: Not shown, 2: Partly shown, 3: Meets the bar, 4: Above the bar, 5: Well above the bar }
dimensions:               # all weigh the same; give every one a weight, and say why in weightsRationale, if they don't
${dimensions.join('')}recommendation:
  coverageAtLeast: 70
  bands: { "strong-yes": 3.9, "yes": 3.0, "no": 2.0 }
`;
}

function dimensionText(
  { name, texts }: Competency,
  id: string,
  names: readonly string[],
  levels: LevelRatings,
): string {
  const anchor = (rating: 2 | 3 | 4) => {
    const level = levels[rating];
    const text = level === undefined ? '' : onOneLine(texts[names.indexOf(level)] ?? '');
    return jsonText(
      text === '' ? `${TO_WRITE}: ${level === undefined ? 'no such level' : `nothing at ${level}`}` : text,
    );
  };
  return `  - id: ${id}
    name: ${jsonText(name)}
    meetsBar: "${TO_WRITE}: in one sentence"
    anchors:              # 3: ${onOneLine(levels[3])}
      1: "${TO_WRITE}: asked, and could not show it"
      2: ${anchor(2)}
      3: ${anchor(3)}
      4: ${anchor(4)}
      5: "${TO_WRITE}: a class of problem is gone"
    questions:
      - ask: "${TO_WRITE}: about a past event"
        core: true
`;
}

/** Ids of letters, digits and hyphens, each once. */
function uniqueIds(names: readonly string[]): readonly string[] {
  const ids = names.map((name, at) => idOf(name) ?? `dimension-${at + 1}`);
  return eachOnce(ids, (id, again) => `${id}-${again}`);
}

/** Names that differ in more than their case: a CSV header has to mean one dimension. */
function uniqueNames(names: readonly string[]): readonly string[] {
  return eachOnce(names, (name, again) => `${name} (${again})`);
}

/** The texts in their order; one that was there before is told apart by a number, from 2. */
function eachOnce(texts: readonly string[], numbered: (text: string, again: number) => string): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let own = text;
    for (let again = 2; taken.has(own.toLowerCase()); again += 1) own = numbered(text, again);
    taken.add(own.toLowerCase());
    return own;
  });
}
