import type { Rubric } from '../../rubric/rubric.js';
import { isRated } from '../../rubric/scale.js';
import type { RatedDimension } from '../../scorecard/scorecard.js';
import { parseVerdict } from '../../table/cells/verdict-cell.js';
import { type ColumnMeaning, readHeader } from '../../table/header.js';
import { parseRating } from '../../table/rating-cell.js';
import { OVERALL } from '../points.js';
import type { FieldOption, FieldValue, FilledField, Form, FormField } from './form.js';
import { evidenceText, named, type Outgoing, type Told, toldOfRatings } from './outgoing.js';

export interface FilledForm {
  readonly filled: readonly FilledField[];
  readonly told: readonly Told[];
}

/**
 * Fills a form: its fields are matched by what they say to the rubric's dimensions, flags and verdict, as the headers of
 * a table are. The whole as text goes into the first long field that names none of these.
 */
export function fillForm(form: Form, rubric: Rubric, outgoing: Outgoing): FilledForm {
  const held = new Set<RatedDimension>();
  const exact = new Set<RatedDimension>();
  const parts = form.fields.map((field) => ({ field, meaning: readHeader(field.text, rubric) }));
  const noteField = parts.find(({ field, meaning }) => field.type === 'long-text' && meaning === undefined)?.field;
  const filled = parts.flatMap(({ field, meaning }): readonly FilledField[] => {
    if (field === noteField) return [{ field, value: { type: 'text', text: outgoing.note } }];
    const value = valueFor(field, meaning, { ...outgoing, rubric, held, exact });
    return value ? [{ field, value }] : [];
  });
  const hasOverall = parts.some(({ field, meaning }) => isOverall(field, meaning) && isFilled(field, filled));
  const told = toldOf(form, { outgoing, filled, held, exact, hasOverall, hasNote: noteField !== undefined });
  return { filled, told };
}

function isOverall({ type }: FormField, meaning: ColumnMeaning | undefined): boolean {
  return type === 'overall' || (type !== 'scorecard' && meaning?.type === 'verdict');
}

function isFilled(field: FormField, filled: readonly FilledField[]): boolean {
  return filled.some((one) => one.field === field);
}

interface Filling extends Outgoing {
  readonly rubric: Rubric;
  /** Dimensions whose rating a field holds, as far as it has a counterpart. */
  readonly held: Set<RatedDimension>;
  /** Those of which a field holds the rating itself. */
  readonly exact: Set<RatedDimension>;
}

function valueFor(field: FormField, meaning: ColumnMeaning | undefined, filling: Filling): FieldValue | undefined {
  const { card, rubric } = filling;
  if (field.type === 'scorecard') return rowsFor(field, filling);
  if (isOverall(field, meaning)) return overallFor(field, filling);
  switch (meaning?.type) {
    case 'rating': {
      const dimension = dimensionAt(meaning.at, filling);
      return dimension && ratingFor(field, dimension, filling);
    }
    case 'evidence': {
      const dimension = dimensionAt(meaning.at, filling);
      return dimension && textFor(field, evidenceText(dimension));
    }
    case 'verdict-reason':
      return textFor(field, card.verdict?.reason ?? '');
    case 'flag': {
      const id = rubric.redFlags[meaning.at]?.id;
      const isYes = card.redFlags.some((flag) => flag.id === id);
      return field.type === 'yes-no' ? { type: 'yes-no', isYes } : undefined;
    }
    default:
      return undefined;
  }
}

function dimensionAt(at: number, { card, rubric }: Filling): RatedDimension | undefined {
  return card.dimensions.find(({ id }) => id === rubric.dimensions[at]?.id);
}

function textFor({ type }: FormField, text: string): FieldValue | undefined {
  return text !== '' && (type === 'text' || type === 'long-text') ? { type: 'text', text } : undefined;
}

function ratingFor(field: FormField, dimension: RatedDimension, filling: Filling): FieldValue | undefined {
  const comment = evidenceText(dimension);
  if (field.type === 'score') {
    const point = pointOf(dimension, filling);
    return point === undefined ? undefined : { type: 'score', point, comment };
  }
  if (field.type !== 'choice') return textFor(field, comment);
  const option = optionFor(field, dimension, filling.rubric);
  if (option) filling.exact.add(dimension);
  return option && { type: 'choice', option };
}

/** The option that says the rating itself; never one that is only near it. */
function optionFor({ options }: FormField, dimension: RatedDimension, rubric: Rubric): FieldOption | undefined {
  if (!isRated(dimension.rating)) return undefined;
  const context = { dimension: { id: dimension.id, optional: false }, scale: rubric.scale, words: 'ours' } as const;
  return options.find(({ text }) => {
    const cell = parseRating(text, context);
    return cell.ok && cell.value === dimension.rating;
  });
}

function pointOf(dimension: RatedDimension, { counterpart, held }: Filling): number | undefined {
  held.add(dimension);
  const found = counterpart(dimension.rating);
  return found.type === 'point' && typeof found.point === 'number' ? found.point : undefined;
}

function rowsFor({ options }: FormField, filling: Filling): FieldValue | undefined {
  const rows = options.map(({ text }) => {
    const meaning = readHeader(text, filling.rubric);
    const dimension = meaning?.type === 'rating' ? dimensionAt(meaning.at, filling) : undefined;
    if (!dimension) return { text, score: null, comment: '' };
    return { text, score: pointOf(dimension, filling) ?? null, comment: evidenceText(dimension) };
  });
  return rows.length > 0 ? { type: 'rows', rows } : undefined;
}

function overallFor({ type, options }: FormField, { card }: Filling): FieldValue | undefined {
  const verdict = card.verdict?.is;
  if (verdict === undefined) return undefined;
  const point = OVERALL.score[verdict];
  if (type === 'score') return point === undefined ? undefined : { type: 'score', point, comment: '' };
  const option = options.find(({ text }) => {
    const cell = parseVerdict(text, 'lever');
    return cell.ok && cell.value === verdict;
  });
  return option && { type: 'choice', option };
}

interface Outcome {
  readonly outgoing: Outgoing;
  readonly filled: readonly FilledField[];
  readonly held: ReadonlySet<RatedDimension>;
  readonly exact: ReadonlySet<RatedDimension>;
  readonly hasOverall: boolean;
  readonly hasNote: boolean;
}

function toldOf(form: Form, { outgoing, filled, held, exact, hasOverall, hasNote }: Outcome): readonly Told[] {
  const { card } = outgoing;
  const open = card.dimensions.filter((one) => !exact.has(one));
  const homeless = open.filter((one) => isRated(one.rating) && !held.has(one));
  const converted = open.filter((one) => !homeless.includes(one));
  const required = form.fields.filter((field) => field.isRequired && !isFilled(field, filled)).map(({ text }) => text);
  return [
    ...toldOfRatings({ ...outgoing, card: { ...card, dimensions: converted } }),
    ...(homeless.length > 0 ? [{ type: 'no-field', ratings: homeless.map(named) } as const] : []),
    ...(hasOverall ? [] : [{ type: 'verdict', verdict: card.verdict?.is, as: undefined } as const]),
    ...(required.length > 0 ? [{ type: 'required', fields: required } as const] : []),
    ...(hasNote ? [] : [{ type: 'no-note' } as const]),
  ];
}
