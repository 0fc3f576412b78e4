/** Whether data calls itself a decision, whatever else is wrong with it: no scorecard says when it was decided. */
export function isDecision(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'decision' in data && 'decidedAt' in data;
}
