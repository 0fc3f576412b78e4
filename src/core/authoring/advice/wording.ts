import { createAdvice, type Path, type Problem } from '../../problem.js';
import type { Question, Rubric } from '../../rubric/rubric.js';
import { ratingsOf } from '../../rubric/scale.js';

/** Praise that names nothing an interviewer could hear. */
const VAGUE = wordList(
  'good great strong solid excellent outstanding exceptional deep broad extensive advanced expert proficient ' +
    'competent skilled experienced knowledgeable proactive passionate adequate sufficient basic poor weak limited ' +
    'superior impressive world-class',
);

/** Words that raise or lower a sentence without changing what happens in it. */
const INTENSIFIERS = wordList(
  'very highly quite rather really somewhat extremely fully always often sometimes rarely never consistently usually ' +
    'mostly largely slightly more most less least some many few well better best',
);

/** An anchor of fewer words than this that leans on praise has no behaviour in it. */
const SHORT_ANCHOR = 12;

export function anchorsAdvice({ dimensions, scale }: Rubric): readonly Problem[] {
  return dimensions.flatMap(({ anchors }, at) => {
    const path = (rating: number): Path => ['dimensions', at, 'anchors', String(rating)];
    const texts = ratingsOf(scale).map((rating) => ({ rating, text: anchors[String(rating)]?.text ?? '' }));
    return [
      ...texts.flatMap(({ rating, text }) => vagueAdvice(text, path(rating))),
      ...texts.flatMap(({ rating, text }, position) =>
        texts.slice(0, position).flatMap((other) => likenessAdvice(other, { rating, text }, path(rating))),
      ),
    ];
  });
}

function vagueAdvice(text: string, path: Path): readonly Problem[] {
  const words = wordsOf(text);
  const vague = words.find((word) => VAGUE.has(word));
  if (vague === undefined) return [];
  const opens = VAGUE.has(words[0] ?? '');
  if (!opens && words.length >= SHORT_ANCHOR) return [];
  return [createAdvice('vague-anchor', { word: vague }, path)];
}

interface Anchor {
  readonly rating: number;
  readonly text: string;
}

function likenessAdvice(one: Anchor, other: Anchor, path: Path): readonly Problem[] {
  const [first, second] = [wordsOf(one.text), wordsOf(other.text)];
  const ratings = [one.rating, other.rating] as const;
  if (first.join(' ') === second.join(' ')) {
    return [createAdvice('same-anchor', { ratings }, path)];
  }
  if (kernel(first) !== kernel(second)) return [];
  return [createAdvice('adverb-anchor', { ratings }, path)];
}

/** What is left of a sentence without praise, intensifiers and adverbs. */
function kernel(words: readonly string[]): string {
  return words.filter((word) => !VAGUE.has(word) && !INTENSIFIERS.has(word) && !/..ly$/.test(word)).join(' ');
}

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
  if (LEADING.test(ask)) found.push(createAdvice('leading-question', {}, path));
  const near = PROTECTED.find(([pattern]) => pattern.test(ask));
  if (near) {
    found.push(createAdvice('protected-question', { ground: near[1] }, path));
  }
  return found;
}

export function signalsAdvice({ dimensions }: Rubric): readonly Problem[] {
  return dimensions.flatMap(({ id, signals }, at) => {
    const missing = [
      ...(signals.strong.length === 0 ? (['strong'] as const) : []),
      ...(signals.weak.length === 0 ? (['weak'] as const) : []),
    ];
    if (missing.length === 0) return [];
    return [createAdvice('no-signal', { dimension: id, missing }, ['dimensions', at])];
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
}

function wordList(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
