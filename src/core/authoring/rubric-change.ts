/** A part of a rubric that is there once for each id; an export is known by its system, a source by its document. */
export type PartKind = 'session' | 'red-flag' | 'exercise' | 'requirement' | 'variant' | 'export' | 'source';

/** What of a part of a rubric can read otherwise than before. */
export const PART_FIELDS = [
  'name',
  'about',
  'weight',
  'minimum',
  'optional',
  'minutes',
  'meetsBar',
  'anchor',
  'short',
  'border',
  'core',
  'followUps',
  'listenFor',
  'strong',
  'weak',
  'evidence',
  'home',
] as const;

export type PartField = (typeof PART_FIELDS)[number];

/** What of a rubric, or of one of its parts, can read otherwise than before. */
export type RubricField =
  | 'id'
  | 'title'
  | 'version'
  | 'summary'
  | 'extends'
  | 'howToRate'
  | 'weightsRationale'
  | 'scale'
  | 'labels'
  | 'bands'
  | 'coverageAtLeast'
  | 'strongYesNeeds'
  | 'borderline'
  | 'pool'
  | PartField;

interface Consequences {
  /** Scores from before and after can't be ranked together. */
  readonly breaks?: true;
  /** Ratings from before may have meant something else. */
  readonly shifts?: true;
}

/** A field whose text is another now. */
export interface FieldChange extends Consequences {
  readonly type: 'changed';
  readonly what: 'rubric' | 'rule' | 'dimension' | 'weight' | 'anchor' | 'question' | 'source';
  /** The name of the dimension, or the document; none where it is the rubric itself. */
  readonly subject?: string;
  readonly field: RubricField;
  /** Whose anchor it is. */
  readonly rating?: number;
  /** Which of several it is: the two ratings of a border, what a question asks, the item that has a home. */
  readonly of?: string;
  /** `undefined`: there was none. A list stands here as one text. */
  readonly before?: string;
  readonly after?: string;
}

/** A dimension that came or went. */
export interface DimensionChange extends Consequences {
  readonly type: 'added' | 'removed';
  readonly what: 'dimension';
  /** Its name; `before` or `after` has it too. */
  readonly subject: string;
  /** In percent; none where all weigh the same. */
  readonly weight?: number;
  readonly before?: string;
  readonly after?: string;
}

/** A question that came or went: it stands in `before` or `after`. */
export interface QuestionChange extends Consequences {
  readonly type: 'added' | 'removed';
  readonly what: 'question';
  /** The name of its dimension. */
  readonly subject: string;
  /** Whether every candidate is, or was, asked it. */
  readonly isCore?: true;
  readonly before?: string;
  readonly after?: string;
}

export interface PartChange extends Consequences {
  readonly type: 'added' | 'removed' | 'changed';
  readonly what: PartKind;
  /** Its id. */
  readonly subject: string;
}

/** How one version of a rubric differs from another: data, which `render` puts into words. */
export type RubricChange = FieldChange | DimensionChange | QuestionChange | PartChange;

/** One change where the two texts differ. */
export function changed(
  of: Omit<FieldChange, 'type' | 'before' | 'after'>,
  before: string | undefined,
  after: string | undefined,
): readonly FieldChange[] {
  if (before === after) return [];
  const texts = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  return [{ ...of, type: 'changed', ...texts }];
}

/** One change for each key under which the two records differ, in the order of their keys. */
export function changedEach(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  ofKey: (key: string) => Omit<FieldChange, 'type' | 'before' | 'after'>,
): readonly FieldChange[] {
  const own = (record: Readonly<Record<string, string>>, key: string) =>
    Object.hasOwn(record, key) ? record[key] : undefined;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => changed(ofKey(key), own(before, key), own(after, key)));
}
