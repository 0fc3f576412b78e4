import { anchorsOf } from '../../rubric/anchors.js';
import type { Dimension, Rubric } from '../../rubric/rubric.js';
import { VERDICTS } from '../../scoring/verdict.js';
import { ratingsInWords } from '../../table/rating-cell.js';
import { clean, jsonText, say, type TerminalText } from '../../text/safe-text.js';

/** What is known before the interview, and stands in the template filled in. */
interface Known {
  readonly role: string;
  readonly candidate?: string | undefined;
  readonly interviewer?: string | undefined;
  readonly held?: string | undefined;
  readonly variant?: string | undefined;
  readonly session?: string | undefined;
}

/**
 * An answers file to fill in, in YAML: each dimension with what may stand there, each red flag as a comment. It is read as
 * it is; a rating that is left blank is not assessed.
 */
export function answersTemplate(rubric: Rubric, known: Known): TerminalText {
  const { redFlags, dimensions, variants, sessions } = rubric;
  return [
    // As rubrics have it: the schema lies beside the file.
    say`# yaml-language-server: $schema=./answers.schema.json`,
    say`# ${clean(rubric.title)} (${clean(rubric.id)} ${clean(rubric.version)}): fill in the ratings, then run`,
    say`#   scorecard interview --answers FILE`,
    say`# A rating left blank is not assessed, never zero. "scorecard help answers" tells the rest.`,
    say`# The first line is for editors: "scorecard rubric schema answers > answers.schema.json" makes what it names.`,
    entry('role', known.role),
    entry('candidate', known.candidate, say`a name, or { name: …, id: … }`),
    entry('interviewer', known.interviewer, say`likewise; blank: you`),
    entry('held', known.held, say`the day, where it is not today: YYYY-MM-DD`),
    ...(variants.length > 0 ? [entry('variant', known.variant, listed(variants))] : []),
    ...(sessions.length > 0 ? [entry('session', known.session, listed(sessions))] : []),
    say`ratings:`,
    ...dimensions.flatMap((dimension) => dimensionLines(dimension, rubric)),
    ...flagLines(redFlags),
    say`notes:                   # on no dimension: a text or a list of texts`,
    say`verdict:                 # your own call: ${clean(VERDICTS.join(', '))}; or { is: …, reason: … }`,
    say``,
  ].join('\n');
}

function dimensionLines(dimension: Dimension, { scale }: Rubric): readonly TerminalText[] {
  const { id, name, questions } = dimension;
  return [
    say`  # ${clean(name)}: ${clean(ratingsInWords(scale, dimension))}`,
    ...anchorsOf(dimension, scale).map(({ rating, text }) => say`  #   ${rating}: ${clean(text)}`),
    say`  ${key(id)}:`,
    say`    rating:`,
    say`    evidence:            # what was heard: a text or a list of texts`,
    say`    # reason:            # why it was not assessed`,
    ...questions.map(({ ask }, at) => say`    #   question ${at + 1}: ${clean(ask)}`),
    say`    # asked: [1]         # which of the questions, by number`,
  ];
}

function flagLines(redFlags: Rubric['redFlags']): readonly TerminalText[] {
  if (redFlags.length === 0) return [];
  return [
    say`redFlags:                # take the # away from what was observed`,
    ...redFlags.flatMap(({ id, flag, severity }) => [
      say`  # ${severity}: ${clean(flag)}`,
      say`  # - { id: ${key(id)}, evidence: what was seen or said }`,
    ]),
  ];
}

function entry(name: string, value: string | undefined, about?: TerminalText): TerminalText {
  const line = value === undefined ? say`${clean(name)}:` : say`${clean(name)}: ${jsonText(value)}`;
  return about === undefined ? line : say`${line.padEnd(24)} # ${about}`;
}

function listed(parts: readonly { readonly id: string }[]): TerminalText {
  return say`${parts.map(({ id }) => clean(id)).join(', ')}`;
}

/** Words that YAML, or programs that read YAML 1.1, take for something else than text. */
const TAKEN = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

function key(id: string): TerminalText {
  return /^[a-z][a-z0-9-]*$/.test(id) && !TAKEN.has(id) ? clean(id) : jsonText(id);
}
