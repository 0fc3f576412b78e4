import { debriefOf, shortestDebrief } from '../../../core/meeting/debrief.js';
import type { Meeting } from '../../../core/meeting/meeting.js';
import { findAmong } from '../../../core/person/find-person.js';
import { parsePerson } from '../../../core/person/parse-person.js';
import type { People, Person } from '../../../core/person/person.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { didYouMean } from '../../../core/text/wording.js';
import { type ExitCode, ScorecardError } from '../../../errors.js';
import type { Host } from '../../../io/system/host.js';
import { renderDebriefJson } from '../../../render/meeting/debrief/json.js';
import { renderDebriefMarkdown } from '../../../render/meeting/debrief/markdown.js';
import { renderDebriefTable } from '../../../render/meeting/debrief/terminal.js';
import type { RunSheet } from '../../../render/meeting/debrief/words.js';
import { renderDebriefHtml } from '../../../render/packet/debrief-page.js';
import type { GlobalOptions } from '../../context.js';
import { choosePerson } from '../../shared/choose-person.js';
import type { GatherOptions } from '../../shared/gather-cards.js';
import { presenter, type Renderers } from '../../shared/present.js';
import type { OutputOptions } from '../../shared/write-result.js';
import { gatherMeeting, tellGathered } from '../gather-meeting.js';
import { PANEL_FORMATS, type PanelFormat } from '../show/formats.js';

interface Options extends GlobalOptions, OutputOptions, GatherOptions {
  readonly format?: PanelFormat;
  readonly open?: boolean;
  readonly minutes: string;
  readonly order?: string;
  readonly lead?: string;
}

const renderers: Renderers<RunSheet, PanelFormat> = {
  table: renderDebriefTable,
  json: renderDebriefJson,
  markdown: renderDebriefMarkdown,
  html: renderDebriefHtml,
};

export async function panelDebrief(words: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(PANEL_FORMATS, renderers, options, host);
  const gathered = await gatherMeeting(words, options, host);
  const { meeting, areFiles } = gathered;
  const { who } = gathered.gathered.people;
  const minutes = minutesOf(options.minutes, meeting);
  const people = interviewersOf(meeting);
  const order = namesIn(options.order).map((name) => speaker(name, people, who.interviewers));
  const lead = options.lead === undefined ? plannedLead(meeting) : leadOf(options.lead, people, who.interviewers);
  await present({
    debrief: debriefOf(meeting, { minutes, order, lead, who }),
    named: { store: options.store, role: options.role, areFiles },
  });
  if (!options.quiet) tellGathered(gathered, host, { hasScores: false });
  return gathered.gathered.exitCode;
}

/** A working day: a longer meeting is a slip of the finger. */
const LONGEST = 480;

function minutesOf(typed: string, meeting: Meeting): number {
  const minutes = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const least = shortestDebrief(meeting);
  if (minutes >= least && minutes <= LONGEST) return minutes;
  const hint = say`pass whole minutes from ${least}, so that each subject has one, to ${LONGEST}`;
  throw new ScorecardError(`--minutes ${typed} cannot be the length of this meeting`, { hint });
}

function interviewersOf({ panel: { members } }: Meeting): readonly Person[] {
  return members.flatMap(({ interviewer }) => interviewer ?? []);
}

/** Names with commas between them; with semicolons, where a name has a comma. */
function namesIn(list = ''): readonly string[] {
  return list
    .split(list.includes(';') ? ';' : ',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function speaker(typed: string, candidates: readonly Person[], people: People): Person {
  const nothing = `there is no scorecard by "${typed}"`;
  const names = candidates.map(({ name }) => name);
  if (findAmong(typed, candidates, people).type === 'unknown') {
    throw new ScorecardError(`${nothing}${didYouMean(typed, names)}`, {
      hint: say`interviewers: ${clean(names.join(', '))}`,
    });
  }
  return choosePerson(typed, candidates, { people, nothing, otherwise: say`leave --order out` });
}

/** Who leads by the plan of the panel, where there is one. */
function plannedLead({ panel: { members } }: Meeting): Person | undefined {
  return members.flatMap(({ cards }) => cards).find(({ planned }) => planned?.lead)?.planned?.lead;
}

/** Who leads may have interviewed, or not. */
function leadOf(typed: string, candidates: readonly Person[], people: People): Person {
  const match = findAmong(typed, candidates, people);
  return match.type === 'unknown' ? parsePerson(typed) : speaker(typed, candidates, people);
}
