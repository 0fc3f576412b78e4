import { resolve } from 'node:path';
import { type Meeting, meetingOf } from '../../../core/meeting/meeting.js';
import { summarise } from '../../../core/panel/summary.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { type ExitCode, ScorecardError } from '../../../errors.js';
import { exists } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';
import { renderMeetingJson } from '../../../render/meeting/json.js';
import { renderMeetingMarkdown } from '../../../render/meeting/markdown.js';
import { renderMeetingTable } from '../../../render/meeting/terminal.js';
import { renderProblems } from '../../../render/messages/problems.js';
import { renderPanelHtml } from '../../../render/packet/panel-page.js';
import { editionInWords } from '../../../render/panel/panel-words.js';
import { chooseCandidates } from '../../compare/choose-candidates.js';
import type { GlobalOptions } from '../../context.js';
import { type GatherOptions, gatherCards } from '../../shared/gather-cards.js';
import { messagePage } from '../../shared/page.js';
import { presenter, type Renderers } from '../../shared/present.js';
import { tellPeople } from '../../shared/tell-people.js';
import type { OutputOptions } from '../../shared/write-result.js';
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
  const isPath = (word: string) => word === '-' || exists(resolve(host.cwd, word));
  const gathered = await gatherCards(words.filter(isPath), { ...options, evidence: true, detail: true }, host);
  host.stderr.write(renderProblems(gathered.problems, messagePage(host).style));
  const { who, repeats } = gathered.people;
  const groups = summarise(gathered.cards, 'score', who);
  const names = words.filter((word) => !isPath(word));
  const choices = chooseCandidates(names, groups, who.candidates, gathered);
  const [choice, other] = choices;
  const [panel, second] = choice?.panels ?? [];
  if (!choice || !panel || second) {
    throw new ScorecardError('a panel is of one candidate', { hint: say`name one; for several: scorecard compare` });
  }
  if (other) {
    const editions = choices.map(({ group }) => editionInWords(group.edition)).join(', ');
    throw new ScorecardError(`${panel.shown} was interviewed by several rubrics: ${editions}`, {
      hint: say`pass --role ${clean(choice.group.edition.role)}, or --across-versions for the versions of one`,
    });
  }
  const standardError = choice.group.ranked.find((ranked) => ranked.panel === panel)?.standardError;
  await present(
    meetingOf({ panel, basis: choice.group.basis, standardError, repeats, who, hasTalked: options.talked === true }),
  );
  if (!options.quiet) {
    tellPeople(
      panel.members.flatMap(({ cards }) => cards),
      gathered.people,
      host,
    );
    if (gathered.remarks.length > 0) host.stderr.write(say`${gathered.remarks.join('; ')}\n`);
  }
  return gathered.exitCode;
}
