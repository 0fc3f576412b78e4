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
