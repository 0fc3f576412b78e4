import { resolve } from 'node:path';
import { type Meeting, meetingOf } from '../../core/meeting/meeting.js';
import { summarise } from '../../core/panel/summary.js';
import { clean, say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { exists } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { renderProblems } from '../../render/messages/problems.js';
import { editionInWords } from '../../render/panel/panel-words.js';
import { chooseCandidates } from '../compare/choose-candidates.js';
import { type Gathered, type GatherOptions, gatherCards } from '../shared/gather-cards.js';
import { messagePage } from '../shared/page.js';
import { tellPeople } from '../shared/tell-people.js';

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
  const isPath = (word: string) => word === '-' || exists(resolve(host.cwd, word));
  const paths = words.filter(isPath);
  const gathered = await gatherCards(paths, { ...options, evidence: true, detail: true }, host);
  host.stderr.write(renderProblems(gathered.problems, messagePage(host).style));
  const { who, repeats } = gathered.people;
  const groups = summarise(gathered.cards, 'score', who);
  const names = words.filter((word) => !isPath(word));
  const choices = chooseCandidates(names, groups, who.candidates);
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
  const hasTalked = options.talked === true;
  return {
    meeting: meetingOf({ panel, basis: choice.group.basis, standardError, repeats, who, hasTalked }),
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
