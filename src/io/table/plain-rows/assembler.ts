/**
 * WebAssembly written as an expression is written, so that a pass over bytes can be read, and made for one table, without
 * a toolchain. Each function gives code; a value stands as an operand where WebAssembly has it on its stack.
 */
export type Code = number | Label | Branch | Block | readonly Code[];

/** What a branch leaves, or begins again. */
export interface Label {
  readonly type: 'label';
}

interface Branch {
  readonly type: 'branch';
  readonly op: number;
  readonly to: Label;
}

interface Block {
  readonly type: 'block';
  readonly op: number;
  readonly label: Label;
  readonly body: readonly Code[];
}

/** A local of the function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
  add(value: Code): Code;
}

export const VALUE = { i32: 0x7f, i64: 0x7e, v128: 0x7b } as const;

/** A number in as few bytes as hold it, seven bits each. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  while (rest < -64 || rest > 63) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  return [...bytes, rest & 0x7f];
}

const VECTOR = 0xfd;
const vector = (op: number): number[] => [VECTOR, ...unsigned(op)];
const unary =
  (op: readonly number[]) =>
  (value: Code): Code => [value, op];
const binary =
  (op: readonly number[]) =>
  (left: Code, right: Code): Code => [left, right, op];
/** Nothing is said of alignment: bytes lie anywhere. */
const load =
  (op: readonly number[]) =>
  (at: Code, offset = 0): Code => [at, op, 0, unsigned(offset)];
const store =
  (op: readonly number[]) =>
  (at: Code, value: Code, offset = 0): Code => [at, value, op, 0, unsigned(offset)];

export const i32 = {
  of: (value: number): Code => [0x41, signed(value)],
  isZero: unary([0x45]),
  equal: binary([0x46]),
  differs: binary([0x47]),
  /** Comparisons of positions: without a sign. */
  atLeast: binary([0x4f]),
  above: binary([0x4b]),
  below: binary([0x49]),
  trailingZeros: unary([0x68]),
  countOnes: unary([0x69]),
  add: binary([0x6a]),
  subtract: binary([0x6b]),
  multiply: binary([0x6c]),
  divide: binary([0x6e]),
  and: binary([0x71]),
  or: binary([0x72]),
  xor: binary([0x73]),
  shiftLeft: binary([0x74]),
  shiftRight: binary([0x76]),
  load: load([0x28]),
  load8: load([0x2d]),
  store: store([0x36]),
  store8: store([0x3a]),
  store16: store([0x3b]),
} as const;

export const i64 = {
  of32: unary([0xad]),
  isZero: unary([0x50]),
  equal: binary([0x51]),
  or: binary([0x84]),
  /** Shifted left by 32. */
  high: (value: Code): Code => [value, 0x42, signed(32), 0x86],
  load: load([0x29]),
  store: store([0x37]),
} as const;

export const v128 = {
  load: load(vector(0)),
  store: store(vector(11)),
  or: binary(vector(80)),
} as const;

/** Sixteen bytes at once. */
export const i8x16 = {
  /** Sixteen times the same byte. */
  of: (byte: number): Code => [vector(12), new Array<number>(16).fill(byte)],
  equal: binary(vector(35)),
  /** With a sign: bytes from 0x80 are below all others. */
  below: binary(vector(37)),
  /** One bit for each byte, from its highest. */
  mask: unary(vector(100)),
} as const;

/** Four numbers at once. */
export const i32x4 = {
  lane: (value: Code, at: number): Code => [value, vector(27), at],
  add: binary(vector(174)),
  max: binary(vector(184)),
} as const;

const EMPTY = 0x40;
const block =
  (op: number) =>
  (body: (label: Label) => readonly Code[]): Code => {
    const label: Label = { type: 'label' };
    return { type: 'block', op, label, body: body(label) };
  };

/** Code that a branch to the label leaves. */
export const leaving = block(0x02);
/** Code that a branch to the label begins again. */
export const repeating = block(0x03);
export const branch = (to: Label): Code => ({ type: 'branch', op: 0x0c, to });
export const branchIf = (to: Label, condition: Code): Code => [condition, { type: 'branch', op: 0x0d, to }];
export const when = (condition: Code, body: readonly Code[], otherwise: readonly Code[] = []): Code => [
  condition,
  block(0x04)(() => (otherwise.length === 0 ? body : [body, 0x05, otherwise])),
];

/** The bytes of code; a branch counts the blocks between it and its label. */
function assemble(code: Code, into: number[], around: readonly Label[]): void {
  if (typeof code === 'number') into.push(code);
  else if ('length' in code) for (const part of code) assemble(part, into, around);
  else if (code.type === 'branch') into.push(code.op, ...unsigned(around.indexOf(code.to)));
  else if (code.type === 'block') {
    into.push(code.op, EMPTY);
    assemble(code.body, into, [code.label, ...around]);
    into.push(0x0b);
  }
}

interface FunctionParts {
  /** Names of whole numbers that it is called with. */
  readonly parameters: number;
  /** Its code, made of its locals: the parameters come first. */
  body(local: (type?: number) => Local, parameters: readonly Local[]): readonly Code[];
}

const vectorOf = (parts: readonly (readonly number[])[]): number[] => [...unsigned(parts.length), ...parts.flat()];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...unsigned(bytes.length), ...bytes];
const named = (name: string): number[] => vectorOf([...name].map((sign) => [sign.charCodeAt(0)]));

/** A module of one function, exported as `run`, that works on the memory it is given as `io.memory`. */
export function assembleModule({ parameters, body }: FunctionParts): Uint8Array<ArrayBuffer> {
  const types: number[] = [];
  const localAt = (at: number): Local => {
    const get: Code = [0x20, unsigned(at)];
    const set = (value: Code): Code => [value, 0x21, unsigned(at)];
    return { get, set, add: (value) => set(i32.add(get, value)) };
  };
  const given = Array.from({ length: parameters }, (_, at) => localAt(at));
  const local = (type: number = VALUE.i32) => localAt(parameters + types.push(type) - 1);
  const code: number[] = [];
  assemble(body(local, given), code, []);
  const locals = vectorOf(types.map((type) => [1, type]));
  const whole = [...locals, ...code, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // One type: so many whole numbers, and no result.
    ...section(1, vectorOf([[0x60, ...vectorOf(given.map(() => [VALUE.i32])), 0]])),
    ...section(2, vectorOf([[...named('io'), ...named('memory'), 2, 0, 1]])),
    ...section(3, vectorOf([[0]])),
    ...section(7, vectorOf([[...named('run'), 0, 0]])),
    ...section(10, vectorOf([[...unsigned(whole.length), ...whole]])),
  ]);
}
