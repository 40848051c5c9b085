import { z } from 'zod';

/**
 * What a person's decision is tied to: the page's digest, the words with what stands before and after them (W3C Web
 * Annotation TextQuoteSelector), and the facet decided on. Never a derived id, so that it outlives every reader version.
 */
export const Anchor = z.object({
  /** Hex SHA-256 of the capture. */
  capture: z.string().regex(/^[0-9a-f]{64}$/),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  /** "status", "place", "actor", "counts.killed", "incident" … */
  facet: z.string().min(1),
});
export type Anchor = z.infer<typeof Anchor>;
