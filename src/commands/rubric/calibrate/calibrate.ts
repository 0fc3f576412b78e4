import { pairsOf } from '../../../core/calibration/agreement.js';
import type { CalibrationAnswers, GivenRating } from '../../../core/calibration/answers.js';
import { type CalibrationItem, choosePack } from '../../../core/calibration/pack.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import { dayOf } from '../../../core/text/date.js';
import { say } from '../../../core/text/safe-text.js';
import { command } from '../../../core/text/shell-words.js';
import { EXIT, type ExitCode, Interruption, ScorecardError } from '../../../errors.js';
import { canAsk, type Host, timestamp } from '../../../io/system/host.js';
import { createLineReader } from '../../../io/terminal/line-reader.js';
import { yamlText } from '../../../io/yaml/write-yaml.js';
import { createCalibrationTexts } from '../../../render/calibration/prompt.js';
import {
  type CalibrationReport,
  calibrationDocument,
  renderCalibrationJson,
} from '../../../render/calibration/report.js';
import { documentHtml } from '../../../render/document/html.js';
import { documentMarkdown } from '../../../render/document/markdown.js';
import { documentText } from '../../../render/document/text.js';
import { textWidth } from '../../../render/text/page.js';
import { tell } from '../../shared/page.js';
import { presenter, type Renderers } from '../../shared/present.js';
import { whoAmI } from '../../shared/who.js';
import { CALIBRATE_FORMATS, type CalibrateFormat } from '../formats.js';
import { compare } from './compare.js';
import type { CalibrateOptions } from './options.js';
import { dimensionsIn, loadPack, type Pack, readAnswers } from './pack.js';
import { rateAnswers } from './rate-answers.js';

const renderers: Renderers<CalibrationReport, CalibrateFormat> = {
  text: (report, page) => documentText(calibrationDocument(report), page),
  markdown: (report) => documentMarkdown(calibrationDocument(report)),
  html: (report) => documentHtml(calibrationDocument(report)),
  json: renderCalibrationJson,
};

/** Has written answers rated blind, or holds two raters' reports against each other. */
export async function rubricCalibrate(role: string, options: CalibrateOptions, host: Host): Promise<ExitCode> {
  const pack = loadPack(role, options, host);
  return options.compare ? compare(options.compare, pack, options, host) : rate(pack, options, host);
}

async function rate({ rubric, items }: Pack, options: CalibrateOptions, host: Host): Promise<ExitCode> {
  const present = presenter(CALIBRATE_FORMATS, renderers, options, host);
  const begun = options.answers === undefined ? undefined : readAnswers(options.answers, { rubric, items }, host);
  const seed = wholeIn(options.seed, '--seed') ?? begun?.seed ?? host.now().getTime() % 1_000_000;
  const chosen = choosePack(items, {
    dimensions: dimensionsIn(options.dimension ?? [], rubric),
    limit: wholeIn(options.limit, '--limit'),
    seed,
  });
  const ratings = new Map(Object.entries(begun?.ratings ?? {}));
  const rater = begun?.rater ?? (await whoAmI(options.as, host))?.name;
  const answersNow = (): CalibrationAnswers => ({
    ...{ rubric: rubric.id, version: rubric.version, seed },
    ...(rater === undefined ? {} : { rater }),
    ratings: Object.fromEntries(ratings),
  });
  const isTerminal = canAsk(host);
  if (isTerminal || options.plain) await ask({ rubric, chosen, ratings, answersNow, options }, host);
  else if (begun === undefined) {
    throw new ScorecardError('rating needs a terminal, and there is none', {
      hint: say`pass --answers FILE to take the ratings from a file, or --plain to read them line by line from a pipe`,
    });
  }
  const pairs = pairsOf(chosen, answersNow());
  if (pairs.length === 0) throw new ScorecardError('nothing was rated');
  const unrated = chosen.length - pairs.length;
  await present({ rubric, answers: answersNow(), pairs, unrated, day: dayOf(timestamp(host.now())) });
  if (!options.quiet) {
    const saved = options.output === undefined ? say`; -o FILE.json keeps it, to compare` : say``;
    host.stderr.write(say`${pairs.length} of ${chosen.length} rated (seed ${seed})${saved}\n`);
  }
  return unrated === 0 ? EXIT.ok : EXIT.no;
}

interface Asking {
  readonly rubric: Rubric;
  readonly chosen: readonly CalibrationItem[];
  readonly ratings: Map<string, GivenRating>;
  readonly answersNow: () => CalibrationAnswers;
  readonly options: CalibrateOptions;
}

/** Asks line by line. Who is interrupted gets what was rated as a file to go on with. */
async function ask({ rubric, chosen, ratings, answersNow, options }: Asking, host: Host): Promise<void> {
  const lines = createLineReader(host);
  const texts = createCalibrationTexts(textWidth({ width: host.stderr.columns }));
  lines.say(texts.opening(rubric.title, chosen.length));
  try {
    await rateAnswers({ items: chosen, scale: rubric.scale, lines, texts, ratings });
  } catch (error) {
    if (error instanceof Interruption && ratings.size > 0) {
      const { dimension = [], limit } = options;
      const same = [
        ...dimension.flatMap((id) => ['--dimension', id]),
        ...(limit === undefined ? [] : ['--limit', limit]),
      ];
      host.stderr.write(say`\n`);
      tell(
        say`Interrupted; the line that was begun is lost, the ratings are not. Save what follows as a file, then:`,
        host,
      );
      host.stderr.write(say`${command`scorecard rubric calibrate ${rubric.id} ${same} --answers FILE`}\n`);
      host.stdout.write(yamlText(answersNow(), `Ratings of written answers for ${rubric.id}, begun`));
    }
    throw error;
  } finally {
    lines.close();
  }
}

/** @throws ScorecardError where it is not a whole number above 0 */
function wholeIn(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new ScorecardError(`${option} ${text} is not a whole number above 0`);
}
