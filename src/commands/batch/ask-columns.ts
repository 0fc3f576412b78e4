import type { Problem } from '../../core/problem.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import type { Mapping } from '../../core/table/header/read-columns.js';
import { columnQuestions } from '../../core/table/map/column-questions.js';
import { clean, say } from '../../core/text/safe-text.js';
import { visible } from '../../core/text/visible.js';
import { exists } from '../../io/system/files.js';
import { canAsk, type Host } from '../../io/system/host.js';
import type { Prompter } from '../../io/terminal/ask.js';

/** Asks what columns hold; `undefined` where no answer would help, or none was given. */
export type AskColumns = (
  problems: readonly Problem[],
  headers: readonly string[],
) => Promise<readonly Mapping[] | undefined>;

interface Silencing {
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** Whether somebody sits there to be asked, and wants to be. */
export function mayAsk(file: string, { strict, dryRun, quiet }: Silencing, host: Host): boolean {
  return file !== '-' && !strict && !dryRun && !quiet && host.stdout.isTTY && canAsk(host);
}

/** Asks about each column once; each answer takes a dimension from those that are left for the next. */
export function createAskColumns(rubric: Rubric, prompter: Prompter): AskColumns {
  return async (problems, headers) => {
    const answers: Mapping[] = [];
    for (const { header, targets } of columnQuestions(problems, headers, rubric)) {
      const left = targets.filter((target) => target === '' || answers.every((answer) => answer.target !== target));
      const nameOf = (id: string) => rubric.dimensions.find((dimension) => dimension.id === id)?.name ?? id;
      const answer = await prompter.choose(
        say`What does the column "${clean(visible(header))}" hold?`,
        left.map((target) => ({
          value: target === '' ? LEAVE_OUT : target,
          name: target === '' ? say`nothing that counts: leave it out` : clean(nameOf(target)),
        })),
      );
      if (answer === undefined) return undefined;
      answers.push({ header, target: answer === LEAVE_OUT ? '' : answer });
    }
    return answers.length > 0 ? answers : undefined;
  };
}

/** No id of a dimension has an equals sign. */
const LEAVE_OUT = '=';

/** Where the answers may be kept for the next time; `undefined` where they are not to be, or something has the name. */
export async function askForMap(table: string, path: string, prompter: Prompter): Promise<string | undefined> {
  if (exists(path)) return undefined;
  const answer = await prompter.choose(say`Keep what you said of ${clean(table)} for the next time?`, [
    { value: 'yes', name: say`Yes, in ${clean(mapNameOf(table))}` },
    { value: 'no', name: say`No` },
  ]);
  return answer === 'yes' ? mapNameOf(table) : undefined;
}

/** `form.csv.gz` → `form.map.yaml`. */
export function mapNameOf(table: string): string {
  return `${table.replace(/(?:\.\w{1,6}){1,2}$/, '')}.map.yaml`;
}
