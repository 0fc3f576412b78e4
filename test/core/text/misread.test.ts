import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beforeMisreading, hasLostSigns } from '../../../src/core/text/misread.js';

test.each([
  ['ZoÃ« Example', 'Zoë Example'],
  ['JÃ¼rgen MÃ¼ller', 'Jürgen Müller'],
  ['Å\u0081ukasz', 'Łukasz'],
  ['Dâ€™Arcy', 'D’Arcy'],
  ['å±±ç”°', '山田'],
])('%s was %s', (name, before) => {
  expect(beforeMisreading(name)).toBe(before);
});

test.each(['José Ñandú', 'Müßig', '山田 太郎', 'Łukasz', 'D’Arcy', 'Ægir Ø', 'ÀÉ', 'Ada'])(
  '%s was nothing else',
  (name) => {
    expect(beforeMisreading(name)).toBeUndefined();
  },
);

test('whatever is read as windows-1252 is found again', () => {
  const decoder = new TextDecoder('windows-1252');
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z]{0,3}[À-ſА-я一-龠]{1,5}[a-z]{0,3}$/), (name) => {
      expect(beforeMisreading(decoder.decode(new TextEncoder().encode(name)))).toBe(name);
    }),
  );
});

test('the sign of what is unknown tells that signs are gone', () => {
  expect([hasLostSigns('Jos\ufffd'), hasLostSigns('José')]).toEqual([true, false]);
});
