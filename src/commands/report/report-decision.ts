import type { ReadDecision } from '../../core/decision/standing.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import { readKnown } from '../../io/store/blindness.js';
import { type FoundDecision, readDecisions } from '../../io/store/decisions/read-decisions.js';
import type { Host } from '../../io/system/host.js';
import { loadDecision, storeHolding, storesOf } from '../shared/decisions/read-named.js';
import { decisionRenderers } from '../shared/decisions/renderers.js';
import { onlyVisibleDecisions } from '../shared/decisions/visible-decisions.js';
import { presenter } from '../shared/present.js';
import type { ReportOptions } from './options.js';

const FORMATS = ['markdown', 'json', 'html', 'pdf'] as const;

/** Shows one decision, as a report that stands alone. */
export async function reportDecision(words: readonly string[], options: ReportOptions, host: Host): Promise<ExitCode> {
  const [word = '', second] = words;
  if (second !== undefined) {
    throw new ScorecardError('a decision is shown by itself', { hint: say`name one file alone` });
  }
  const { format } = options;
  if (format === 'answers') throw new ScorecardError('-f answers is of scorecards: a decision has none');
  if (options.anonymous === true) throw new ScorecardError('a decision has no anonymous copy: it says who decided');
  if (options.history === true) throw new ScorecardError('a decision has no journal to tell from');
  const show = presenter<ReadDecision, (typeof FORMATS)[number]>(
    FORMATS,
    decisionRenderers,
    { ...options, format },
    host,
  );
  const decision = loadDecision(word, host);
  const stores = storesOf(decision, options.store, host);
  const query = { stores, unblind: options.unblind === true, as: options.as, same: readKnown(stores).same };
  const { decisions, exitCode } = await onlyVisibleDecisions([decision], query, host);
  if (decisions.length === 0) return exitCode;
  if (decision.altered !== undefined) {
    host.stderr.write(say`${clean(word)}: not as sealed: ${clean(decision.altered)}\n`);
  }
  if (!options.quiet) tellReplaced(decision, host);
  await show(decision);
  return decision.altered === undefined ? exitCode : EXIT.no;
}

/** Tells which decision stands in place of this one. */
function tellReplaced(decision: FoundDecision, host: Host): void {
  const store = storeHolding(decision, host);
  const { digest } = decision.record;
  const later =
    store && readDecisions(store.location).decisions.find(({ record }) => record.replaces?.digest === digest);
  if (!later || digest === undefined) return;
  host.stderr.write(say`Another decision stands in its place: ${clean(shownPath(host, later.path))}\n`);
}
