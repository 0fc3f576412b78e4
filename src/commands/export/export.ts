import { greenhouseScorecard } from '../../core/ats/export/greenhouse.js';
import { mergeScorecard } from '../../core/ats/export/merge.js';
import type { Exported, Outgoing } from '../../core/ats/export/outgoing.js';
import { ashbyFeedback, leverFeedback } from '../../core/ats/export/with-form.js';
import { counterpartsIn } from '../../core/ats/points.js';
import type { ExportSystem } from '../../core/rubric/export-points.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { newestOf } from '../../core/scorecard/chain/newest.js';
import { sealProblem } from '../../core/scorecard/check-seal.js';
import { clean, jsonDocument, say, type TerminalText } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { scorecardText, scorecardTexts } from '../../render/ats/text.js';
import { toldInWords } from '../../render/ats/told.js';
import type { GlobalOptions } from '../context.js';
import { type ReadCard, readVisible } from '../shared/found/read-found.js';
import { tellNewer } from '../shared/found/tell-newer.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';
import { rubricFinder } from './find-rubric.js';
import type { ExportTarget } from './formats.js';
import { parseIds } from './ids.js';
import { readForm } from './read-form.js';

export interface ExportOptions extends GlobalOptions, OutputOptions {
  readonly to: ExportTarget;
  readonly form?: string;
  readonly id?: readonly string[];
  readonly role?: string;
  readonly store?: string;
  readonly unblind?: boolean;
  readonly as?: string;
}

/** Prints scorecards as another system takes them; nothing is sent. */
export async function exportScorecards(
  words: readonly string[],
  options: ExportOptions,
  host: Host,
): Promise<ExitCode> {
  const { to } = options;
  if (to === 'text' && (options.form ?? options.id) !== undefined)
    throw new ScorecardError('--form and --id are for the JSON of a system, not for text');
  const create = to === 'text' ? undefined : createExporter(to, options, host);
  const { cards: visible, exitCode } = await readVisible(words, options, host);
  const cards = exportable(visible, options, host);
  const left = cards.isComplete ? exitCode : EXIT.no;
  if (cards.read.length === 0) return left;
  if (create === undefined) {
    await writeResult(scorecardTexts(cards.read.map(({ card }) => card)), options, host);
    return left;
  }
  if (options.id !== undefined && cards.read.length > 1) {
    throw new ScorecardError(`--id is about one scorecard, and these are ${cards.read.length}`, {
      hint: say`name one scorecard file`,
    });
  }
  const exported = cards.read.map((read) => ({ read, ...create(read) }));
  const bodies = exported.map(({ body }) => body);
  await writeResult(jsonDocument(bodies.length === 1 ? bodies[0] : bodies), options, host);
  for (const { read, told } of exported) {
    for (const one of told) host.stderr.write(say`${clean(read.path)}: ${one}\n`);
  }
  return left;
}

interface ExportedCard {
  readonly body: object;
  readonly told: readonly TerminalText[];
}

/** @throws ScorecardError where the system needs something that was not given */
function createExporter(system: ExportSystem, options: ExportOptions, host: Host): (read: ReadCard) => ExportedCard {
  const ids = parseIds(options.id ?? [], system);
  const form = readForm(system, options.form, host);
  const rubricOf = rubricFinder(options, host);
  const shape = (outgoing: Outgoing, rubric: Rubric | undefined, { path }: ReadCard): Exported => {
    if (system === 'greenhouse') return greenhouseScorecard(outgoing);
    if (system === 'merge') return mergeScorecard(outgoing);
    if (form === undefined || rubric === undefined) throw noRubric(path);
    const whole = { ...outgoing, form, rubric };
    return system === 'lever' ? leverFeedback(whole) : ashbyFeedback(whole);
  };
  return (read) => {
    const { card } = read;
    const rubric = rubricOf(read);
    const counterpart = counterpartsIn(system, card.rubric.scale, rubric?.export?.[system]);
    const { body, told } = shape({ card, counterpart, note: scorecardText(card), ids }, rubric, read);
    return { body, told: told.map((one) => toldInWords(one, system)) };
  };
}

function noRubric(path: string): ScorecardError {
  return new ScorecardError(`${path}: its rubric was not found, and the form is filled in by its names`, {
    hint: say`pass --role with the rubric's YAML file`,
  });
}

/** Those that may be handed on; what is left out is told. */
function exportable(
  read: readonly ReadCard[],
  { quiet }: ExportOptions,
  host: Host,
): { readonly read: readonly ReadCard[]; readonly isComplete: boolean } {
  const kept = read.filter(({ card, stored, path }) => {
    const why = whyNot(card.status, card.shadow === true, sealProblem(stored)?.message);
    if (why !== undefined) host.stderr.write(say`${clean(path)}: left out: ${why}\n`);
    return why === undefined;
  });
  if (quiet !== true) tellNewer(kept, host);
  const newest = new Set(newestOf(kept, ({ card }) => card));
  // A file that was named itself is meant, whatever stands in its place.
  const chosen = kept.filter((one) => one.by === 'file' || newest.has(one));
  return { read: chosen, isComplete: kept.length === read.length };
}

function whyNot(
  status: 'draft' | 'submitted',
  isShadow: boolean,
  altered: string | undefined,
): TerminalText | undefined {
  if (altered !== undefined) return say`not as sealed: ${clean(altered)}`;
  if (status === 'draft') return say`it is a draft, not submitted yet`;
  return isShadow ? say`it is a trainee's, which does not count` : undefined;
}
