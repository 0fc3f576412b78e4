import { createProblem, type Path, type Problem, problemAt } from '../../problem.js';
import type { Dimension, Rubric } from '../../rubric/rubric.js';
import type { Rating } from '../../rubric/scale.js';
import type { VerdictWord } from '../../scoring/verdict.js';
import { parseDate } from '../../table/cells/date-cell.js';
import { parseFlags } from '../../table/cells/flag-cell.js';
import { parseVerdict } from '../../table/cells/verdict-cell.js';
import { normaliseHeader } from '../../table/header/header-form.js';
import { readHeader } from '../../table/header.js';
import { parseRating, ratingsInWords } from '../../table/rating-cell.js';

import { type Answer, type Answers, positionOfQuestion, type WrittenAnswers } from './answers.js';

/** What answers say in a rubric's own words, and all that does not fit the rubric. */
interface ReadAnswers {
  /** Without what does not fit. */
  readonly answers: Answers;
  readonly problems: readonly Problem[];
}

/** Something that was read, with its mistakes. */
interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/**
 * Reads answers as `batch` reads a row: dimensions by id, name or alias, ratings, flags and verdicts as in a cell. Each
 * mistake says what may stand there.
 */
export function readAnswers(written: WrittenAnswers, rubric: Rubric): ReadAnswers {
  const ratings = readRatings(written.ratings, rubric);
  const flags = readFlags(written.redFlags, rubric);
  const verdict = readVerdict(written.verdict);
  const held = readHeld(written.held);
  const { candidate, interviewer, role, variant, session, notes } = written;
  return {
    answers: {
      candidate: candidate ?? undefined,
      interviewer: interviewer ?? undefined,
      held: held.value,
      role: role ?? undefined,
      variant: variant ?? undefined,
      session: session ?? undefined,
      notes: notes ?? undefined,
      ratings: ratings.value,
      redFlags: flags.value,
      verdict: verdict.value,
    },
    problems: [
      ...partProblems('variant', variant, rubric),
      ...partProblems('session', session, rubric),
      ...held.problems,
      ...ratings.problems,
      ...flags.problems,
      ...verdict.problems,
    ],
  };
}

function partProblems(what: 'variant' | 'session', id: string | null | undefined, rubric: Rubric): readonly Problem[] {
  const known = rubric[`${what}s`].map((part) => part.id);
  if (id === undefined || id === null || known.includes(id)) return [];
  return [createProblem('unknown-part', { what, id, known, role: rubric.id }, [what])];
}

function readHeld(written: WrittenAnswers['held']): Read<string | undefined> {
  const cell = parseDate(written ?? '', { where: 'answers' });
  return cell.ok ? { value: cell.value, problems: [] } : { value: undefined, problems: [problemAt(cell, ['held'])] };
}

function readRatings(written: WrittenAnswers['ratings'], rubric: Rubric): Read<Answers['ratings']> {
  const problems: Problem[] = [];
  const named = new Map<string, { readonly key: string; readonly answer: Answer }>();
  for (const [key, answer] of Object.entries(written)) {
    const path = ['ratings', key];
    const meaning = readHeader(key, rubric);
    const dimension = meaning?.type === 'rating' ? rubric.dimensions[meaning.at] : undefined;
    if (meaning?.type !== 'rating' || !dimension) {
      const known = rubric.dimensions.map(({ id }) => id);
      const names = rubric.dimensions.flatMap(({ name, aliases }) => [name, ...aliases]);
      problems.push(createProblem('unknown-dimension', { id: key, known, names, role: rubric.id }, path, 'key'));
      continue;
    }
    const { id } = dimension;
    const first = named.get(id);
    if (first) {
      problems.push(createProblem('same-dimension', { first: first.key, second: key, dimension: id }, path, 'key'));
      continue;
    }
    const read = readAnswer(answer, { dimension, words: meaning.words, rubric, path });
    named.set(id, { key, answer: read.value });
    problems.push(...read.problems);
  }
  return { value: Object.fromEntries([...named].map(([id, { answer }]) => [id, answer])), problems };
}

interface Place {
  readonly dimension: Dimension;
  readonly words: Parameters<typeof parseRating>[1]['words'];
  readonly rubric: Rubric;
  readonly path: Path;
}

function readAnswer(written: WrittenAnswers['ratings'][string], place: Place): Read<Answer> {
  const { dimension, path } = place;
  if (typeof written !== 'object' || written === null) return readRating(written, place);
  const { rating, evidence, reason, asked } = written;
  const read = readRating(rating, { ...place, path: [...path, 'rating'] });
  const unasked = (asked ?? []).flatMap((question, at) =>
    positionOfQuestion(question, dimension) === undefined
      ? [
          createProblem('unknown-question', { dimension: dimension.id, question, count: dimension.questions.length }, [
            ...path,
            'asked',
            at,
          ]),
        ]
      : [],
  );
  return {
    value: {
      rating: read.value,
      evidence: evidence ?? undefined,
      reason: reason ?? undefined,
      asked: asked ?? undefined,
    },
    problems: [...read.problems, ...unasked],
  };
}

function readRating(written: number | string | null, { dimension, words, rubric, path }: Place): Read<Rating> {
  const { scale } = rubric;
  const allowed = words === 'ours' ? ratingsInWords(scale, dimension) : undefined;
  const cell = parseRating(String(written ?? ''), { dimension, scale, words, allowed });
  return cell.ok ? { value: cell.value, problems: [] } : { value: 'not-assessed', problems: [problemAt(cell, path)] };
}

function readFlags(written: WrittenAnswers['redFlags'], { redFlags }: Rubric): Read<Answers['redFlags']> {
  if (typeof written === 'string') {
    const { flags, unread } = parseFlags(written, redFlags);
    return { value: flags, problems: unread.map((mistake) => problemAt(mistake, ['redFlags'])) };
  }
  const known = redFlags.map(({ id }) => id);
  const problems: Problem[] = [];
  const value: Answers['redFlags'][number][] = [];
  for (const [at, flag] of (written ?? []).entries()) {
    const { id, evidence } = typeof flag === 'string' ? { id: flag } : flag;
    const path = typeof flag === 'string' ? ['redFlags', at] : ['redFlags', at, 'id'];
    const meant = redFlags.find((one) => one.id === id) ?? redFlags.find((one) => isNamed(id, one));
    if (meant) value.push(evidence ? { id: meant.id, evidence } : meant.id);
    else if (id !== '') problems.push(createProblem('unknown-flag', { id, known, tellsAll: true }, path));
  }
  return { value, problems };
}

function isNamed(text: string, { id, flag }: Rubric['redFlags'][number]): boolean {
  return [id, flag].some((name) => normaliseHeader(name) === normaliseHeader(text));
}

function readVerdict(written: WrittenAnswers['verdict']): Read<Answers['verdict']> {
  if (written === undefined || written === null) return { value: undefined, problems: [] };
  const { is, reason } = typeof written === 'string' ? { is: written } : written;
  const cell = parseVerdict(is, 'ours');
  if (!cell.ok) {
    const path = typeof written === 'string' ? ['verdict'] : ['verdict', 'is'];
    return { value: undefined, problems: [problemAt(cell, path)] };
  }
  return { value: withReason(cell.value, reason), problems: [] };
}

function withReason(is: VerdictWord | undefined, reason: string | null | undefined): Answers['verdict'] {
  return is === undefined || !reason ? is : { is, reason };
}
