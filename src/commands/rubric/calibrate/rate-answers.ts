import type { GivenRating } from '../../../core/calibration/answers.js';
import { parseCalibrationLine } from '../../../core/calibration/line.js';
import type { CalibrationItem } from '../../../core/calibration/pack.js';
import type { Scale } from '../../../core/rubric/scale.js';
import { scaleInWords } from '../../../core/text/wording.js';
import type { LineReader } from '../../../io/terminal/line-reader.js';
import type { CalibrationTexts } from '../../../render/calibration/prompt.js';

interface Rating {
  readonly items: readonly CalibrationItem[];
  readonly scale: Scale;
  readonly lines: LineReader;
  readonly texts: CalibrationTexts;
  /** What was rated so far, by key: it grows with each line, so that it is there whatever happens. */
  readonly ratings: Map<string, GivenRating>;
}

/** Asks for each answer that has no rating yet, one at a time, until all were seen or the input ends. */
export async function rateAnswers({ items, scale, lines, texts, ratings }: Rating): Promise<void> {
  // A note may come before the rating.
  const notes = new Map<string, string>();
  const isOpen = ({ key }: CalibrationItem) => !ratings.has(key);
  let at = items.findIndex(isOpen);
  const show = () => {
    const item = items[at];
    lines.say(item ? texts.item({ item, number: at + 1, of: items.length, scale }) : texts.end);
  };
  /** To the next one without a rating behind this one. */
  const goOn = () => {
    const next = items.findIndex((item, position) => position > at && isOpen(item));
    at = next < 0 ? items.length : next;
    show();
  };
  if (at < 0) return;
  show();
  for (;;) {
    const item = items[at];
    const line = await lines.read(item ? texts.prompt : texts.endPrompt);
    if (line === undefined) return;
    const meant = parseCalibrationLine(line, scale);
    if (!item && meant.type !== 'back') {
      if (meant.type === 'empty' || meant.type === 'quit') return;
      continue;
    }
    const key = item?.key ?? '';
    switch (meant.type) {
      case 'rate': {
        const was = ratings.get(key);
        const note = notes.get(key) ?? was?.note;
        ratings.set(key, { rating: meant.rating, ...(note === undefined ? {} : { note }) });
        lines.say(texts.rated(meant.rating, was?.rating));
        goOn();
        break;
      }
      case 'note': {
        const rated = ratings.get(key);
        const note = [notes.get(key) ?? rated?.note, meant.text].filter((part) => part !== undefined).join(' ');
        notes.set(key, note);
        if (rated) ratings.set(key, { ...rated, note });
        lines.say(texts.message(`noted; a number alone rates, ${scaleInWords(scale)}`));
        break;
      }
      case 'skip':
        goOn();
        break;
      case 'back':
        at = Math.max(0, at - 1);
        show();
        break;
      case 'again':
        show();
        break;
      case 'help':
        lines.say(texts.help(scale));
        break;
      case 'quit':
        return;
      case 'off-scale':
        lines.say(texts.message(`ratings are ${scaleInWords(scale)}`));
        break;
      case 'unknown':
        lines.say(texts.message(`no command ${meant.word}; /help tells them, //… notes it`));
        break;
      case 'empty':
        break;
    }
  }
}
