/** The rows of a page's tables, cell by cell, as text: what a screen reader would say of it. */
export function tableRows(page: string): readonly (readonly string[])[] {
  const rows = page.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g);
  return [...rows].map(([, row = '']) =>
    [...row.matchAll(/<(?:td|th)[^>]*>([\s\S]*?)<\/(?:td|th)>/g)].map(([, cell = '']) => textOf(cell)),
  );
}

/** The text of a piece of a page, without charts. */
export function textOf(piece: string): string {
  return piece
    .replace(/<svg[\s\S]*<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Values of an attribute, in order. */
export function attributes(piece: string, tag: string, name: string): readonly string[] {
  return [...piece.matchAll(new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}
