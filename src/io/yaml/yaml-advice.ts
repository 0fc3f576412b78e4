import { isScalar, type Node, Scalar, visit, type YAMLSeq } from 'yaml';
import { createAdvice, type Problem } from '../../core/problem.js';

/** Keys that a reader of YAML 1.1 takes for true or false. */
const BOOLEAN_ELSEWHERE = /^(?:y|n|yes|no|on|off)$/i;

/**
 * Where the file's text may not be the data that its author meant: a text that ended at ` #` or, in a list between
 * brackets, at a comma; a key that other programs read as a boolean. `at` gives the place of an offset.
 */
export function adviseYaml(root: Node, at: (offset: number) => object): readonly Problem[] {
  const found: Problem[] = [];
  const tell = (advice: Problem, node: Node) => found.push({ ...advice, ...at(node.range?.[0] ?? 0) });
  visit(root, {
    Scalar: (_key, node) => {
      const text = plainText(node);
      // A comment begins with a space; "#3" is the end of a sentence.
      if (text === undefined || !node.comment || !/^[^\s#!]/.test(node.comment)) return;
      tell(createAdvice('cut-at-hash', { text, rest: node.comment }, []), node);
    },
    Pair: (_key, { key }) => {
      if (!isScalar(key) || key.type !== Scalar.PLAIN || !BOOLEAN_ELSEWHERE.test(String(key.value))) return;
      tell(createAdvice('bare-key', { key: String(key.value) }, []), key);
    },
    Seq: (_key, list) => {
      if (list.flow)
        for (const { text, rest, node } of cutItems(list)) tell(createAdvice('cut-at-comma', { text, rest }, []), node);
    },
  });
  return found;
}

/** Items that go on where the one before ended: a list of sentences in which one begins with a small letter. */
function cutItems(list: YAMLSeq): readonly { text: string; rest: string; node: Node }[] {
  const texts = list.items.map((item) => (isScalar(item) ? plainText(item) : undefined));
  if (!/^\p{Lu}/u.test(texts[0] ?? '')) return [];
  return list.items.flatMap((item, position) => {
    const [text, rest] = [texts[position - 1], texts[position]];
    const goesOn = text !== undefined && rest !== undefined && /^\p{Ll}/u.test(rest) && !/[.?!]$/.test(text);
    return goesOn ? [{ text, rest, node: item as Node }] : [];
  });
}

/** A text without quotes, as it was read; `undefined` for anything else. */
function plainText(node: Scalar): string | undefined {
  return node.type === Scalar.PLAIN && typeof node.value === 'string' && /\s/.test(node.value) ? node.value : undefined;
}
