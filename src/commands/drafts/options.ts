import type { GlobalOptions } from '../context.js';
import type { DraftsFormat } from './formats.js';

export interface DraftsOptions extends GlobalOptions {
  readonly store?: string;
  readonly format?: DraftsFormat;
  readonly discard?: string;
  readonly rename?: string;
  readonly candidate?: string;
  readonly role?: string;
  readonly variant?: string;
}
