/** One scorecard of a document, still to be checked. */
export interface CardRecord {
  readonly data: unknown;
  /** The document, and the place in it where it holds several. */
  readonly source: string;
}

/** The records of a document: a scorecard is one, a list of them or a batch's results are as many as there are. */
export function recordsOf(data: unknown, source: string): readonly CardRecord[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (Array.isArray(data)) return data.map((item, at) => ({ data: item, source: `${source} (item ${at + 1})` }));
  if (!('results' in data) || !Array.isArray(data.results)) return [{ data, source }];
  const rubric = 'rubric' in data ? data.rubric : undefined;
  return data.results.map((item: unknown, at) => ({
    data: typeof item === 'object' && item !== null ? { rubric, ...item } : item,
    source: `${source} (result ${at + 1})`,
  }));
}
