import { expect, test } from 'vitest';
import { COLOURS } from '../../../src/render/packet/page/colours.js';

/** @see WCAG 2.2, relative luminance and contrast ratio */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(['light', 'dark'] as const)('words, marks and the bar stand out from the %s paper', (theme) => {
  const { paper, ink, muted, bar, tint } = COLOURS.plain;
  const on = (colour: { light: string; dark: string } | undefined, ground = paper) =>
    contrast(colour?.[theme] ?? '', ground?.[theme] ?? '');
  expect(on(ink)).toBeGreaterThan(7);
  expect(on(ink, tint)).toBeGreaterThan(7);
  expect(on(muted)).toBeGreaterThan(4.5);
  expect(on(bar)).toBeGreaterThan(4.5);
  for (const mark of COLOURS.marks) expect(on(mark)).toBeGreaterThan(4.5);
});
