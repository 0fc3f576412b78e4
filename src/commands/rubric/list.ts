import { EXIT, type ExitCode } from '../../errors.js';
import { listRubrics } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { renderError } from '../../render/messages/error.js';
import { minutesOf, renderRubricList } from '../../render/rubric/list.js';
import { createStyle } from '../../render/text/style.js';
import type { GlobalOptions } from '../context.js';

interface Options extends GlobalOptions {
  readonly format: 'table' | 'json';
}

export async function rubricList(options: Options, host: Host): Promise<ExitCode> {
  const { rubrics, errors } = listRubrics(host, options);
  if (options.format === 'json') {
    const listed = rubrics.map(({ summary, from, file }) => ({
      id: summary.id,
      title: summary.title,
      version: summary.version,
      aliases: summary.aliases,
      dimensions: summary.dimensions.map(({ id, name, weight }) => ({ id, name, weight })),
      variants: summary.variants.map(({ id, title }) => ({ id, title })),
      minutes: minutesOf(summary),
      from,
      file,
    }));
    host.stdout.write(`${JSON.stringify({ schemaVersion: 1, rubrics: listed }, undefined, 2)}\n`);
  } else {
    host.stdout.write(
      renderRubricList(rubrics, { width: host.stdout.columns, style: createStyle(host.stdout.hasColours) }),
    );
  }
  for (const error of errors) host.stderr.write(renderError(error, createStyle(host.stderr.hasColours)));
  if (!options.quiet && host.stderr.isTTY)
    host.stderr.write('Next: scorecard rubric show ROLE · scorecard interview --role ROLE\n');
  return EXIT.ok;
}
