import type { Meeting } from '../../../core/meeting/meeting.js';
import type { ExitCode } from '../../../errors.js';
import type { Host } from '../../../io/system/host.js';
import { renderMeetingJson } from '../../../render/meeting/json.js';
import { renderMeetingMarkdown } from '../../../render/meeting/markdown.js';
import { renderMeetingTable } from '../../../render/meeting/terminal.js';
import { renderPanelHtml } from '../../../render/packet/panel-page.js';
import type { GlobalOptions } from '../../context.js';
import type { GatherOptions } from '../../shared/gather-cards.js';
import { presenter, type Renderers } from '../../shared/present.js';
import type { OutputOptions } from '../../shared/write-result.js';
import { gatherMeeting, tellGathered } from '../gather-meeting.js';
import { PANEL_FORMATS, type PanelFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions, GatherOptions {
  readonly format?: PanelFormat;
  readonly open?: boolean;
  /** They have talked, though nobody changed a rating. */
  readonly talked?: boolean;
}

const renderers: Renderers<Meeting, PanelFormat> = {
  table: renderMeetingTable,
  json: renderMeetingJson,
  markdown: renderMeetingMarkdown,
  html: renderPanelHtml,
};

export async function panelShow(words: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(PANEL_FORMATS, renderers, options, host);
  const gathered = await gatherMeeting(words, options, host);
  await present(gathered.meeting);
  if (!options.quiet) tellGathered(gathered, host, { hasScores: gathered.meeting.isAfterTalk });
  return gathered.gathered.exitCode;
}
