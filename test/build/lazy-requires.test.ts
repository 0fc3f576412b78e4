import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { makeRequiresLazy, reportEager } from '../../src/build/lazy-requires.js';

/** Runs CommonJS code after the change and tells what it required, in order, and what it exported. */
function runLazily(code: string, modules: Readonly<Record<string, unknown>>) {
  const required: string[] = [];
  const exports: Record<string, unknown> = {};
  const require = (name: string) => {
    required.push(name);
    return modules[name];
  };
  runInNewContext(makeRequiresLazy(code).code, { require, exports });
  return { required, exports };
}

describe('makeRequiresLazy', () => {
  test('loads a module when it is first used, and once', () => {
    const { required, exports } = runLazily(
      'const a = require("a");\nconst b = require("b");\nexports.go = () => a.one + a.one;',
      { a: { one: 1 } },
    );
    expect(required).toEqual([]);
    expect([(exports.go as () => number)(), (exports.go as () => number)()]).toEqual([2, 2]);
    expect(required).toEqual(['a']);
  });

  test('loads at once what is used at once', () => {
    const { required } = runLazily('const a = require("a");\nexports.Child = class extends a.Parent {};', {
      a: { Parent: class {} },
    });
    expect(required).toEqual(['a']);
  });

  test('constructs what a module exports, not the module', () => {
    const { exports } = runLazily('const a = require("a");\nexports.made = () => new a.Thing(2).size;', {
      a: {
        Thing: class {
          readonly size: number;
          constructor(size: number) {
            this.size = size;
          }
        },
      },
    });
    expect((exports.made as () => number)()).toBe(2);
  });

  test('keeps the wrapping of a default import', () => {
    const code = 'const r = require("r");\nlet a = require("a");\na = r.__toESM(a, 1);\nexports.go = () => a.default;';
    const { required, exports } = runLazily(code, {
      a: 'whole',
      r: { __toESM: (value: unknown) => ({ default: value }) },
    });
    expect(required).toEqual([]);
    expect((exports.go as () => unknown)()).toBe('whole');
  });

  test('keeps properties, keys and strings of the same name as they are', () => {
    const { exports } = runLazily(
      'const path = require("path");\nexports.go = () => [{ path: "path" }.path, path.sep];',
      { path: { sep: '/' } },
    );
    expect((exports.go as () => unknown)()).toEqual(['path', '/']);
  });

  test('leaves a name alone that something else goes by too', () => {
    const code = 'const a = require("a");\nexports.go = (a) => a;\nexports.other = () => a;';
    const { required, exports } = runLazily(code, { a: 'module' });
    expect(required).toEqual(['a']);
    expect((exports.go as (a: number) => unknown)(7)).toBe(7);
    expect((exports.other as () => unknown)()).toBe('module');
  });

  test('looks into packages that were CommonJS before', () => {
    const code =
      'var __commonJSMin = (f) => f;\nvar load = __commonJSMin((out) => {\n\tconst fs = require("fs");\n\tout.read = () => fs.read;\n});\nload(exports);';
    const { required, exports } = runLazily(code, { fs: { read: 'read' } });
    expect(required).toEqual([]);
    expect((exports.read as () => unknown)()).toBe('read');
  });

  test.each([
    ['a name that something else goes by too', 'const a = require("a");\nexports.go = (a) => a;', ['require("a")']],
    ['names taken out at once', 'const { one } = require("a");\nexports.go = () => one;', ['require("a")']],
    ['a module that is loaded for its effect', 'require("a");', ['require("a")']],
    ['a use within what is evaluated', 'exports.x = [require("a").x];', ['require("a")']],
    ['a module that is loaded when it is used', 'const a = require("a");\nexports.go = () => a.x;', []],
    ['a require in a function', 'exports.go = () => require("a").x;', []],
    [
      'a package that was CommonJS before',
      'var load = __commonJSMin((out) => {\n\tconst { x } = require("fs");\n\tout.x = x;\n});',
      ['require("fs")'],
    ],
  ])('tells what it left eager: %s', (_what, code, expected) => {
    expect(makeRequiresLazy(code).eager).toEqual(expected);
  });
});

describe('reportEager', () => {
  const eager = ['main.cjs: require("b")', 'main.cjs: require("a")'];

  test('says in one line how many there are', () => {
    expect(reportEager(eager, 2)).toBe('requires left eager: 2 (at most 2)\n');
  });

  test('ends the build when there are more than may be, and names each', () => {
    expect(() => reportEager(eager, 1)).toThrow(
      /^requires left eager: 2, but at most 1 may be\nmain\.cjs: require\("a"\)\nmain\.cjs: require\("b"\)\n/,
    );
  });
});
