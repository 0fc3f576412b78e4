import { z } from 'zod';
import { measured } from '../schema/measured.js';

/** A candidate or an interviewer as files name them. */
export const PersonSchema = z.looseObject({
  name: z.string().min(1, measured),
  id: z
    .string()
    .min(1, measured)
    .optional()
    .describe('An e-mail address or the id in another system. Where there is one, it is who they are.'),
});

/** The keys of a person in a file that people write. */
export const writtenPerson = {
  name: z.string().trim().min(1, measured).describe('The name.'),
  id: z.string().trim().min(1, measured).optional().describe('Who it is where names are alike: an e-mail address.'),
};

/** A person in a file that people write: a name, or a name and an id. */
export const WrittenPersonSchema = z.union([z.string().trim().min(1, measured), z.strictObject(writtenPerson)]);
export type WrittenPerson = z.output<typeof WrittenPersonSchema>;
