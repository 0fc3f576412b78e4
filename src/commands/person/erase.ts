import { nameKey } from '../../core/person/name.js';
import { formatPerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import { nameIn } from '../../core/personal/name-in-reason.js';
import type { Subject } from '../../core/personal/subject.js';
import type { Trace, TraceRole } from '../../core/personal/traces.js';
import { clean, say } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Host } from '../../io/system/host.js';
import { holdInWords, renderTraces } from '../../render/personal/traces.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { actor } from '../shared/log/actor.js';
import { messagePage, pageFor, tell } from '../shared/page.js';
import { confirm } from './confirm.js';
import { eraseFiles } from './erase-files.js';
import { type Found, lookUp, nothingAbout, tracesOf } from './look-up.js';
import { renderFound, tellNear, tellUnreadable } from './show.js';

interface Options extends GlobalOptions {
  readonly store?: string;
  readonly as?: string;
  readonly why?: string;
  readonly yes?: boolean;
}

/** What goes, and what only they are taken out of. */
const GOES: readonly TraceRole[] = ['candidate', 'row', 'listed'];

/**
 * Erases a candidate from the store. It is logged first: whatever ends the program after that, the same command finds
 * what is left and goes on.
 */
export async function personErase(typed: string, options: Options, host: Host): Promise<ExitCode> {
  const store = openStore(host, options.store);
  const found = lookUp(typed, store, { isExact: true });
  const { subject, traces } = found;
  tellUnreadable(found, host);
  tellNear(found, host);
  if (!traces.some(({ role }) => GOES.includes(role))) return tellNothingGoes(typed, found, host);
  const by = await actor(options.as, host);
  check(found, by, options.why);
  host.stdout.write(renderFound(found, pageFor({}, host)));
  const files = traces.filter(({ role }) => GOES.includes(role)).length;
  await confirm(
    {
      question: say`Erase ${clean(formatPerson(subject.person))} from ${count(files, 'file')}? It can't be undone`,
      yes: say`Erase`,
      no: say`Leave everything as it is`,
      isSure: options.yes === true,
    },
    host,
  );
  const erased = eraseFiles({ store, subject, traces, entry: { type: 'erase', by, ...reasonOf(options) } });
  const after = tracesOf(subject, store);
  if (!options.quiet) {
    tell(say`Erased: ${count(erased.files, 'file')}, ${count(erased.seals, 'scorecard')}. ${LOGGED}`, host);
    tell(BEYOND, host);
  }
  return tellLeft(after.traces, host) && after.unreadable.length === 0 ? EXIT.ok : EXIT.no;
}

const LOGGED = say`log.ndjson keeps when, by whom, and the digests.`;
const BEYOND = say`Out of reach: copies, backups, git history, and what was exported or printed from here.`;

function reasonOf({ why }: Options): { readonly reason?: string } {
  return why === undefined ? {} : { reason: why };
}

/** @throws ScorecardError when something forbids it, before anything is shown or done */
function check({ subject, traces, holds }: Found, by: Person, why: string | undefined): void {
  const [hold] = holds;
  if (hold) {
    const name = shellWord(subject.person.id ?? subject.person.name);
    throw new ScorecardError(`nothing is erased: ${holdInWords(hold)}`, {
      hint: say`once that is over: scorecard person hold ${name} --release`,
      exitCode: EXIT.no,
    });
  }
  const told = why === undefined ? undefined : nameIn(why, subject);
  if (told !== undefined) {
    throw new ScorecardError(`the reason holds "${told}", and would keep in the log what is erased`, {
      hint: say`word it without the name, such as "asked for it" or the number of a ticket`,
    });
  }
  if (isThem(subject, by)) {
    throw new ScorecardError('the log says who erases, and would keep the name that is erased', {
      hint: say`somebody else has to do it, or: --as "another name"`,
    });
  }
  // Its digest has to stay in the log, or its interviewer's chain would seem to be broken.
  const unread = traces.find(({ role, file }) => role === 'candidate' && file.kind === 'scorecard' && file.unreadable);
  if (unread) {
    throw new ScorecardError(
      `${unread.file.path} cannot be read, and its digest has to be kept: ${unread.file.unreadable}`,
      {
        hint: say`make it readable, or move it out of the store: nothing was erased`,
      },
    );
  }
  const open = traces.find(({ role, file }) => GOES.includes(role) && file.isOpen);
  if (open) {
    throw new ScorecardError(`${open.file.path} is open in another terminal`, {
      hint: say`close it first: nothing was erased`,
    });
  }
}

function isThem(subject: Subject, by: Person): boolean {
  return [by.name, by.id].some(
    (text) => text !== undefined && subject.spellings.some((own) => nameKey(own) === nameKey(text)),
  );
}

function tellNothingGoes(typed: string, found: Found, host: Host): ExitCode {
  const { traces, subject } = found;
  if (traces.length === 0) {
    host.stderr.write(say`${clean(nothingAbout(typed, found))}\n`);
    return EXIT.no;
  }
  host.stdout.write(renderFound(found, pageFor({}, host)));
  const name = clean(subject.person.name);
  const isInterviewer = traces.some(({ role }) => role === 'interviewer');
  tell(
    isInterviewer
      ? say`Nothing was erased. ${name} is no candidate here but an interviewer: their name stands in records about others, and goes with those.`
      : say`Nothing was erased: no file is about ${name} for certain.`,
    host,
  );
  return EXIT.no;
}

/** Whether nothing of them is left. */
function tellLeft(left: readonly Trace[], host: Host): boolean {
  if (left.length === 0) return true;
  host.stderr.write(say`Left:\n${renderTraces(left, messagePage(host))}`);
  if (left.some(({ role }) => role === 'interviewer')) {
    tell(say`An interviewer's name stands in records about others, and goes with those.`, host);
  }
  return false;
}
