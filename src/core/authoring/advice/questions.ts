import { createAdvice, type Path, type Problem } from '../../problem.js';
import type { Question, Rubric } from '../../rubric/rubric.js';

export function questionsAdvice({ dimensions, variants }: Rubric): readonly Problem[] {
  const base = dimensions.flatMap(({ questions }, at) => questionList(questions, ['dimensions', at, 'questions']));
  const further = variants.flatMap(({ questions }, at) =>
    Object.entries(questions).flatMap(([id, list]) => questionList(list, ['variants', at, 'questions', id])),
  );
  return [...base, ...further];
}

function questionList(questions: readonly Question[], path: Path): readonly Problem[] {
  return questions.flatMap(({ ask, followUps }, at) => [
    ...questionAdvice(ask, [...path, at, 'ask'], true),
    ...followUps.flatMap((probe, position) => questionAdvice(probe, [...path, at, 'followUps', position], false)),
  ]);
}

// "… and how did you …", "… or tell me …": a second question, not a second noun.
const DOUBLE =
  /\?.*\?|\b(?:and|or) (?:how|what|why|when|where|who|which(?: \w+)?) (?:did|do|does|would|could|should|was|were|is|are|have|has)\b|\b(?:and|or) (?:tell|describe|explain|walk) (?:me|us)\b/i;
const LEADING =
  /\b(?:don't you|do you not|isn't it|aren't you|wouldn't you|would you agree|surely|of course|obviously|, right\?|as we all know)/i;

/** Who was away for some of them has to leave a better story out. */
const YEARS =
  /\b(?:last|past)\s+(?:few|couple\s+of|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+years\b/i;

/** What the law protects in many places, in the words in which it is asked about. */
const PROTECTED: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:how old|your age|year of birth|birth ?day|born|graduat(?:e|ed|ion) year|digital native|retire(?:ment)?)\b/i,
    'age',
  ],
  [/\b(?:married|marital|spouse|husband|wife|children|kids|pregnan\w*|family|childcare|carer)\b/i, 'family'],
  [/\b(?:religio\w*|church|faith|pray\w*|sabbath|holidays you keep)\b/i, 'religion'],
  [
    /\b(?:nationality|citizenship|where are you (?:really )?from|native (?:language|speaker|tongue)|mother tongue|accent|birthplace|ethnic\w*|race)\b/i,
    'origin',
  ],
  [
    /\b(?:disabilit\w*|disabled|illness|sick (?:days|leave)|medication|mental health|your health|therapy|stress tolerance)\b/i,
    'health',
  ],
  [
    /\b(?:current salary|salary history|(?:what|how much) (?:do|did) you (?:currently )?(?:earn|make)\b|last pay|previous pay)\b/i,
    'pay history',
  ],
  [
    /\b(?:arrest\w*|convict\w*|criminal record|trade union|union member\w*|politic\w* (?:party|views)|vote[ds]?|sexual\w*|gender identity)\b/i,
    'private life',
  ],
];

/** What stands in parentheses is another way into the same question. */
function withoutParentheses(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', from)) {
    const close = text.indexOf(')', open);
    if (close < 0) break;
    kept.push(text.slice(from, open));
    from = close + 1;
  }
  return [...kept, text.slice(from)].join('');
}

function questionAdvice(ask: string, path: Path, isMain: boolean): readonly Problem[] {
  const found: Problem[] = [];
  if (isMain && DOUBLE.test(withoutParentheses(ask))) found.push(createAdvice('double-question', {}, path));
  if (YEARS.test(ask)) found.push(createAdvice('years-question', {}, path));
  if (LEADING.test(ask)) found.push(createAdvice('leading-question', {}, path));
  const near = PROTECTED.find(([pattern]) => pattern.test(ask));
  if (near) {
    found.push(createAdvice('protected-question', { ground: near[1] }, path));
  }
  return found;
}
