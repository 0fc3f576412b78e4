/**
 * For checks of a length: only of what has one. On its own zod compares whatever has a key `length`, and a map with a
 * strange value under it ends the program.
 *
 * @example z.string().min(1, measured)
 */
export const measured = {
  when: ({ value }: { readonly value: unknown }) => typeof value === 'string' || Array.isArray(value),
  // Zod takes it for every check, and its types leave it out here.
} as unknown as { readonly abort?: boolean };
