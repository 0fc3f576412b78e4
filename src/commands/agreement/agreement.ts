import { agreementOf } from '../../core/agreement/agreement.js';
import { ratingTables } from '../../core/agreement/rating-table.js';
import { say } from '../../core/text/safe-text.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { renderAgreementCsv, renderAgreementJson } from '../../render/agreement/data.js';
import { agreementDocument } from '../../render/agreement/document.js';
import type { AgreementReport } from '../../render/agreement/words.js';
import { documentMarkdown } from '../../render/document/markdown.js';
import { documentText } from '../../render/document/text.js';
import { renderProblems } from '../../render/messages/problems.js';
import { renderAgreementHtml } from '../../render/packet/agreement-page.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { type GatherOptions, gatherCards } from '../shared/gather-cards.js';
import { messagePage } from '../shared/page.js';
import { presenter, type Renderers } from '../shared/present.js';
import { tellPeople } from '../shared/tell-people.js';
import { whoAmI } from '../shared/who.js';
import type { OutputOptions } from '../shared/write-result.js';
import { AGREEMENT_FORMATS, type AgreementFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions, Omit<GatherOptions, 'drafts' | 'evidence' | 'detail'> {
  readonly details?: boolean;
  readonly names?: boolean;
  readonly seed: string;
  readonly format?: AgreementFormat;
  readonly open?: boolean;
  readonly bom?: boolean;
}

/** Says how interviewers agree and differ. */
export async function agreement(paths: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const { details = false, names: isNaming = false } = options;
  const renderers: Renderers<AgreementReport, AgreementFormat> = {
    table: (report, page) => documentText(agreementDocument(report, { hasDetails: details }), page),
    markdown: (report) => documentMarkdown(agreementDocument(report, { hasDetails: details })),
    json: renderAgreementJson,
    csv: renderAgreementCsv,
    html: renderAgreementHtml,
  };
  const present = presenter(AGREEMENT_FORMATS, renderers, options, host);
  const seed = checkSeed(options.seed);
  // The details say what was sealed after the talk.
  const gathered = await gatherCards(paths, { ...options, detail: true }, host);
  const { cards, hidden, people } = gathered;
  const me = await whoAmI(options.as, host);
  const { tables, afterTalk } = ratingTables({ cards, repeats: people.repeats, who: people.who, me });
  host.stderr.write(renderProblems(gathered.problems, messagePage(host).style));
  await present({
    groups: tables.map((table) => agreementOf(table, { seed, isNaming })),
    ...{ isNaming, me: me?.name, afterTalk, hidden: hidden.length },
  });
  if (!options.quiet) {
    tellPeople(cards, people, host);
    host.stderr.write(say`${[count(cards.length, 'scorecard'), ...gathered.remarks].join('; ')}\n`);
  }
  return gathered.exitCode;
}

/** @throws ScorecardError when it is not a whole number of 32 bits */
function checkSeed(text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 32) return Number(text);
  throw new ScorecardError(`--seed ${text} is not a whole number from 0 to ${2 ** 32 - 1}`);
}
