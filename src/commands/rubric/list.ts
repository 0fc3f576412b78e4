import { say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { type ListedRubric, listRubrics } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { renderError } from '../../render/messages/error.js';
import { minutesOf, renderRubricList } from '../../render/rubric/list.js';
import type { GlobalOptions } from '../context.js';
import { messagePage } from '../shared/page.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { LIST_FORMATS, type ListFormat } from './formats.js';

interface Options extends GlobalOptions {
  readonly format: ListFormat;
}

const renderers: Renderers<readonly ListedRubric[], ListFormat> = {
  table: renderRubricList,
  json: (rubrics) => jsonOf({ rubrics: rubrics.map(listed) }),
};

function listed({ summary, from, file }: ListedRubric) {
  return {
    id: summary.id,
    title: summary.title,
    version: summary.version,
    aliases: summary.aliases,
    dimensions: summary.dimensions.map(({ id, name, weight }) => ({ id, name, weight })),
    variants: summary.variants.map(({ id, title }) => ({ id, title })),
    minutes: minutesOf(summary),
    from,
    file,
  };
}

export async function rubricList(options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(LIST_FORMATS, renderers, options, host);
  const { rubrics, errors } = listRubrics(host, options);
  await present(rubrics);
  for (const error of errors) host.stderr.write(renderError(error, messagePage(host).style));
  if (!options.quiet && host.stderr.isTTY)
    host.stderr.write(say`Next: ${host.program} rubric show ROLE · ${host.program} interview --role ROLE\n`);
  return EXIT.ok;
}
