import type { ObservedFlag } from '../../interview/content.js';
import { createProblem, type Path, type Problem, problemAt } from '../../problem.js';
import type { Dimension, RedFlag, Rubric } from '../../rubric/rubric.js';
import type { Rating } from '../../rubric/scale.js';
import type { Evidence } from '../../scorecard/scorecard.js';
import { VERDICTS, type VerdictWord } from '../../scoring/verdict.js';
import type { Cell } from '../../table/cells/cell.js';
import { parseVerdict } from '../../table/cells/verdict-cell.js';
import { parseYesNo } from '../../table/cells/yes-no-cell.js';
import { normaliseHeader } from '../../table/header/header-form.js';
import type { Mapping } from '../../table/header/read-columns.js';
import { type ColumnMeaning, readHeader } from '../../table/header.js';
import { parseRating } from '../../table/rating-cell.js';
import type { ImportSystem } from '../source.js';
import type { ForeignAnswer, ForeignCard, Said } from './foreign.js';
import { readPoint, type Values, valueKey } from './read-point.js';

export interface FitContext {
  readonly system: ImportSystem;
  /** With the variant and the session applied. */
  readonly rubric: Rubric;
  readonly mappings: readonly Mapping[];
  readonly values: Values;
}

/** What a scorecard of another system says in a rubric's own words. Lists follow the rubric's order. */
export interface Fit {
  readonly ratings: readonly Rating[];
  readonly evidence: readonly (readonly Evidence[])[];
  readonly flags: readonly ObservedFlag[];
  readonly notes: readonly Evidence[];
  readonly verdict: VerdictWord | undefined;
  readonly verdictReason: string | undefined;
  readonly problems: readonly Problem[];
  /** Names of what belongs to no part of the rubric, is no question for text, and became notes. */
  readonly asNotes: readonly string[];
  /** Names of what a mapping left out. */
  readonly leftOut: readonly string[];
  /** Each word that was read as a rating, with that rating. */
  readonly read: ReadonlyMap<string, Rating>;
}

/** What was found so far. */
type Found = {
  readonly ratings: (Rating | undefined)[];
  readonly ratedBy: (string | undefined)[];
  readonly evidence: Evidence[][];
  readonly flags: ObservedFlag[];
  readonly notes: Evidence[];
  readonly problems: Problem[];
  readonly asNotes: string[];
  readonly leftOut: string[];
  readonly read: Map<string, Rating>;
  overall: Said | undefined;
  reason: string | undefined;
};

/** Holds a scorecard against a rubric: what is rated and read by nobody is a mistake, never left out silently. */
export function fitRubric(card: ForeignCard, context: FitContext): Fit {
  const { dimensions } = context.rubric;
  const found: Found = {
    ratings: dimensions.map(() => undefined),
    ratedBy: dimensions.map(() => undefined),
    evidence: dimensions.map(() => []),
    ...{ flags: [], notes: [], problems: [], asNotes: [], leftOut: [], read: new Map() },
    overall: card.overall,
    reason: undefined,
  };
  for (const answer of card.answers) place(answer, found, context);
  const verdict = readOverall(found, context);
  const { ratings, reason, ...rest } = found;
  return {
    ...rest,
    ratings: ratings.map((rating) => rating ?? 'not-assessed'),
    verdict,
    verdictReason: reason,
  };
}

function place(answer: ForeignAnswer, found: Found, context: FitContext): void {
  const { rubric, mappings } = context;
  const mapping = mappings.find(({ header }) => normaliseHeader(header) === normaliseHeader(answer.name));
  if (mapping?.target.trim() === '') {
    if (answer.rating || answer.choice || answer.texts.length > 0) found.leftOut.push(answer.name);
    return;
  }
  const meaning = readHeader(mapping?.target ?? answer.name, rubric);
  if (meaning?.type === 'rating') placeRating(answer, meaning.at, found, context);
  else if (answer.rating && meaning?.type !== 'verdict') placeStray(answer, answer.rating, found, context);
  else placeText(answer, meaning, found, rubric);
}

function placeRating(answer: ForeignAnswer, at: number, found: Found, context: FitContext): void {
  const dimension = context.rubric.dimensions[at];
  const given = answer.rating ?? answer.choice;
  found.evidence[at]?.push(...answer.texts.map((text) => ({ text })));
  if (!dimension || !given) return;
  const first = found.ratedBy[at];
  if (first !== undefined) {
    const about = { first, second: answer.name, dimension: dimension.id };
    found.problems.push(createProblem('same-dimension', about, given.path));
    return;
  }
  found.ratedBy[at] = answer.name;
  // What a list offers is the form's own, and a rating of the rubric where it says one.
  const own = answer.rating ? undefined : readOwn(given.text, dimension, context.rubric);
  const cell = own?.ok ? own : readPoint(given.text, dimension, context);
  if (!cell.ok) found.problems.push(problemAt(cell, given.path));
  else {
    found.ratings[at] = cell.value;
    found.read.set(given.text, cell.value);
  }
}

function readOwn(text: string, dimension: Dimension, { scale }: Rubric): Cell<Rating> {
  return parseRating(text, { dimension, scale, words: 'ours' });
}

/** A rating that is no dimension's: the overall one, where there is none yet and its words say so, or a mistake. */
function placeStray(answer: ForeignAnswer, rating: Said, found: Found, { rubric }: FitContext): void {
  if (answer.mayBeOverall && found.overall === undefined) {
    found.overall = rating;
    return;
  }
  const names = rubric.dimensions.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
  const about = { name: answer.name, rating: rating.text, names };
  found.problems.push(createProblem('unread-rating', about, rating.path));
}

function placeText(answer: ForeignAnswer, meaning: ColumnMeaning | undefined, found: Found, rubric: Rubric): void {
  const { name, texts, choice } = answer;
  switch (meaning?.type) {
    case 'evidence':
      found.evidence[meaning.at]?.push(...textsOf(answer).map((text) => ({ text })));
      return;
    case 'verdict':
      found.overall ??= answer.rating ?? choice ?? saidIn(answer);
      return;
    case 'verdict-reason':
      found.reason = [...(found.reason === undefined ? [] : [found.reason]), ...texts].join('\n') || undefined;
      return;
    case 'flag':
      placeFlag(answer, rubric.redFlags[meaning.at], found);
      return;
    default: {
      const said = textsOf(answer).join('\n');
      if (said === '') return;
      found.notes.push({ text: name.trim() === '' ? said : `${name.trim()}: ${said}` });
      if (!answer.isQuestion) found.asNotes.push(name);
    }
  }
}

function textsOf({ texts, choice }: ForeignAnswer): readonly string[] {
  return choice ? [choice.text, ...texts] : texts;
}

function saidIn({ texts: [text], path }: ForeignAnswer): Said | undefined {
  return text === undefined ? undefined : { text, path };
}

function placeFlag(answer: ForeignAnswer, flag: RedFlag | undefined, found: Found): void {
  const said = answer.choice ?? saidIn(answer);
  const cell = parseYesNo(said?.text ?? '', answer.name);
  if (!cell.ok) found.problems.push(problemAt(cell, said?.path ?? answer.path));
  else if (cell.value && flag) found.flags.push({ id: flag.id, evidence: [] });
}

function readOverall({ overall, problems }: Found, { system, values }: FitContext): VerdictWord | undefined {
  if (overall === undefined) return undefined;
  const wanted = values.verdicts.get(valueKey(overall.text));
  if (wanted !== undefined) return wanted;
  const cell = parseVerdict(overall.text, system);
  if (cell.ok) return cell.value;
  problems.push(createProblem('unknown-overall', { cell: overall.text, known: VERDICTS }, overall.path));
  return undefined;
}

/** Names in a scorecard that a mapping may mean. */
export function namesIn({ answers }: ForeignCard): readonly string[] {
  return answers.map(({ name }) => name);
}

/** What is said in a scorecard that `--value` may mean, in the form in which words are compared. */
export function wordsIn({ overall, answers }: ForeignCard): readonly string[] {
  const said = [overall, ...answers.flatMap(({ rating, choice }) => [rating, choice])];
  return said.flatMap((one) => (one === undefined ? [] : [valueKey(one.text)]));
}

/** Words of `--value` that none of the scorecards says. */
export function valueMistakes({ ratings, verdicts }: Values, words: readonly string[]): readonly Problem[] {
  const said = new Set(words);
  return [...ratings.keys(), ...verdicts.keys()]
    .filter((word) => !said.has(word))
    .map((word) => createProblem('unknown-value', { word, words: [...said] }, []));
}

/** Mappings of names that none of the scorecards has, or to what the rubric doesn't have. */
export function mappingMistakes(
  mappings: readonly Mapping[],
  names: readonly string[],
  rubric: Rubric,
): readonly Problem[] {
  const path: Path = [];
  const known = new Set(names.map(normaliseHeader));
  const targets = rubric.dimensions.map(({ id }) => id);
  return mappings.flatMap(({ header, target }) => [
    ...(known.has(normaliseHeader(header)) ? [] : [createProblem('unknown-mapped', { name: header, names }, path)]),
    ...(target.trim() === '' || readHeader(target, rubric)
      ? []
      : [createProblem('unknown-dimension', { id: target, known: targets, role: rubric.id, option: '--map' }, path)]),
  ]);
}
