import type { Change, Moment } from '../../core/interview/timeline.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { isRated, type Rating } from '../../core/rubric/scale.js';
import { asPhrase } from '../../core/text/wording.js';
import { count } from '../text/text.js';
import { inWords, ratingInWords } from '../text/words.js';

/** What one event did, each as a line: without the time. `position` is the dimension that was open. */
export function momentLines(moment: Moment, rubric: Rubric, position: number): readonly string[] {
  const { event, changes, isAfterReveal, reveals } = moment;
  const open = rubric.dimensions[position]?.id;
  const before = prefixOf(event.type);
  const reason = event.type === 'rate' && event.reason ? `: "${event.reason}"` : '';
  const lines = changes.map((change) => {
    const late = isAfterReveal && isDeciding(change) ? ', after the recommendation was shown' : '';
    return `${before}${changeText(change, rubric, open)}${change.of === 'rating' ? reason : ''}${late}`;
  });
  return [
    ...lines,
    ...(lines.length === 0 ? [aloneText(event)].filter((text) => text !== '') : []),
    ...(reveals === undefined ? [] : [`the recommendation was shown: ${inWords(reveals)}`]),
  ];
}

/** What the recommendation must not have had a part in; the reason of a verdict is asked for afterwards. */
function isDeciding(change: Change): boolean {
  return change.of === 'rating' || change.of === 'flag' || (change.of === 'verdict' && change.from !== change.to);
}

function prefixOf(type: Moment['event']['type']): string {
  if (type === 'undo') return 'undone: ';
  return type === 'redo' ? 'done again: ' : '';
}

/** An event that changes nothing of what was entered. */
function aloneText(event: Moment['event']): string {
  switch (event.type) {
    case 'plan':
      return `to take ${count(event.minutes, 'minute')} in all`;
    case 'pause':
      return 'paused';
    case 'resume':
      return 'went on';
    case 'reopen':
      return 'opened again';
    case 'unblind':
      return "looked at other interviewers' ratings";
    case 'submit':
      return event.reason === undefined ? 'submitted' : `submitted as an amendment: "${event.reason}"`;
    default:
      return '';
  }
}

function changeText(change: Change, rubric: Rubric, open: string | undefined): string {
  const on = 'dimension' in change && change.dimension !== open ? ` (${nameOf(change.dimension, rubric)})` : '';
  switch (change.of) {
    case 'rating':
      return `${ratingText(change.from, change.to, rubric)}${on}`;
    case 'note': {
      const kind = change.isReason
        ? 'reason of the verdict'
        : change.dimension === undefined
          ? 'note on the interview'
          : 'note';
      return `${kind}${on}${change.is === 'added' ? '' : ' removed'}: "${change.text}"`;
    }
    case 'asked': {
      const { questions = [] } = rubric.dimensions.find(({ id }) => id === change.dimension) ?? {};
      const question = questions[change.question]?.ask ?? `question ${change.question + 1}`;
      return `${change.is === 'added' ? 'asked' : 'not asked after all'}${on}: "${question}"`;
    }
    case 'flag': {
      const flag = rubric.redFlags.find(({ id }) => id === change.flag);
      const name = flag ? `${asPhrase(flag.flag)} (${flag.severity})` : change.flag;
      const seen = change.evidence.length === 0 ? '' : `, seen: "${change.evidence.join('; ')}"`;
      return `red flag ${FLAG[change.is]}: ${name}${change.is === 'removed' ? '' : seen}`;
    }
    case 'verdict':
      return verdictText(change);
  }
}

const FLAG = { added: 'observed', removed: 'withdrawn', changed: 'noted otherwise' } as const;

function ratingText(from: Rating | undefined, to: Rating | undefined, { scale }: Rubric): string {
  const shown = (rating: Rating) => ratingInWords(rating, scale.labels);
  if (to === undefined) return from === undefined ? 'not decided' : `${shown(from)} taken back`;
  const rated = isRated(to) ? `rated ${shown(to)}` : shown(to);
  return from === undefined ? rated : `${rated}, instead of ${shown(from)}`;
}

function verdictText({ from, to, reason }: Extract<Change, { of: 'verdict' }>): string {
  const why = reason === undefined ? '' : `: "${reason}"`;
  if (to === undefined) return 'verdict taken back';
  if (from === to) return `reason of the verdict${why === '' ? ' taken back' : why}`;
  return `verdict ${inWords(to)}${from === undefined ? '' : `, instead of ${inWords(from)}`}${why}`;
}

function nameOf(dimension: string | undefined, { dimensions }: Rubric): string {
  return dimensions.find(({ id }) => id === dimension)?.name ?? dimension ?? '';
}
