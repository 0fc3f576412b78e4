import { dayOfCard, type PanelCard } from './card.js';

/** A scorecard and where it stands in time. */
export interface Timed {
  readonly card: PanelCard;
  readonly day: string;
  /** Milliseconds since the epoch; what has no time counts as the oldest. */
  readonly time: number;
}

export function timed(card: PanelCard): Timed {
  const { at } = card;
  const time = at === undefined ? 0 : Date.parse(at);
  return { card, day: dayOfCard(card) ?? '', time: Number.isNaN(time) ? 0 : time };
}

/**
 * Oldest first: by the day of the interview, the time of the seal, the place in the table. Those that nothing tells
 * apart keep the order in which they were read.
 */
export function byTime(a: Timed, b: Timed): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.time - b.time || byName(a.card, b.card);
}

/** What one run over a table sealed has one time; its names are numbered as they were written: `x`, `x-2`, `x-10`. */
function byName(a: PanelCard, b: PanelCard): number {
  if (a.id === undefined || b.id === undefined) return 0;
  if (a.line !== undefined && b.line !== undefined) return a.line - b.line;
  const [one, other] = [numbered(a.id, b.id), numbered(b.id, a.id)];
  return one - other;
}

/** The number at the end of a name, where the other has the same name but for that; 1 where it has none. */
function numbered(name: string, other: string): number {
  const [, stem = name, number] = /^(.*)-(\d{1,6})$/s.exec(name) ?? [];
  const isSame = other === stem || (other.startsWith(`${stem}-`) && /^-\d{1,6}$/.test(other.slice(stem.length)));
  return number !== undefined && isSame ? Number(number) : 1;
}
