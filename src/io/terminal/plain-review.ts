import { evaluateSession } from '../../core/interview/build-scorecard.js';
import { VERDICTS, type VerdictWord, verdictDiffers, verdictOfKey } from '../../core/scoring/verdict.js';
import { clean, say } from '../../core/text/safe-text.js';
import { type PlainOutcome, type PlainPrompts, readLine } from './plain-parts.js';

/**
 * Asks for the verdict first; only then says what the rubric makes of the ratings, so that it cannot anchor the
 * verdict.
 */
export async function reviewPlainly(prompts: PlainPrompts): Promise<PlainOutcome | 'back'> {
  const { recorder, lines, texts } = prompts;
  lines.say(texts.review(recorder.session));
  const unsupportedExtremes = texts.unsupportedExtremes(recorder.session);
  if (unsupportedExtremes !== undefined) {
    lines.say(unsupportedExtremes);
    const answer = await readLine(prompts, say`Go on without? y yes, b back to add it: `);
    if (answer === undefined) return 'ended';
    if (!isYes(answer)) return leave(answer, prompts);
  }
  const verdict = await askVerdict(prompts);
  if (typeof verdict !== 'object') return verdict;
  recorder.record({ type: 'verdict', is: verdict.is });
  const evaluation = evaluateSession(recorder.session);
  lines.say(texts.outcome(recorder.session, evaluation));
  if (verdictDiffers(verdict.is, evaluation.result.recommendation)) {
    const why = await readLine(prompts, say`Your verdict differs from the recommendation. Why? `);
    if (why === undefined) return 'ended';
    if (why.trim() !== '') recorder.record({ type: 'verdict', is: verdict.is, reason: why.trim() });
  }
  const answer = await readLine(prompts, say`Submit? It is sealed then. y yes, b back, q keep as a draft: `);
  if (answer === undefined) return 'ended';
  return isYes(answer) ? 'submit' : leave(answer, prompts);
}

async function askVerdict(prompts: PlainPrompts): Promise<{ is: VerdictWord } | PlainOutcome | 'back'> {
  for (;;) {
    const answer = await readLine(prompts, prompts.texts.verdictPrompt);
    if (answer === undefined) return 'ended';
    const word = answer.trim().toLowerCase();
    const is = verdictOfKey(word) ?? VERDICTS.find((verdict) => verdict === word.replace(/\s+/g, '-'));
    if (is) return { is };
    if (/^(b|back|q|quit|g\b.*)$/.test(word)) return leave(answer, prompts);
    prompts.lines.say(say`"${clean(answer)}" is not a verdict.\n`);
  }
}

/** Where an answer leads that is not a verdict: back to the dimensions, or out with the draft kept. */
function leave(answer: string, { recorder }: PlainPrompts): 'quit' | 'back' {
  if (/^\s*q/i.test(answer)) return 'quit';
  const last = recorder.session.open.rubric.dimensions.length - 1;
  const wanted = /^\s*g\s*(\d+)/i.exec(answer)?.[1];
  recorder.record({ type: 'go', to: wanted === undefined ? last : Math.min(last, Math.max(0, Number(wanted) - 1)) });
  return 'back';
}

function isYes(answer: string): boolean {
  return /^\s*(y|yes)\s*$/i.test(answer);
}
