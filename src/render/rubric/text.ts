import type { Overlay } from '../../core/authoring/rubric-diff.js';
import { anchorsOf } from '../../core/rubric/anchors.js';
import type { Dimension, Exercise, Requirement, Rubric } from '../../core/rubric/rubric.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { scaleInWords } from '../../core/text/wording.js';
import type { Page } from '../text/page.js';
import { count, hang, padStart, widthOf } from '../text/text.js';
import { behindName, longestRating, weightInWords } from '../text/words.js';
import { overlayInWords } from './diff.js';
import { minutesOf } from './list.js';

interface RubricPage extends Page {
  /** What the chosen variant changes; `undefined` where none was chosen. */
  readonly overlay?: Overlay | undefined;
}

/** A whole rubric to read in a terminal. */
export function renderRubricText(rubric: Rubric, page: RubricPage): TerminalText {
  const { style, width } = page;
  const minutes = minutesOf(rubric);
  const blocks = [
    [
      style.title(clean(rubric.title)),
      ...hang(say``, clean(rubric.summary), width),
      style.dim(
        say`${clean(rubric.id)} ${clean(rubric.version)}, ${count(rubric.dimensions.length, 'dimension')}${minutes > 0 ? say`, ${minutes} minutes` : say``}`,
      ),
    ],
    overlayBlock(page),
    planBlock(rubric, page),
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

function planBlock({ dimensions, weightsRationale }: Rubric, { width, style }: RubricPage): readonly TerminalText[] {
  const rows = dimensions.flatMap(({ name, weight, minutes, optional, minimum }, at) => {
    const notes = [
      minutes === undefined ? say`` : say`${minutes} min`,
      optional ? say`optional` : say``,
      minimum === undefined ? say`` : say`minimum ${minimum}`,
    ].filter(Boolean);
    const tail = notes.length > 0 ? say` (${notes.join(', ')})` : say``;
    return hang(
      say`${padStart(say`${at + 1}`, 3)}. ${padStart(weightInWords(weight), 5)}  `,
      say`${clean(name)}${tail}`,
      width,
    );
  });
  return [
    style.title(say`Dimensions and weights`),
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
  const anchors = anchorsOf(dimension, scale).flatMap(({ rating, text }) =>
    labelled(say`  ${style.strong(padStart(say`${rating}`, longestRating(scale)))}  `, text, width),
  );
  const borders = Object.entries(dimension.borders).flatMap(([border, test]) =>
    labelled(say`  ${style.dim(say`${clean(border)}?`)} `, test, width),
  );
  return [
    style.title(say`${at + 1}. ${clean(dimension.name)}${behindName(dimension.weight)}`),
    ...labelled(say`  Meets the bar: `, dimension.meetsBar, width),
    ...anchors,
    ...borders,
    ...dimension.questions.flatMap(({ ask, listenFor, followUps }) => [
      ...labelled(say`  ${style.accent(say`Ask`)}  `, ask, width),
      ...listenFor.flatMap((item) => labelled(say`       hear  `, item, width)),
      ...followUps.flatMap((item) => labelled(say`       then  `, item, width)),
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
  const { from, to } = exercise.minutes;
  const part = (name: TerminalText, items: readonly string[]) =>
    items.length === 0 ? [] : [say`  ${name}`, ...items.flatMap((item) => labelled(say`   - `, item, width))];
  return [
    style.title(say`Exercise: ${clean(exercise.title)} (${from === to ? from : say`${from} to ${to}`} min)`),
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

/** A requirement in one line: "Years leading teams: at least 5 years, usually up to 10". */
export function requirementInWords({ name, atLeast, typicalTo, unit, required, note }: Requirement): TerminalText {
  const counted = unit === undefined ? say`` : say` ${clean(unit)}`;
  const range =
    atLeast === undefined
      ? say``
      : say`: at least ${atLeast}${counted}${typicalTo === undefined ? say`` : say`, usually up to ${typicalTo}`}`;
  return say`${clean(name)}${range}${required ? say`` : say` (not required)`}${note ? say`. ${clean(note)}` : say``}`;
}

function listBlock(
  title: TerminalText,
  items: readonly string[],
  { style, width }: RubricPage,
): readonly TerminalText[] {
  if (items.length === 0) return [];
  return [style.title(title), ...items.flatMap((item) => labelled(say`  - `, item, width))];
}

const POOLS = {
  mean: 'The rating of a panel is the mean of its interviewers.',
  median: 'The rating of a panel is the median of its interviewers.',
  trimmed: 'The rating of a panel is the mean of its interviewers without the highest and the lowest.',
} as const;

function rulesBlock({ recommendation, scale }: Rubric, { style, width }: RubricPage): readonly TerminalText[] {
  const { bands, coverageAtLeast, strongYesNeeds, borderline, pool } = recommendation;
  const text = say`On a scale of ${clean(scaleInWords(scale))}: strong yes from ${bands['strong-yes']}, yes from ${bands.yes}, no from ${bands.no}, below that strong no. Incomplete below ${coverageAtLeast}% coverage. ${strongYesNeeds === undefined ? '' : say`A dimension below ${strongYesNeeds} allows no more than "yes". `}A dimension below its minimum or a red flag of severity stop allows no more than "no".${borderline === undefined ? '' : say` Borderline at most ${borderline} from where "yes" begins.`}${pool === undefined ? '' : say` ${POOLS[pool]}`}`;
  return [style.title(say`From score to recommendation`), ...hang(say`  `, text, width)];
}

/** A hanging paragraph whose label may be coloured; on a narrow screen the text hangs less deep. */
function labelled(label: TerminalText, text: string, width: number): readonly TerminalText[] {
  const indent = widthOf(label);
  const lines = hang(say` `.repeat(indent), clean(text), Math.max(width, indent + 20));
  return lines.map((line, at) => (at === 0 ? say`${label}${line.slice(indent)}` : line));
}
