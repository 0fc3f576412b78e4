import { dirname } from 'node:path';
import { say } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { attempt, EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import { listRubrics } from '../../io/rubrics/rubric-library.js';
import { readDecisions } from '../../io/store/decisions/read-decisions.js';
import { markdownOf } from '../../io/store/decisions/write-decision.js';
import { openStore } from '../../io/store/folder-store.js';
import { exists } from '../../io/system/files.js';
import { canAsk, type Host, readVersion } from '../../io/system/host.js';
import { filesKeptFrom, hasProgram, inspectFolder, nodeVersion } from '../../io/system/inspect.js';
import { pagerOf } from '../../io/system/pager.js';
import { type Finding, renderFindings } from '../../render/messages/findings.js';
import { prosePage } from '../../render/text/page.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { checkPlans } from '../shared/plans/read-plans.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { DOCTOR_FORMATS, type DoctorFormat } from './formats.js';

interface Options extends GlobalOptions {
  readonly store?: string;
  readonly format: DoctorFormat;
}

const renderers: Renderers<readonly Finding[], DoctorFormat> = {
  table: (findings, page) => renderFindings(findings, prosePage(page)),
  json: (findings) => jsonOf({ findings }),
};

type Check = (options: Options, host: Host) => readonly Finding[];

/** Checks everything that an interview needs, and changes nothing. */
export async function doctor(options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(DOCTOR_FORMATS, renderers, options, host);
  const findings = CHECKS.flatMap((check) => check(options, host));
  await present(findings);
  const wrong = findings.filter(({ state }) => state === 'wrong').length;
  if (!options.quiet)
    host.stderr.write(wrong === 0 ? say`No problems found.\n` : say`${count(wrong, 'problem')} found.\n`);
  return wrong === 0 ? EXIT.ok : EXIT.no;
}

const CHECKS: readonly Check[] = [versions, store, drafts, plans, decisions, rubrics, interviewer, terminal, pager];

function versions(_options: Options, { home }: Host): readonly Finding[] {
  return [{ subject: 'versions', state: 'fine', message: `scorecard ${readVersion(home)}, Node ${nodeVersion()}` }];
}

function store({ store: given }: Options, host: Host): readonly Finding[] {
  const path = openStore(host, given).location;
  const shown = shownPath(host, path);
  const state = inspectFolder(path);
  const subject = 'store';
  if (!state.exists) {
    const above = inspectFolder(dirname(path));
    return above.isWritable || !above.exists
      ? [{ subject, state: 'fine', message: `${shown} does not exist yet; the first interview creates it` }]
      : [
          {
            subject,
            state: 'wrong',
            message: `${shown} cannot be created`,
            remedy: 'pass --store DIR or set SCORECARD_STORE',
          },
        ];
  }
  if (!state.isFolder)
    return [{ subject, state: 'wrong', message: `${shown} is not a folder`, remedy: 'set SCORECARD_STORE' }];
  if (!state.isWritable) {
    return [
      {
        subject,
        state: 'wrong',
        message: `${shown} cannot be written to`,
        remedy: state.isOwn ? `run: chmod u+rwx ${shellWord(shown)}` : 'ask its owner, or pass --store DIR',
      },
    ];
  }
  if (state.isOpenToOthers) {
    const [who, folder] = [state.isOwn ? 'run' : 'ask its owner to run', shellWord(shown)];
    const remedy = state.isTeam
      ? `${who}: chmod o= ${folder}`
      : `${who}: chmod -R go= ${folder}; to share it with a team instead: chmod g=rwx,g+s,o= ${folder}`;
    return [{ subject, state: 'wrong', message: `${shown} can be read by others`, remedy }];
  }
  if (!state.isTeam) return [{ subject, state: 'fine', message: `${shown}, private to you` }];
  const left = filesKeptFrom(path);
  return [
    { subject, state: 'fine', message: `${shown}, shared with your team; each one's drafts are private` },
    ...(left.files === 0
      ? []
      : [
          {
            subject,
            state: 'note' as const,
            message: `${count(left.files, 'file')} of yours in it cannot be read by the team`,
            remedy: `run: find ${shellWord(shown)} -maxdepth 1 -type f -user ${left.user} -exec chgrp ${left.group} {} + -exec chmod g+r {} +`,
          },
        ]),
  ];
}

function drafts({ store: given }: Options, host: Host): readonly Finding[] {
  const subject = 'drafts';
  try {
    const { drafts: open, unreadable, submitted, shut } = openStore(host, given).listDrafts();
    const damaged = [...(shut ? [shut] : []), ...unreadable.map(({ error }) => error)].map(
      ({ message, hint }): Finding => ({
        subject,
        state: 'wrong',
        message,
        ...(hint ? { remedy: hint } : {}),
      }),
    );
    const left = submitted.map(
      (id): Finding => ({
        subject,
        state: 'note',
        message: `${id} was submitted; the next interview puts its draft away`,
      }),
    );
    const fine: Finding = { subject, state: 'fine', message: count(open.length, 'open draft') };
    return [...(damaged.length > 0 ? [] : [fine]), ...damaged, ...left];
  } catch (error) {
    if (error instanceof ScorecardError) return [{ subject, state: 'wrong', message: error.message }];
    throw error;
  }
}

/** Nothing where nobody has decided. */
function decisions({ store: given }: Options, host: Host): readonly Finding[] {
  const subject = 'decisions';
  try {
    const { decisions: found, problems } = readDecisions(openStore(host, given).location);
    const altered = found.flatMap(({ path, altered: why }) => (why === undefined ? [] : [{ path, why }]));
    const halves = found.filter(({ path }) => !exists(markdownOf(path)));
    const good = found.length - altered.length;
    return [
      ...(good === 0 ? [] : [{ subject, state: 'fine' as const, message: count(good, 'decision') }]),
      ...problems.map(
        ({ file = '', message }): Finding => ({
          ...{ subject, state: 'wrong', message: `${shownPath(host, file)}: ${message}` },
          remedy: 'restore it from a copy',
        }),
      ),
      ...altered.map(
        ({ path, why }): Finding => ({
          ...{ subject, state: 'wrong', message: `${shownPath(host, path)}: ${why}` },
          remedy: 'restore it from a copy; scorecard verify says more',
        }),
      ),
      ...halves.map(
        ({ path }): Finding => ({
          ...{ subject, state: 'note', message: `${shownPath(host, path)} has no report beside it` },
          remedy: 'the same panel decide again writes it',
        }),
      ),
    ];
  } catch (error) {
    if (error instanceof ScorecardError) return [{ subject, state: 'wrong', message: error.message }];
    throw error;
  }
}

/** Only where there are any. */
function plans(options: Options, host: Host): readonly Finding[] {
  const subject = 'plans';
  return attempt(
    () => {
      const { plans: valid, broken } = checkPlans(openStore(host, options.store), options, host);
      const fine: Finding = {
        subject,
        state: 'fine',
        message: count(valid.length, 'plan of a panel', 'plans of panels'),
      };
      return [
        ...(valid.length > 0 ? [fine] : []),
        ...broken.map(
          ({ stored: { location } }): Finding => ({
            subject,
            state: 'wrong',
            message: `${shownPath(host, location)} has mistakes`,
            remedy: 'run: scorecard panel status',
          }),
        ),
      ];
    },
    ({ message }): readonly Finding[] => [{ subject, state: 'wrong', message }],
  );
}

function rubrics(options: Options, host: Host): readonly Finding[] {
  const subject = 'rubrics';
  try {
    const { rubrics: found, errors } = listRubrics(host, options);
    const places = [...new Set(found.map(({ from }) => from))].join(', ');
    return [
      { subject, state: 'fine', message: `${count(found.length, 'role')} (${places})` },
      ...errors.map(
        ({ message, hint }): Finding => ({
          subject,
          state: 'wrong',
          message: message,
          ...(hint ? { remedy: hint } : {}),
        }),
      ),
    ];
  } catch (error) {
    if (error instanceof ScorecardError)
      return [{ subject, state: 'wrong', message: error.message, remedy: 'correct --rubrics or SCORECARD_RUBRICS' }];
    throw error;
  }
}

function interviewer(_options: Options, { env }: Host): readonly Finding[] {
  return hasProgram('git', env.PATH)
    ? []
    : [
        {
          subject: 'interviewer',
          state: 'note',
          message: 'git is not installed, so your name is not known',
          remedy: 'pass --interviewer NAME',
        },
      ];
}

function terminal(_options: Options, host: Host): readonly Finding[] {
  const { stdout, stderr, env } = host;
  const subject = 'terminal';
  if (!canAsk(host)) {
    return [{ subject, state: 'note', message: 'this is none; interviews need one, or --plain or --answers' }];
  }
  const size = `${stderr.columns} by ${stderr.rows}`;
  const isUnicode = /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '');
  return [
    stderr.columns < 60 || stderr.rows < 16
      ? { subject, state: 'note', message: `${size} is small`, remedy: 'make the window larger: 80 by 24 shows all' }
      : {
          subject,
          state: 'fine',
          message: `${size}, ${stdout.hasColours || stderr.hasColours ? 'colours' : 'no colours'}`,
        },
    ...(env.TERM === 'dumb' ? [{ subject, state: 'note' as const, message: 'TERM is dumb: no redrawing' }] : []),
    ...(isUnicode
      ? []
      : [
          {
            subject,
            state: 'note' as const,
            message: 'the locale is not UTF-8: signs are drawn in ASCII',
            remedy: 'set LANG, such as C.UTF-8',
          },
        ]),
  ];
}

function pager(_options: Options, host: Host): readonly Finding[] {
  const command = pagerOf(host);
  if (command === undefined) return [{ subject: 'pager', state: 'fine', message: 'none, as asked' }];
  return hasProgram(command, host.env.PATH)
    ? [{ subject: 'pager', state: 'fine', message: command }]
    : [
        {
          subject: 'pager',
          state: 'note',
          message: `${command} was not found: long output is not paged`,
          remedy: 'set PAGER',
        },
      ];
}
