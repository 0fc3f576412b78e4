import { crossedRatings, type RatingTable, ratingTables } from '../../core/agreement/rating-table.js';
import type { ReliabilityBasis } from '../../core/reliability/basis.js';
import { ownPanels, type TooLittle } from '../../core/reliability/own-panels.js';
import type { ScaleRange } from '../../core/rubric/scale.js';
import { PUBLISHED } from '../../core/stats/reliability/published.js';
import { ENOUGH_DEGREES } from '../../core/stats/score-error.js';
import { say } from '../../core/text/safe-text.js';
import type { ExitCode } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import type { GlobalOptions } from '../context.js';
import { type GatherOptions, gatherCards } from '../shared/gather-cards.js';
import { messagePage } from '../shared/page.js';

/** What a plan rests on. */
export interface KnownBasis {
  readonly basis: ReliabilityBasis;
  readonly notes: readonly string[];
  readonly exitCode: ExitCode;
  /** Of the own panels' rubric. */
  readonly scale?: ScaleRange;
}

/** The own panels of a role, where they say enough; else the published figure, with what is missing. */
export async function ownBasis(
  paths: readonly string[],
  role: string | undefined,
  options: GatherOptions & Pick<GlobalOptions, 'quiet'>,
  host: Host,
): Promise<KnownBasis> {
  const { role: _typed, ...rest } = options;
  const { cards, people, problems, remarks, exitCode } = await gatherCards(paths, { ...rest, detail: true }, host);
  host.stderr.write(renderProblems(problems, messagePage(host).style));
  if (!options.quiet && remarks.length > 0) host.stderr.write(say`${remarks.join('; ')}\n`);
  const ofRole = cards.filter(({ edition }) => role === undefined || edition.role === role);
  const { tables } = ratingTables({ cards: ofRole, repeats: people.repeats, who: people.who, me: undefined });
  const published = (note: string): KnownBasis => ({
    ...{ basis: { type: 'published', ...PUBLISHED.separate }, notes: [note], exitCode },
  });
  const [table] = tables.toSorted((a, b) => b.ratings - a.ratings);
  if (!table) return published(`There are no ratings of your own yet, so ${THE_FIGURE}.`);
  if (new Set(tables.map(({ edition }) => edition.role)).size > 1)
    return published(`Your own panels are of several roles, of which --role takes one, so ${THE_FIGURE}.`);
  const own = ownPanels(crossedRatings(table));
  if ('lacking' in own) return published(lackingInWords(own, table));
  const more = tables.length === 1 ? '' : '; its other versions and variants are not (--across-versions takes them in)';
  const { version } = table.edition;
  return {
    basis: { type: 'own', ...own },
    notes: [`Taken from your own panels of ${table.edition.role} ${version}${more}.`],
    exitCode,
    scale: table.edition.scale,
  };
}

const THE_FIGURE = 'the published figure is taken';

function lackingInWords({ lacking, degreesOfFreedom }: TooLittle, { edition }: RatingTable): string {
  const whose = `Your own panels of ${edition.role} ${edition.version}`;
  if (lacking === 'same-candidates') return `${whose} do not tell candidates apart, so ${THE_FIGURE}.`;
  if (lacking === 'same-ratings')
    return `${whose} have interviewers who never differ about a candidate beyond how severely they rate, which tells no error, so ${THE_FIGURE}.`;
  const degrees = degreesOfFreedom === 1 ? 'degree' : 'degrees';
  return `${whose} have ${degreesOfFreedom} ${degrees} of freedom and would need ${ENOUGH_DEGREES} (a candidate whom three interviewers rated has 2), so ${THE_FIGURE}.`;
}
