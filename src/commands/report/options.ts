import type { GlobalOptions } from '../context.js';
import type { OutputOptions } from '../shared/write-result.js';
import type { ReportFormat } from './formats.js';

export interface ReportOptions extends GlobalOptions, OutputOptions {
  readonly unblind?: boolean;
  readonly as?: string;
  readonly store?: string;
  /** Copies without names. */
  readonly anonymous?: boolean;
  /** With what the journal of each tells. */
  readonly history?: boolean;
  readonly format?: ReportFormat;
}
