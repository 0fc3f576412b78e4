/**
 * Text of characters that take one cell each, wrapped to lines of at most `cells` cells as `fast-wrap-ansi` does it with
 * `hard` and `trim`: spaces at the ends of a line go, and a word that fits on no line is cut where the line is full.
 * Nothing is measured, which is most of the work.
 */
export function wrapPlain(text: string, cells: number): readonly string[] {
  return text.split('\n').flatMap((line) => fillRows(line, cells) ?? wrapWords(line, cells));
}

/**
 * Rows cut at spaces, where single spaces part words that all fit on a row: most text is such, and is cut without a look
 * at each word.
 */
function fillRows(line: string, cells: number): readonly string[] | undefined {
  if (line.includes('  ') || line.startsWith(' ') || line.endsWith(' ')) return undefined;
  const rows: string[] = [];
  let from = 0;
  while (line.length - from > cells) {
    const cut = line.lastIndexOf(' ', from + cells);
    if (cut < from) return undefined;
    rows.push(line.slice(from, cut));
    from = cut + 1;
  }
  return [...rows, line.slice(from)];
}

function wrapWords(line: string, cells: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  line.split(' ').forEach((word, at) => {
    row = row.trimStart();
    if (at > 0 && row.length > 0) row += ' ';
    if (word.length > cells) {
      const rest = cells - row.length;
      const breaksHere = 1 + Math.floor((word.length - rest - 1) / cells);
      if (Math.floor((word.length - 1) / cells) < breaksHere) {
        rows.push(row);
        row = '';
      }
      const joined = row + word;
      const full = Math.ceil(joined.length / cells) - 1;
      for (let cut = 0; cut < full; cut += 1) rows.push(joined.slice(cut * cells, (cut + 1) * cells));
      row = joined.slice(full * cells);
      return;
    }
    if (row.length + word.length > cells && row.length > 0 && word.length > 0) {
      rows.push(row);
      row = '';
    }
    row += word;
  });
  return [...rows, row].map((one) => one.replace(/ +$/, ''));
}
