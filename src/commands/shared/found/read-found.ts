import { resolve } from 'node:path';
import type { Label } from '../../../core/plan/labels.js';
import type { Problem } from '../../../core/problem.js';
import type { TerminalText } from '../../../core/text/safe-text.js';
import { slugOf } from '../../../core/text/slug.js';
import { EXIT, type ExitCode } from '../../../errors.js';
import { loadScorecard, parseScorecardFile, type ReadScorecard } from '../../../io/cards/scorecard-file.js';
import { readBytes } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';
import { renderProblems } from '../../../render/messages/problems.js';
import { messagePage } from '../page.js';
import { ofWholeCards, onlyVisible, readKnown, storesAround } from '../visible-cards.js';
import { type FoundScorecard, findScorecards } from './find-scorecards.js';

/** A scorecard, and the path as the user would give it. */
export interface ReadCard extends ReadScorecard {
  readonly path: string;
  readonly by: FoundScorecard['by'];
  /** Whether a label stands in place of its interviewer's name, which nothing may show. */
  readonly isLabelled?: true;
}

export interface ReadVisible {
  readonly cards: readonly ReadCard[];
  /** Of files that were found in a folder and are not valid. */
  readonly problems: readonly Problem[];
  /** How many may not be seen yet. */
  readonly hidden: number;
  /** Who has not submitted yet, in a sentence; empty where there is nobody. */
  readonly waiting: TerminalText;
  /** 1 where something was left out. */
  readonly exitCode: ExitCode;
}

interface ReadingOptions {
  readonly store?: string | undefined;
  readonly unblind?: boolean;
  /** Who sits at the keyboard, where it was said. */
  readonly as?: string | undefined;
}

interface Reading {
  /** Whether what may not be named yet is read with a label in place of the name; else it is left out. */
  readonly isLabelled?: boolean;
}

/**
 * The scorecards that words on a command line mean, as far as they may be seen; what is left out is told on stderr.
 *
 * @throws ScorecardError when a word means nothing, or a file that was named itself is not a scorecard
 */
export async function readVisible(
  words: readonly string[],
  options: ReadingOptions,
  host: Host,
  { isLabelled = false }: Reading = {},
): Promise<ReadVisible> {
  const { cards: read, problems } = readFound(findScorecards(words, options, host), host);
  host.stderr.write(renderProblems(problems, messagePage(host).style));
  const stores = storesAround(host, { paths: read.map(({ path }) => path), given: options.store });
  const { cards, waiting, exitCode } = await onlyVisible(
    read,
    {
      ...ofWholeCards,
      ...(isLabelled ? { labelled } : {}),
      stores,
      unblind: options.unblind === true,
      as: options.as,
      same: readKnown(stores).same,
    },
    host,
  );
  const hidden = read.length - cards.length;
  return { cards, problems, hidden, waiting, exitCode: problems.length === 0 ? exitCode : EXIT.no };
}

/** A copy with a label in place of the name, also in what names the file; it is not as it was sealed. */
function labelled({ card: sealed, ...read }: ReadCard, label: Label): ReadCard {
  const { digest: _digest, previous: _previous, ...card } = sealed;
  const session = card.session === undefined ? [] : [card.session];
  const id = [card.candidate.name, card.rubric.id, ...session, label.text].map(slugOf).join('-');
  const path = read.by === 'file' ? read.path : id;
  return { ...read, path, card: { ...card, id, interviewer: { name: label.text } }, isLabelled: true };
}

/** The valid scorecard files of a folder, seen or not: for what they say of each other. */
export function readFolder(folder: string, host: Host): readonly ReadCard[] {
  return readFound(findScorecards([folder], {}, host), host).cards;
}

/** @throws ScorecardError when a file that was named itself is not a scorecard */
function readFound(
  found: readonly FoundScorecard[],
  host: Pick<Host, 'cwd'>,
): { readonly cards: readonly ReadCard[]; readonly problems: readonly Problem[] } {
  const cards: ReadCard[] = [];
  const problems: Problem[] = [];
  for (const { path, by } of found) {
    const full = resolve(host.cwd, path);
    if (by === 'file') cards.push({ ...loadScorecard(full, path), path, by });
    else {
      const checked = parseScorecardFile(readBytes(full, path), path);
      if (checked.ok) cards.push({ ...checked.value, path, by });
      else problems.push(...checked.problems);
    }
  }
  return { cards, problems };
}
