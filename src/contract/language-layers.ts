import { z } from 'zod';
import type { ChainOut, ClauseOut, ParseOut, WordOut } from '../doc/index.ts';
import { OffsetSchema } from './base.ts';

const index = OffsetSchema.nullable();

export const WordOutSchema = z.object({
  start: OffsetSchema,
  end: OffsetSchema,
  form: z.string(),
  sentence: OffsetSchema,
  upos: z.string().nullable(),
  xpos: z.string().nullable(),
  lemma: z.string().nullable(),
  feats: z.string(),
}) satisfies z.ZodType<WordOut>;

export const ParseOutSchema = z.object({
  sentence: OffsetSchema,
  first: OffsetSchema,
  heads: z.array(z.number().int().min(-1)),
  relations: z.array(z.string()),
}) satisfies z.ZodType<ParseOut>;

export const ClauseOutSchema = z.object({
  start: OffsetSchema,
  end: OffsetSchema,
  sentence: OffsetSchema,
  predicate: OffsetSchema,
  subject: index,
  relation: z.string(),
  parent: index,
}) satisfies z.ZodType<ClauseOut>;

export const ChainOutSchema = z.object({
  name: index,
  links: z.array(
    z.object({
      start: OffsetSchema,
      end: OffsetSchema,
      form: z.enum(['name', 'short-form', 'acronym', 'pronoun', 'nominal', 'event']),
      mention: index,
    }),
  ),
}) satisfies z.ZodType<ChainOut>;
