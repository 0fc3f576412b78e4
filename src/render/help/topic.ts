/** What stands under one heading: a paragraph, terms with what they mean, or lines that stay as they are. */
export type TopicPart =
  | { readonly text: string }
  | { readonly terms: readonly (readonly [string, string])[] }
  | { readonly lines: readonly string[] };

export interface Topic {
  readonly name: string;
  readonly about: string;
  readonly parts: readonly TopicPart[];
}
