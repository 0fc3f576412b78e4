import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { type DraftList, renderDrafts } from '../../render/scorecard/draft-list.js';
import { knownDraft, resumeCommand } from '../interview/resume-draft.js';
import { checkStore } from '../shared/found/no-scorecards.js';
import { listedDrafts } from '../shared/listed-drafts.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { DRAFTS_FORMATS, type DraftsFormat } from './formats.js';
import type { DraftsOptions } from './options.js';

const renderers: Renderers<DraftList, DraftsFormat> = {
  text: renderDrafts,
  json: ({ drafts }) => jsonOf({ drafts }),
};

/** Lists the open drafts, or puts one away, or moves one to another candidate or role. */
export async function drafts(options: DraftsOptions, host: Host): Promise<ExitCode> {
  checkStore(options.store, host);
  const store = openStore(host, options.store);
  if (options.discard !== undefined && options.rename !== undefined) {
    throw new ScorecardError('--discard and --rename cannot go together');
  }
  if (options.discard !== undefined) return discard(options.discard, store, { options, host });
  if (options.rename !== undefined) {
    const { renameDraft } = await import('./rename-draft.js');
    return renameDraft(options.rename, options, { store, host });
  }
  if (options.candidate !== undefined || options.role !== undefined) {
    throw new ScorecardError('nothing says which draft is meant', { hint: say`pass --rename DRAFT too` });
  }
  const present = presenter(DRAFTS_FORMATS, renderers, options, host);
  const { drafts: open, unreadable } = store.listDrafts();
  const resume = resumeCommand(options.store, host);
  await present({ drafts: listedDrafts(open), store: shownPath(host, store.location), resume });
  for (const { error } of unreadable) host.stderr.write(say`A draft cannot be read: ${clean(error.message)}\n`);
  return EXIT.ok;
}

interface Desk {
  readonly options: DraftsOptions;
  readonly host: Host;
}

function discard(name: string, store: Store, { options, host }: Desk): ExitCode {
  const id = knownDraft(name, store);
  store.checkNotOpen(id);
  const location = store.archive(id);
  if (!options.quiet) host.stderr.write(say`Put away: ${clean(id)}\nIt is kept as ${clean(location)}\n`);
  return EXIT.ok;
}
