/**
 * A document in plain words, whatever it is shown as: text is written once, and each format lays it out and escapes all
 * of it.
 */
export interface Document {
  readonly title: string;
  /** `sheet`: to be taken in at a glance, so as little paper as can be; one page of A4. `pages`, if it is not said. */
  readonly layout?: 'pages' | 'sheet';
  readonly sections: readonly Section[];
}

export interface Section {
  /** Empty where its blocks stand right below the title of the document. */
  readonly title: string;
  /** 2 stands below the title of the document. */
  readonly level: 2 | 3 | 4;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly label?: string; readonly items: readonly string[] }
  /** What each of some short words stands for, or has beside it. */
  | { readonly type: 'terms'; readonly items: readonly Term[] }
  /** What somebody wrote, as they wrote it. */
  | { readonly type: 'quote'; readonly label?: string; readonly text: string }
  | Table
  /** To be filled in by hand. */
  | { readonly type: 'blank'; readonly label: string };

export interface Term {
  readonly term: string;
  readonly text: string;
}

export interface Table {
  readonly type: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** A last row, which sums up the others. */
  readonly total?: readonly string[];
  /** Columns of numbers. */
  readonly right: readonly number[];
}

export function paragraph(text: string): Block {
  return { type: 'paragraph', text };
}

/** A list, or nothing where it has no items. */
export function list(items: readonly string[], label?: string): readonly Block[] {
  return items.length === 0 ? [] : [{ type: 'list', items, ...(label === undefined ? {} : { label }) }];
}

/** Terms, or nothing where there are none. */
export function terms(items: readonly Term[]): readonly Block[] {
  return items.length === 0 ? [] : [{ type: 'terms', items }];
}
