import type { Overlay } from '../../core/authoring/rubric-diff.js';
import { anchorsOf } from '../../core/rubric/anchors.js';
import { borderInWords } from '../../core/rubric/rating-key.js';
import type { Dimension, Exercise, Rubric } from '../../core/rubric/rubric.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from '../text/page.js';
import { count, hang, padEnd, padStart, spaces, widthOf, wrap } from '../text/text.js';
import { longestRating } from '../text/words.js';
import { overlayInWords } from './diff.js';
import {
  dimensionNotes,
  followUpsOf,
  headingOf,
  lengthOf,
  originOf,
  ownWeight,
  planTitle,
  questionsInOrder,
  requirementInWords,
  rulesInWords,
  sessionInWords,
  spanInWords,
} from './words.js';

interface RubricPage extends Page {
  /** What the chosen variant changes; `undefined` where none was chosen. */
  readonly overlay?: Overlay | undefined;
}

/** A whole rubric to read in a terminal. */
export function renderRubricText(rubric: Rubric, page: RubricPage): TerminalText {
  const { style, width } = page;
  const minutes = lengthOf(rubric);
  const blocks = [
    [
      style.title(clean(rubric.title)),
      ...hang(say``, clean(rubric.summary), width),
      style.dim(
        say`${clean(originOf(rubric))}, ${count(rubric.dimensions.length, 'dimension')}${minutes > 0 ? say`, ${minutes} minutes` : say``}`,
      ),
    ],
    overlayBlock(page),
    proseBlock(say`How to rate`, rubric.howToRate, page),
    planBlock(rubric, page),
    listBlock(
      say`Sessions`,
      rubric.sessions.map((session) => sessionInWords(session, rubric)),
      page,
    ),
    ...rubric.dimensions.map((dimension, at) => dimensionBlock(dimension, at, rubric, page)),
    flagsBlock(rubric, page),
    ...rubric.exercises.map((exercise) => exerciseBlock(exercise, page)),
    listBlock(say`Requirements`, rubric.requirements.map(requirementInWords), page),
    listBlock(
      say`Variants`,
      rubric.variants.map(({ id, title, why }) => say`${clean(id)}: ${clean(title)}. ${clean(why)}`),
      page,
    ),
    rulesBlock(rubric, page),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => say`${line}\n`).join(''))
    .join('\n');
}

function overlayBlock({ overlay, style, width }: RubricPage): readonly TerminalText[] {
  if (!overlay) return [];
  return [
    style.title(say`Variant: ${clean(overlay.title)}`),
    ...hang(say`  `, clean(overlay.why), width),
    ...overlayInWords(overlay).flatMap((change) => labelled(say`  ${style.warning(say`*`)} `, change, width)),
  ];
}

/** Nothing where there is no text. */
function proseBlock(
  title: TerminalText,
  text: string | undefined,
  { width, style }: RubricPage,
): readonly TerminalText[] {
  return text === undefined ? [] : [style.title(title), ...hang(say`  `, clean(text), width)];
}

function planBlock(rubric: Rubric, { width, style }: RubricPage): readonly TerminalText[] {
  const { dimensions, weightsRationale } = rubric;
  const rows = dimensions.flatMap((dimension, at) => {
    const [weight, ...others] = [ownWeight(dimension), ...dimensionNotes(dimension)];
    const tail = others.length > 0 ? say` (${clean(others.join(', '))})` : say``;
    const share = weight === undefined ? say`` : say` ${padStart(clean(weight), 5)}`;
    const label = say`${padStart(say`${at + 1}`, 3)}.${share}  `;
    return hang(label, say`${clean(dimension.name)}${tail}`, width);
  });
  return [
    style.title(clean(planTitle(rubric))),
    ...rows,
    ...(weightsRationale ? [say``, ...hang(say`  `, clean(weightsRationale), width)] : []),
  ];
}

function dimensionBlock(
  dimension: Dimension,
  at: number,
  { scale }: Rubric,
  page: RubricPage,
): readonly TerminalText[] {
  const { style, width } = page;
  const anchors = anchorsOf(dimension, scale).flatMap(({ rating, short, text }) => {
    const mark = say`  ${style.strong(padStart(say`${rating}`, longestRating(scale)))}  `;
    if (short === undefined) return labelled(mark, text, width);
    const label = spaces(widthOf(mark));
    return [...labelled(mark, short, width, style.strong), ...labelled(label, text, width)];
  });
  const borders = Object.entries(dimension.borders).flatMap(([border, test]) =>
    labelled(say`  ${style.dim(say`${clean(borderInWords(border, 'or'))}?`)} `, test, width),
  );
  return [
    ...hang(say``, say`${at + 1}. ${clean(headingOf(dimension))}`, width).map(style.title),
    ...(dimension.about === undefined ? [] : labelled(say`  About: `, dimension.about, width)),
    ...labelled(say`  Meets the bar: `, dimension.meetsBar, width),
    ...anchors,
    ...borders,
    ...questionsInOrder(dimension).flatMap(({ question, isCore }) => [
      ...labelled(say`  ${style.accent(isCore ? say`Core` : say`Ask`)}  `, question.ask, width),
      ...followUpsOf(question).flatMap(({ label, text }) =>
        labelled(say`        ${padEnd(clean(label), 5)}  `, text, width),
      ),
      ...question.listenFor.flatMap((item) => labelled(say`        hear   `, item, width)),
    ]),
    ...dimension.signals.strong.flatMap((signal) => labelled(say`  ${style.good(say`+`)} `, signal, width)),
    ...dimension.signals.weak.flatMap((signal) => labelled(say`  ${style.bad(say`-`)} `, signal, width)),
    ...dimension.evidence.flatMap((item) => labelled(say`  ${style.dim(say`e.g.`)} `, item, width)),
  ];
}

function flagsBlock({ redFlags }: Rubric, { style, width }: RubricPage): readonly TerminalText[] {
  if (redFlags.length === 0) return [];
  return [
    style.title(say`Red flags (apart from the score)`),
    ...redFlags.flatMap(({ flag, severity, why, probe }) => [
      ...labelled(
        say`  ${severity === 'stop' ? style.bad(say`${severity}`) : style.warning(say`${severity}`)}: `,
        flag,
        width,
      ),
      ...(why ? labelled(say`     why  `, why, width) : []),
      ...(probe ? labelled(say`     ask first  `, probe, width) : []),
    ]),
  ];
}

function exerciseBlock(exercise: Exercise, { style, width }: RubricPage): readonly TerminalText[] {
  const part = (name: TerminalText, items: readonly string[]) =>
    items.length === 0 ? [] : [say`  ${name}`, ...items.flatMap((item) => labelled(say`   - `, item, width))];
  return [
    style.title(say`Exercise: ${clean(exercise.title)} (${clean(spanInWords(exercise))} min)`),
    ...part(say`Provide`, exercise.provide),
    ...part(say`Tell only when asked`, exercise.onRequest),
    ...part(say`Ask`, exercise.ask),
    ...part(say`Half-way change`, exercise.change ? [exercise.change] : []),
    ...part(say`Aids`, exercise.tools ? [exercise.tools] : []),
    ...part(say`Evaluate`, exercise.evaluate),
    ...Object.entries(exercise.answers).flatMap(([rating, answer]) =>
      labelled(say`   ${style.strong(clean(rating))}  `, answer, width),
    ),
  ];
}

function listBlock(
  title: TerminalText,
  items: readonly string[],
  { style, width }: RubricPage,
): readonly TerminalText[] {
  if (items.length === 0) return [];
  return [style.title(title), ...items.flatMap((item) => labelled(say`  - `, item, width))];
}

function rulesBlock(rubric: Rubric, page: RubricPage): readonly TerminalText[] {
  return proseBlock(say`From score to recommendation`, rulesInWords(rubric), page);
}

/** A hanging paragraph whose label may be coloured, and its text too. */
function labelled(
  label: TerminalText,
  text: string,
  width: number,
  paint: (text: TerminalText) => TerminalText = (text) => text,
): readonly TerminalText[] {
  const indent = widthOf(label);
  const lines = wrap(clean(text), Math.max(width - indent, 20));
  return lines.map((line, at) => say`${at === 0 ? label : spaces(indent)}${paint(line)}`);
}
