import { z } from 'zod';
import {
  Anchor,
  type Evidence,
  type ExportActor,
  type ExportArticle,
  type Family,
  type Incident,
  type IngestSummary,
  type PageView,
  type Published,
  type RootCount,
  type SegmentKind,
} from '../doc/index.ts';
import { EvidenceSchema, OffsetSchema, SegmentKindSchema, Sha256Schema } from './base.ts';
import { ExportActorSchema, ExportArticleSchema, PageViewSchema } from './export.ts';
import { PublishedSchema } from './page.ts';
import { ClaimSchema, FamilySchema, IncidentSchema, ReportSchema, RootCountSchema } from './record.ts';

/** Where the API lives. A change that breaks a caller gets a new number. */
export const API = '/api/v1';

/** How many incidents a list holds when none is asked for, and at most. */
export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;
/** Longest search text; longer ones are refused, not cut. */
const MAX_SEARCH = 400;
/** Longest reason, coder name or file name that is taken. */
const MAX_WORDS = 2_000;
const MAX_NAME = 255;

// Requests

export const IncidentQuerySchema = z.object({
  text: z.string().max(MAX_SEARCH).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  offset: z.coerce.number().int().min(0).default(0),
});
export type IncidentQueryIn = z.infer<typeof IncidentQuerySchema>;

/** A file's name as a caller gives it: never a path, never with control characters. */
export const CaptureNameSchema = z
  .string()
  .min(1)
  .max(MAX_NAME)
  .regex(/^[^/\\\p{Cc}]+$/u, 'a file name without its folder and without control characters')
  .refine((name) => name !== '.' && name !== '..', 'a file name, not a folder');

export const WithdrawalSchema = z.object({
  sha256: Sha256Schema,
  reason: z.string().trim().min(1).max(MAX_WORDS),
  coder: z.string().trim().min(1).max(MAX_NAME),
});
export type WithdrawalIn = z.infer<typeof WithdrawalSchema>;

export const DecisionSchema = z.object({
  anchor: Anchor,
  action: z.string().trim().min(1).max(MAX_NAME),
  value: z.unknown(),
  coder: z.string().trim().min(1).max(MAX_NAME),
  reason: z.string().trim().min(1).max(MAX_WORDS),
});
export type DecisionIn = z.infer<typeof DecisionSchema>;

// Responses

export const HealthSchema = z.object({ status: z.literal('ok'), version: z.string() });
export type Health = z.infer<typeof HealthSchema>;

export const CountsSchema = z.object({
  pages: OffsetSchema,
  articles: OffsetSchema,
  claims: OffsetSchema,
  reports: OffsetSchema,
  incidents: OffsetSchema,
  withdrawn: OffsetSchema,
});
export type CountsOut = Readonly<z.infer<typeof CountsSchema>>;

/** One line of the list of incidents. Everything in it has passed the recency rule. */
export interface IncidentSummary {
  readonly id: string;
  readonly title: string;
  /** The rule that grouped it. */
  readonly by: string;
  /** First and last day that its reports give, ISO; `null` when none gives one. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Names of the places its reports give, most frequent first. */
  readonly places: readonly string[];
  readonly outlets: readonly string[];
  readonly reports: number;
  readonly articles: number;
  readonly rootCount: RootCount;
  /** Facets on which its reports differ. */
  readonly contradictions: readonly string[];
  /** True where the recency rule has coarsened a date or a place. */
  readonly coarsened: boolean;
  /** Sentence of its first report, to tell it from others of one title; `null` while the recency rule holds it back. */
  readonly quote: Evidence | null;
}
export const IncidentSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  by: z.string(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  places: z.array(z.string()),
  outlets: z.array(z.string()),
  reports: OffsetSchema,
  articles: OffsetSchema,
  rootCount: RootCountSchema,
  contradictions: z.array(z.string()),
  coarsened: z.boolean(),
  quote: EvidenceSchema.nullable(),
}) satisfies z.ZodType<IncidentSummary>;

export interface IncidentList {
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  readonly incidents: readonly IncidentSummary[];
}
export const IncidentListSchema = z.object({
  total: OffsetSchema,
  limit: OffsetSchema,
  offset: OffsetSchema,
  incidents: z.array(IncidentSummarySchema),
}) satisfies z.ZodType<IncidentList>;

/** One incident with all that stands behind it. `incident.id` may differ from the key asked for: keys are merged. */
export interface IncidentDetail {
  readonly incident: Incident;
  readonly reports: PageView['reports'];
  readonly claims: PageView['claims'];
  readonly articles: readonly ExportArticle[];
  /** Families that hold one of its articles. */
  readonly families: readonly Family[];
  readonly actors: readonly ExportActor[];
}
export const IncidentDetailSchema = z.object({
  incident: IncidentSchema,
  reports: z.array(ReportSchema),
  claims: z.array(ClaimSchema),
  articles: z.array(ExportArticleSchema),
  families: z.array(FamilySchema),
  actors: z.array(ExportActorSchema),
}) satisfies z.ZodType<IncidentDetail>;

/** How much of a page is of one kind: the read report in figures. */
export interface KindShare {
  readonly kind: SegmentKind;
  readonly segments: number;
  /** UTF-16 code units. */
  readonly length: number;
}

/** A page that was taken, with its read report. */
export interface PageHead {
  /** `null` when it was not read, or withdrawn. */
  readonly doc: string | null;
  readonly sha256: string;
  readonly name: string;
  readonly url: string | null;
  readonly fetchedAt: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  readonly language: string | null;
  /** Reason of its withdrawal, or `null`. */
  readonly withdrawn: string | null;
  readonly length: number;
  readonly kinds: readonly KindShare[];
  readonly articles: readonly {
    readonly id: string;
    readonly headline: string | null;
    readonly outlet: string | null;
    readonly language: string | null;
    readonly start: number;
    readonly end: number;
    readonly published: Published | null;
  }[];
  readonly claims: number;
  readonly reports: number;
  readonly notes: readonly string[];
}
export const PageHeadSchema = z.object({
  doc: z.string().nullable(),
  sha256: Sha256Schema,
  name: z.string(),
  url: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  mediaType: z.string(),
  bytes: OffsetSchema,
  language: z.string().nullable(),
  withdrawn: z.string().nullable(),
  length: OffsetSchema,
  kinds: z.array(z.object({ kind: SegmentKindSchema, segments: OffsetSchema, length: OffsetSchema })),
  articles: z.array(
    z.object({
      id: z.string(),
      headline: z.string().nullable(),
      outlet: z.string().nullable(),
      language: z.string().nullable(),
      start: OffsetSchema,
      end: OffsetSchema,
      published: PublishedSchema.nullable(),
    }),
  ),
  claims: OffsetSchema,
  reports: OffsetSchema,
  notes: z.array(z.string()),
}) satisfies z.ZodType<PageHead>;

export interface PageList {
  readonly pages: readonly PageHead[];
}
export const PageListSchema = z.object({ pages: z.array(PageHeadSchema) }) satisfies z.ZodType<PageList>;

/** One page as the reader shows it: masked text, layers, claims, reports, and the actors it names. */
export interface PageDetail extends PageView {
  readonly actors: readonly ExportActor[];
}
export const PageDetailSchema = PageViewSchema.extend({
  actors: z.array(ExportActorSchema),
}) satisfies z.ZodType<PageDetail>;

export const IngestSummarySchema = z.object({
  taken: OffsetSchema,
  known: OffsetSchema,
  setAside: z.array(z.object({ input: z.string(), code: z.string(), message: z.string() })),
  passedOver: z.record(z.string(), OffsetSchema).optional(),
  pages: OffsetSchema,
  articles: OffsetSchema,
  claims: OffsetSchema,
  reports: OffsetSchema,
  incidents: OffsetSchema,
}) satisfies z.ZodType<IngestSummary>;

/** What every failed request answers: a stable code, and what to do. */
export const ApiErrorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type ApiError = z.infer<typeof ApiErrorSchema>;
