import { z } from 'zod';

/** A candidate or an interviewer as files name them. */
export const PersonSchema = z.looseObject({
  name: z.string().min(1),
  id: z
    .string()
    .min(1)
    .optional()
    .describe('An e-mail address or the id in another system. Where there is one, it is who they are.'),
});
