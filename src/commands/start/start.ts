import { EXIT, type ExitCode } from '../../errors.js';
import { listDrafts, storeFolder } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { renderStartScreen } from '../../render/help/start-screen.js';
import { createStyle } from '../../render/text/style.js';

/** The command typed alone on a terminal: the drafts that are open, newest first, and where to begin. */
export function start(host: Host): ExitCode {
  const drafts = listDrafts(storeFolder(host, undefined)).map(({ id, open, session }) => ({
    id,
    candidate: open.candidate,
    title: open.rubric.title,
    decided: session.content.dimensions.filter(({ rating }) => rating !== undefined).length,
    dimensions: open.rubric.dimensions.length,
    lastAt: session.lastAt,
  }));
  const newestFirst = drafts.sort((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt));
  const style = createStyle(host.stdout.hasColours);
  host.stdout.write(renderStartScreen(newestFirst, { width: host.stdout.columns, style }));
  return EXIT.ok;
}
