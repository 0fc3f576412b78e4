import { fstatSync, statSync, writeSync } from 'node:fs';
import type { TerminalText } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { reason } from './files.js';

/** A place to write to, and what is known of it. */
export interface Output {
  /** @throws ScorecardError when it cannot be written (a full disk) */
  write(text: TerminalText): void;
  /**
   * Settles when everything written so far has left the process, or the reader has gone.
   *
   * @throws ScorecardError as `write`
   */
  flush(): Promise<void>;
  readonly isTTY: boolean;
  /** Whether colours may be used on it. */
  readonly hasColours: boolean;
  /** Cells in a line; 80 where it is not a terminal. */
  readonly columns: number;
  readonly rows: number;
  /** The stream itself, for what draws on a terminal. */
  readonly stream: NodeJS.WritableStream;
}

/**
 * How many characters are written at once: those of any page. More goes through the stream, which does not hold the
 * process up while a slow reader takes it.
 */
const AT_ONCE = 1024 * 1024;

/**
 * Standard output (1) or standard error (2). Small texts are written to the file descriptor itself: loading Node's
 * streams costs as much as all the rest of a short command.
 */
export function createOutput(descriptor: 1 | 2): Output {
  let opened: NodeJS.WriteStream | undefined;
  let isGone = false;
  let failure: unknown;
  const open = (): NodeJS.WriteStream => {
    if (opened) return opened;
    opened = descriptor === 1 ? process.stdout : process.stderr;
    opened.on('error', take);
    return opened;
  };
  // A reader that has gone (`scorecard … | head`, a closed terminal) is not an error of ours: what follows is dropped.
  const take = (error: unknown): void => {
    isGone = true;
    if (systemCode(error) !== 'EPIPE' && systemCode(error) !== 'EIO') failure = error;
  };
  const check = (): void => {
    const error = failure;
    failure = undefined;
    // Where even errors cannot be written, there is nobody to report it to.
    if (error !== undefined && descriptor === 1) throw new ScorecardError(`standard output: ${reason(error)}`);
  };
  const isTTY = isTerminal(descriptor);
  return {
    write: (text) => {
      if (isGone || text === '') return;
      const rest = opened || isTTY || text.length > AT_ONCE ? text : writeNow(descriptor, text, take);
      if (rest !== '' && !isGone) open().write(rest);
      check();
    },
    flush: async () => {
      if (opened && !isGone) await new Promise<void>((resolve) => opened?.write('', () => resolve()));
      check();
    },
    isTTY,
    get hasColours() {
      return hasColours(isTTY, process.env);
    },
    get columns() {
      return (isTTY && open().columns) || columnsSaid(process.env.COLUMNS) || 80;
    },
    get rows() {
      return (isTTY && open().rows) || 24;
    },
    get stream() {
      return open();
    },
  };
}

/** A narrower table is none: what says so is taken for a mistake. */
const NARROWEST = 20;

function columnsSaid(text = ''): number | undefined {
  const columns = Number(text);
  return Number.isInteger(columns) && columns >= NARROWEST ? columns : undefined;
}

/** Writes what can be written without waiting and returns the rest. */
function writeNow(descriptor: number, text: string, take: (error: unknown) => void): string | Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(descriptor, bytes, at);
  } catch (error) {
    // The pipe is full and does not wait: the stream does.
    if (systemCode(error) !== 'EAGAIN') take(error);
    return bytes.subarray(at);
  }
  return '';
}

/**
 * Whether the descriptor is a terminal. Only a character device can be one, and `/dev/null` is not; `node:tty` is loaded
 * for nothing else.
 */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isCharacterDevice()) return false;
    if (stats.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev) return false;
  } catch {
    // Not every system can say; the stream knows then.
  }
  return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** Decided by NO_COLOR, then FORCE_COLOR, then TERM=dumb, then whether the stream is a terminal. */
function hasColours(isTTY: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return env.TERM !== 'dumb' && isTTY;
}
