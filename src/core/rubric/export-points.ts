/** The points that each system next door has for a rating, the best last. */
export const EXPORT_POINTS = {
  greenhouse: ['definitely_not', 'no', 'mixed', 'yes', 'strong_yes', 'no_decision'],
  lever: [1, 2, 3, 4],
  ashby: [1, 2, 3, 4],
  merge: ['DEFINITELY_NO', 'NO', 'YES', 'STRONG_YES', 'NO_DECISION'],
} as const;

export type ExportSystem = keyof typeof EXPORT_POINTS;

export const EXPORT_SYSTEMS = Object.keys(EXPORT_POINTS) as readonly ExportSystem[];

/** The systems by their names. */
export const EXPORT_NAMES = {
  greenhouse: 'Greenhouse',
  lever: 'Lever',
  ashby: 'Ashby',
  merge: 'Merge',
} as const satisfies Record<ExportSystem, string>;

/** A rating as a system writes it: 4, `strong_yes`. */
export type ExportPoint = string | number;
