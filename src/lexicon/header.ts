import { z } from 'zod';

/** The header that every data file opens with. */
export const Header = z.object({
  what: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  faults: z.string().optional(),
});
