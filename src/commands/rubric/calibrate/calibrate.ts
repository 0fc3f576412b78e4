import { resolve } from 'node:path';
import { pairsBetween, pairsOf } from '../../../core/calibration/agreement.js';
import { type CalibrationAnswers, type GivenRating, parseCalibration } from '../../../core/calibration/answers.js';
import { type CalibrationItem, calibrationItems, choosePack } from '../../../core/calibration/pack.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import { dayOf } from '../../../core/text/date.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { command } from '../../../core/text/shell-words.js';
import { didYouMean } from '../../../core/text/wording.js';
import { EXIT, type ExitCode, Interruption, ScorecardError } from '../../../errors.js';
import { loadSamples } from '../../../io/rubrics/authoring-files.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import { findRubric } from '../../../io/rubrics/rubric-library.js';
import { readYamlFile } from '../../../io/rubrics/yaml-file.js';
import { type Host, timestamp } from '../../../io/system/host.js';
import { createLineReader } from '../../../io/terminal/line-reader.js';
import { yamlText } from '../../../io/yaml/write-yaml.js';
import { createCalibrationTexts } from '../../../render/calibration/prompt.js';
import {
  type CalibrationComparison,
  type CalibrationReport,
  calibrationDocument,
  comparisonDocument,
  renderCalibrationJson,
  renderComparisonJson,
} from '../../../render/calibration/report.js';
import { documentHtml } from '../../../render/document/html.js';
import { documentMarkdown } from '../../../render/document/markdown.js';
import { documentText } from '../../../render/document/text.js';
import { textWidth } from '../../../render/text/page.js';
import type { GlobalOptions } from '../../context.js';
import { tell } from '../../shared/page.js';
import { presenter, type Renderers } from '../../shared/present.js';
import { whoAmI } from '../../shared/who.js';
import type { OutputOptions } from '../../shared/write-result.js';
import { CALIBRATE_FORMATS, type CalibrateFormat } from '../formats.js';
import { rateAnswers } from './rate-answers.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly dimension?: readonly string[];
  readonly limit?: string;
  readonly seed?: string;
  readonly answers?: string;
  readonly plain?: boolean;
  readonly compare?: readonly string[];
  readonly as?: string;
  readonly format?: CalibrateFormat;
  readonly open?: boolean;
}

/** A rubric with the answers that were rated for it. */
interface Pack {
  readonly rubric: Rubric;
  readonly items: readonly CalibrationItem[];
}

const renderers: Renderers<CalibrationReport, CalibrateFormat> = {
  text: (report, page) => documentText(calibrationDocument(report), page),
  markdown: (report) => documentMarkdown(calibrationDocument(report)),
  html: (report) => documentHtml(calibrationDocument(report)),
  json: renderCalibrationJson,
};

const comparisonRenderers: Renderers<CalibrationComparison, CalibrateFormat> = {
  text: (comparison, page) => documentText(comparisonDocument(comparison), page),
  markdown: (comparison) => documentMarkdown(comparisonDocument(comparison)),
  html: (comparison) => documentHtml(comparisonDocument(comparison)),
  json: renderComparisonJson,
};

/** Has written answers rated blind, or holds two raters' reports against each other. */
export async function rubricCalibrate(role: string, options: Options, host: Host): Promise<ExitCode> {
  const pack = loadPack(role, options, host);
  return options.compare ? compare(options.compare, pack, options, host) : rate(pack, options, host);
}

/** @throws ScorecardError where there is no such role, or it has no rated answers */
function loadPack(role: string, options: Options, host: Host): Pack {
  const { rubric, file } = findRubric(role, host, options);
  const samples = loadSamples(rubric, { path: file, shown: shownPath(host, file) });
  if (samples.version !== rubric.version) {
    throw new ScorecardError(
      `the answers for ${rubric.id} were rated by version ${samples.version}; the rubric is at ${rubric.version}`,
      { hint: say`rate them again by the anchors as they are, and set their version` },
    );
  }
  return { rubric, items: calibrationItems(samples, rubric) };
}

async function rate({ rubric, items }: Pack, options: Options, host: Host): Promise<ExitCode> {
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
  const isTerminal = host.stdin.isTTY === true && host.stderr.isTTY;
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
  readonly options: Options;
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

async function compare(
  files: readonly string[],
  { rubric, items }: Pack,
  options: Options,
  host: Host,
): Promise<ExitCode> {
  const [one, other, more] = files;
  if (one === undefined || other === undefined || more !== undefined)
    throw new ScorecardError('--compare takes two reports', { hint: say`save each with -o NAME.json` });
  const present = presenter(CALIBRATE_FORMATS, comparisonRenderers, options, host);
  const chosen = choosePack(items, {
    dimensions: dimensionsIn(options.dimension ?? [], rubric),
    limit: undefined,
    seed: 0,
  });
  // In the order of the rubric, since nobody rates.
  const wanted = items.filter((item) => chosen.includes(item));
  const [first, second] = [one, other].map((file) => readAnswers(file, { rubric, items }, host));
  if (!first || !second) return EXIT.usage;
  const between = pairsBetween(wanted, first, second);
  if (between.length === 0) throw new ScorecardError(`no answer was rated in both ${one} and ${other}`);
  await present({
    rubric,
    raters: [first.rater ?? one, second.rater ?? other],
    between,
    agreed: [pairsOf(wanted, first), pairsOf(wanted, second)],
  });
  if (!options.quiet) host.stderr.write(say`${between.length} of ${wanted.length} answers rated by both\n`);
  return EXIT.ok;
}

/** @throws ScorecardError with every mistake of the file */
function readAnswers(file: string, { rubric, items }: Pack, host: Host): CalibrationAnswers {
  const against = { items, scale: rubric.scale, rubric: rubric.id, version: rubric.version };
  const read = readYamlFile({ path: resolve(host.cwd, file), shown: file }, (data) => parseCalibration(data, against));
  if (read.ok) return read.value.value;
  throw new ScorecardError(`${file} does not hold ratings of these answers`, { problems: read.problems });
}

/** @throws ScorecardError for a dimension that there is not */
function dimensionsIn(wanted: readonly string[], { dimensions, id }: Rubric): readonly string[] {
  const known = dimensions.map((dimension) => dimension.id);
  for (const name of wanted) {
    if (!known.includes(name))
      throw new ScorecardError(`${id} has no dimension "${name}"${didYouMean(name, known)}`, {
        hint: say`dimensions: ${known.map(clean).join(', ')}`,
      });
  }
  return wanted;
}

/** @throws ScorecardError where it is not a whole number above 0 */
function wholeIn(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new ScorecardError(`${option} ${text} is not a whole number above 0`);
}
