import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { replay, type Session } from '../../src/core/interview/session.js';
import { readJournal } from '../../src/io/store/journal/read-journal.js';
import { temporaryFolder } from './fake-host.js';
import { fourDimensions } from './rubrics.js';
import { openTerminal, SCORECARD, type Terminal } from './terminal.js';

/** The command and its options, but for the candidate's name that comes last. */
export const INTERVIEW = ['interview', '--role', './four.yaml', '--interviewer', 'R. Panel', '--candidate'];

/** What a board shows at a dimension, with an empty line. */
export const OPEN = /Enter notes your words|Enter notes · a number|^Enter notes/m;

interface InterviewOptions extends Partial<Parameters<typeof openTerminal>[1]> {
  readonly name?: string;
  readonly args?: readonly string[];
}

export interface Interviews {
  /** The folder of the running test, with a rubric of four dimensions in it. */
  folder(): string;
  /** Opens an interview in a terminal. */
  interview(options?: InterviewOptions): Terminal;
  draftPath(): string;
  /** The draft as another program would read it. */
  draft(): Session;
  ratings(): readonly unknown[];
}

/** To be called once at the top of a file of tests: each test gets a folder of its own. */
export function useInterviews(): Interviews {
  let cwd = '';
  beforeEach(() => {
    cwd = temporaryFolder();
    writeFileSync(join(cwd, 'four.yaml'), fourDimensions());
  });
  const draftPath = () => {
    const folder = join(cwd, 'scorecards/.drafts/r-panel');
    const [draft] = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
    return join(folder, draft ?? '');
  };
  const draft = () => replay(readJournal(draftPath()).events);
  return {
    folder: () => cwd,
    interview: ({ name = 'Ada Example', args = [], ...options } = {}) =>
      openTerminal([...SCORECARD, ...INTERVIEW, name, ...args], { cwd, ...options }),
    draftPath,
    draft,
    ratings: () => draft().content.dimensions.map(({ rating }) => rating),
  };
}
