import { z } from 'zod';
import { Anchor } from './anchor.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes were taken into the evidence store. */
export const CaptureBody = z.object({
  type: z.literal('capture'),
  sha256: Sha256,
  bytes: z.number().int().nonnegative(),
  mediaType: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  finalUrl: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  warcRecordId: z.string(),
  statedCharset: z.string().optional(),
  /** What the record holds where the capture is only the unpacked part of it. */
  received: z
    .object({
      wrapping: z.enum(['http', 'mhtml', 'feed-entry']),
      sha256: Sha256,
      bytes: z.number().int().nonnegative(),
    })
    .optional(),
  /** Where the record lies: file below `evidence/warc`, byte offset and length of its gzip member. */
  warc: z.object({
    file: z.string(),
    offset: z.number().int(),
    length: z.number().int(),
    /** SHA-256 of the gzip member, so that a change of its headers shows too. */
    digest: Sha256.optional(),
  }),
});

/** A capture was read by named stage versions; `digest` is that of the derived files it left. */
export const ReadingBody = z.object({
  type: z.literal('reading'),
  sha256: Sha256,
  doc: z.string(),
  /** `read@1`, `annotate@1` … in order. */
  stages: z.array(z.string()),
  articles: z.number().int(),
  claims: z.number().int(),
  reports: z.number().int(),
  /** SHA-256 of the derived output. */
  digest: Sha256,
});

/** A person decided something. Coders are pseudonyms. */
export const DecisionBody = z.object({
  type: z.literal('decision'),
  anchor: Anchor,
  /** accept, correct, reject, merge, split, pin, unsure … */
  action: z.string().min(1),
  value: z.unknown(),
  coder: z.string().min(1),
  reason: z.string().min(1),
});

/** A capture's bytes and derived text were erased; digest, reason and chain stay. */
export const WithdrawalBody = z.object({
  type: z.literal('withdrawal'),
  sha256: Sha256,
  reason: z.string().min(1),
  coder: z.string().min(1),
});

/** An incident's key was minted, or leads on to another after a merge. */
export const IncidentBody = z.object({
  type: z.literal('incident'),
  key: z.string(),
  /** Report ids that stood in it when minted: how a rebuild finds the key again. */
  reports: z.array(z.string()),
  redirect: z.string().nullable(),
});

export const LogBody = z.discriminatedUnion('type', [
  CaptureBody,
  ReadingBody,
  DecisionBody,
  WithdrawalBody,
  IncidentBody,
]);
export type LogBody = z.infer<typeof LogBody>;
export type CaptureBody = z.infer<typeof CaptureBody>;
export type ReadingBody = z.infer<typeof ReadingBody>;
export type DecisionBody = z.infer<typeof DecisionBody>;
export type WithdrawalBody = z.infer<typeof WithdrawalBody>;
export type IncidentBody = z.infer<typeof IncidentBody>;

/** One line of the log. `hash` = SHA-256 of `prev`, `seq`, `at` and the canonical JSON of `body`. */
export const LogEntry = z.object({
  seq: z.number().int().positive(),
  at: z.string(),
  prev: z.string(),
  body: LogBody,
  hash: Sha256,
});
export type LogEntry = z.infer<typeof LogEntry>;
