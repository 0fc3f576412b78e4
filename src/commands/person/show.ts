import { formatPerson } from '../../core/person/parse-person.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Host } from '../../io/system/host.js';
import { renderSubject, renderTraces } from '../../render/personal/traces.js';
import type { Page } from '../../render/text/page.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { hiddenAmong } from '../shared/visible-cards.js';
import { PERSON_FORMATS, type PersonFormat } from './formats.js';
import { authorOfTrace, type Found, lookUp, nothingAbout } from './look-up.js';

interface Options extends GlobalOptions {
  readonly store?: string;
  readonly format?: PersonFormat;
}

const renderers: Renderers<Found, PersonFormat> = {
  text: renderFound,
  json: (found) => jsonOf(dataOf(found)),
};

/** Lists every file that holds something about a person. Reads, and changes nothing. */
export async function personShow(typed: string, options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(PERSON_FORMATS, renderers, options, host);
  const all = lookUp(typed, openStore(host, options.store), { isExact: false });
  const found = { ...all, traces: await withoutHiddenSeals(all, host) };
  tellUnreadable(found, host);
  tellNear(found, host);
  if (found.traces.length > 0 || options.format === 'json') await present(found);
  if (found.traces.length > 0) return EXIT.ok;
  host.stderr.write(say`${clean(nothingAbout(typed, found))}\n`);
  return EXIT.no;
}

/** A digest is made of what a scorecard says: of one that may not be seen yet, it is left out. */
async function withoutHiddenSeals(found: Found, host: Host): Promise<Found['traces']> {
  const { store, traces } = found;
  const authorOf = authorOfTrace(found);
  const query = { authorOf, stores: [store], as: undefined, same: store.readPeople().same };
  const sealed = traces.filter(({ file: { seal } }) => seal !== undefined);
  const hidden = await hiddenAmong(sealed, query, host);
  return traces.map((trace) => (hidden.has(trace) ? { ...trace, file: { ...trace.file, seal: undefined } } : trace));
}

export function renderFound({ subject, holds, traces }: Found, page: Page): TerminalText {
  return say`${renderSubject(subject, holds, page)}${renderTraces(traces, page)}`;
}

function dataOf({ subject, holds, traces, unreadable }: Found): object {
  return {
    person: subject.person,
    spellings: subject.spellings,
    holds,
    files: traces.map(({ role, file: { path, kind, seal, at } }) => ({
      file: path,
      kind,
      as: role,
      ...(at === undefined ? {} : { at }),
      ...(seal === undefined ? {} : { digest: seal.digest }),
    })),
    unreadable: unreadable.map(({ path, unreadable: reason }) => ({ file: path, reason })),
  };
}

/** Who may be the same person, and counts as another. */
export function tellNear({ near, subject }: Pick<Found, 'near' | 'subject'>, host: Host): void {
  if (near.length === 0) return;
  const names = near.map((person) => clean(formatPerson(person)));
  const same = shellWord(`${subject.person.name}=${near[0]?.name ?? ''}`);
  host.stderr.write(
    say`Nearly of that name, and taken for somebody else: ${names.join(', ')}\nif they are one: scorecard summary --same ${same}\n`,
  );
}

/** What could not be looked into may hold more. */
export function tellUnreadable({ unreadable }: Pick<Found, 'unreadable'>, host: Host): void {
  if (unreadable.length === 0) return;
  host.stderr.write(say`${count(unreadable.length, 'file')} could not be looked into:\n`);
  for (const { path, unreadable: why } of unreadable) host.stderr.write(say`  ${clean(path)}: ${clean(why ?? '')}\n`);
}
