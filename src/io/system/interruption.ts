import { EXIT, type ExitCode } from '../../errors.js';
import type { Signal } from './host.js';

/** The user or the system asked the program to end. What was entered is on disk. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly exitCode: ExitCode;
  /** What stood on the line that was being typed. */
  readonly partial: string;

  constructor(signal: Signal, partial = '') {
    super(`interrupted by ${signal}`);
    this.exitCode = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated, SIGHUP: EXIT.hangup }[signal];
    this.partial = partial;
  }
}
