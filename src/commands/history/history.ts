import { EXIT, type ExitCode } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { documentMarkdown } from '../../render/document/markdown.js';
import { documentText } from '../../render/document/text.js';
import { type CardHistory, historyDocument } from '../../render/history/history.js';
import { historiesJson } from '../../render/history/json.js';
import type { GlobalOptions } from '../context.js';
import { readVisible } from '../shared/found/read-found.js';
import { readHistories } from '../shared/found/read-histories.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import type { OutputOptions } from '../shared/write-result.js';
import { HISTORY_FORMATS, type HistoryFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly unblind?: boolean;
  readonly as?: string;
  readonly store?: string;
  readonly format?: HistoryFormat;
}

const renderers: Renderers<readonly CardHistory[], HistoryFormat> = {
  text: (histories, page) => documentText(historyDocument(histories), page),
  markdown: (histories) => documentMarkdown(historyDocument(histories)),
  json: (histories) => jsonOf(historiesJson(histories)),
};

export async function history(words: readonly string[], options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(HISTORY_FORMATS, renderers, options, host);
  const { cards, exitCode } = await readVisible(words, options, host);
  const { histories, isComplete } = readHistories(cards, host);
  if (histories.length > 0) await present(histories);
  return isComplete ? exitCode : EXIT.no;
}
