import { expect, test } from 'vitest';
import { type About, type AdviceCode, type ProblemCode, wordsOf } from '../../src/core/problem-words.js';
import { ADVICE_WORDS } from '../../src/core/problems/advice.js';
import { ANSWERS_WORDS } from '../../src/core/problems/answers.js';
import { ATS_PROBLEM_WORDS } from '../../src/core/problems/ats.js';
import { CASE_WORDS } from '../../src/core/problems/cases.js';
import { CHAIN_WORDS } from '../../src/core/problems/chain.js';
import { COUNTS_WORDS } from '../../src/core/problems/counts.js';
import { FILE_WORDS } from '../../src/core/problems/files.js';
import { OCCASION_WORDS } from '../../src/core/problems/occasion.js';
import { PLAN_WORDS } from '../../src/core/problems/plan.js';
import { REPORT_WORDS } from '../../src/core/problems/reports.js';
import { RUBRIC_WORDS } from '../../src/core/problems/rubric.js';
import { SCHEMA_WORDS } from '../../src/core/problems/schema.js';
import { SCORECARD_WORDS } from '../../src/core/problems/scorecard.js';
import { TABLE_WORDS } from '../../src/core/problems/table.js';
import { YAML_WORDS } from '../../src/core/problems/yaml.js';

type Samples<Code extends ProblemCode | AdviceCode> = { readonly [C in Code]: readonly [About<C>, ...About<C>[]] };

const scale = { min: 1, max: 5 };
const another = { day: '2026-11-20', scores: { of: 3.8, other: undefined } };

const PROBLEMS: Samples<ProblemCode> = {
  'unknown-role': [{ role: 'head-infa', known: ['head-infra'] }],
  'other-name-of-role': [{ alias: 'head-of-infrastructure', role: 'head-infra' }],
  'broken-role': [{ role: 'head-infra', file: 'rubrics/head-infra.yaml' }],
  'same-interviewer': [{ name: 'J. Lee' }],
  'listed-twice': [{ id: 'technical' }],
  'unknown-session': [
    { id: 'tecnical', known: ['technical', 'leadership'] },
    { id: 'cooking', known: ['technical', 'leadership'] },
    { id: 'technical', known: [] },
  ],
  'session-of-rubric': [{ id: 'technical' }],
  'only-shadows': [{}],
  'unknown-key': [
    { key: 'alias', known: ['aliases', 'title'], meant: 'aliases' },
    { key: 'verdict-reason', known: ['is', 'reason'], meant: undefined },
  ],
  missing: [{ name: 'title' }],
  'wrong-type': [
    { name: 'title', expected: ['string'], input: 5 },
    { name: 'questions', expected: ['array'], input: {} },
    { name: 'anchor', expected: ['string', 'object'], keys: ['short', 'text'], input: 7 },
    { name: 'evidence 1', expected: ['string'], input: { Said: 'never again' } },
    { name: 'rating', expected: ['number', 'string', 'null'], input: [] },
  ],
  'bad-key': [{}, { key: '__proto__' }, { key: 'five', hint: 'must be a rating in digits, such as 3' }],
  'bad-value': [{ name: 'severity', input: 'stopp', allowed: ['stop', 'concern'] }],
  'too-small': [
    { name: 'title', origin: 'string', minimum: 1, isInclusive: true },
    { name: 'dimensions', origin: 'array', minimum: 1, isInclusive: true },
    { name: 'weight', origin: 'number', minimum: 0, isInclusive: false },
    { name: 'min', origin: 'number', minimum: 1, isInclusive: true },
  ],
  'too-big': [
    { name: 'dimensions', origin: 'array', maximum: 36 },
    { name: 'weight', origin: 'number', maximum: 100 },
  ],
  'bad-format': [{ name: 'version', hint: 'must be three numbers, such as 1.0.0' }],
  unfit: [{ name: 'craft' }],
  'no-question': [{ dimension: 'craft' }, { dimension: 2 }],
  range: [
    { from: 90, to: 60, unit: 'minutes' },
    { from: 5, to: 3 },
  ],
  'missing-point': [{ system: 'lever', ratings: [2, 3], scale }],
  'no-fields': [{}],
  'no-scorecards': [{}],
  'unread-rating': [
    { name: 'Crafft', rating: 'yes', names: ['craft', 'Craft'] },
    { name: 'Team work', rating: '4', names: ['craft'] },
  ],
  'case-unlike': [
    { name: 'All threes', key: 'score', expected: 3, got: 2.85 },
    { name: 'Nothing rated', key: 'score', expected: null, got: 3 },
    { name: 'A stop flag', key: 'borderline', expected: true, got: false },
  ],
  'case-because': [
    { name: 'A 1 in craft', missing: ['minimum craft'], surplus: [] },
    { name: 'A 1 in craft', missing: ['stop hides'], surplus: ['minimum craft', 'coverage'] },
  ],
  'case-expects-nothing': [{ name: 'All threes' }],
  'case-answers': [{ has: 'none' }, { has: 'both' }],
  'no-rubric-beside': [{ rubric: 'small.yaml' }],
  'same-case': [{ name: 'All threes' }],
  'unreadable-point': [{ point: 'may be', system: 'Greenhouse', dimension: 'craft', expected: 'strong_yes, yes' }],
  'ambiguous-point': [{ point: '2', ratings: [2, 3], dimension: 'craft' }],
  'scale-without-map': [{ point: 'yes', system: 'Greenhouse', scale, dimension: 'craft' }],
  'unknown-overall': [{ cell: 'mixed', known: ['yes', 'no'] }],
  'unknown-mapped': [{ name: 'Crafft', names: ['Craft', 'Talk'] }],
  'unknown-value': [{ word: 'mayb', words: ['maybe', 'yes'] }],
  nobody: [{ who: 'candidate', option: '--candidate NAME' }],
  'duplicate-id': [{ id: 'craft', what: 'dimension' }],
  'duplicate-name': [{ name: 'Craft', owner: 'craft' }],
  'taken-header': [{ header: 'Name', owner: 'the candidate' }],
  'unknown-dimension': [
    { id: 'carft', known: ['craft'] },
    { id: 'carft', known: ['craft'], role: 'small' },
    { id: 'carft', known: ['craft'], role: 'small', option: '--map' },
    { id: 'speed', known: ['craft', 'talk'], names: ['Craft', 'Talk'], role: 'small' },
  ],
  'same-dimension': [{ first: 'Craft', second: 'craft', dimension: 'craft' }],
  'unknown-part': [
    { what: 'variant', id: 'evn', known: ['even'], role: 'small' },
    { what: 'session', id: 'first', known: [], role: 'small' },
  ],
  'unknown-requirement': [{ id: 'yeers', known: ['years'], role: 'small', option: '--map' }],
  'unknown-flag': [
    { id: 'blaims', known: ['blames'] },
    { id: 'blaims', known: ['blames'], inCell: true },
    { id: 'late', known: ['hides', 'blames'], tellsAll: true },
  ],
  'unknown-question': [
    { dimension: 'craft', question: 9, count: 2 },
    { dimension: 'craft', question: 'Why?', count: 1 },
  ],
  'unknown-advice': [{ id: 'vauge-anchor', known: ['vague-anchor'] }],
  scale: [{ min: 5, max: 1 }],
  'off-scale': [
    { what: 'rating', value: 6, scale },
    { what: 'rating', value: '3,5', dimension: 'craft', scale },
    { what: 'rating', value: 2.3, scale: { min: 0, max: 10, step: 0.5 } },
    { what: 'bar', value: 6, scale },
    { what: 'minimum', value: 6, scale },
    { what: 'strongYesNeeds', value: 5.5, scale },
    { what: 'band', name: 'yes', value: 6, scale },
    { what: 'key', value: '6', scale },
    { what: 'tick', value: '6', scale },
  ],
  'not-optional': [
    { dimension: 'craft', where: 'cell' },
    { dimension: 'craft', where: 'answers' },
    { dimension: 'craft', where: 'scorecard' },
  ],
  'missing-label': [{ ratings: [4], scale, needed: 'each' }],
  'missing-anchor': [
    { ratings: [2, 4], scale, needed: 'each' },
    { ratings: [0, 10], scale: { min: 0, max: 10 }, needed: [0, 6, 10] },
    { ratings: [0], scale: { min: -2, max: 2, step: 0.5 }, needed: 'each' },
  ],
  half: [{ what: 'anchor', half: 2.5 }],
  'too-many-ratings': [{ scale: { min: 0, max: 100 }, count: 101, most: 21 }],
  'some-weights': [
    { dimension: 'craft', has: true },
    { dimension: 'craft', has: false },
  ],
  border: [{ border: '2-4' }],
  'bands-order': [{ name: 'yes', value: 2, below: 'no', belowValue: 3 }],
  'weights-sum': [
    { sum: 105, off: 5 },
    { sum: 99.5, off: 0.5 },
  ],
  'too-many-decimals': [
    { value: 33.33333, most: 4 },
    { name: 'weight', value: 33.33333, most: 4 },
  ],
  'unknown-base': [{ id: 'cor', known: ['core'] }],
  'broken-base': [{ id: 'core', file: 'rubrics/core.yaml' }],
  'no-base': [{ id: 'core' }],
  'extends-itself': [{}],
  'extends-chain': [{ id: 'lead', base: 'core' }],
  'other-scale': [{ base: { id: 'core', ...scale, bar: 3 }, own: { min: 1, max: 4, bar: 3 } }],
  'partly-filled': [{ key: 'minutes', base: 'core' }],
  'no-level': [{}],
  'no-competency': [{}],
  'homeless-item': [{ id: 'toil', item: 'Counts toil and removes it' }],
  'unknown-home': [{ id: 'craf', known: ['craft', 'rubric'] }],
  'silent-home': [{ home: 'craft', id: 'toil', words: ['toil', 'manual work'] }],
  'unknown-item': [{ id: 'tiol', known: ['toil'] }],
  'other-document': [{ document: 'a.txt', listed: 'b.txt' }],
  'other-rubric': [{ id: 'lead', expected: 'head' }],
  'sample-border': [{ border: '3-4', rating: 5 }],
  'variant-weights': [{ missing: ['craft', 'talk'] }],
  'no-digest': [{}],
  'no-decision': [{}],
  'unsealed-decision': [{}],
  'unlogged-decision': [{}],
  'rests-on': [
    { state: 'gone', interviewer: 'J. Lee', digest: 'sha256:0a' },
    { state: 'altered', interviewer: 'J. Lee', digest: 'sha256:0a' },
    { state: 'erased', interviewer: 'J. Lee', digest: 'sha256:0a' },
  ],
  'missing-decision': [
    { by: 'log', digest: 'sha256:0a' },
    { by: 'next', digest: 'sha256:0a' },
  ],
  'two-decisions': [{ other: 'decisions/a.json' }],
  digest: [{}],
  arithmetic: [
    { key: 'score', told: 4, computed: 5 },
    { key: 'recommendation', told: 'yes', computed: 'no' },
    { dimension: 'craft', key: 'contribution', told: undefined, computed: 2.4 },
  ],
  times: [{}, { startedAt: '2026-11-20T14:00:00Z', submittedAt: '2026-11-19T14:00:00Z' }],
  'file-name': [{ id: '2026-11-20-ada-example-small-r-panel' }],
  report: [{ file: 'ada.md' }],
  'own-digest': [{}],
  journal: [
    { what: 'status' },
    { what: 'dimensions' },
    { what: 'dimension', id: 'craft' },
    { what: 'entry', dimension: 'craft', key: 'rating', told: 4, entered: 3 },
    { what: 'entry', key: 'redFlags', told: [], entered: [['worry']] },
  ],
  unsigned: [{}],
  signature: [
    { isGood: true, but: 'by somebody else than the interviewer' },
    { isGood: false, but: 'the file was changed after it was signed' },
  ],
  'missing-seal': [
    { by: 'next', digest: 'sha256:0a' },
    { by: 'amendment', digest: 'sha256:0a' },
    { by: 'head', digest: 'sha256:0a', head: 'sha256:0a' },
    { by: 'head', digest: 'sha256:0a', head: 'sha256:1b' },
    { by: 'log', digest: 'sha256:0a', interviewer: 'R. Panel', at: '2026-11-20T14:00:00Z' },
    { by: 'unread', digest: 'sha256:0a' },
    { by: 'journal', id: '2026-11-20-ada' },
  ],
  'other-chain': [{ before: 'S. Other' }],
  'no-journal': [{ isPerhapsElsewhere: false }, { isPerhapsElsewhere: true }],
  fork: [
    { files: ['a.json', 'b.json'], isFirst: false },
    { files: ['a.json'], isFirst: true },
  ],
  'from-elsewhere': [{ lacks: 'previous' }, { lacks: 'journal' }, { lacks: 'log' }],
  'kept-journal': [{ id: '2026-11-20-ada' }],
  'same-id': [{ id: '2026-11-20-ada', source: 'a.json' }],
  'doubtful-person': [{ name: 'Ada Example', ids: ['a@example.com', 'b@example.com'] }],
  'replaced-by-altered': [{ by: 'store/b.json' }, {}],
  'no-scorecard': [{ found: 'nothing' }, { found: 'other-data' }, { found: 'decision' }, { found: 'damaged-draft' }],
  'no-candidate': [{ in: 'header', likely: [] }, { in: 'header', likely: ['Candidat', 'Team name'] }, { in: 'row' }],
  'no-interviewer': [{}],
  'no-dimension': [{ role: 'small', ids: ['craft', 'talk'] }],
  'no-requirement': [
    { role: 'small', ids: ['years', 'degree'] },
    { role: 'small', ids: [] },
  ],
  'duplicate-column': [
    { first: 'talk', second: 'Talk', holds: 'talk' },
    { first: 'talk', second: 'Talk (10 pts)', holds: 'talk' },
  ],
  'doubtful-column': [
    { header: 'Craft & talk', ids: ['craft', 'talk'], because: 'several' },
    { header: 'Talk (self)', ids: ['talk'], because: 'taken' },
    { header: 'How was the talk?', ids: ['talk'], because: 'cells' },
    { header: 'Overall talk', ids: ['talk'], because: 'other' },
  ],
  'unread-ratings': [
    { header: 'Skill', cells: ['4', '3'], ids: ['talk'] },
    { header: 'Skill\u200b', cells: ['4'], ids: ['craft', 'talk'] },
  ],
  'other-delimiter': [{ delimiter: '^' }, { delimiter: '\t' }],
  'on-its-side': [{ from: 2, to: 9 }],
  'second-header': [{ line: 2, text: 'System design' }],
  'perhaps-long': [{ header: 'Topic' }],
  'not-long': [{ headers: ['Who', 'What'] }],
  'unknown-criterion': [{ criterion: 'Crafd', known: ['craft', 'talk'], ids: ['craft', 'talk'] }],
  'rated-twice': [{ criterion: 'craft', lines: [2, 9] }],
  'no-criterion': [{}],
  'too-many-columns': [{ columns: 1_000_000, most: 16_384 }],
  'unknown-column': [
    { header: 'Techh', headers: ['Tech'] },
    { header: 'Decison', headers: ['Decision'], option: '--value' },
  ],
  'other-pack': [{ version: '1.0.0', now: '2.0.0' }],
  'unknown-answer': [{ key: 'craft-12', known: ['craft-1', 'craft-2'] }],
  'counts-person': [{ header: 'Full name' }],
  'counts-individuals': [{}],
  'no-counts': [{ what: 'applicants' }],
  'unknown-counts': [{ target: 'applicant', known: ['group', 'applicants'] }],
  'not-a-count': [
    { cell: '40%', what: 'Hires' },
    { cell: '', what: 'Hires' },
  ],
  'too-many-selected': [{ selected: 9, applicants: 5 }],
  'no-group': [{}],
  'group-twice': [{ group: 'women', line: 4 }],
  'more-than-before': [{ group: 'Offer: women', applicants: 30, before: 24 }],
  'near-miss': [{ header: 'My crafd', id: 'craft' }],
  'no-person': [
    { is: 'summary', text: 'Average' },
    { is: 'summary', text: '' },
    { is: 'test', text: 'Test Student' },
    { is: 'heading', text: 'Round 1' },
    { is: 'header', text: 'candidate' },
    { is: 'labels', text: '' },
  ],
  'ragged-row': [
    { cells: 1, headers: 4 },
    { cells: 5, headers: 4 },
  ],
  'unclosed-quote': [{ line: 3 }],
  'text-after-quote': [{}],
  'nul-byte': [{}],
  'scientific-id': [{ cell: '1.23457E+11' }],
  'ambiguous-date': [
    { cell: '03/04/2026', dmy: '2026-04-03', mdy: '2026-03-04', isMixed: false, where: 'table' },
    { cell: '03/04/2026', dmy: '2026-04-03', mdy: '2026-03-04', isMixed: true, where: 'answers' },
  ],
  'not-a-date': [{ cell: 'soon' }, { cell: '11/26/2026', order: 'dmy' }],
  'spreadsheet-date': [{ cell: '45987', day: '2025-11-26' }],
  'future-date': [{ day: '2027-01-01', today: '2026-11-26' }],
  'outside-session': [
    { what: 'dimension', id: 'talk', session: 'technical' },
    { what: 'flag', id: 'blames', session: 'technical' },
  ],
  'map-overruled': [
    { what: 'Timestamp', file: 'date', given: '', option: '--map' },
    { what: 'order', file: 'dmy', given: 'mdy', option: '--date-order' },
  ],
  'same-row': [{ first: 2 }],
  'several-rows': [
    { interviewer: 'R. Panel', candidate: 'Ada Example', lines: [2, 4], counts: 4 },
    { interviewer: 'R. Panel', candidate: 'Ada Example', lines: [2, 4], counts: undefined },
  ],
  'later-scorecard': [
    { interviewer: 'R. Panel', candidate: 'Ada Example', ...another, counts: 'row' },
    { interviewer: 'R. Panel', candidate: 'Ada Example', ...another, counts: 'other' },
  ],
  'replaced-row': [{ interviewer: 'R. Panel', candidate: 'Ada Example', ...another }],
  'unknown-verdict': [{ cell: 'Yess', word: 'yess', known: ['yes', 'no'] }],
  'not-yes-or-no': [{ cell: 'perhaps', subject: 'degree' }],
  'not-a-number': [
    { cell: 'many', unit: 'years', requirement: 'years' },
    { cell: 'many', unit: undefined, requirement: 'years' },
  ],
  'two-numbers': [{ cell: '1,200', readings: [1200, 1.2], requirement: 'servers' }],
  'around-limit': [
    { cell: '8-10', atLeast: 9, unit: 'years', requirement: 'years' },
    { cell: '>5', atLeast: 9, unit: undefined, requirement: 'years' },
  ],
  'between-ratings': [
    { cell: '3½', dimension: 'craft', scale },
    { cell: '3½', dimension: 'craft', scale, allowed: '1 to 5' },
  ],
  'other-denominator': [{ cell: '8/10', outOf: 10, dimension: 'craft', scale }],
  'foreign-words': [{ cell: 'Strong Yes', dimension: 'craft', system: 'greenhouse' }],
  'unknown-meaning': [
    { text: 'Maybe', meaning: 'no-decison', known: ['no', 'no-decision'] },
    { text: 'Maybe', meaning: '9', known: ['no', 'yes'], header: 'Decision' },
    { text: 'Maybe', meaning: 'Ada', known: [], header: 'candidate' },
    { text: 'Maybe', meaning: 'no-decison', known: ['no', 'no-decision'], inMap: true },
  ],
  'blank-value': [{ meaning: '4' }, { meaning: '4', inMap: true }],
  'foreign-scale': [{ words: 'lever', scale: { min: 1, max: 4 }, dimension: 'craft' }],
  'unknown-rating': [
    { cell: 'x', dimension: 'craft', expected: scale },
    { cell: 'a note in the column of a rating, and a long one', dimension: 'craft', expected: scale },
    { cell: 'x', dimension: 'craft', expected: { system: 'greenhouse', listed: 'strong_yes to definitely_not' } },
  ],
  unreadable: [{ reason: 'no permission' }],
  'too-large': [{ what: 'file', most: 1_048_576 }],
  'too-many-tokens': [{ most: 100_000 }],
  'not-a-file': [{}],
  'not-utf8': [{ what: 'file' }, { what: 'line' }, { what: 'row' }],
  json: [{ what: 'line', reason: 'Unexpected end of JSON input' }],
  empty: [{}],
  'several-documents': [{}],
  'too-deep': [{ most: 64 }],
  alias: [{ name: 'base' }],
  tag: [{ tag: '!!js/function' }],
  anchor: [{ name: 'co' }],
  'indent-space': [
    { sign: '\u00a0', more: 0 },
    { sign: '\t', more: 1 },
    { sign: '\u3000', more: 4 },
  ],
  'unquoted-colon': [{ text: 'Tell me this: what did you ship?' }, { text: '“Ada: an example”' }],
  'unquoted-start': [{ sign: '@' }],
  'open-quote': [{ quote: '"' }],
  'quote-inside': [{ quote: "'" }, { quote: '"' }],
  'bad-escape': [{ written: '\\U' }],
  'no-space': [{ after: ':' }, { after: '-', instead: '\u00a0' }],
  'wide-colon': [{}],
  'list-mark': [{ sign: '–' }],
  'bad-indent': [
    { is: 5, should: 4 },
    { is: 2, should: 1 },
  ],
  'list-in-text': [{}],
  'missing-comma': [{ key: '"rating"' }],
  'open-bracket': [{ open: '[', close: ']' }],
  'cut-in-braces': [{ text: 'Compared two regions', rest: 'before either was built' }],
  yaml: [
    { what: 'indent' },
    { what: 'key' },
    { what: 'missing' },
    { what: 'surplus' },
    { what: 'long-key' },
    { what: 'line' },
  ],
  'duplicate-key': [{ key: 'rating', isRead: true }, { key: 'title' }],
  'other-option': [{ key: 'candidate', written: 'Ada Example', given: 'Bo Sample' }],
  'future-day': [{ day: '2026-11-21', today: '2026-11-20' }],
};

const ADVICE: Samples<AdviceCode> = {
  'unneeded-allow': [{ code: 'vague-anchor' }],
  'many-dimensions': [{ count: 9, most: 8 }],
  'no-minutes': [{}, { dimension: 'craft' }],
  'minutes-total': [{ total: 120, shortest: 30, longest: 90 }],
  'needless-rationale': [{}],
  'no-rationale': [{}],
  'unreachable-band': [{ band: 'strong-yes' }],
  'idle-weight': [{ dimension: 'craft', weight: 1 }],
  'vague-anchor': [{ word: 'excellent' }],
  'same-anchor': [{ ratings: [2, 3] }],
  'adverb-anchor': [{ ratings: [2, 3] }],
  'double-question': [{}],
  'leading-question': [{}],
  'protected-question': [{ ground: 'age' }],
  'no-signal': [{ dimension: 'craft', missing: ['strong', 'weak'] }],
  'wide-borderline': [{ borderline: 0.5 }],
  'few-dimensions': [
    { count: 1, fewest: 5 },
    { count: 4, fewest: 5 },
  ],
  'core-minutes': [{ dimension: 'craft', count: 3, minutes: 12, each: 5 }],
  'session-minutes': [{ session: 'technical', minutes: 45, needed: 52 }],
  'session-size': [{ session: 'technical', count: 5 }],
  'no-session': [{ missing: ['craft', 'talk'] }],
  'no-short': [{}, { dimension: 'craft', ratings: [1, 5] }],
  'long-short': [
    { words: 9, cells: 40, most: { words: 8, cells: 60 } },
    { words: 7, cells: 64, most: { words: 8, cells: 60 } },
  ],
  'long-anchor': [{ rating: 4, words: 44, most: 30 }],
  'many-conditions': [{ rating: 4, count: 5, most: 3 }],
  'or-anchor': [{ rating: 5 }],
  'no-guard': [{ rating: 1 }],
  'years-question': [{}],
  'same-story': [{ dimension: 'craft', question: 1 }],
  'bar-unreached': [{ dimension: 'craft' }],
  'required-product': [{ product: 'Terraform' }],
  'header-clash': [{ header: 'Talk notes', owner: 'the evidence of talk' }],
  unfinished: [{ where: ['summary'] }, { dimension: 'craft', where: ['anchors 1', 'questions 1 ask'] }],
  'bare-key': [{ key: 'yes' }],
  'like-weights': [
    { lowest: 33, highest: 34, variant: undefined },
    { lowest: 33, highest: 34, variant: 'startup' },
  ],
  'lost-at-hash': [{ rest: '42 taught it' }],
  'cut-at-hash': [{ text: 'Fault', rest: '1 of the list' }],
  'cut-at-comma': [{ text: 'Compared two regions', rest: 'before either was built' }],
  'samples-version': [{ version: '1.0.0', now: '2.0.0' }],
  'few-samples': [{ dimension: 'craft', count: 1, fewest: 3 }],
  'narrow-samples': [{ dimension: 'craft', ratings: [3, 4] }],
  'no-border-sample': [{ dimension: 'craft' }],
};

function inWords(samples: object): string {
  const lines = Object.entries(samples).flatMap(([code, all]: [string, readonly unknown[]]) =>
    all.map((about) => `${code}: ${wordsOf(code as ProblemCode, about as About<ProblemCode>)}`),
  );
  return `\n${lines.join('\n')}\n`;
}

test('each problem in its words', () => {
  expect(inWords(PROBLEMS)).toMatchInlineSnapshot(`
    "
    unknown-role: there is no role "head-infa"; did you mean "head-infra"?
    other-name-of-role: "head-of-infrastructure" is another name of the role head-infra; write head-infra
    broken-role: the rubric of head-infra has mistakes of its own; mend rubrics/head-infra.yaml first
    same-interviewer: J. Lee is in the plan twice; list all their sessions in one place
    listed-twice: "technical" is listed twice; remove one of the two
    unknown-session: neither the rubric nor the plan has a session "tecnical"; did you mean "technical"?
    unknown-session: neither the rubric nor the plan has a session "cooking"; here may stand technical, leadership
    unknown-session: neither the rubric nor the plan has a session "technical"; leave "sessions" out: all dimensions
    session-of-rubric: the rubric has a session "technical" already; give the plan's own another id, or leave it out
    only-shadows: everybody here is a shadow, and a shadow never counts; plan somebody who does
    unknown-key: unknown key "alias"; did you mean "aliases"?
    unknown-key: unknown key "verdict-reason"; here may stand is, reason
    missing: "title" is missing
    wrong-type: "title" must be text, not the number 5; put it in quotes
    wrong-type: "questions" must be a list, not a map of keys
    wrong-type: "anchor" must be text or a map of keys (short, text), not the number 7; put it in quotes
    wrong-type: "evidence 1" must be text, not a map of keys; text with a colon needs quotes: "Said: never again"
    wrong-type: "rating" must be a number, text or nothing, not a list
    bad-key: a list or a map cannot be a key
    bad-key: "__proto__" cannot be a key
    bad-key: "five" cannot be a key here: it must be a rating in digits, such as 3
    bad-value: "severity" must be one of stop, concern; did you mean "stop"?
    too-small: "title" is empty
    too-small: "dimensions" needs at least 1 item
    too-small: "weight" must be more than 0
    too-small: "min" must be at least 1
    too-big: "dimensions" must have at most 36 items
    too-big: "weight" must be at most 100
    bad-format: "version" must be three numbers, such as 1.0.0
    unfit: "craft" is nothing that may stand here
    no-question: dimension craft has no question; write at least one
    no-question: dimension 2 has no question; write at least one
    range: 90 to 60 minutes runs backwards
    range: 5 to 3 runs backwards
    missing-point: the map for lever says nothing of 2, 3; each rating from 1 to 5 needs a point there
    no-fields: the form has no field to fill in
    no-scorecards: there is no scorecard in it; it may hold one, a list of them, one a line, or the answer { "data": [ … ] }
    unread-rating: "Crafft" is rated "yes" and is none of the rubric's dimensions; pass --map Crafft=craft, or --map Crafft= to leave it out
    unread-rating: "Team work" is rated "4" and is none of the rubric's dimensions; pass --map 'Team work=DIMENSION', or --map 'Team work=' to leave it out
    case-unlike: "All threes": score is 2.85, expected 3
    case-unlike: "Nothing rated": score is 3, expected none
    case-unlike: "A stop flag": borderline is false, expected true
    case-because: "A 1 in craft": expected reasons that did not come: minimum craft
    case-because: "A 1 in craft": expected reasons that did not come: stop hides; reasons that were not expected: minimum craft, coverage
    case-expects-nothing: "All threes" expects nothing; write what should come out, or let --update write what does
    case-answers: a case needs ratings, or interviews with ratings each
    case-answers: a case has either ratings and what belongs to them, or interviews; move them into one of the interviews
    no-rubric-beside: there is no small.yaml beside it, which these cases would be for
    same-case: two cases are called "All threes"; give each its own name
    unreadable-point: "may be" is not a rating of Greenhouse (craft); here may stand strong_yes, yes; pass --value 'may be=RATING'
    ambiguous-point: "2" may be 2 or 3 by the rubric's map (craft); pass --value 2=2 or the one it is
    scale-without-map: "yes" of Greenhouse has no counterpart on the scale 1 to 5 (craft); pass --value yes=RATING, or give the rubric a map: export
    unknown-overall: "mixed" is not a recommendation that is known; pass --value mixed=VERDICT with one of yes, no
    unknown-mapped: --map names "Crafft", which none of the scorecards has; did you mean "Craft"?
    unknown-value: --value names "mayb", which is said nowhere; did you mean "maybe"?
    nobody: it does not say who the candidate is; pass --candidate NAME
    duplicate-id: the id "craft" is used for two dimensions; give each its own
    duplicate-name: "Craft" already names the dimension craft; a CSV header must mean one dimension
    taken-header: a CSV header "Name" also means the candidate: one of the two columns would be lost; choose another name
    unknown-dimension: there is no dimension "carft"; did you mean "craft"?
    unknown-dimension: the rubric small has no dimension "carft"; did you mean "craft"?
    unknown-dimension: --map: the rubric small has no dimension "carft"; did you mean "craft"?
    unknown-dimension: the rubric small has no dimension "speed"; here may stand craft, talk
    same-dimension: "Craft" and "craft" both name the dimension craft; remove one of them
    unknown-part: the rubric small has no variant "evn"; did you mean "even"?
    unknown-part: the rubric small has no session "first"; it has none
    unknown-requirement: --map: the rubric small has no requirement "yeers"; did you mean "years"?
    unknown-flag: the rubric has no red flag "blaims"; did you mean "blames"?
    unknown-flag: the rubric has no red flag "blaims" (semicolons go between several); did you mean "blames"?
    unknown-flag: the rubric has no red flag "late"; here may stand hides, blames
    unknown-question: craft has no question 9; write its number, 1 to 2, or its words
    unknown-question: craft has no question "Why?"; write its number, 1, or its words
    unknown-advice: "vauge-anchor" is not the code of any advice; did you mean "vague-anchor"?
    scale: the scale runs from 5 to 1; max must be above min
    off-scale: rating 6 is outside the scale 1 to 5
    off-scale: rating 3,5 is not a whole number of the scale 1 to 5 (craft)
    off-scale: rating 2.3 is between two ratings of the scale 0 to 10 in halves
    off-scale: the bar 6 is outside the scale 1 to 5
    off-scale: the minimum 6 is outside the scale 1 to 5
    off-scale: strongYesNeeds is 5.5, outside the scale 1 to 5
    off-scale: the band "yes" begins at 6, outside the scale 1 to 5
    off-scale: 6 is outside the scale 1 to 5
    off-scale: [6] is outside the scale 1 to 5
    not-optional: craft is not optional, so it cannot be "not-applicable"; leave the cell blank
    not-optional: craft is not optional, so it cannot be "not-applicable"; "not-assessed" is allowed
    not-optional: craft is not optional, so it cannot be "not-applicable"
    missing-label: there is no label for 4; each rating from 1 to 5 needs one
    missing-anchor: there is no anchor for 2, 4; each rating from 1 to 5 needs one
    missing-anchor: there is no anchor for 0, 10; at least 0, 6 and 10 need one
    missing-anchor: there is no anchor for 0; each whole rating from -2 to 2 needs one
    half: 2.5 lies between the anchors of 2 and 3, and has none of its own; remove it
    too-many-ratings: the scale 0 to 100 has 101 ratings; more than 21 cannot be told apart
    some-weights: dimension craft has a weight, and others have none; give every one a weight, or none of them
    some-weights: dimension craft has no weight, and others have one; give every one a weight, or none of them
    border: "2-4" is not a border: name two neighbouring ratings of the scale, such as "3-4"
    bands-order: the band "yes" begins at 2, not above "no" at 3; bands must ascend
    weights-sum: the weights sum to 105, not 100: 5 too much
    weights-sum: the weights sum to 99.5, not 100: 0.5 too little
    too-many-decimals: 33.33333 has more than 4 digits after the point
    too-many-decimals: "weight" 33.33333 has more than 4 digits after the point
    unknown-base: there is no rubric "cor" to extend; did you mean "core"?
    broken-base: core has mistakes of its own; mend rubrics/core.yaml first
    no-base: the rubric core, from which dimensions are to be filled, was not given
    extends-itself: a rubric cannot extend itself
    extends-chain: lead itself extends core; extend a rubric that extends none
    other-scale: the scale is 1 to 4 with the bar at 3, that of core is 1 to 5 with the bar at 3; a dimension can be filled only from the same scale
    partly-filled: "minutes" cannot stand in a dimension that is filled from core: give its id and weight alone, or write it out
    no-level: there is no column or topic with a level; a ladder has one for each
    no-competency: there is no row with a competency and a text
    homeless-item: nothing in the rubric is the home of "toil" (Counts toil and removes it); add it to homes
    unknown-home: no part of the rubric has the id "craf"; did you mean "craft"?
    silent-home: craft is the home of "toil", and has none of the words "toil", "manual work"
    unknown-item: the document has no item "tiol"; did you mean "toil"?
    other-document: the items are those of b.txt, not of a.txt
    other-rubric: these are samples of lead; beside this rubric stand those of head
    sample-border: "3-4" is not a border of 5: name two neighbouring ratings, this one among them
    variant-weights: the variant gives no weight for craft, talk; it needs one for each dimension
    no-digest: the scorecard is submitted but has no digest
    no-decision: is not a decision
    unsealed-decision: the decision has no digest: it was not sealed, or that was taken out
    unlogged-decision: is not in the log: it was put in from elsewhere
    rests-on: it rests on a scorecard of J. Lee that is gone: sha256:0a
    rests-on: it rests on a scorecard of J. Lee that was changed after it was sealed: sha256:0a
    rests-on: it rests on a scorecard of J. Lee that was erased, as the log says: sha256:0a
    missing-decision: the log tells of a decision that is gone: none here has the digest sha256:0a
    missing-decision: the decision in whose place it stands is gone: none here has the digest sha256:0a
    two-decisions: decisions/a.json is about the same candidate and role, and neither stands in place of the other: the later counts
    digest: the digest does not match the contents: the file was changed after it was sealed
    arithmetic: score is 4, recomputed as 5
    arithmetic: recommendation is "yes", recomputed as "no"
    arithmetic: craft: contribution is absent, recomputed as 2.4
    times: the scorecard is submitted but does not say when
    times: submittedAt 2026-11-19T14:00:00Z is before startedAt 2026-11-20T14:00:00Z
    file-name: the scorecard calls itself "2026-11-20-ada-example-small-r-panel": its file was renamed or copied
    report: ada.md is not what the scorecard says: one of them was changed
    own-digest: the report was changed: it is not what the SHA-256 in its last line says
    journal: it is called a draft, and its journal says that it was submitted
    journal: it has other dimensions than its journal
    journal: its journal has no dimension "craft"
    journal: craft: rating is 4, its journal says 3
    journal: redFlags differs from its journal
    unsigned: unsigned
    signature: good, but by somebody else than the interviewer
    signature: bad: the file was changed after it was signed
    missing-seal: the scorecard before it is gone: none here has the digest sha256:0a
    missing-seal: the scorecard that it amends is gone: none here has the digest sha256:0a
    missing-seal: nothing here has the digest sha256:0a
    missing-seal: nothing here has the digest sha256:0a, which is behind sha256:1b
    missing-seal: the scorecard that R. Panel sealed at 2026-11-20T14:00:00Z is gone: none here has the digest sha256:0a
    missing-seal: no scorecard that you may read has the digest sha256:0a, which belongs here
    missing-seal: the scorecard "2026-11-20-ada" is gone: this journal says that it was sealed
    other-chain: follows a seal of S. Other, who is somebody else
    no-journal: its journal is gone: the log says that it was sealed here, and others of its interviewer are there
    no-journal: was sealed here by the log, and has no journal: it is on another machine, or was taken out
    fork: follows the same seal, as a.json, b.json: sealed at once, or on two machines
    fork: follows no seal, as a.json: sealed at once, or on two machines
    from-elsewhere: names a seal before it that was never here: it was put in from elsewhere, or all trace of that was taken out
    from-elsewhere: has no journal, and others of its interviewer have one: it was put in from elsewhere, or its journal was taken out
    from-elsewhere: is not in the log: it was put in from elsewhere
    kept-journal: the scorecard "2026-11-20-ada" was erased, and its journal is still here
    same-id: has the same id "2026-11-20-ada" as a.json but has different content; remove one of them
    doubtful-person: "Ada Example" may be any of 2 people (a@example.com, b@example.com); say which with --same 'Ada Example=a@example.com'
    replaced-by-altered: is not counted: store/b.json is later, and was changed after it was sealed
    replaced-by-altered: is not counted: the scorecard that stands in its place is later, and was changed after it was sealed
    no-scorecard: is empty
    no-scorecard: is neither a scorecard nor output of scorecard batch
    no-scorecard: is a decision, not a scorecard: scorecard report and scorecard verify take it
    no-scorecard: the draft is damaged: it does not hold a valid interview
    no-candidate: there is no column "candidate"; pass --map Column=candidate
    no-candidate: there is no column "candidate"; did you mean "Candidat" or "Team name"? Then pass --map Candidat=candidate, or --map 'Team name=candidate'
    no-candidate: the candidate is missing
    no-interviewer: the interviewer is missing
    no-dimension: no column holds a dimension of small (craft, talk); pass --map "Column=dimension", or start from --template
    no-requirement: no column holds a requirement of small (years, degree); pass --map "Column=requirement"
    no-requirement: the rubric small has no requirements to screen for
    duplicate-column: columns "talk" and "Talk" both hold talk; rename or remove one of them
    duplicate-column: columns "talk" and "Talk (10 pts)" both hold talk; leave one out: pass --map talk=, or --map 'Talk (10 pts)='
    doubtful-column: column "Craft & talk" may hold craft or talk; pass --map 'Craft & talk=craft', or --map 'Craft & talk=talk', or --map 'Craft & talk=' to leave it out
    doubtful-column: column "Talk (self)" seems to hold talk, which has a column already; pass --map 'Talk (self)=' to leave it out
    doubtful-column: column "How was the talk?" seems to hold talk, but its cells are no ratings; pass --map 'How was the talk?=talk', or --map 'How was the talk?=' to leave it out
    doubtful-column: column "Overall talk" may hold talk, or what sums it up; pass --map 'Overall talk=talk', or --map 'Overall talk=' to leave it out
    unread-ratings: column "Skill" seems to hold ratings (4, 3) and names no dimension, while talk has no column; pass --map Skill=talk, or --map Skill= to leave it out, or --partial where these are meant to be missing
    unread-ratings: column "Skill<U+200B>" seems to hold ratings (4) and names no dimension, while craft, talk have no column; pass --map Skill=craft, or --map Skill= to leave it out, or --partial where these are meant to be missing
    other-delimiter: the header is one cell; if "^" separates its columns, pass --delimiter '^'
    other-delimiter: the header is one cell; if tabs separate its columns, pass --delimiter tab
    on-its-side: the table lies on its side: the dimensions stand below each other (lines 2 to 9) and the candidates across; one row for each candidate is needed, so turn it (in a spreadsheet: copy, then paste transposed)
    second-header: the header goes on in line 2, with "System design" and others: write its two lines as one, each column with what it holds
    perhaps-long: dimensions are named in the cells of "Topic": one row for each rating, as it seems; pass --map Topic=criterion and --map "Column=score", or make one column for each dimension
    not-long: --long needs columns for the candidate, the criterion and the score (there are "Who", "What"); pass --map "Column=criterion" and --map "Column=score"
    unknown-criterion: "Crafd" is no dimension; did you mean "craft"? (craft, talk); pass --map Crafd=DIMENSION, or --map Crafd= to leave it out
    rated-twice: two ratings of "craft" for one candidate by one interviewer, on lines 2 and 9; remove one, or add a column that tells the interviewers apart
    no-criterion: a score without a criterion
    too-many-columns: the header has 1000000 columns; at most 16384 are read
    unknown-column: --map names a column "Techh" that the table doesn't have; did you mean "Tech"?
    unknown-column: --value names a column "Decison" that the table doesn't have; did you mean "Decision"?
    other-pack: the answers were rated by version 1.0.0 of the rubric, which is at 2.0.0: rate them again
    unknown-answer: there is no answer "craft-12"; did you mean "craft-1"?
    counts-person: column "Full name" is about single people, and this takes counts alone, apart from anybody's ratings; count first: one row for each group, with how many applied and how many were selected (scorecard impact --template shows it)
    counts-individuals: each row is one person, as it seems; count first: one row for each group, with how many applied and how many were selected (scorecard impact --template shows it)
    no-counts: there is no column "applicants"; pass --map Column=applicants, or, where each row is one person, count first: one row for each group, with how many applied and how many were selected (scorecard impact --template shows it)
    unknown-counts: --map names "applicant", which is none of group, applicants; did you mean "applicants"?
    not-a-count: Hires: "40%" is not a whole number from 0 to 10000000
    not-a-count: Hires: a number is missing
    too-many-selected: 9 of 5 cannot be selected; selected counts people of the same group who applied
    no-group: the group is missing
    group-twice: "women" stands on line 4 too; add the two up, or tell them apart by a column "stage" or "category"
    more-than-before: "Offer: women": 30 at this stage, though 24 were selected at the one before
    near-miss: column "My crafd" matches nothing in the rubric; did you mean "craft"? Rename it, or pass --map 'My crafd=craft', or --map 'My crafd=' to leave it out
    no-person: "Average" sums up other rows and is no candidate; left out
    no-person: the row sums up other rows and is no candidate; left out
    no-person: "Test Student" is a test account and no candidate; left out
    no-person: "Round 1" stands alone: a heading, or a name without a rating; left out
    no-person: the header stands here again; left out
    no-person: labels of the columns, no candidate; left out
    ragged-row: the row has 1 cell where the header has 4; a delimiter may be missing, or a line end inside a cell without quotes
    ragged-row: the row has 5 cells where the header has 4; a cell with a delimiter in it needs quotes
    unclosed-quote: the quote that opens on line 3 is never closed; everything after it is part of this row
    text-after-quote: text after a closing quote; double the quotes inside a quoted cell, or close it where it ends
    nul-byte: a NUL byte; the file is damaged, or is UTF-16 without its mark (pass --encoding utf-16le)
    scientific-id: the id "1.23457E+11" has lost its digits in a spreadsheet; make the column text there and export it again
    ambiguous-date: "03/04/2026" may be 2026-04-03 or 2026-03-04; pass --date-order dmy or --date-order mdy
    ambiguous-date: "03/04/2026" may be 2026-04-03 or 2026-03-04, and the column has days of both orders; write it as YYYY-MM-DD, such as 2026-11-20
    not-a-date: "soon" is not a date; write it as YYYY-MM-DD, such as 2026-11-20
    not-a-date: "11/26/2026" is not a date in the order dmy; write it as YYYY-MM-DD, such as 2026-11-20
    spreadsheet-date: "45987" is a spreadsheet's number for a day (2025-11-26, where it counts from 1900); format the column as dates there and export it again, or write it as YYYY-MM-DD, such as 2026-11-20
    future-date: 2027-01-01 is yet to come: today is 2026-11-26
    outside-session: talk is rated, and is no dimension of the session technical; clear the cell, or put it into a row of its own session
    outside-session: the red flag "blames" is none of the session technical; clear the cell, or put it into a row of its own session
    map-overruled: "Timestamp" is "date" here; --map says left out, and counts
    map-overruled: "order" is "dmy" here; --date-order says "mdy", and counts
    same-row: says the same as line 2: together they are one scorecard
    several-rows: R. Panel has 2 rows for Ada Example (lines 2, 4): line 4 counts, the later by day and line
    several-rows: R. Panel has 2 rows for Ada Example (lines 2, 4): none counts, a later scorecard does
    later-scorecard: R. Panel has another scorecard for Ada Example, of 2026-11-20 (no score there, 3.80 here); this one is the later, and counts in its place
    later-scorecard: R. Panel has another scorecard for Ada Example, of 2026-11-20 (no score there, 3.80 here); that one is of a later day, and still counts
    replaced-row: is sealed already, and does not count any more: R. Panel has another scorecard for Ada Example, of 2026-11-20 (no score there, 3.80 here)
    unknown-verdict: "Yess" is not a verdict; did you mean "yes"? (yes, no)
    not-yes-or-no: "perhaps" is neither yes nor no (degree)
    not-a-number: "many" is not a number of years (years)
    not-a-number: "many" is not a number (years)
    two-numbers: "1,200" may be 1200 or 1.2 (servers)
    around-limit: "8-10" may or may not be 9 years or more (years)
    around-limit: ">5" may or may not be 9 or more (years)
    between-ratings: "3½" lies between two ratings of the scale 1 to 5 (craft); which of them is the interviewer's to choose
    between-ratings: "3½" lies between two ratings of the scale 1 to 5 (craft); which of them is the interviewer's to choose; here may stand 1 to 5
    other-denominator: "8/10" is out of 10, and the scale goes to 5 (craft)
    foreign-words: "Strong Yes" is one of greenhouse's ratings, and the header doesn't say so (craft)
    unknown-meaning: --value Maybe=no-decison: no cell can be "no-decison"; did you mean "no-decision"?
    unknown-meaning: --value Maybe=9: the column "Decision" never holds "9"; here may stand no, yes
    unknown-meaning: --value Maybe=Ada: the column "candidate" never holds "Ada"
    unknown-meaning: "Maybe: no-decison": no cell can be "no-decison"; did you mean "no-decision"?
    blank-value: --value '=4' names no text; a blank cell says nothing, whatever it is
    blank-value: ": 4" names no text; a blank cell says nothing, whatever it is
    foreign-scale: lever's words need a scale of 1 to 5; this one is 1 to 4 (craft)
    unknown-rating: "x" is not a rating of the scale 1 to 5 (craft)
    unknown-rating: "a note in the column of a rating, and a …" is not a rating of the scale 1 to 5 (craft)
    unknown-rating: "x" is not one of greenhouse's ratings: strong_yes to definitely_not (craft)
    unreadable: no permission
    too-large: the file has more than 1 MiB, more than is read
    too-many-tokens: the file has more than 100000 keys, values and marks
    not-a-file: is not a regular file, so it is not opened
    not-utf8: the file is not UTF-8; save it as UTF-8
    not-utf8: the line is not UTF-8; save the file as UTF-8
    not-utf8: the row is not UTF-8; save the file as UTF-8, or pass its encoding, such as --encoding windows-1252
    json: the line is not JSON: Unexpected end of JSON input
    empty: the file is empty
    several-documents: the file holds more than one document; keep one
    too-deep: nested deeper than 64 levels
    alias: the alias *base is not read; write the text out, or quote it where it is one
    tag: the tag !!js/function is not read; remove it, or quote the text that begins with it
    anchor: text that begins with "&" needs quotes: &co is no part of the text
    indent-space: no-break spaces (U+00A0) where the indentation needs plain ones
    indent-space: tabs where the indentation needs plain spaces, here and on 1 more line
    indent-space: ideographic spaces (U+3000) where the indentation needs plain ones, here and on 4 more lines
    unquoted-colon: text with a colon needs quotes: "Tell me this: what did you ship?"
    unquoted-colon: text with a colon needs quotes (“ is not one of YAML's): "“Ada: an example”"
    unquoted-start: text that begins with "@" needs quotes
    open-quote: the quote " that opens here is not closed; close it where the text ends
    quote-inside: the text goes on after its closing quote; double a ' inside of quotes ('don''t'), or put double quotes around all of it
    quote-inside: the text goes on after its closing quote; write \\" for a quote inside of it, or put single quotes around all of it
    bad-escape: \\U means nothing between double quotes; double the backslash, or use single quotes
    no-space: a space is missing after ":"; if this is text, put it in quotes
    no-space: a no-break space (U+00A0) after "-" where a plain space is needed
    wide-colon: "：" (U+FF1A) ends no key; write ":" and a space
    list-mark: "–" (U+2013) does not begin a list item; write "-" and a space, or quote the text
    bad-indent: the line is indented by 5 spaces, where 4 are needed
    bad-indent: the line is indented by 2 spaces, where 1 is needed
    list-in-text: a list item would go on with the text above it; begin that one with "-" too, or quote the text
    missing-comma: a comma is missing before "rating"
    open-bracket: the "[" that opens here is not closed; close it with "]"
    cut-in-braces: a comma ends "Compared two regions", and "before either was built" is a key without a value; quote the text
    yaml: the line does not fit those around it: its indentation is another, or a list and keys stand side by side
    yaml: the line does not fit those around it: a list and keys stand side by side, or text with a colon has no quotes
    yaml: something is missing here: a ":" with a space after a key, a closing quote or bracket, or a comma
    yaml: this does not fit what stands before it: a list and keys stand side by side, or text with signs has no quotes
    yaml: a key has more than 1024 characters; text with a colon needs quotes
    yaml: the line cannot be read; text with signs that mean something in YAML needs quotes
    duplicate-key: the key "rating" appears twice; other programs may read the other one
    duplicate-key: the key "title" appears twice in this map
    other-option: "candidate" is "Ada Example" here, and "Bo Sample" by --candidate; leave one of the two out
    future-day: "held" is 2026-11-21, yet to come: today is 2026-11-20
    "
  `);
});

test('each piece of advice in its words', () => {
  expect(inWords(ADVICE)).toMatchInlineSnapshot(`
    "
    unneeded-allow: nothing in this rubric calls for "vague-anchor"; remove it
    many-dimensions: 9 dimensions are more than 8: nobody can rate so many separately; group them
    no-minutes: no dimension has minutes, so there is no time plan
    no-minutes: craft has no minutes, but others do
    minutes-total: the minutes sum to 120; an interview lasts 30 to 90
    needless-rationale: equal weights need no rationale
    no-rationale: the weights differ, and nothing says why: write weightsRationale
    unreachable-band: no ratings lead to the band "strong-yes"
    idle-weight: the weight of craft, 1%, is so small that its rating never changes the recommendation
    vague-anchor: "excellent" is praise, not behaviour; say what the person does or says
    same-anchor: the anchors of 2 and 3 say the same thing
    adverb-anchor: the anchors of 2 and 3 differ only in degree; name a different behaviour
    double-question: asks two things at once; make the second a follow-up
    leading-question: suggests its own answer; ask openly
    protected-question: comes close to what the law protects in many places (age); ask about the work
    no-signal: craft has no strong and no weak signal to listen for
    wide-borderline: borderline 0.5 reaches half-way to another band; make it smaller
    few-dimensions: 1 dimension is fewer than 5: a single rating decides too much
    few-dimensions: 4 dimensions are fewer than 5: a single rating decides too much
    core-minutes: craft has 3 core questions in 12 minutes; each takes about 5 with its probes
    session-minutes: the session technical has 45 minutes; its dimensions, greeting and closing take 52
    session-size: the session technical has 5 dimensions; one interviewer keeps 3 or 4 apart
    no-session: no session asks about craft, talk
    no-short: the anchors have no short forms; the board shows those, of a long text only its beginning
    no-short: craft has no short form for 1, 5
    long-short: the short form has 9 words; 8 can be seen at a glance
    long-short: the short form has 64 characters; 60 fit one line of the board
    long-anchor: the anchor of 4 has 44 words; more than 30 cannot be read while someone speaks
    many-conditions: the anchor of 4 has 5 conditions; above 3 two careful raters differ
    or-anchor: the anchor of 5 has an "or": two unlike answers would get one rating; choose one
    no-guard: the anchor of 1 has no guard, so a mistake told as a lesson is rated 1; add "and sees no harm in it"
    years-question: asks for the last years, which leaves out who was away; ask for recent work
    same-story: the story that answers question 1 of craft answers this too; ask for another
    bar-unreached: no core question of craft asks for what meetsBar tells; mark another with core: true, or reword one
    required-product: Terraform is required by name; allow an equivalent in the note, or set required: false
    header-clash: a CSV header "Talk notes" would also mean the evidence of talk; choose another name
    unfinished: still to be written: summary
    unfinished: still to be written in craft: anchors 1, questions 1 ask
    bare-key: quote the key "yes": programs that read YAML 1.1 take it for true or false
    like-weights: the weights are nearly alike, 33 to 34, and the difference can turn a recommendation; leave out all of them, and all weigh the same
    like-weights: the weights are nearly alike, 33 to 34, and the difference can turn a recommendation; write "weights: equal", and all weigh the same
    lost-at-hash: "#42 taught it" is a comment, and nothing stands before it; quote the text
    cut-at-hash: the text ends at "Fault": "#1 of the list" is a comment; quote the text
    cut-at-comma: a comma ends "Compared two regions", and "before either was built" is an item of its own; quote the text
    samples-version: the answers were rated by version 1.0.0; the rubric is at 2.0.0: rate them again
    few-samples: craft has 1 sample; 3 show where one rating ends
    narrow-samples: the samples of craft are all rated 3 or 4; spread them over the scale
    no-border-sample: no sample of craft is near a border, where raters differ
    "
  `);
});

test('no code has its words in two places', () => {
  const parts = [
    SCHEMA_WORDS,
    RUBRIC_WORDS,
    SCORECARD_WORDS,
    CHAIN_WORDS,
    TABLE_WORDS,
    COUNTS_WORDS,
    OCCASION_WORDS,
    REPORT_WORDS,
    FILE_WORDS,
    YAML_WORDS,
    ANSWERS_WORDS,
    PLAN_WORDS,
    CASE_WORDS,
    ATS_PROBLEM_WORDS,
    ADVICE_WORDS,
  ];
  const codes = parts.flatMap((part) => Object.keys(part));
  expect(new Set(codes).size).toBe(codes.length);
});
