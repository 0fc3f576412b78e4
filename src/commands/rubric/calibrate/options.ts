import type { GlobalOptions } from '../../context.js';
import type { OutputOptions } from '../../shared/write-result.js';
import type { CalibrateFormat } from '../formats.js';

export interface CalibrateOptions extends GlobalOptions, OutputOptions {
  readonly dimension?: readonly string[];
  readonly limit?: string;
  readonly seed?: string;
  readonly answers?: string;
  readonly plain?: boolean;
  readonly compare?: readonly string[];
  readonly as?: string;
  readonly format?: CalibrateFormat;
  readonly open?: boolean;
}
