import type { SqlOptions } from '../../../src/core/sql/options.js';

/** How a rubric is compiled where nothing is said. */
export const WIDE: SqlOptions = {
  form: 'wide',
  table: 'ratings',
  view: undefined,
  columns: new Map(),
  pool: 'mean',
  areNumbers: false,
  hasFlags: true,
  dialect: 'portable',
};

export const LONG: SqlOptions = { ...WIDE, form: 'long' };
