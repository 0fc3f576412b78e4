const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u202f': 'narrow no-break space',
  '\u2007': 'figure space',
  '\u200b': 'zero-width space',
  '\u2060': 'word joiner',
  '\u3000': 'ideographic space',
  '\ufeff': 'byte order mark',
};

/** A sign that is hard to see, in words: `a no-break space (U+00A0)`, `no-break spaces (U+00A0)`, `tabs`. */
export function signName(sign: string): { readonly one: string; readonly many: string; readonly code: string } {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (sign === '\t') return { one: 'a tab', many: 'tabs', code };
  const name = NAMES[sign] ?? 'special space';
  return { one: `a ${name} (${code})`, many: `${name}s (${code})`, code };
}
