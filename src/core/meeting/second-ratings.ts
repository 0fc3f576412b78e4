import type { PanelCard } from '../panel/card.js';
import { formatPerson } from '../person/parse-person.js';
import type { ShellText } from '../text/safe-text.js';
import { command } from '../text/shell-words.js';
import type { Meeting } from './meeting.js';

/** How the scorecards were named, so that the same can be typed again. */
export interface NamedBy {
  /** The store, where it is not the usual one. */
  readonly store: string | undefined;
  readonly role: string | undefined;
  /** Whether files or folders were named. */
  readonly areFiles: boolean;
}

/** What the interviewer at a place of the panel types to give their second ratings: a line for each scorecard. */
export function amendCommands({ panel }: Meeting, at: number, named: NamedBy): readonly ShellText[] {
  const { interviewer, cards = [] } = panel.members[at] ?? {};
  if (!interviewer) return [];
  const options = [...storeOf(named), '--after-debrief', '--as', formatPerson(interviewer)];
  // A row of a table is nothing that could be amended.
  const sealed = cards.filter(({ digest }) => digest !== undefined);
  const isByName = cards.length === 1 && sealed.length === 1 && !named.areFiles;
  const targets = isByName ? [nameOf(panel)] : sealed.map(({ source }: PanelCard) => source);
  return targets.map((target) => command`scorecard amend ${[...options, ...asArgument(target)]}`);
}

/** What is typed when it has been decided. */
export function decideCommand({ panel }: Meeting, named: NamedBy): ShellText {
  const role = named.role === undefined ? [] : ['--role', named.role];
  return command`scorecard panel decide ${[...role, ...storeOf(named), ...asArgument(nameOf(panel))]}`;
}

/** A name that begins like an option would be read as one. */
function asArgument(word: string): readonly string[] {
  return word.startsWith('-') ? ['--', word] : [word];
}

function nameOf({ candidate }: Meeting['panel']): string {
  return candidate.id ?? candidate.name;
}

function storeOf({ store, areFiles }: NamedBy): readonly string[] {
  return store === undefined || areFiles ? [] : ['--store', store];
}
