import type { Rubric } from '../../core/rubric/rubric.js';
import type { ValueMapping } from '../../core/table/cells/values.js';
import type { ValueQuestion } from '../../core/table/map/value-questions.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { visible } from '../../core/text/visible.js';
import type { Prompter } from '../../io/terminal/ask.js';
import { inWords } from '../../render/text/words.js';

/** Asks what each word means, once; what is left unanswered ends the questions, and is told at the end as any other. */
export async function askValues(
  questions: readonly ValueQuestion[],
  { scale }: Pick<Rubric, 'scale'>,
  prompter: Prompter,
): Promise<readonly ValueMapping[]> {
  const said: ValueMapping[] = [];
  for (const { header, text, meanings } of questions) {
    const where = header === undefined ? say`as a rating` : say`in the column "${clean(visible(header))}"`;
    const answer = await prompter.choose(
      say`What does "${clean(visible(text))}" mean ${where}?`,
      meanings.map((meaning) => ({ value: meaning === '' ? BLANK : meaning, name: nameOf(meaning, scale.labels) })),
    );
    if (answer === undefined) break;
    said.push({ ...(header === undefined ? {} : { header }), text, meaning: answer === BLANK ? '' : answer });
  }
  return said;
}

/** No meaning has an equals sign. */
const BLANK = '=';

function nameOf(meaning: string, labels: Readonly<Record<string, string>>): TerminalText {
  if (meaning === '') return say`nothing: read it as a blank cell`;
  const label = labels[meaning];
  return label === undefined ? inWords(meaning) : say`${clean(meaning)} ${clean(label)}`;
}
