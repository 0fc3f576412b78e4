import { type Meeting, meetingOf } from '../../core/meeting/meeting.js';
import { say } from '../../core/text/safe-text.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { checkFound } from '../shared/found/check-found.js';
import { splitWords } from '../shared/found/path-word.js';
import { type Gathered, type GatherOptions, gatherCards } from '../shared/gather-cards.js';
import { messagePage } from '../shared/page.js';
import { tellPeople } from '../shared/tell-people.js';
import { onePanel } from './one-panel.js';

interface MeetingOptions extends GatherOptions {
  /** They have talked, though nobody changed a rating. */
  readonly talked?: boolean;
}

export interface GatheredMeeting {
  readonly meeting: Meeting;
  readonly gathered: Gathered;
  /** Whether files or folders were named, and not only the candidate. */
  readonly areFiles: boolean;
}

/**
 * The panel of the one candidate that the words name; words that are files or folders are where to look.
 *
 * @throws ScorecardError when it is nobody, or several, or of several rubrics
 */
export async function gatherMeeting(
  words: readonly string[],
  options: MeetingOptions,
  host: Host,
): Promise<GatheredMeeting> {
  const { paths, names } = splitWords(words, host);
  const gathered = await gatherCards(paths, { ...options, evidence: true, detail: true }, host);
  host.stderr.write(renderProblems(gathered.problems, messagePage(host).style));
  const { who, repeats } = gathered.people;
  checkFound(gathered, { paths, store: options.store }, host);
  const { panel, basis, standardError } = onePanel(names, gathered);
  const hasTalked = options.talked === true;
  return {
    meeting: meetingOf({ panel, basis, standardError, repeats, who, hasTalked }),
    gathered,
    areFiles: paths.length > 0,
  };
}

/** What there is to say of the scorecards, once the result is written; scores only where the result tells them. */
export function tellGathered(
  { meeting, gathered }: GatheredMeeting,
  host: Host,
  scores: { readonly hasScores: boolean },
): void {
  tellPeople(
    meeting.panel.members.flatMap(({ cards }) => cards),
    gathered.people,
    host,
    scores,
  );
  if (gathered.remarks.length > 0) host.stderr.write(say`${gathered.remarks.join('; ')}\n`);
}
