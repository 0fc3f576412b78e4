/** A sentence as a part of another: without the full stop at its end. */
export function asPhrase(sentence: string): string {
  return sentence.trim().replace(/(?<!\.)\.$/, '');
}
