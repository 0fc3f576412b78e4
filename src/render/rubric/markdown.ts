import type { Overlay } from '../../core/authoring/rubric-diff.js';
import { anchorsOf } from '../../core/rubric/anchors.js';
import { borderInWords } from '../../core/rubric/rating-key.js';
import type { Dimension, Exercise, Rubric } from '../../core/rubric/rubric.js';
import { areAllAnchored } from '../../core/rubric/scale.js';
import type { MarkdownText } from '../../core/text/safe-text.js';
import { scaleInWords } from '../../core/text/wording.js';
import { joinMarkdown, type Markdown, markdownList, markdownTable, md } from '../text/markdown.js';
import { weightInWords } from '../text/words.js';
import { overlayInWords } from './diff.js';
import {
  followUpsOf,
  headingOf,
  lengthOf,
  type OrderedQuestion,
  originOf,
  questionsInOrder,
  requirementInWords,
  rulesInWords,
  sessionInWords,
  spanInWords,
} from './words.js';

/** An interviewer's kit: everything to have beside the call or on paper, with room for notes. */
export function renderRubricMarkdown(rubric: Rubric, overlay?: Overlay): MarkdownText {
  return joinMarkdown([
    md`# ${rubric.title}: interviewer's kit\n\n`,
    md`${rubric.summary}\n\n`,
    md`Candidate: ______________________ Interviewer: ______________________ Date: ______________\n\n`,
    md`Rate each dimension on its own, from what you heard, before any verdict. Rubric ${originOf(rubric)}.\n\n`,
    ...(overlay ? [overlayText(overlay)] : []),
    ...(rubric.howToRate === undefined ? [] : [md`## How to rate\n\n${rubric.howToRate}\n\n`]),
    md`## Plan (${lengthOf(rubric)} minutes)\n\n`,
    planTable(rubric),
    ...(rubric.sessions.length > 0
      ? [md`\nSessions:\n\n${markdownList(rubric.sessions.map((session) => sessionInWords(session, rubric)))}`]
      : []),
    ...(rubric.weightsRationale ? [md`\n${rubric.weightsRationale}\n`] : []),
    ...rubric.dimensions.map((dimension, at) => dimensionText(dimension, at, rubric)),
    flagsText(rubric),
    ...rubric.exercises.map(exerciseText),
    ...(rubric.requirements.length > 0
      ? [md`\n## Requirements\n\n${markdownList(rubric.requirements.map(requirementInWords))}`]
      : []),
    md`\n## From score to recommendation\n\n${rulesInWords(rubric)}\n`,
  ]).text;
}

function overlayText(overlay: Overlay): Markdown {
  return md`## Variant: ${overlay.title}\n\n${overlay.why} It changes:\n\n${markdownList(overlayInWords(overlay))}\n`;
}

function planTable({ dimensions }: Rubric): Markdown {
  const rows = dimensions.map((dimension, at) => [
    String(at + 1),
    dimension.name,
    weightInWords(dimension.weight),
    dimension.minutes === undefined ? '' : String(dimension.minutes),
    '',
  ]);
  return markdownTable(['', 'Dimension', 'Weight', 'Minutes', 'Rating'], rows, [0, 2, 3]);
}

function dimensionText(dimension: Dimension, at: number, { scale }: Rubric): Markdown {
  const anchors = anchorsOf(dimension, scale).map(({ rating, short, text }): readonly (string | Markdown)[] => [
    String(rating),
    short === undefined ? text : md`**${short}** ${text}`,
  ]);
  const borders = Object.entries(dimension.borders).map(
    ([border, test]) => md`**${borderInWords(border, 'or')}?** ${test}`,
  );
  return joinMarkdown([
    md`\n## ${at + 1}. ${headingOf(dimension)}\n\n`,
    ...(dimension.about === undefined ? [] : [md`${dimension.about}\n\n`]),
    md`**Meets the bar:** ${dimension.meetsBar}\n\n`,
    md`### Questions\n\n`,
    ...questionsInOrder(dimension).map(questionText),
    md`\n### Anchors\n\n`,
    markdownTable(['Rating', 'What it looks like'], anchors, [0]),
    areAllAnchored(scale) ? md`` : md`\nRatings: ${scaleInWords(scale)}, those between the anchors too.\n`,
    borders.length > 0 ? md`\nDeciding between neighbours:\n\n${markdownList(borders)}` : md``,
    listPart('Strong signals', dimension.signals.strong),
    listPart('Weak signals', dimension.signals.weak),
    listPart('Figures a candidate may quote', dimension.evidence),
    md`\n**Rating:** ____\n\n**Notes:**\n\n______________________________________________\n\n______________________________________________\n`,
  ]);
}

function questionText({ question, isCore }: OrderedQuestion, at: number): Markdown {
  const parts = [
    ...followUpsOf(question).map(({ label, text }) => `${label === 'probe' ? 'Probe' : 'Follow up'}: ${text}`),
    ...question.listenFor.map((item) => `Listen for: ${item}`),
  ];
  return md`${at + 1}. ${isCore ? md`**Core:** ` : md``}${question.ask}\n${parts.map((part) => md`   - ${part}\n`)}`;
}

function listPart(title: string, items: readonly string[]): Markdown {
  return items.length === 0 ? md`` : md`\n${title}:\n\n${markdownList(items)}`;
}

function flagsText({ redFlags }: Rubric): Markdown {
  if (redFlags.length === 0) return md``;
  const items = redFlags.map(({ flag, severity, why, probe }) => {
    const rest = [why, probe === undefined ? undefined : `Ask first: ${probe}`].filter((text) => text !== undefined);
    return md`**${severity}**: ${flag}${rest.map((text) => md`\n  - ${text}`)}`;
  });
  return md`\n## Red flags\n\nThey never change the score.\n\n${markdownList(items)}`;
}

function exerciseText(exercise: Exercise): Markdown {
  const answers = Object.entries(exercise.answers);
  return joinMarkdown([
    md`\n## Exercise: ${exercise.title}\n\n${spanInWords(exercise)} minutes.\n`,
    listPart('Provide', exercise.provide),
    listPart('Tell only when asked', exercise.onRequest),
    listPart('Ask', exercise.ask),
    listPart('Half-way change', exercise.change === undefined ? [] : [exercise.change]),
    listPart('Aids', exercise.tools === undefined ? [] : [exercise.tools]),
    listPart('Evaluate', exercise.evaluate),
    answers.length > 0 ? md`\n${markdownTable(['Rating', 'What the answer contains'], answers, [0])}` : md``,
  ]);
}
