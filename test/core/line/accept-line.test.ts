import { describe, expect, test } from 'vitest';
import { buildScorecard } from '../../../src/core/interview/build-scorecard.js';
import { createTestLine, type TestLine } from '../../support/line.js';
import { createRubric } from '../../support/rubrics.js';

const questions = (id: string) => [
  { ask: `Tell me about ${id}.`, core: true },
  { ask: `And another of ${id}?`, core: true },
  { ask: `What else of ${id}?` },
];
const rubric = createRubric(
  [
    { id: 'architecture', weight: 30 },
    { id: 'operations', weight: 30 },
    { id: 'security', weight: 20 },
    { id: 'finops', weight: 20, optional: true },
  ].map((dimension) => ({ ...dimension, questions: questions(dimension.id) })),
  {
    redFlags: [
      { id: 'stopper', flag: 'Something that stops', severity: 'stop' },
      { id: 'blames', flag: 'Blames a person', severity: 'concern', dimension: 'operations' },
    ],
  },
);

function begin(...lines: string[]): TestLine {
  return createTestLine(rubric).enter(...lines);
}

const notes = ({ session }: TestLine, at: number) => session.content.dimensions[at]?.notes.map(({ text }) => text);
const rating = ({ session }: TestLine, at: number) => session.content.dimensions[at]?.rating;

describe('each line says what it did', () => {
  test.each<[string, string[], string]>([
    ['an empty line', [''], 'nothing to note · Tab: next question'],
    ['an empty line in the review', ['/0', ''], 'nothing to note'],
    ['a rating', ['4'], 'rated 4: 1 Architecture · Tab: Q2'],
    ['another rating', ['4', '3'], 'rated 3 (was 4): 1 Architecture · Tab: Q2'],
    ['a rating at the last question of a dimension', ['/ask 2', '4'], 'rated 4: 1 Architecture · Tab: 2 Operations'],
    ['a rating at the last question', ['/4', '/ask 2', '4'], 'rated 4: 4 Finops'],
    ['a note', ['held its load', 'twice'], 'noted on 1 Architecture (2)'],
    ['a number off the scale', ['12'], 'noted on 1 Architecture (1) · ratings are 1 to 5'],
    ['a rating with a reason', ['4: held'], 'noted on 1 Architecture (1) · only a number alone rates'],
    ['the same once more', ['4: held', '3. broke'], 'noted on 1 Architecture (2)'],
    [
      'a command without its slash',
      ['undo'],
      'noted on 1 Architecture (1) · the command is /undo; /undo takes the note away',
    ],
    ['what leaves an editor', [':wq'], 'noted on 1 Architecture (1) · the command is /quit; /undo takes the note away'],
    ['a way to another dimension', ['/2'], 'now 2 Operations'],
    ['a note for another dimension', ['/2 90 minutes'], 'noted on 2 Operations (1)'],
    ['a rating for another dimension', ['/2 4'], 'rated 4: 2 Operations'],
    ['a note on the whole', ['/0 strong on outages'], 'noted on the whole (1)'],
    ['a note that begins with a slash', ['//tmp'], 'noted on 1 Architecture (1)'],
    ['a path', ['/tmp full'], 'noted on 1 Architecture (1) · no such command'],
    ['several commands', ['/a'], '/ask or /anchors?'],
    ['no command', ['/reveiw'], 'no command /reveiw; //reveiw notes it'],
    ['another question', ['/ask 3'], 'now Q3'],
    ['a question that is not there', ['/ask 9'], 'the questions here are Q1 to Q3'],
    ['the list of flags', ['/flag'], 'which flag? its number, then what was seen'],
    ['a flag', ['/flag 2 said the intern did it'], 'flagged ⚑ blames: “said the intern did it”'],
    ['a flag after a note', ['said the intern did it', '/flag 2'], 'flagged ⚑ blames: “said the intern did it”'],
    [
      'a flag that is said later',
      ['/flag something off'],
      'noted with ⚑ on 1 Architecture · which? /flag and its number',
    ],
    ['leaving out', ['/skip'], 'not assessed: 1 Architecture'],
    ['leaving out what was rated', ['4', '/skip no time'], 'not assessed: 1 Architecture (replaces your 4; /undo)'],
    ['what must apply', ['/na'], '1 Architecture is not optional: /skip'],
    ['what need not apply', ['/4', '/na'], 'does not apply: 4 Finops'],
    ['nothing to undo', ['/undo'], 'nothing to undo'],
    ['undoing a rating', ['4', '/undo'], 'undone: rating 4 on 1 Architecture'],
    ['undoing a note', ['held its load', '/undo'], 'undone: note on 1 Architecture “held its load”'],
    ['undoing a flag', ['/flag 2 blamed', '/undo'], 'undone: ⚑ blames'],
    ['stopping the clock', ['/time'], 'the clock is stopped · /time starts it'],
    ['starting the clock', ['/time', '/time'], 'the clock runs'],
    ['sealing on the board', ['/submit'], 'nothing is sealed yet: your verdict first'],
    [
      'sealing before the verdict',
      ['/0', '/submit'],
      'first your verdict: strong yes · yes · no · strong no · undecided',
    ],
    ['a reason in the review', ['/0', 'strong on outages'], 'noted on the whole (1)'],
    ['a number in the review', ['/0', '4'], 'noted on the whole (1) · /3 4 rates dimension 3'],
    ['a verdict', ['/0', 'yes'], 'verdict: yes · /submit seals'],
    ['another verdict', ['/0', 'yes', 'strong no'], 'verdict: strong no (first yes: both are kept)'],
    ['a dimension’s command in the review', ['/0', '/s'], 'which dimension? /1 to /4 goes there'],
  ])('%s', (_name, lines, message) => {
    expect(begin(...lines).message).toBe(message);
  });
});

test('a rating stays where it is, so that what follows is its reason', () => {
  const board = begin('4', 'held its load');
  expect(rating(board, 0)).toBe(4);
  expect(notes(board, 0)).toEqual(['held its load']);
});

test('a note and a rating mark the question that stands there, and leave it there', () => {
  const board = begin('held its load');
  expect(board.session.content.dimensions[0]?.asked).toEqual([0]);
  board.press('tab').enter('4');
  expect(board.session.content.dimensions[0]?.asked).toEqual([0, 1]);
  board.enter('/1 later thought', '/2 4');
  expect(board.session.content.dimensions.map(({ asked }) => asked)).toEqual([[0, 1], [], [], []]);
});

test('Tab goes over core questions and borders, past what is left out, and never round', () => {
  const board = begin('/2', '/skip', '/1');
  const seen: (string | undefined)[] = [];
  for (let times = 0; times < 7; times += 1) seen.push(board.press('tab').message);
  const end = 'the last question · not asked: 1 Q1, 1 Q2, 3 Q1, 3 Q2, 4 Q1, 4 Q2 · to rate: 1, 3, 4 · /review';
  expect(seen).toEqual(['now Q2', 'now 3 Security', 'now Q2', 'now 4 Finops', 'now Q2', end, end]);
  expect(board.press('shift-tab', 'shift-tab', 'shift-tab', 'shift-tab').message).toBe('now 1 Architecture');
});

test('Tab with words in the line does nothing, and on a command it completes it', () => {
  const board = begin().type('she said').press('tab', 'shift-tab');
  expect(board.line).toBe('she said');
  expect(board.changes).toEqual([]);
  expect(board.retype('/fl').press('tab').line).toBe('/flag ');
  expect(board.retype('/q').press('tab').line).toBe('/quit');
  expect(board.retype('/n').press('tab')).toMatchObject({ line: '/n', message: '/na or /next' });
});

describe('a note that is mended', () => {
  test('comes into the line, the last first, and keeps its time', () => {
    const board = begin('held its laod', 'twice').press('up', 'up');
    expect(board.line).toBe('held its laod');
    board.enter('held its load');
    expect(board.message).toBe('mended note 1 of 2 on 1 Architecture');
    expect(board.session.content.dimensions[0]?.notes).toMatchObject([
      { text: 'held its load', at: '2026-11-20T14:00:01.000Z' },
      { text: 'twice' },
    ]);
  });

  test('stays a note, also where it is a number or a command', () => {
    const board = begin('for times').press('up').enter('4');
    expect(notes(board, 0)).toEqual(['4']);
    expect(rating(board, 0)).toBeUndefined();
    expect(notes(board.press('up').enter('/undo'), 0)).toEqual(['/undo']);
  });

  test('is deleted where nothing is left of it, and comes back', () => {
    const board = begin('held its load').press('up').enter('');
    expect(board.message).toBe('deleted “held its load” · /undo brings it back');
    expect(notes(board, 0)).toEqual([]);
    expect(notes(board.enter('/undo'), 0)).toEqual(['held its load']);
    expect(board.message).toBe('undone: the deletion on 1 Architecture of “held its load”');
  });

  test('moves to the dimension that stands before it', () => {
    const board = begin('90 minutes').press('up').enter('/2 90 minutes');
    expect(board.message).toBe('moved to 2 Operations (1)');
    expect([notes(board, 0), notes(board, 1)]).toEqual([[], ['90 minutes']]);
    expect(board.enter('/undo').message).toBe('undone: the move of “90 minutes” to 2 Operations');
    board.press('up').enter('/2 90 minutes');
    board.enter('/2').press('up').enter('/0 90 minutes');
    expect(board.session.content.notes).toMatchObject([{ text: '90 minutes' }]);
  });

  test('is left as it was by ↓, which asks once more where something was changed', () => {
    const board = begin('held its load').press('up').type(', twice').press('down');
    expect(board.line).toBe('held its load, twice');
    expect(board.press('down').line).toBe('');
    expect(notes(board, 0)).toEqual(['held its load']);
  });
});

describe('flags', () => {
  test('a note with ⚑ is what the flag was seen in, once it is said which', () => {
    const board = begin('/flag blamed the intern', 'another note', '/flag 2');
    expect(board.session.content.flags).toMatchObject([{ id: 'blames', evidence: [{ text: 'blamed the intern' }] }]);
    expect(board.session.content.dimensions[0]?.notes).toHaveLength(2);
  });

  test('more words are more evidence, and off takes the flag back', () => {
    const board = begin('/flag 2 once', '/flag 2 twice');
    expect(board.session.content.flags[0]?.evidence.map(({ text }) => text)).toEqual(['once', 'twice']);
    expect(board.enter('/flag 2 off').session.content.flags).toEqual([]);
  });

  test('a command that waits for its words leaves its beginning in the line', () => {
    expect(begin('/flag').line).toBe('/flag ');
  });
});

describe('the review', () => {
  test('keeps words before and after the verdict as its reason, and what is filed on the whole as a note', () => {
    const review = begin('4', '/0', 'strong on outages', 'no', 'weak on access', '/0 notice of three months');
    const card = buildScorecard(review.session);
    expect(card.verdict).toEqual({ is: 'no', reason: 'strong on outages\nweak on access' });
    expect(card.notes).toMatchObject([{ text: 'notice of three months' }]);
    expect(JSON.stringify(card)).not.toContain('isReason');
  });

  test('has words as notes while there is no verdict', () => {
    expect(buildScorecard(begin('/0', 'strong on outages').session).notes).toMatchObject([
      { text: 'strong on outages' },
    ]);
  });

  test('seals only when it is asked twice, where something is missing', () => {
    const review = begin('4', 'built it', '/2 3', '/3 3', '/4 3', '/2 a note', '/4 a note', '/0', 'yes', '/submit');
    expect(review.message).toBe('1 gap (3 rated 3 without a note) · /submit again seals with it');
    expect(review.next).toBeUndefined();
    expect(review.enter('/submit').next).toBe('submit');
  });

  test('counts what is missing, those of a kind together', () => {
    const review = begin('/2 3', '/3 3', '/2', '/flag something off', '/0', 'yes', '/submit');
    expect(review.message).toBe(
      '4 gaps (3 rated 3 without a note; 1, 4 not rated; ⚑ on 2 Operations: which?) · /submit again seals with it',
    );
    expect(review.enter('/undo', '/submit').message).toMatch(/^first your verdict/);
  });

  test('fills a gap where it is, and seals at once', () => {
    const review = begin('4', 'built it', '/2 /skip', '/0', 'yes');
    review.enter('/2 3', '/3 3', '/3 a note', '/4 3', '/4 a note', '/submit');
    expect(review.next).toBe('submit');
  });

  test('asks why a verdict differs, once', () => {
    const notesOf = ['1', 'a', '/2 1', '/2 b', '/3 1', '/3 c', '/4 1', '/4 d'];
    const review = begin(...notesOf, '/0', 'yes', '/submit');
    expect(review.message).toMatch(/^your verdict differs/);
    expect(review.enter('a day off for her', '/submit').next).toBe('submit');
  });

  test('lets no accident give a verdict or leave out a dimension', () => {
    const review = begin('/0');
    for (const line of ['s', '/s', '4', 'y', 'n', 'q', '', '/na', '/next']) review.enter(line);
    expect(review.session.content.verdict).toBeUndefined();
    expect(review.session.content.dimensions.every(({ rating: one }) => one === undefined)).toBe(true);
  });
});

test('on a screen that others see no message says what was rated', () => {
  expect(begin('/private', '4').message).toBe('kept');
});
