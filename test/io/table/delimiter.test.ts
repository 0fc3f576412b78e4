import { expect, test } from 'vitest';
import { findDialect } from '../../../src/io/table/delimiter.js';

test.each([
  ['a comma', 'a,b,c\n1,2,3\n', ','],
  ['a semicolon', 'a;b;c\n1;2;3\n', ';'],
  ['a tab', 'a\tb\n1\t2\n', '\t'],
  ['a bar', 'a|b\r\n1|2\r\n', '|'],
  ['a semicolon beside decimal commas', 'a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n', ';'],
  ['a comma beside semicolons in one header', 'candidate,flags;one;two;three\nAda,x\n', ','],
  ['a comma beside semicolons in quotes', '"a;b;c;d",e\n1,2\n', ','],
  ['a semicolon beside commas in quotes that hold quotes', 'a;b\n"x ""y, z"", ";2\n"p, q, r";3\n', ';'],
  ['a semicolon beside commas in the header', 'candidate;Cloud, containers, costs, code;talk\nAda;4;5\nBen;3;3\n', ';'],
  ['one column has a comma', 'candidate\nAda\n', ','],
  ['a header alone', 'a;b', ';'],
  ['a header alone whose line is cut in a quote', 'a;b;"c', ';'],
])('%s', (_name, text, delimiter) => {
  expect(findDialect(new TextEncoder().encode(text))).toEqual({ delimiter: delimiter.charCodeAt(0), skip: 0 });
});

test("Excel's first line sep=; is obeyed, and is no row", () => {
  expect(findDialect(new TextEncoder().encode('sep=;\r\na,b;c\r\n'))).toEqual({ delimiter: 59, skip: 7 });
});
