import type { Overlay } from '../../core/authoring/rubric-diff.js';
import type { Dimension, Exercise, Question, Rubric } from '../../core/rubric/rubric.js';
import { ratingsOf } from '../../core/rubric/scale.js';
import { escapeMarkdown, markdownList, markdownTable } from '../text/markdown.js';
import { overlayInWords } from './diff.js';
import { minutesOf } from './list.js';
import { requirementInWords } from './text.js';

/** An interviewer's kit: everything to have beside the call or on paper, with room for notes. */
export function renderRubricMarkdown(rubric: Rubric, overlay?: Overlay): string {
  return [
    `# ${escapeMarkdown(rubric.title)}: interviewer's kit\n\n`,
    `${escapeMarkdown(rubric.summary)}\n\n`,
    'Candidate: ______________________ Interviewer: ______________________ Date: ______________\n\n',
    `Rate each dimension on its own, from what you heard, before any verdict. Rubric ${rubric.id} ${rubric.version}.\n\n`,
    overlay ? overlayText(overlay) : '',
    `## Plan (${minutesOf(rubric)} minutes)\n\n`,
    planTable(rubric),
    rubric.weightsRationale ? `\n${escapeMarkdown(rubric.weightsRationale)}\n` : '',
    ...rubric.dimensions.map((dimension, at) => dimensionText(dimension, at, rubric)),
    flagsText(rubric),
    ...rubric.exercises.map(exerciseText),
    rubric.requirements.length > 0
      ? `\n## Requirements\n\n${markdownList(rubric.requirements.map((requirement) => escapeMarkdown(requirementInWords(requirement))))}`
      : '',
  ].join('');
}

function overlayText(overlay: Overlay): string {
  const list = markdownList(overlayInWords(overlay).map(escapeMarkdown));
  return `## Variant: ${escapeMarkdown(overlay.title)}\n\n${escapeMarkdown(overlay.why)} It changes:\n\n${list}\n`;
}

function planTable({ dimensions }: Rubric): string {
  const rows = dimensions.map(({ name, weight, minutes }, at) => [
    String(at + 1),
    escapeMarkdown(name),
    `${weight}%`,
    minutes === undefined ? '' : String(minutes),
    '',
  ]);
  return markdownTable(['', 'Dimension', 'Weight', 'Minutes', 'Rating'], rows, [0, 2, 3]);
}

function dimensionText(dimension: Dimension, at: number, { scale }: Rubric): string {
  const anchors = [...ratingsOf(scale)]
    .reverse()
    .map((rating) => [String(rating), escapeMarkdown(dimension.anchors[rating] ?? '')]);
  const borders = Object.entries(dimension.borders).map(([border, test]) => `**${border}:** ${escapeMarkdown(test)}`);
  const rest = [
    dimension.optional ? ', may be not applicable' : '',
    dimension.minimum === undefined ? '' : `, minimum ${dimension.minimum}`,
  ];
  return [
    `\n## ${at + 1}. ${escapeMarkdown(dimension.name)}\n\n`,
    `Weight ${dimension.weight}%${rest.join('')}. Meets the bar: ${escapeMarkdown(dimension.meetsBar)}\n\n`,
    '### Questions\n\n',
    ...dimension.questions.map(questionText),
    '\n### Anchors\n\n',
    markdownTable(['Rating', 'What it looks like'], anchors, [0]),
    borders.length > 0 ? `\nDeciding between neighbours:\n\n${markdownList(borders)}` : '',
    listPart('Strong signals', dimension.signals.strong),
    listPart('Weak signals', dimension.signals.weak),
    listPart('Figures a candidate may quote', dimension.evidence),
    '\n**Rating:** ____\n\n**Notes:**\n\n______________________________________________\n\n______________________________________________\n',
  ].join('');
}

function questionText({ ask, listenFor, followUps }: Question, at: number): string {
  const parts = [...listenFor.map((item) => `Listen for: ${item}`), ...followUps.map((item) => `Follow up: ${item}`)];
  return `${at + 1}. ${escapeMarkdown(ask)}\n${parts.map((part) => `   - ${escapeMarkdown(part)}\n`).join('')}`;
}

function listPart(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n${title}:\n\n${markdownList(items.map(escapeMarkdown))}`;
}

function flagsText({ redFlags }: Rubric): string {
  if (redFlags.length === 0) return '';
  const items = redFlags.map(({ flag, severity, why, probe }) => {
    const rest = [why, probe === undefined ? undefined : `Ask first: ${probe}`].filter((text) => text !== undefined);
    return `**${severity}**: ${escapeMarkdown(flag)}${rest.map((text) => `\n  - ${escapeMarkdown(text)}`).join('')}`;
  });
  return `\n## Red flags\n\nThey never change the score.\n\n${markdownList(items)}`;
}

function exerciseText(exercise: Exercise): string {
  const { from, to } = exercise.minutes;
  const answers = Object.entries(exercise.answers).map(([rating, text]) => [rating, escapeMarkdown(text)]);
  return [
    `\n## Exercise: ${escapeMarkdown(exercise.title)}\n\n${from === to ? from : `${from} to ${to}`} minutes.\n`,
    listPart('Provide', exercise.provide),
    listPart('Tell only when asked', exercise.onRequest),
    listPart('Ask', exercise.ask),
    listPart('Half-way change', exercise.change === undefined ? [] : [exercise.change]),
    listPart('Aids', exercise.tools === undefined ? [] : [exercise.tools]),
    listPart('Evaluate', exercise.evaluate),
    answers.length > 0 ? `\n${markdownTable(['Rating', 'What the answer contains'], answers, [0])}` : '',
  ].join('');
}
