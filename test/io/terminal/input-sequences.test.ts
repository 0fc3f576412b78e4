import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedText } from '../../../src/core/board/key-press.js';
import { createSequenceCutter, type Piece } from '../../../src/io/terminal/input-sequences.js';
import { keysOf } from '../../../src/io/terminal/sequence-keys.js';

/** What each read gives, in short: characters as they are, other keys in angle brackets, pastes in braces. */
function keys(...reads: readonly (string | Uint8Array)[]): string {
  const cutter = createSequenceCutter();
  const pieces = reads.flatMap((read) => cutter.take(typeof read === 'string' ? Buffer.from(read) : read));
  return inShort([...pieces, ...cutter.giveUp()]);
}

function inShort(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.type === 'paste') return `{${piece.text}}`;
      return keysOf(piece)
        .map((key) => {
          const held = [key.ctrl && 'ctrl', key.meta && 'alt', key.shift && 'shift'].filter(Boolean);
          return typedText(key) ?? `<${[...held, key.name].join('-')}>`;
        })
        .join('');
    })
    .join('');
}

const E = '\u001b';

describe('what is no key', () => {
  test.each([
    ['the late answer about the background colour, ended by BEL', `${E}]11;rgb:1e1e/1e1e/2e2e\u0007`],
    ['the same, ended by ST', `${E}]11;rgb:1e1e/1e1e/2e2e${E}\\`],
    ['the clipboard', `${E}]52;c;5q2D5Zyo${E}\\`],
    ['a title with a quotation mark, whose last byte is an 8-bit ST elsewhere', `${E}]l“4”${E}\\`],
    ["the terminal's name", `${E}P>|xterm.js(5.5)${E}\\`],
    ['a setting (DECRQSS)', `${E}P1$r0;4m${E}\\`],
    ['a capability (XTGETTCAP)', `${E}P1+r544e=787465726d${E}\\`],
    ["kitty's graphics", `${E}_Gi=31;OK${E}\\`],
    ['a private message', `${E}^4${E}\\`],
    ['a start of string', `${E}X4 5${E}\\`],
    ['a string broken off by CAN', `${E}]11;rgb\u0018`],
    ['the place of the cursor', `${E}[12;40R`],
    ['what the terminal is (DA1, DA2)', `${E}[?62;4c${E}[>1;4000;0c`],
    ['a mode (DECRPM)', `${E}[?2026;2$y${E}[4;2$y`],
    ['the size of the window', `${E}[8;24;80t${E}[48;24;80;480;800t`],
    ['light or dark', `${E}[?997;1n`],
    ['the flags of the keyboard', `${E}[?5u`],
    ['focus in and out', `${E}[I${E}[O`],
    ['the mouse, SGR', `${E}[<0;35;4M${E}[<0;35;4m`],
    ['the wheel, SGR', `${E}[<64;35;4M${E}[<65;35;4M`],
    ['the wheel, X10', `${E}[M\`45`],
    ['the mouse, urxvt', `${E}[32;35;4M`],
    ['the wheel, urxvt', `${E}[96;35;4M`],
    ['function keys', `${E}OP${E}OQ${E}[15~${E}[24;5~${E}[1;2P${E}[25~`],
    ["function keys of Linux's console", `${E}[[A${E}[[E`],
    ['keys that are let go', `${E}[97;1:3u${E}[1;1:3A`],
    ['Shift alone', `${E}[57441;2u`],
    ['what is held with Super', `${E}[97;9u${E}[1;9A`],
  ])('%s', (_name, bytes) => {
    expect(keys(bytes)).toBe('');
    expect(keys('a', bytes, 'b')).toBe('ab');
    expect(keys(...[...Buffer.from(bytes)].map((byte) => Uint8Array.of(byte)))).toBe('');
  });

  test('an introducer alone, which is Alt and a sign', () => {
    expect(keys(`${E}[`)).toBe('');
  });

  test('the mouse beyond column 95 (X10), whose bytes are no text', () => {
    expect(keys('a', Uint8Array.of(0x1b, 0x5b, 0x4d, 0x20, 0xc3, 0xa1), '4')).toBe('a4');
  });

  test('sequences that begin with one 8-bit control', () => {
    expect(keys(Uint8Array.of(0x9b, 0x3c, 0x36, 0x34, 0x3b, 0x31, 0x3b, 0x31, 0x4d), '4')).toBe('4');
    expect(keys(Uint8Array.of(0x9d, 0x31, 0x31, 0x9c), '4')).toBe('4');
  });
});

describe('what is a key', () => {
  test.each([
    ['arrows', `${E}[A${E}[B${E}[C${E}[D`, '<up><down><right><left>'],
    ['arrows of the application mode', `${E}OA${E}OB${E}OC${E}OD`, '<up><down><right><left>'],
    [
      'arrows with Ctrl, Alt, Shift',
      `${E}[1;5C${E}[1;3D${E}[1;2A${E}Od`,
      '<ctrl-right><alt-left><shift-up><ctrl-left>',
    ],
    ['Alt and an arrow as two Escs', `${E}${E}[A`, '<alt-up>'],
    ['Home and End, in every way', `${E}[H${E}[F${E}OH${E}[1~${E}[4~${E}[7~`, '<home><end><home><home><end><home>'],
    ['PgUp, PgDn, Delete', `${E}[5~${E}[6~${E}[3~`, '<pageup><pagedown><delete>'],
    [
      'PgDn with Ctrl and Shift, in two ways',
      `${E}[6;6~${E}[6^${E}[6$`,
      '<ctrl-shift-pagedown><ctrl-pagedown><shift-pagedown>',
    ],
    ['Tab and Shift-Tab', `\t${E}[Z${E}[9u${E}[9;2u${E}[27;2;9~`, '<tab><shift-tab><tab><shift-tab><shift-tab>'],
    ['Enter', `\r\n${E}OM${E}[13u${E}[13;2u${E}[27;5;13~${E}[57414u${E}\r`, `<return><enter>${'<return>'.repeat(6)}`],
    [
      'Backspace',
      `\u007f\b${E}[127u${E}[127;5u${E}\u007f`,
      '<backspace><backspace><backspace><ctrl-backspace><alt-backspace>',
    ],
    ['Ctrl and a letter', `\u0001${E}[97;5u${E}[27;5;119~`, '<ctrl-a><ctrl-a><ctrl-w>'],
    ['Ctrl-H, I, M as the keys that they are', `${E}[104;5u${E}[105;5u${E}[109;5u`, '<backspace><tab><return>'],
    ['Alt and a letter', `${E}b${E}[98;3u${E}é`, '<alt-b><alt-b><alt-é>'],
    ['Esc', `${E}[27u${E}[27;5;27~`, '<escape><escape>'],
    ['the keypad of the application mode', `${E}Op${E}Oy${E}On${E}Ok`, '09.+'],
    ['the keypad of kitty', `${E}[57399u${E}[57403u${E}[57408u${E}[57419u`, '049<up>'],
    ['letters of kitty', `${E}[97u${E}[97;2u${E}[97:65;2u${E}[97;65u`, 'aAAA'],
    ['text of kitty', `${E}[0;;228u${E}[97;;229u`, 'å'],
    ['letters of modifyOtherKeys', `${E}[27;2;65~`, 'A'],
  ])('%s', (_name, bytes, expected) => {
    expect(keys(bytes)).toBe(expected);
    expect(keys(...[...Buffer.from(bytes)].map((byte) => Uint8Array.of(byte)))).toBe(expected);
  });

  test('text of several bytes, split anywhere', () => {
    expect(keys(Uint8Array.of(0xe5, 0xbe), Uint8Array.of(0x88, 0xe5), Uint8Array.of(0xa5, 0xbd))).toBe('很好');
    expect(keys('e\u0301ñ数👩‍👩‍👧🇩🇪')).toBe('e\u0301ñ数👩‍👩‍👧🇩🇪');
  });

  test('text without brackets is keys: lines are lines', () => {
    expect(keys('很好\r4\r')).toBe('很好<return>4<return>');
  });
});

describe('Esc', () => {
  test('alone is a key once nothing follows', () => {
    const cutter = createSequenceCutter();
    expect(cutter.take(Buffer.from(E))).toEqual([]);
    expect(cutter.waiting).toBe('escape');
    expect(inShort(cutter.giveUp())).toBe('<escape>');
  });

  test('twice is two keys', () => {
    expect(keys(E + E)).toBe('<escape><escape>');
    expect(keys(`${E}${E}a`)).toBe('<escape><alt-a>');
  });

  test.each([
    ['a letter that somebody types next', 'as', '<escape>as'],
    ['an arrow key that came in two parts', '[A', '<up>'],
    ['a late answer that came in two parts', ']11;rgb:4/4/4\u0007', ''],
    ['a capital letter that begins no key', 'Nx', '<escape>Nx'],
    ['another Esc', E, '<escape><escape>'],
    ['a letter that could begin a key, and nothing more', 'O', '<escape>O'],
  ])('and after a while: %s', (_name, next, expected) => {
    const cutter = createSequenceCutter();
    const first = cutter.take(Buffer.from(E));
    cutter.age();
    expect(inShort([...first, ...cutter.take(Buffer.from(next)), ...cutter.giveUp()])).toBe(expected);
  });
});

describe('a paste', () => {
  test('is one piece, whatever is in it', () => {
    expect(keys(`a${E}[200~4\r${E}[A/submit\r\n很${E}[201~5`)).toBe(`a{4\r${E}[A/submit\r\n很}5`);
  });

  test('whose end never comes ends by itself', () => {
    expect(keys(`${E}[200~cut off${E}[20`)).toBe(`{cut off${E}[20}`);
  });

  test('of three megabytes takes no time, however it is split', () => {
    const cutter = createSequenceCutter();
    const part = Buffer.alloc(997, 'x');
    const pieces = [...cutter.take(Buffer.from(`${E}[200~`))];
    for (let at = 0; at < 3000; at += 1) pieces.push(...cutter.take(part));
    pieces.push(...cutter.take(Buffer.from(`${E}[201~`)));
    expect(pieces).toMatchObject([{ type: 'paste' }]);
    expect((pieces[0] as { text: string }).text).toHaveLength(997 * 3000);
  });
});

describe('any mixture of text and sequences', () => {
  const character = fc.constantFrom(...'aZ4/ é数‘', '👩', '\u0301', 'ع');
  const parameters = fc.string({ unit: fc.constantFrom(...'0123456789;:'), maxLength: 12 });
  const string = fc.string({ unit: fc.constantFrom(...'4y;:/ \t\r“数'), maxLength: 12 });
  /** Grammatical sequences with signs in them that no key has. */
  const unknown = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('?', '>', '=', '<'),
        parameters,
        fc.constantFrom('', '$', ' ', '+'),
        fc.constantFrom(...'Mmhlcntyzq'),
      )
      .map((parts) => `${E}[${parts.join('')}`),
    fc
      .tuple(fc.constantFrom(...']P^_X'), string, fc.constantFrom(`${E}\\`))
      .map(([kind, text, end]) => `${E}${kind}${text}${end}`),
    fc.string({ unit: fc.constantFrom(...'4 !a~'), minLength: 3, maxLength: 3 }).map((three) => `${E}[M${three}`),
    fc.constantFrom(...'4a~').map((one) => `${E}N${one}`),
  );
  const key = fc.constantFrom(
    `${E}[A`,
    `${E}OB`,
    `${E}[1;5C`,
    `${E}[97;5u`,
    `${E}[27;2;65~`,
    `${E}[Z`,
    '\r',
    '\u007f',
    '\t',
    `${E}b`,
  );
  const paste = fc
    .string({ unit: fc.constantFrom(...'4 y\r/数', E), maxLength: 8 })
    .map((text) => `${E}[200~${text}${E}[201~`);

  test('gives the same keys however it is split', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(character, unknown, key, paste), { maxLength: 20 }).map((parts) => parts.join('')),
        fc.infiniteStream(fc.integer({ min: 1, max: 6 })),
        (text, sizes) => {
          const bytes = Buffer.from(text);
          const reads: Uint8Array[] = [];
          for (let at = 0; at < bytes.length; ) {
            const size = sizes.next().value ?? 1;
            reads.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(keys(...reads)).toBe(keys(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('gives no byte of an unknown sequence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: character, maxLength: 3 }), unknown), { maxLength: 12 }),
        (parts) => {
          expect(keys(parts.flat().join(''))).toBe(parts.map(([text]) => text).join(''));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('leaves nothing behind, whatever the bytes were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const cutter = createSequenceCutter();
        cutter.take(bytes);
        cutter.giveUp();
        expect(cutter.waiting).toBe('nothing');
        expect(inShort(cutter.take(Buffer.from('zy4')))).toMatch(/zy4$/);
      }),
      { numRuns: 1000 },
    );
  });
});
