import type { Overlay } from '../../core/authoring/rubric-diff.js';
import type { Dimension, Exercise, Requirement, Rubric } from '../../core/rubric/rubric.js';
import { ratingsOf } from '../../core/rubric/scale.js';
import type { Page } from '../text/page.js';
import { clean, count, hang, padStart, widthOf } from '../text/text.js';
import { overlayInWords } from './diff.js';
import { minutesOf } from './list.js';

interface RubricPage extends Page {
  /** What the chosen variant changes; `undefined` where none was chosen. */
  readonly overlay?: Overlay | undefined;
}

/** A whole rubric to read in a terminal. */
export function renderRubricText(rubric: Rubric, page: RubricPage): string {
  const { style, width } = page;
  const minutes = minutesOf(rubric);
  const blocks = [
    [
      style.title(clean(rubric.title)),
      ...hang('', clean(rubric.summary), width),
      style.dim(
        `${rubric.id} ${rubric.version}, ${count(rubric.dimensions.length, 'dimension')}${minutes > 0 ? `, ${minutes} minutes` : ''}`,
      ),
    ],
    overlayBlock(page),
    planBlock(rubric, page),
    ...rubric.dimensions.map((dimension, at) => dimensionBlock(dimension, at, rubric, page)),
    flagsBlock(rubric, page),
    ...rubric.exercises.map((exercise) => exerciseBlock(exercise, page)),
    listBlock('Requirements', rubric.requirements.map(requirementInWords), page),
    listBlock(
      'Variants',
      rubric.variants.map(({ id, title, why }) => `${id}: ${clean(title)}. ${clean(why)}`),
      page,
    ),
    rulesBlock(rubric, page),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => `${line}\n`).join(''))
    .join('\n');
}

function overlayBlock({ overlay, style, width }: RubricPage): readonly string[] {
  if (!overlay) return [];
  return [
    style.title(`Variant: ${clean(overlay.title)}`),
    ...hang('  ', clean(overlay.why), width),
    ...overlayInWords(overlay).flatMap((change) => labelled(`  ${style.warning('*')} `, change, width)),
  ];
}

function planBlock({ dimensions, weightsRationale }: Rubric, { width, style }: RubricPage): readonly string[] {
  const rows = dimensions.flatMap(({ name, weight, minutes, optional, minimum }, at) => {
    const notes = [
      minutes === undefined ? '' : `${minutes} min`,
      optional ? 'optional' : '',
      minimum === undefined ? '' : `minimum ${minimum}`,
    ].filter(Boolean);
    const tail = notes.length > 0 ? ` (${notes.join(', ')})` : '';
    return hang(`${padStart(String(at + 1), 3)}. ${padStart(`${weight}%`, 5)}  `, `${clean(name)}${tail}`, width);
  });
  return [
    style.title('Dimensions and weights'),
    ...rows,
    ...(weightsRationale ? ['', ...hang('  ', clean(weightsRationale), width)] : []),
  ];
}

function dimensionBlock(dimension: Dimension, at: number, { scale }: Rubric, page: RubricPage): readonly string[] {
  const { style, width } = page;
  const anchors = [...ratingsOf(scale)].reverse().flatMap((rating) => {
    const mark = style.strong(String(rating));
    return labelled(`  ${mark}  `, dimension.anchors[rating] ?? '', width);
  });
  const borders = Object.entries(dimension.borders).flatMap(([border, test]) =>
    labelled(`  ${style.dim(`${border}?`)} `, test, width),
  );
  return [
    style.title(`${at + 1}. ${clean(dimension.name)}, ${dimension.weight}%`),
    ...labelled('  Meets the bar: ', dimension.meetsBar, width),
    ...anchors,
    ...borders,
    ...dimension.questions.flatMap(({ ask, listenFor, followUps }) => [
      ...labelled(`  ${style.accent('Ask')}  `, ask, width),
      ...listenFor.flatMap((item) => labelled('       hear  ', item, width)),
      ...followUps.flatMap((item) => labelled('       then  ', item, width)),
    ]),
    ...dimension.signals.strong.flatMap((signal) => labelled(`  ${style.good('+')} `, signal, width)),
    ...dimension.signals.weak.flatMap((signal) => labelled(`  ${style.bad('-')} `, signal, width)),
    ...dimension.evidence.flatMap((item) => labelled(`  ${style.dim('e.g.')} `, item, width)),
  ];
}

function flagsBlock({ redFlags }: Rubric, { style, width }: RubricPage): readonly string[] {
  if (redFlags.length === 0) return [];
  return [
    style.title('Red flags (apart from the score)'),
    ...redFlags.flatMap(({ flag, severity, why, probe }) => [
      ...labelled(`  ${severity === 'stop' ? style.bad(severity) : style.warning(severity)}: `, flag, width),
      ...(why ? labelled('     why  ', why, width) : []),
      ...(probe ? labelled('     ask first  ', probe, width) : []),
    ]),
  ];
}

function exerciseBlock(exercise: Exercise, { style, width }: RubricPage): readonly string[] {
  const { from, to } = exercise.minutes;
  const part = (name: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`  ${name}`, ...items.flatMap((item) => labelled('   - ', item, width))];
  return [
    style.title(`Exercise: ${clean(exercise.title)} (${from === to ? from : `${from} to ${to}`} min)`),
    ...part('Provide', exercise.provide),
    ...part('Tell only when asked', exercise.onRequest),
    ...part('Ask', exercise.ask),
    ...part('Half-way change', exercise.change ? [exercise.change] : []),
    ...part('Aids', exercise.tools ? [exercise.tools] : []),
    ...part('Evaluate', exercise.evaluate),
    ...Object.entries(exercise.answers).flatMap(([rating, answer]) =>
      labelled(`   ${style.strong(rating)}  `, answer, width),
    ),
  ];
}

/** A requirement in one line: "Years leading teams: at least 5 years, usually up to 10". */
export function requirementInWords({ name, atLeast, typicalTo, unit, required, note }: Requirement): string {
  const counted = unit === undefined ? '' : ` ${clean(unit)}`;
  const range =
    atLeast === undefined
      ? ''
      : `: at least ${atLeast}${counted}${typicalTo === undefined ? '' : `, usually up to ${typicalTo}`}`;
  return `${clean(name)}${range}${required ? '' : ' (not required)'}${note ? `. ${clean(note)}` : ''}`;
}

function listBlock(title: string, items: readonly string[], { style, width }: RubricPage): readonly string[] {
  if (items.length === 0) return [];
  return [style.title(title), ...items.flatMap((item) => labelled('  - ', item, width))];
}

function rulesBlock({ recommendation, scale }: Rubric, { style, width }: RubricPage): readonly string[] {
  const { bands, coverageAtLeast } = recommendation;
  const text = `On a scale of ${scale.min} to ${scale.max}: strong yes from ${bands['strong-yes']}, yes from ${bands.yes}, no from ${bands.no}, below that strong no. Incomplete below ${coverageAtLeast}% coverage. A dimension below its minimum or a red flag of severity stop allows no more than "no".`;
  return [style.title('From score to recommendation'), ...hang('  ', text, width)];
}

/** A hanging paragraph whose label may be coloured; on a narrow screen the text hangs less deep. */
function labelled(label: string, text: string, width: number): readonly string[] {
  const indent = widthOf(label);
  const lines = hang(' '.repeat(indent), clean(text), Math.max(width, indent + 20));
  return lines.map((line, at) => (at === 0 ? label + line.slice(indent) : line));
}
