import type { Command, Help, Option } from 'commander';
import type { Plugin } from 'rolldown';
import { detailsOf, exampleLines } from '../commands/describe.js';
import { listingOf, momentsOf } from '../commands/moments.js';
import { createNodeHost } from '../io/system/host.js';
import { createProgram } from '../program.js';
import { TOPICS } from '../render/help/help-topics.js';
import { renderLines } from '../render/help/lines.js';
import type { Topic, TopicPart } from '../render/help/topic.js';

/** Manual pages from the text of the help: one for each command, one for each topic. */
export function manPages(home: string): Plugin {
  return {
    name: 'man-pages',
    generateBundle() {
      const program = createProgram({ host: createNodeHost(home), finish: () => {} });
      const version = program.version() ?? '';
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      const commands = program.createHelp().visibleCommands(program);
      for (const command of [program, ...commands]) {
        emit(`man/${nameOf(command)}.1`, commandPage(command, version));
      }
      for (const topic of TOPICS) emit(`man/scorecard-${topic.name}.7`, topicPage(topic, version));
      const lines = {
        name: 'lines',
        about: 'what is typed in an interview',
        parts: [{ lines: renderLines(76).split('\n') }],
      };
      emit('man/scorecard-lines.7', topicPage(lines, version));
    },
  };
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)}-${command.name()}` : command.name();
}

function head(name: string, section: number, version: string): string {
  const date = new Date(process.env.SOURCE_DATE_EPOCH ? Number(process.env.SOURCE_DATE_EPOCH) * 1000 : Date.now());
  return `.TH "${escaped(name.toUpperCase())}" ${section} "${date.toISOString().slice(0, 10)}" "scorecard ${version}"\n`;
}

function commandPage(command: Command, version: string): string {
  const help = command.createHelp();
  const children = command.parent ? help.visibleCommands(command).filter((child) => child.name() !== 'help') : [];
  return [
    head(nameOf(command), 1, version),
    `.SH NAME\n${described(nameOf(command), command.description())}`,
    `.SH SYNOPSIS\n${[command, ...children].map((one) => paragraph(help.commandUsage(one))).join('.br\n')}`,
    details(command, help, 'SH'),
    ...children.map(
      (child) =>
        `.SH ${heading(help.commandUsage(child))}\n${paragraph(child.description())}${details(child, help, 'SS')}`,
    ),
    command.parent ? '' : commandList(command),
    `.SH SEE ALSO\n${seeAlso(command)}`,
  ].join('');
}

function details(command: Command, help: Help, level: 'SH' | 'SS'): string {
  const options = [...help.visibleOptions(command)].map((option) => term(flags(option), optionText(option, help)));
  const operands = help
    .visibleArguments(command)
    .map((one) => term(help.argumentTerm(one), help.argumentDescription(one)));
  return [
    operands.length > 0 ? `.${level} ARGUMENTS\n${operands.join('')}` : '',
    options.length > 0 ? `.${level} OPTIONS\n${options.join('')}` : '',
    afterOptions(command, level),
  ].join('');
}

function flags({ flags: written }: Option): string {
  return written;
}

function optionText(option: Option, help: Help): string {
  return help.optionDescription(option) || 'see above';
}

/** The same data as stands below the options in the help. */
function afterOptions(command: Command, level: 'SH' | 'SS'): string {
  const found = detailsOf(command);
  if (!found) return '';
  const { examples, notes = [], exitCodes } = found;
  const codes = Object.entries(exitCodes).map(([code, meaning]) => term(code, meaning));
  return [
    `.${level} EXAMPLES\n${literal(exampleLines(examples, PAGE_WIDTH))}`,
    notes.length === 0 ? '' : `.${level} NOTES\n${notes.map(paragraph).join('.PP\n')}`,
    `.${level} EXIT STATUS\n${codes.join('')}`,
  ].join('');
}

/** Cells of a line as man shows it. */
const PAGE_WIDTH = 76;

function commandList(program: Command): string {
  const parts = momentsOf(program).map(
    ({ title, commands }) =>
      `.SS ${heading(title)}
${commands.map((command) => term(command.name, listingOf(command))).join('')}`,
  );
  return `.SH COMMANDS
${parts.join('')}`;
}

function seeAlso(command: Command): string {
  const pages = command.parent
    ? ['scorecard(1)']
    : [
        ...command
          .createHelp()
          .visibleCommands(command)
          .map((child) => `${nameOf(child)}(1)`),
        ...[...TOPICS.map(({ name }) => name), 'lines'].map((name) => `scorecard-${name}(7)`),
      ];
  return pages
    .sort()
    .map((page) => page.replace(/(.*)\((\d)\)/, '.BR $1 ($2)').replaceAll('-', '\\-'))
    .join(' ,\n')
    .replaceAll(' ,', ' ,')
    .replace(/\((\d)\) ,/g, '($1),')
    .concat('\n');
}

function topicPage({ name, about, parts }: Topic, version: string): string {
  return [
    head(`scorecard-${name}`, 7, version),
    `.SH NAME\n${described(`scorecard-${name}`, about)}`,
    `.SH DESCRIPTION\n${parts.map((part, at) => partText(part, at === 0)).join('')}`,
    '.SH SEE ALSO\n.BR scorecard (1)\n',
  ].join('');
}

function partText(part: TopicPart, isFirst: boolean): string {
  const apart = isFirst ? '' : '.PP\n';
  if ('text' in part) return apart + paragraph(part.text);
  if ('lines' in part) return apart + literal(part.lines);
  return part.terms.map(([name, meaning]) => term(name, meaning)).join('');
}

function heading(text: string): string {
  return `"${escaped(text).replaceAll('"', '\\(dq')}"`;
}

function term(name: string, meaning: string): string {
  return `.TP\n\\fB${escaped(name)}\\fR\n${paragraph(meaning)}`;
}

function literal(lines: readonly string[]): string {
  const trimmed = lines.join('\n').trim().split('\n');
  return `.nf\n${trimmed.map((line) => `${escaped(line)}\n`).join('')}.fi\n`;
}

/** A paragraph in lines of at most 80 bytes, as the tools of roff want them. */
function paragraph(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of escaped(text.trim()).split(/\s+/)) {
    if (line !== '' && Buffer.byteLength(line) + Buffer.byteLength(word) >= 78) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((one) => `${one.replace(/^([.'])/, '\\&$1')}\n`).join('');
}

/** The text with nothing in it that roff could take for a request. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
}

function described(name: string, about: string): string {
  return paragraph(`${name} - ${about}`);
}
