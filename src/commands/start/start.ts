import { EXIT, type ExitCode } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Host } from '../../io/system/host.js';
import { renderStartScreen } from '../../render/help/start-screen.js';
import { pageFor } from '../shared/page.js';

/** The command typed alone on a terminal: the drafts that are open, newest first, and where to begin. */
export function start(host: Host): ExitCode {
  const { drafts, unreadable } = openStore(host, undefined).listDrafts();
  const open = drafts.map(({ id, session }) => ({
    id,
    candidate: session.open.candidate.name,
    title: session.open.rubric.title,
    decided: session.content.dimensions.filter(({ rating }) => rating !== undefined).length,
    dimensions: session.open.rubric.dimensions.length,
    lastAt: session.lastAt,
    isSubmitted: session.submission !== undefined,
  }));
  const newestFirst = open.sort((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt));
  host.stdout.write(renderStartScreen({ open: newestFirst, unreadable: unreadable.length }, pageFor({}, host)));
  return EXIT.ok;
}
