/** A feedback form of another system, as far as it is filled in from a scorecard. */
export interface Form {
  readonly id: string;
  readonly fields: readonly FormField[];
}

export interface FormField {
  /** What a value names its field by. */
  readonly key: string;
  /** What people read; it says which part of the scorecard belongs there. */
  readonly text: string;
  readonly type: FieldType;
  /** As the form calls the type. */
  readonly nativeType: string;
  readonly isRequired: boolean;
  readonly options: readonly FieldOption[];
}

/** `scorecard`: a rating for each of its options. `long-text`: one that a whole note fits in. */
export type FieldType = 'overall' | 'score' | 'scorecard' | 'text' | 'long-text' | 'yes-no' | 'choice' | 'other';

export interface FieldOption {
  readonly text: string;
  readonly value: string;
}

/** What goes into a field, before it is written as a system writes it. */
export type FieldValue =
  | { readonly type: 'score'; readonly point: number; readonly comment: string }
  | { readonly type: 'rows'; readonly rows: readonly FilledRow[] }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'yes-no'; readonly isYes: boolean }
  | { readonly type: 'choice'; readonly option: FieldOption };

export interface FilledRow {
  readonly text: string;
  readonly score: number | null;
  readonly comment: string;
}

export interface FilledField {
  readonly field: FormField;
  readonly value: FieldValue;
}
