import { cardContents, saySame } from '../../core/ats/import/build-card.js';
import type { FitContext } from '../../core/ats/import/fit-rubric.js';
import { type Values, valueKey } from '../../core/ats/import/read-point.js';
import type { ImportSystem } from '../../core/ats/source.js';
import { rubricCopy } from '../../core/interview/build-scorecard.js';
import { EXPORT_NAMES } from '../../core/rubric/export-points.js';
import { applySession } from '../../core/rubric/session.js';
import { applyVariant } from '../../core/rubric/variant.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { VERDICTS, type VerdictWord } from '../../core/scoring/verdict.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { findRubric, findSession, findVariant } from '../../io/rubrics/rubric-library.js';
import { openStore } from '../../io/store/folder-store.js';
import { type Host, programOf, timestamp } from '../../io/system/host.js';
import { importedInWords } from '../../render/ats/imported.js';
import type { GlobalOptions } from '../context.js';
import { createSealer, type UnsealedScorecard } from '../shared/sealer.js';
import { parseTableOptions } from '../shared/table-header.js';
import { knownScorecards } from './known.js';
import { type PeopleOptions, readPeople } from './people.js';
import { type ReadForeign, readForeignCards } from './read-cards.js';

interface Options extends GlobalOptions, PeopleOptions {
  readonly from: ImportSystem;
  readonly role?: string;
  readonly variant?: string;
  readonly session?: string;
  readonly map?: readonly string[];
  readonly value?: readonly string[];
  readonly store?: string;
  readonly dryRun?: boolean;
}

/** Takes scorecards over from another system: all that are good, or none. */
export async function importScorecards(files: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const frame = loadFrame(options, host);
  const { rubric } = frame;
  const { mappings } = parseTableOptions({ map: options.map ?? [] });
  const context: FitContext = { system: options.from, rubric, mappings, values: parseValues(options.value ?? []) };
  const result = await readForeignCards(files, { ...context, people: await readPeople(options, host), host });
  const { added, amended, known } = takeOver(result.read, frame, options, host);
  if (!options.quiet || result.drafts + result.deleted > 0) {
    const told = { ...result, system: options.from, added, amended, known, isDryRun: options.dryRun === true };
    for (const line of importedInWords(told)) host.stderr.write(say`${line}\n`);
  }
  return result.drafts + result.deleted > 0 ? EXIT.no : EXIT.ok;
}

/** By what all of them are scored. */
type Frame = ReturnType<typeof loadFrame>;

/** @throws ScorecardError when no role is given, or there is no such role, variant or session */
function loadFrame(options: Options, host: Host) {
  if (options.role === undefined) {
    throw new ScorecardError('an import needs a rubric', { hint: say`pass --role ROLE; see: scorecard rubric list` });
  }
  const { rubric: plain, sha256 } = findRubric(options.role, host, options);
  const variant = findVariant(plain, options.variant);
  const session = findSession(plain, options.session);
  const whole = applyVariant(plain, variant);
  const copy = rubricCopy({ rubric: whole, sha256, ...(variant ? { variant: variant.id } : {}) });
  return { rubric: applySession(whole, session), copy, session: session?.id };
}

/** What `--value` says. @throws ScorecardError for a form that is none */
function parseValues(given: readonly string[]): Values {
  const ratings = new Map<string, string>();
  const verdicts = new Map<string, VerdictWord>();
  for (const text of given) {
    const at = text.lastIndexOf('=');
    const [word, value] = [valueKey(text.slice(0, Math.max(0, at))), text.slice(at + 1).trim()];
    if (word === '' || value === '') {
      throw new ScorecardError(`--value "${text}" is not of the form "word=rating"`, {
        hint: say`for example --value "3=3", or --value "Maybe=no-decision" for a verdict`,
      });
    }
    const verdict = VERDICTS.find((one) => one === value);
    if (verdict) verdicts.set(word, verdict);
    else ratings.set(word, value);
  }
  return { ratings, verdicts };
}

interface TakenOver {
  readonly added: number;
  readonly amended: number;
  readonly known: number;
}

/** Writes what is new, and what was changed there since as an amendment; its path goes to stdout. */
function takeOver(read: readonly ReadForeign[], frame: Frame, options: Options, host: Host): TakenOver {
  const store = openStore(host, options.store);
  const known = knownScorecards(store, options.from);
  let seal: ReturnType<typeof createSealer> | undefined;
  const at = timestamp(host.now());
  const counts = { added: 0, amended: 0, known: 0 };
  for (const one of read) {
    const { id } = one.card;
    const before = known.find({ system: options.from, id, sha256: one.sha256, role: frame.copy.id });
    const contents = contentsOf(one, frame, { system: options.from, at });
    if (before && saySame(before, contents, one.card.day)) {
      counts.known += 1;
      continue;
    }
    const unsealed: UnsealedScorecard = {
      program: programOf(host),
      ...contents,
      ...(before ? amendmentOf(before, one, options.from) : {}),
      startedAt: at,
      submittedAt: at,
    };
    counts[before ? 'amended' : 'added'] += 1;
    if (options.dryRun) continue;
    seal ??= createSealer(store);
    const { card, location } = seal(unsealed);
    known.add(card);
    host.stdout.write(say`${clean(location)}\n`);
  }
  return counts;
}

function contentsOf(
  { fit, card, candidate, interviewer, file, row, sha256 }: ReadForeign,
  frame: Frame,
  { system, at }: { readonly system: ImportSystem; readonly at: string },
) {
  const held = card.day === undefined || card.day === dayOf(at) ? undefined : card.day;
  const source = { file, row, rowSha256: sha256, system, ...(card.id === undefined ? {} : { id: card.id }) };
  return cardContents(fit, { ...frame, candidate, interviewer, held, source });
}

/** In whose place it stands, and why; whose it is stays as it was. */
function amendmentOf(
  { digest, candidate, interviewer, source }: Scorecard,
  { sha256 }: ReadForeign,
  system: ImportSystem,
): Pick<UnsealedScorecard, 'amends' | 'candidate' | 'interviewer'> {
  const reason = source?.rowSha256 === sha256 ? 'read again, with other options' : `changed in ${EXPORT_NAMES[system]}`;
  return { candidate, interviewer, ...(digest === undefined ? {} : { amends: { digest, reason } }) };
}
