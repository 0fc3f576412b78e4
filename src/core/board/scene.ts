/**
 * Everything that the board shows, as data. What stands here comes from people and is not yet safe for a terminal; how
 * much of it fits, and where, is for the layout to decide.
 */
export interface Scene {
  readonly candidate: string;
  /** The rubric's title, with its variant and session where there is one. */
  readonly title: string;
  readonly isAmendment: boolean;
  readonly clock: SceneClock;
  /** One for each dimension, in their order. */
  readonly cells: readonly Cell[];
  readonly toGo: { readonly dimensions: number; readonly minutesEach: number | undefined };
  /** How many red flags were seen. */
  readonly flags: number;
  readonly place: DimensionPlace | ReviewPlace | PrivatePlace;
  /** What the last line or key did. */
  readonly message: string | undefined;
  /** Why the last write failed; `undefined` while all is on disk. */
  readonly failure: string | undefined;
  readonly line: SceneLine;
  /** What Enter would do with the line as it stands. */
  readonly hint: string;
  /** The same for a narrow terminal. */
  readonly shortHint: string;
}

/** The time of the plan, in whole minutes. */
export interface SceneClock {
  /** What is left; `undefined` where there is no plan, and when it has run out. */
  readonly left: number | undefined;
  /** How far past the plan it is. */
  readonly over: number;
  readonly spent: number;
  readonly isStopped: boolean;
}

export interface Cell {
  readonly state: 'rated' | 'not-assessed' | 'not-applicable' | 'open';
  readonly rating?: number;
  readonly isHere: boolean;
}

/** The line that is typed on, and what stands in front of it. */
export interface SceneLine {
  /** Whose words they will be: `3 Operations`, `mend`, `verdict`, `whole`. */
  readonly label: string;
  readonly shortLabel: string;
  /** As typed; a line break is `\n`. */
  readonly text: string;
  /** In UTF-16 units from the beginning of the text. */
  readonly cursor: number;
  /** Whether each character is shown as a dot. */
  readonly isHidden: boolean;
}

export interface NoteLine {
  /** The time of day: `14:03`. Empty where it is not known. */
  readonly at: string;
  readonly text: string;
  /** The id of the red flag that this is the evidence of; empty where it is not said yet which. */
  readonly flag?: string;
}

export interface SceneAnchor {
  readonly rating: number;
  /** What the scale calls it. */
  readonly label: string;
  /** The text for the eye; the whole text where the rubric has no short one. */
  readonly short: string;
  readonly text: string;
  readonly isBar: boolean;
  /** Whether the line is this rating, so that Enter would give it. */
  readonly isPreviewed: boolean;
  readonly isGiven: boolean;
  /** Whether it was given just now: its text stays open until the next act. */
  readonly isJustGiven: boolean;
}

export interface DimensionPlace {
  readonly type: 'dimension';
  /** As on the screen: 1 is the first. */
  readonly number: number;
  readonly name: string;
  readonly isOptional: boolean;
  readonly question: {
    readonly number: number;
    readonly of: number;
    readonly isAsked: boolean;
    /** The minutes that the plan gives the dimension. */
    readonly minutes: number | undefined;
  };
  readonly ask: string;
  readonly probes: readonly string[];
  readonly listenFor: readonly string[];
  /** The highest first. */
  readonly anchors: readonly SceneAnchor[];
  /** Tests between two neighbouring ratings: `3-4: …`. */
  readonly borders: readonly string[];
  /** Why it was not assessed, where that was said. */
  readonly reason: string | undefined;
  readonly notes: readonly NoteLine[];
  readonly overlay: Overlay | undefined;
}

/** A list over the place: commands, questions, red flags, the sheet of the dimension, the help. */
export interface Overlay {
  readonly title: string | undefined;
  readonly rows: readonly OverlayRow[];
  /** In how many columns the rows go where the terminal is wide enough. */
  readonly columns: 1 | 2;
  /** Whether each row is one line, cut where it is longer: a list to choose from. */
  readonly isCut?: boolean;
  /** Lines that were scrolled past. */
  readonly offset: number;
}

export interface OverlayRow {
  /** What is typed, or a number: `/3`, `Q2`. */
  readonly key: string;
  /** A rating, or whether it was asked or seen. */
  readonly mark: string;
  readonly text: string;
}

export interface ReviewPlace {
  readonly type: 'review';
  /** `7 rated 3 without a note`. */
  readonly gaps: readonly string[];
  readonly asked: { readonly count: number; readonly of: number };
  /** In words; `undefined` before it is given, when nothing of the result may be shown. */
  readonly verdict: { readonly is: string; readonly reason: string | undefined } | undefined;
  readonly result: SceneResult | undefined;
  readonly dimensions: readonly ReviewedDimension[];
  /** Flags that belong to no dimension. */
  readonly flags: readonly NoteLine[];
  /** Notes on the interview as a whole. */
  readonly whole: readonly NoteLine[];
  /** Lines that were scrolled past. */
  readonly offset: number;
  readonly overlay: Overlay | undefined;
}

export interface SceneResult {
  /** `score 3.18 of 5, covered 85%`. */
  readonly score: string;
  /** `no`, `one session of three`. */
  readonly recommendation: string;
  readonly reasons: readonly string[];
  /** Whether verdict and recommendation point in different directions. */
  readonly differs: boolean;
}

export interface ReviewedDimension {
  readonly number: number;
  /** `4`, `–`, `n/a`; a dot where it is open. */
  readonly rating: string;
  readonly name: string;
  readonly weight: number | undefined;
  readonly reason: string | undefined;
  readonly notes: readonly NoteLine[];
  readonly flags: readonly NoteLine[];
}

/** Nothing of what was written: for a screen that others see. */
export interface PrivatePlace {
  readonly type: 'private';
  readonly ask: string;
  /** How many notes the dimension has. */
  readonly notes: number;
  readonly overlay: Overlay | undefined;
}
