/** One column of a layer: an expression and the name that the layer above knows it by. */
export type Column = readonly [expression: string, name: string];

/** One SELECT of those that stand in each other. */
export interface Layer {
  readonly columns: readonly Column[];
  readonly groupBy?: readonly string[];
  /** Whether what it names is asked for so often that it should be worked out once. */
  readonly isHeld?: boolean;
}

/**
 * SELECTs in each other, the innermost first, as text. `from` is a table's name, or a SELECT in brackets with a name. A
 * layer sees what the one below it names, never a name of its own: that works in every engine. `hold` is what keeps an
 * engine from writing a held layer's expressions out wherever they are named, where it needs that.
 */
export function nest(from: string, layers: readonly (Layer & { readonly name: string })[], hold?: string): string {
  return layers.reduce((inner, { columns, groupBy, isHeld, name }, at) => {
    const select = [
      'SELECT',
      columns.map(([expression, as]) => indent(expression === as ? as : `${expression} AS ${as}`)).join(',\n'),
      `FROM ${inner}`,
      ...(groupBy ? [`GROUP BY ${groupBy.join(', ')}`] : []),
      ...(isHeld && hold !== undefined ? [hold] : []),
    ].join('\n');
    return at === layers.length - 1 ? select : `(\n${indent(select)}\n) AS ${name}`;
  }, from);
}

export function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

/**
 * Only ever with conditions: `CASE x WHEN` gives NULL for some columns of ClickHouse. Without `otherwise` no row may be
 * left.
 */
export function caseWhen(
  branches: readonly (readonly [condition: string, value: string | number])[],
  otherwise: string | number,
): string {
  if (branches.length === 0) return String(otherwise);
  return `CASE ${branches.map(([condition, value]) => `WHEN ${condition} THEN ${value}`).join(' ')} ELSE ${otherwise} END`;
}

/** 1 where it is so, else 0: no engine agrees with another on what a condition is as a value. */
export function asNumber(condition: string): string {
  return caseWhen([[condition, 1]], 0);
}

/** A sum with a term on each line; 0 of none. */
export function sumOf(terms: readonly string[]): string {
  return terms.length === 0 ? '0' : terms.join('\n  + ');
}

/** `3 * x`, and only `x` for once. */
export function times(factor: number, expression: string): string {
  return factor === 1 ? expression : `${factor} * ${expression}`;
}

export function isOneOf(column: string, literals: readonly string[]): string {
  return literals.length === 1 ? `${column} = ${literals[0]}` : `${column} IN (${literals.join(', ')})`;
}

/** A text of letters, digits and a few signs between quotes, of which no dialect escapes any. */
export function quoted(text: string): string {
  if (!/^[\w ./-]*$/.test(text)) throw new RangeError(`not for a literal: ${text}`);
  return `'${text}'`;
}
