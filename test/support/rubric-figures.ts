import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { HOME } from './fake-host.js';

/** What has an id in a rubric; its other fields are read as texts. */
interface Part {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A rubric as its YAML file has it, unchecked. */
interface RubricFile {
  readonly weightsRationale: string;
  readonly dimensions: readonly (Part & { readonly weight: number; readonly minimum?: number })[];
  readonly exercises: readonly Part[];
  readonly variants?: readonly Part[];
  readonly redFlags: readonly (Part & { readonly severity: string })[];
  readonly requirements?: readonly Part[];
}

const files = new Map<string, RubricFile>();

export function rubricFile(role: string): RubricFile {
  const known = files.get(role);
  if (known) return known;
  const read: RubricFile = parse(readFileSync(join(HOME, 'rubrics', `${role}.yaml`), 'utf8'));
  files.set(role, read);
  return read;
}

/**
 * All texts of the part with this id, or of one field of it, on one line: each in quotation marks, so that a pattern
 * can say where a text begins or ends.
 */
export function partText(role: string, id: string, field?: string): string {
  const { dimensions, exercises, variants = [], redFlags, requirements = [] } = rubricFile(role);
  const parts = [...dimensions, ...exercises, ...variants, ...redFlags, ...requirements].filter(
    (part) => part.id === id,
  );
  const [part] = parts;
  if (part === undefined || parts.length > 1) throw new Error(`${role} has ${parts.length} parts with the id ${id}`);
  return textsIn(field === undefined ? part : part[field])
    .map((text) => `"${text.replace(/\s+/g, ' ').trim()}"`)
    .join(' ');
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/**
 * The figures that a sentence states, one for each group of its pattern, in their order: "1,250" is 1250 (also where
 * the pattern has no comma), "seven" is 7, and a time of day is its minutes, so that "01:30" is 90. The sentence has to
 * stand in the text exactly once.
 */
export function figures(text: string, sentence: RegExp): readonly number[] {
  const found = [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(new RegExp(sentence, 'g'))];
  if (found.length !== 1) throw new Error(`${sentence} is in the text ${found.length} times, not once: ${text}`);
  return found.flatMap(([, ...groups]) =>
    groups.map((group) => {
      const number = numberOf(group);
      if (Number.isNaN(number)) throw new Error(`${sentence} finds "${group}", which is no figure`);
      return number;
    }),
  );
}

/** The only figure that a sentence states. */
export function figure(text: string, sentence: RegExp): number {
  const [only, ...more] = figures(text, sentence);
  if (only === undefined || more.length > 0) throw new Error(`${sentence} does not state one figure`);
  return only;
}

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

function numberOf(text: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  const word = WORDS.indexOf(text.toLowerCase());
  if (word >= 0) return word;
  return /^[\d.,]+$/.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
}
