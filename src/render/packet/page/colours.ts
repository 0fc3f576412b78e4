type Theme = 'light' | 'dark';

/**
 * Each colour on paper and on a dark screen. The marks are those of Okabe and Ito, darkened or lightened until each
 * stands out from the paper by 5:1; they are about equally dark, so that in grey only the shape tells.
 */
export const COLOURS: {
  readonly plain: Readonly<Record<string, Readonly<Record<Theme, string>>>>;
  /** Of interviewers; the first is for those that no colour is left for. */
  readonly marks: readonly Readonly<Record<Theme, string>>[];
} = {
  plain: {
    paper: { light: '#ffffff', dark: '#15171a' },
    ink: { light: '#1a1a1a', dark: '#e6e4e0' },
    muted: { light: '#595959', dark: '#a8a6a2' },
    bar: { light: '#767676', dark: '#8d9197' },
    grid: { light: '#dcdcdc', dark: '#33373c' },
    rule: { light: '#d4d4d4', dark: '#3b3f45' },
    tint: { light: '#efefef', dark: '#24272b' },
  },
  marks: [
    { light: '#1a1a1a', dark: '#e6e4e0' },
    { light: '#0072b2', dark: '#56b4e9' },
    { light: '#b34700', dark: '#f08a45' },
    { light: '#007a59', dark: '#2fc39a' },
    { light: '#9c4a7c', dark: '#e09cc3' },
    { light: '#1a1a1a', dark: '#e6e4e0' },
    { light: '#7a5c00', dark: '#e6c34a' },
  ],
};

/** The colours of a theme as CSS variables: `--paper: #ffffff; …`. */
export function colourVariables(theme: Theme): string {
  const plain = Object.entries(COLOURS.plain).map(([name, colour]) => `--${name}: ${colour[theme]};`);
  const marks = COLOURS.marks.map((colour, at) => `--m${at}: ${colour[theme]};`);
  return [...plain, ...marks].join(' ');
}
