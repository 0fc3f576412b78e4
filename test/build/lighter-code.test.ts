import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { makeLighter } from '../../src/build/lighter-code.js';

/** What the code exports after the change; `made` holds every expression that was made by its constructor. */
function runLighter(code: string) {
  const made: string[] = [];
  const exports: Record<string, (text: string) => unknown> = {};
  class Counted extends RegExp {
    constructor(pattern: string, flags: string) {
      super(pattern, flags);
      made.push(pattern);
    }
  }
  runInNewContext(makeLighter(code), { exports, RegExp: Counted });
  return { made, exports };
}

describe('a regular expression with properties of Unicode', () => {
  test('is made when it is first used, and once', () => {
    const { made, exports } = runLighter(String.raw`exports.isName = (text) => /^[\p{L}/'\\]+$/u.test(text);`);
    expect(made).toEqual([]);
    expect(['Zoë', "a/'\\", 'a1'].map((text) => exports.isName?.(text))).toEqual([true, true, false]);
    expect(made).toHaveLength(1);
  });

  test('replaces, matches and splits anew each time', () => {
    const { exports } = runLighter(
      String.raw`
        exports.replaced = (text) => text.replace(/\p{Lu}/gu, '_');
        exports.matched = (text) => text.match(/\p{Lu}/gu);
        exports.all = (text) => [...text.matchAll(/\p{Lu}/gu)].length;
        exports.split = (text) => text.split(/\p{Lu}/u);`,
    );
    for (const _time of [1, 2]) {
      expect(exports.replaced?.('aBcD')).toBe('a_c_');
      expect(exports.matched?.('aBcD')).toHaveLength(2);
      expect(exports.all?.('aBcD')).toBe(2);
      expect(exports.split?.('aBcD')).toHaveLength(3);
    }
  });

  test.each([
    ['that keeps its place', String.raw`exports.go = (text) => /\p{L}/gu.test(text);`],
    ['that is handed on', String.raw`exports.go = (text) => other(/\p{L}/u);`],
    ['that is kept', String.raw`exports.go = (text) => { const letter = /\p{L}/u; return letter.test(text); };`],
    ['outside of a function', String.raw`const LETTER = /\p{L}/u;`],
    ['without properties', 'exports.go = (text) => /[a-z]/u.test(text);'],
  ])('is left as it is where one is meant %s', (_what, code) => {
    expect(makeLighter(code)).toBe(code);
  });
});

describe('a namespace', () => {
  test('has getters of its own, which tell what there is when they are asked', () => {
    const { exports } = runLighter(
      'let a = 1;\nvar all = runtime.__exportAll({ a: () => a, b: () => go().b });\nfunction go() { return { b: 2 }; }\nexports.all = () => { a = 3; return all; };',
    );
    expect({ ...(exports.all?.('') as object) }).toEqual({ a: 3, b: 2 });
  });

  test('that is made in another way is not passed over', () => {
    expect(() => makeLighter('var all = runtime.__exportAll({ a() { return 1; } });')).toThrow('not understood');
  });

  test('of a module has it as its default, and its names beside', () => {
    const { exports } = runLighter(
      'const module = { a: 1, go() { return this.a; } };\nconst all = runtime.__toESM(module, 1);\nexports.all = () => [all.default === module, all.a, all.default.go()];',
    );
    expect(exports.all?.('')).toEqual([true, 1, 1]);
  });

  test.each([
    ['of a module that says itself what is its default', 'exports.all = runtime.__toESM(module);'],
    ['of another helper', 'exports.all = runtime.__other(module, 1);'],
  ])('is left as it is %s', (_which, code) => {
    expect(makeLighter(code)).toBe(code);
  });
});

describe('a package that was CommonJS before', () => {
  test('runs once, when it is first asked for', () => {
    const { exports } = runLighter(
      'let runs = 0;\nconst get = runtime.__commonJSMin((exports, module) => { runs += 1; module.exports = { runs }; });\nexports.get = () => [runs, get() === get(), get().runs];',
    );
    expect(exports.get?.('')).toEqual([0, true, 1]);
  });
});
