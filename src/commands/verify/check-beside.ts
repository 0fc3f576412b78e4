import { basename, dirname, resolve } from 'node:path';
import { journalProblems } from '../../core/interview/verify-journal.js';
import { createProblem, type Problem } from '../../core/problem.js';
import { sealProblem } from '../../core/scorecard/check-seal.js';
import type { ReadScorecard } from '../../io/cards/scorecard-file.js';
import { storeAt } from '../../io/store/folder-store.js';
import { exists, readBytes } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { checkMarkdown } from '../../render/scorecard/check-markdown.js';

export interface CardFile extends ReadScorecard {
  /** As it was named. */
  readonly path: string;
}

/** What a check found, and what it could not look at. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly unchecked: readonly string[];
}

/** What stands beside a scorecard must agree with it: its file's name, its report, the journal of its interview. */
export function checkBeside(file: CardFile, host: Host): Findings {
  const findings = [checkName(file), checkReport(file, host), checkJournal(file, host)];
  return {
    problems: findings.flatMap(({ problems }) => problems),
    unchecked: findings.flatMap(({ unchecked }) => unchecked),
  };
}

const FINE: Findings = { problems: [], unchecked: [] };

function wrong(...problems: readonly Problem[]): Findings {
  return { problems, unchecked: [] };
}

function unseen(what: string): Findings {
  return { problems: [], unchecked: [what] };
}

function checkName({ card: { id }, path }: CardFile): Findings {
  const name = basename(path).replace(/\.json$/i, '');
  // Some file systems take accented letters apart.
  if (name.normalize() === id.normalize()) return FINE;
  return wrong(createProblem('file-name', { id }, ['id']));
}

function checkReport({ stored, card, path }: CardFile, host: Host): Findings {
  const file = resolve(host.cwd, path).replace(/\.json$/i, '.md');
  const isAltered = sealProblem(stored) !== undefined;
  if (isAltered || !exists(file) || !/\.json$/i.test(path)) return FINE;
  const shown = path.replace(/\.json$/i, '.md');
  switch (checkMarkdown(card, new TextDecoder().decode(readBytes(file, shown)))) {
    case 'same':
      return FINE;
    case 'edited':
      return wrong(createProblem('report', { file: shown }, []));
    case 'unlike':
      return unseen('report (another version of scorecard worded it)');
  }
}

function checkJournal({ stored, path }: CardFile, host: Host): Findings {
  const history = storeAt(dirname(resolve(host.cwd, path)), host).readHistory(stored.id);
  switch (history.type) {
    case 'found':
      return wrong(...journalProblems(stored, history.events));
    case 'none':
      return unseen('journal (none is kept beside the scorecard)');
    case 'unreadable':
      return unseen(`journal (${history.why})`);
  }
}
