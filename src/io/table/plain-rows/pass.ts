import { BYTE } from '../csv-record.js';
import {
  assembleModule,
  branch,
  branchIf,
  type Code,
  i8x16,
  i32,
  i32x4,
  i64,
  type Label,
  type Local,
  leaving,
  repeating,
  VALUE,
  v128,
  when,
} from './assembler.js';
import {
  BEGINNING,
  CARE_FIRST,
  CARE_LAST,
  CONSTANTS,
  DIGITS,
  ENOUGH_OUTPUT,
  FOLD,
  OUTLINES,
  OUTPUT,
  RESULTS,
  SHARE_TABLE,
  SHARES,
  SLOT,
  STATE,
} from './layout.js';

/** What a column of a plain row holds: a number is the position of the dimension it rates. */
export type PlainColumn = number | 'candidate' | 'interviewer' | 'empty' | 'unread';

/** Constant cells: where they stand behind `CONSTANTS`, and how many bytes they have. */
export interface Constant {
  readonly at: number;
  readonly length: number;
}

export interface PassShape {
  readonly columns: readonly PlainColumn[];
  readonly delimiter: number;
  readonly dimensions: number;
  /** From the candidate's cell to the interviewer's, or to the result where no column names one. */
  readonly afterCandidate: Constant;
  readonly afterInterviewer: Constant;
  /** What ends a row, by whether its score is borderline. */
  readonly ends: readonly [Constant, Constant];
}

const DELETE = 0x7f;
const ZERO = 48;

/**
 * The pass over plain rows of one table. It goes on until a row is anything but plain, or not there as a whole, and leaves
 * `STATE` as it was before that row. Called with the position after the last byte, where line ends stand as sentinels.
 */
export function assemblePass(shape: PassShape): Uint8Array<ArrayBuffer> {
  return assembleModule({
    parameters: 1,
    body: (local, [limit]) => {
      const row = createRow(shape, local, limit as Local);
      const { position, line, out, rows } = row;
      const move = (own: Local, offset: number) => ({
        load: own.set(i32.load(i32.of(offset))),
        keep: i32.store(i32.of(offset), own.get),
      });
      const state = [
        move(position, STATE.position),
        move(line, STATE.line),
        move(out, STATE.out),
        move(rows, STATE.rows),
      ];
      return [
        state.map(({ load }) => load),
        i32.store(i32.of(STATE.isUnknown), i32.of(0)),
        leaving((stop) => [
          repeating((nextRow) => [
            branchIf(stop, i32.above(out.get, i32.of(OUTPUT + ENOUGH_OUTPUT))),
            row.begin,
            shape.columns.map((column, at) => row.read(column, at === shape.columns.length - 1, stop)),
            row.endOfLine(stop),
            row.findResult(stop),
            row.write,
            row.pass,
            branch(nextRow),
          ]),
        ]),
        state.map(({ keep }) => keep),
      ];
    },
  });
}

function createRow(shape: PassShape, local: (type?: number) => Local, limit: Local) {
  const { delimiter, dimensions } = shape;
  const [position, line, out, rows] = [local(), local(), local(), local()];
  /** Where the row is read, and how many line ends it has. */
  const [at, lines] = [local(), local()];
  const [byte, mask, other] = [local(), local(), local()];
  const [bytes, sums, lowest] = [local(VALUE.v128), local(VALUE.v128), local(VALUE.v128)];
  const names = { candidate: [local(), local()], interviewer: [local(), local()] } as const;
  const ratings = Array.from({ length: dimensions }, () => local());
  const [weight, slot, key] = [local(), local(), local(VALUE.i64)];

  const isByte = (value: number) => i32.equal(byte.get, i32.of(value));
  const isIn = (value: number) => i8x16.equal(bytes.get, i8x16.of(value));
  const expect = (value: number, stop: Label) => [
    branchIf(stop, i32.differs(i32.load8(at.get), i32.of(value))),
    at.add(i32.of(1)),
  ];

  /** Goes to the first byte that is one of those, and no further than the sentinels. */
  const goTo = (found: Code): Code =>
    leaving((there) => [
      repeating((on) => [
        bytes.set(v128.load(at.get)),
        mask.set(i8x16.mask(found)),
        when(mask.get, [at.add(i32.trailingZeros(mask.get)), branch(there)]),
        at.add(i32.of(16)),
        branch(on),
      ]),
    ]);
  const anyOf = (values: readonly number[]): Code => values.map(isIn).reduce(v128.or);

  const readName = (name: readonly [Local, Local], isCandidate: boolean, stop: Label): Code => {
    const [start, length] = name;
    const first = local();
    const last = local();
    const fold = (value: Code, places: number) =>
      i32.shiftLeft(i32.and(value, i32.of(FOLD.mask)), i32.of(places * FOLD.bits));
    const outline = [fold(first.get, 2), fold(last.get, 1), fold(length.get, 0)].reduce(i32.or);
    return [
      start.set(at.get),
      // Below a space with a sign: controls, and all that is no ASCII.
      goTo(
        v128.or(
          i8x16.below(bytes.get, i8x16.of(BYTE.space)),
          anyOf([...new Set([BYTE.quote, BYTE.comma, DELETE, delimiter])]),
        ),
      ),
      length.set(i32.subtract(at.get, start.get)),
      branchIf(stop, i32.isZero(length.get)),
      first.set(i32.load8(start.get)),
      last.set(i32.load8(i32.subtract(at.get, i32.of(1)))),
      branchIf(stop, i32.load8(first.get, CARE_FIRST)),
      branchIf(stop, i32.load8(last.get, CARE_LAST)),
      isCandidate ? branchIf(stop, i32.load8(outline, OUTLINES)) : [],
    ];
  };

  const readRating = (dimension: number, isLast: boolean, ends: Code): Code => {
    const rating = ratings[dimension] as Local;
    const share = local(VALUE.v128);
    return [
      byte.set(i32.load8(at.get)),
      share.set(v128.load(i32.shiftLeft(byte.get, i32.of(4)), SHARES + dimension * SHARE_TABLE)),
      sums.set(i32x4.add(sums.get, share.get)),
      lowest.set(i32x4.max(lowest.get, share.get)),
      isLast
        ? when(ends, [rating.set(i32.of(0))], [rating.set(byte.get), at.add(i32.of(1))])
        : when(isByte(delimiter), [rating.set(i32.of(0))], [rating.set(byte.get), at.add(i32.of(1))]),
    ];
  };

  /** Passes over a cell that nobody reads; in quotes it may have line ends. */
  const passOver = (stop: Label): Code =>
    when(
      i32.equal(i32.load8(at.get), i32.of(BYTE.quote)),
      [
        at.add(i32.of(1)),
        leaving((closed) => [
          repeating((on) => [
            bytes.set(v128.load(at.get)),
            mask.set(i8x16.mask(isIn(BYTE.quote))),
            // The bytes before the first quote: with none, all.
            other.set(i32.and(i32.subtract(mask.get, i32.of(1)), i32.xor(mask.get, i32.of(-1)))),
            when(i32.and(other.get, i8x16.mask(anyOf([BYTE.nul, BYTE.cr]))), [
              branchIf(stop, i32.and(other.get, i8x16.mask(isIn(BYTE.nul)))),
              // A carriage return has its line feed behind it, or is none of ours.
              byte.set(i8x16.mask(i8x16.equal(v128.load(at.get, 1), i8x16.of(BYTE.lf)))),
              branchIf(stop, [other.get, i8x16.mask(isIn(BYTE.cr)), i32.xor(byte.get, i32.of(-1))].reduce(i32.and)),
            ]),
            lines.add(i32.countOnes(i32.and(other.get, i8x16.mask(isIn(BYTE.lf))))),
            when(i32.isZero(mask.get), [
              at.add(i32.of(16)),
              branchIf(stop, i32.atLeast(at.get, limit.get)),
              branch(on),
            ]),
            at.add(i32.add(i32.trailingZeros(mask.get), i32.of(1))),
            // Two quotes stand for one.
            branchIf(closed, i32.differs(i32.load8(at.get), i32.of(BYTE.quote))),
            at.add(i32.of(1)),
            branch(on),
          ]),
        ]),
      ],
      [goTo(anyOf([...new Set([delimiter, BYTE.lf, BYTE.cr, BYTE.nul])]))],
    );

  /** Copies more than `length` bytes, so that no copy has a tail: what is too much is written over. */
  const copy = (from: Code, length: Local): Code => [
    other.set(i32.of(0)),
    repeating((on) => [
      v128.store(i32.add(out.get, other.get), v128.load(i32.add(from, other.get))),
      other.add(i32.of(16)),
      branchIf(on, i32.below(other.get, length.get)),
    ]),
    out.add(length.get),
  ];
  const copyConstant = ({ at: from, length }: Constant): Code => [
    Array.from({ length: Math.ceil(length / 16) }, (_, piece) =>
      v128.store(out.get, v128.load(i32.of(CONSTANTS + from), piece * 16), piece * 16),
    ),
    out.add(i32.of(length)),
  ];
  const writeNumber: Code = [
    other.set(line.get),
    at.set(i32.of(DIGITS)),
    repeating((on) => [
      at.add(i32.of(-1)),
      mask.set(i32.divide(other.get, i32.of(10))),
      i32.store8(at.get, i32.add(i32.of(ZERO), i32.subtract(other.get, i32.multiply(mask.get, i32.of(10))))),
      other.set(mask.get),
      branchIf(on, other.get),
    ]),
    v128.store(out.get, v128.load(at.get)),
    out.add(i32.subtract(i32.of(DIGITS), at.get)),
  ];
  const next = local();

  return {
    position,
    line,
    out,
    rows,
    begin: [
      at.set(position.get),
      lines.set(i32.of(1)),
      sums.set(v128.load(i32.of(BEGINNING))),
      lowest.set(sums.get),
    ] as Code,

    read: (column: PlainColumn, isLast: boolean, stop: Label): Code => {
      const ends = [isByte(BYTE.lf), isByte(BYTE.cr)].reduce(i32.or);
      const content =
        column === 'candidate' || column === 'interviewer'
          ? readName(names[column], column === 'candidate', stop)
          : column === 'unread'
            ? passOver(stop)
            : column === 'empty'
              ? []
              : readRating(column, isLast, ends);
      return [content, isLast ? [] : expect(delimiter, stop)];
    },

    endOfLine: (stop: Label): Code => [
      byte.set(i32.load8(at.get)),
      when(isByte(BYTE.cr), [at.add(i32.of(1))]),
      // The sentinel is not the row's own end.
      branchIf(stop, i32.atLeast(at.get, limit.get)),
      expect(BYTE.lf, stop),
      next.set(at.get),
    ],

    /** Finds the result of what the ratings add up to: its slot. */
    findResult: (stop: Label): Code => [
      // At least one rating, and nothing that is none: `tables.ts` counts the first in ones, the second above them.
      branchIf(stop, i32.atLeast(i32.subtract(i32x4.lane(sums.get, 2), i32.of(1)), i32.of(0xffff))),
      // With a bit of its own, since 0 is where nothing is known.
      weight.set(
        [i32.shiftLeft(i32x4.lane(sums.get, 1), i32.of(4)), i32.of(8), i32x4.lane(lowest.get, 3)].reduce(i32.or),
      ),
      key.set(i64.or(i64.of32(i32x4.lane(sums.get, 0)), i64.high(i64.of32(weight.get)))),
      slot.set(
        i32.shiftRight(
          i32.xor(
            i32.multiply(i32x4.lane(sums.get, 0), i32.of(0x9e3779b1)),
            i32.multiply(weight.get, i32.of(0x85ebca6b)),
          ),
          i32.of(32 - SLOT.bits),
        ),
      ),
      leaving((found) => [
        repeating((on) => [
          other.set(i32.multiply(slot.get, i32.of(SLOT.size))),
          branchIf(found, i64.equal(i64.load(other.get, RESULTS), key.get)),
          when(i64.isZero(i64.load(other.get, RESULTS)), [
            i64.store(i32.of(STATE.key), key.get),
            i32.store(i32.of(STATE.slot), slot.get),
            i32.store(i32.of(STATE.isUnknown), i32.of(1)),
            branch(stop),
          ]),
          slot.set(i32.and(i32.add(slot.get, i32.of(1)), i32.of(2 ** SLOT.bits - 1))),
          branch(on),
        ]),
      ]),
      slot.set(i32.add(other.get, i32.of(RESULTS))),
    ],

    write: [
      writeNumber,
      i32.store8(out.get, i32.of(BYTE.comma)),
      out.add(i32.of(1)),
      copy(names.candidate[0].get, names.candidate[1]),
      copyConstant(shape.afterCandidate),
      shape.columns.includes('interviewer') ? copy(names.interviewer[0].get, names.interviewer[1]) : [],
      copyConstant(shape.afterInterviewer),
      [0, 16, 32].map((piece) => v128.store(out.get, v128.load(slot.get, SLOT.text + piece), piece)),
      out.add(i32.load8(slot.get, SLOT.length)),
      ratings.map((rating) => [
        i32.store16(out.get, i32.or(i32.of(BYTE.comma), i32.shiftLeft(rating.get, i32.of(8)))),
        out.add(i32.subtract(i32.of(2), i32.isZero(rating.get))),
      ]),
      when(i32.load8(slot.get, SLOT.end), [copyConstant(shape.ends[1])], [copyConstant(shape.ends[0])]),
    ] as Code,

    pass: [position.set(next.get), line.add(lines.get), rows.add(i32.of(1))] as Code,
  };
}
