import type { Command } from 'commander';
import type { ExitCode } from '../errors.js';
import type { Host } from '../io/system/host.js';

/** What each command is registered with. */
export interface Context {
  readonly host: Host;
  /** Sets what the process will end with. */
  finish(code: ExitCode): void;
}

export interface GlobalOptions {
  readonly quiet?: boolean;
  readonly debug?: boolean;
  readonly rubrics?: string;
}

/** Adds a command: declared light, its work loaded only when it runs. */
export type Register = (parent: Command, context: Context) => void;
