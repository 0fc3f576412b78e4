import { isScalar, type Node, Scalar, visit, type YAMLSeq } from 'yaml';
import { createAdvice, type Problem } from '../../core/problem.js';

/** Keys that a reader of YAML 1.1 takes for true or false. */
const BOOLEAN_ELSEWHERE = /^(?:y|n|yes|no|on|off)$/i;

type PlaceOf = (offset: number) => object;

/**
 * Where the file's text may not be the data that its author meant: a text that was cut, a key that other programs read
 * as a boolean. `at` gives the place of an offset.
 */
export function adviseYaml(root: Node, text: string, at: PlaceOf): readonly Problem[] {
  const found: Problem[] = [];
  visit(root, {
    Pair: (_key, { key }) => {
      if (!isScalar(key) || key.type !== Scalar.PLAIN || !BOOLEAN_ELSEWHERE.test(String(key.value))) return;
      found.push({ ...createAdvice('bare-key', { key: String(key.value) }, []), ...at(key.range?.[0] ?? 0) });
    },
  });
  return [...cutTexts(root, text, at, 'likely'), ...found];
}

/**
 * Texts without quotes that ended at ` #` or, in a list between brackets, at a comma. Of comments `likely` takes those
 * that read as the rest of the text; `any` all that stand one space behind a text of several words.
 */
export function cutTexts(root: Node, text: string, at: PlaceOf, which: 'likely' | 'any'): readonly Problem[] {
  const found: Problem[] = [];
  const tell = (advice: Problem, node: Node) => found.push({ ...advice, ...at(node.range?.[0] ?? 0) });
  visit(root, {
    Scalar: (_key, node) => {
      if (node.value === null && node.source === '') {
        const [, lost] = /^[ \t]*#([^\s#!][^\r\n]*)/.exec(lineFrom(text, node.range?.[0])) ?? [];
        if (lost !== undefined) tell(createAdvice('lost-at-hash', { rest: lost }, []), node);
        return;
      }
      const cut = plainText(node);
      const rest = cut === undefined ? undefined : commentBehind(node, text);
      if (cut === undefined || rest === undefined || !isRest(cut, rest, which)) return;
      tell(createAdvice('cut-at-hash', { text: cut, rest: rest.slice(rest.indexOf('#') + 1) }, []), node);
    },
    Seq: (_key, list) => {
      if (list.flow)
        for (const { node, ...about } of cutItems(list)) tell(createAdvice('cut-at-comma', about, []), node);
    },
  });
  return found;
}

/** From there to the end of its line. */
function lineFrom(text: string, from = text.length): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? text.length : end);
}

/** The comment on the line on which a text ends, with the white space before it. */
function commentBehind({ range }: Scalar, text: string): string | undefined {
  return /^[ \t]+#[^\r\n]*/.exec(lineFrom(text, range?.[1]))?.[0];
}

/** Ends that a sentence goes on from: the name of a language, or a word that asks for another. */
const OPEN_END = /(?:^|\s)(?:[A-Z]|a|an|the|of|in|at|to|for|by|with|and|or|issue|ticket|bug|item|number|point|PR)$/i;

/** Whether what YAML takes for a comment reads as the rest of the text before it. */
function isRest(cut: string, behind: string, which: 'likely' | 'any'): boolean {
  const [, space = '', comment = ''] = /^([ \t]+)#(.*)$/.exec(behind) ?? [];
  const hasWords = /\s/.test(cut);
  // A comment begins with a space; "#3" is the end of a sentence.
  if (/^[^\s#!]/.test(comment)) return hasWords || (which === 'any' && !/^[a-z\d/-]+$/.test(cut));
  if (space !== ' ' || comment.trim() === '') return false;
  if (which === 'any' && hasWords) return true;
  if (!hasWords && !/^[A-Z]$/.test(cut)) return false;
  return OPEN_END.test(cut) || (!/[.?!:;)]$/.test(cut) && /^\s*[\p{Ll}\d].*[.?!]$/u.test(comment));
}

/** Items that go on where the one before ended: a sentence that goes on with a small letter, a quotation without its end. */
function cutItems(list: YAMLSeq): readonly { text: string; rest: string; node: Node }[] {
  const texts = list.items.map((item) => (isScalar(item) ? sentence(item) : undefined));
  const areSentences = /^\p{Lu}/u.test(texts[0] ?? '');
  return list.items.flatMap((item, position) => {
    const [text, rest] = [texts[position - 1], texts[position] ?? wordOf(item)];
    if (text === undefined || rest === undefined) return [];
    const goesOn = areSentences && texts[position] !== undefined && /^\p{Ll}/u.test(rest) && !/[.?!]$/.test(text);
    return goesOn || (isOpenQuotation(text) && /[”’»]/.test(rest)) ? [{ text, rest, node: item as Node }] : [];
  });
}

function isOpenQuotation(text: string): boolean {
  return /^[“„‘«]/.test(text) && !/[”’»]/.test(text);
}

function wordOf(item: unknown): string | undefined {
  return isScalar(item) && typeof item.value === 'string' ? item.value : undefined;
}

/** A text without quotes of several words. */
function sentence(node: Scalar): string | undefined {
  const text = plainText(node);
  return text !== undefined && /\s/.test(text) ? text : undefined;
}

/** A text without quotes, as it was read; `undefined` for anything else. */
function plainText(node: Scalar): string | undefined {
  return node.type === Scalar.PLAIN && typeof node.value === 'string' ? node.value : undefined;
}
