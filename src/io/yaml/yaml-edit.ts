import { type Document, isMap, isNode, isScalar, isSeq, parseAllDocuments, parseDocument, visit } from 'yaml';
import { escapeQuoted, isPrintable } from '../../core/text/safe-text.js';

/** Changes in YAML files that people write too: what is not changed stays as they wrote it. */

/**
 * The text with the values of some top-level keys replaced by YAML texts; comments and layout stay. A key that does not
 * exist is left out.
 *
 * @throws RangeError when the text is not a map
 */
export function replaceTopLevel(text: string, values: Readonly<Record<string, string>>): string {
  const document = parseAllDocuments(text)[0];
  if (!document || !('contents' in document) || !isMap(document.contents)) throw new RangeError('not a map');
  const spans = document.contents.items.flatMap(({ key, value }) => {
    const replacement = isScalar(key) ? values[String(key.value)] : undefined;
    return replacement !== undefined && isNode(value) && value.range ? [{ range: value.range, replacement }] : [];
  });
  // From the end, so that the offsets before it stay valid.
  return spans
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce(
      (result, { range: [from, to], replacement }) => result.slice(0, from) + replacement + result.slice(to),
      text,
    );
}

/**
 * The text with more items in lists at its top, each a list of texts on a line; comments stay. The text is one that
 * `parseYamlSource` takes, or holds nothing.
 */
export function addToLists(text: string, more: Readonly<Record<string, readonly object[]>>): string {
  const document = parseDocument(text);
  for (const [key, items] of Object.entries(more)) {
    for (const item of items) {
      if (!isSeq(document.get(key))) document.set(key, document.createNode([]));
      document.addIn([key], document.createNode(item, { flow: true }));
    }
  }
  return written(document);
}

/** The text of a changed document, its lines as long as people wrote them, and safe to print. */
function written(document: Document): string {
  const isEmpty = isMap(document.contents) && document.contents.items.length === 0;
  if (isEmpty) document.contents = null;
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && !isPrintable(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  const text = escapeQuoted(document.toString({ lineWidth: 0, flowCollectionPadding: false }));
  return isEmpty ? text.replace(/^null\n/m, '') : text;
}

/** The text of a document whose list under `key` has no item any more in which the text under `of` is found. */
export function removeFromList(
  text: string,
  { key, of }: { readonly key: string; readonly of: string },
  isFound: (text: string) => boolean,
): string {
  const document = parseDocument(text);
  const list = document.get(key);
  if (!isSeq(list)) return text;
  list.items = list.items.filter((item) => !(isMap(item) && isFound(String(item.get(of)))));
  if (list.items.length === 0) document.delete(key);
  return written(document);
}

interface Search {
  readonly text: (value: string) => boolean;
  readonly comment: (value: string) => boolean;
}

/**
 * The text of a document without the items of lists and the comments that a search finds; `undefined` where it finds
 * none. Of a list in a list, which says that its texts belong together, nothing stays where only one would. All else
 * is as it was written.
 */
export function removeTexts(text: string, isFound: Search): string | undefined {
  const document = parseDocument(text);
  let isChanged = false;
  const found = (is: boolean) => {
    isChanged ||= is;
    return is;
  };
  visit(document, {
    Scalar: (_key, { value }, path) =>
      typeof value === 'string' && isSeq(path.at(-1)) && found(isFound.text(value)) ? visit.REMOVE : undefined,
  });
  const strip = (node: { comment?: string | null | undefined; commentBefore?: string | null | undefined }) => {
    if (node.comment && found(isFound.comment(node.comment))) node.comment = null;
    if (node.commentBefore && found(isFound.comment(node.commentBefore))) node.commentBefore = null;
  };
  strip(document);
  visit(document, { Node: (_key, node) => strip(node) });
  if (!isChanged) return undefined;
  visit(document, {
    Seq: (_key, { items }, path) => (isSeq(path.at(-1)) && items.length < 2 ? visit.REMOVE : undefined),
  });
  visit(document, { Pair: (_key, { value }) => (isSeq(value) && value.items.length === 0 ? visit.REMOVE : undefined) });
  return written(document);
}
