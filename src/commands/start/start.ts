import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Host } from '../../io/system/host.js';
import { renderStartScreen } from '../../render/help/start-screen.js';
import { momentsOf } from '../moments.js';
import { listedDrafts } from '../shared/listed-drafts.js';
import { pageFor } from '../shared/page.js';

/** The command typed alone on a terminal: the drafts that are open, newest first, and what there is to do. */
export function start(program: Command, host: Host): ExitCode {
  const { drafts, unreadable } = openStore(host, undefined).listDrafts();
  host.stdout.write(
    renderStartScreen(
      { open: listedDrafts(drafts), unreadable: unreadable.length, moments: momentsOf(program), program: host.program },
      pageFor({}, host),
    ),
  );
  return EXIT.ok;
}
