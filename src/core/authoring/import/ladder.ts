import { onOneLine } from '../texts.js';

/** A career ladder: what each level of a role looks like, competency by competency. */
export interface Ladder {
  readonly title?: string | undefined;
  /** Names of the levels, the lowest first. */
  readonly levels: readonly string[];
  readonly competencies: readonly Competency[];
  /** What was read and has no place in a rubric, in words. */
  readonly leftOut: readonly string[];
}

export interface Competency {
  readonly name: string;
  /** One text for each level; empty where the ladder has none. */
  readonly texts: readonly string[];
}

/** Which level of a ladder became which rating; `undefined` where it has no such level. */
export interface LevelRatings {
  readonly 2: string | undefined;
  readonly 3: string;
  readonly 4: string | undefined;
}

/**
 * The ratings of a role that is at `level`. Levels are not ratings: the role's own meets the bar, the ones beside it are
 * below and above, and the ends of the scale are their author's. `undefined` where the ladder has no such level.
 */
export function ratingsOfLevels({ levels }: Ladder, level: string): LevelRatings | undefined {
  const at = levels.findIndex((name) => sameName(name, level));
  const own = levels[at];
  return own === undefined ? undefined : { 2: levels[at - 1], 3: own, 4: levels[at + 1] };
}

function sameName(one: string, other: string): boolean {
  return onOneLine(one).toLowerCase() === onOneLine(other).toLowerCase();
}
