import { PROPERTY_RUNS } from '../property-runs.js';

/** How many rubrics are compiled for every engine: each takes tenths of a second. */
export const SQL_RUNS = Math.ceil(PROPERTY_RUNS / 2);
