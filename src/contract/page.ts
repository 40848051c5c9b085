import { z } from 'zod';
import type {
  Article,
  ArticleLayers,
  Capture,
  Loaded,
  MapEntry,
  Mention,
  PageRecord,
  Place,
  Published,
  ReadOutput,
  Resolution,
  Segment,
  Sentence,
  Time,
} from '../doc/index.ts';
import { MENTION_KINDS } from '../doc/index.ts';
import {
  BasisSchema,
  LoadedUserSchema,
  NoteSchema,
  OffsetSchema,
  PlaceRoleSchema,
  SegmentKindSchema,
  Sha256Schema,
  ShapeSchema,
  SpanSchema,
  TimexTypeSchema,
} from './base.ts';

const span = { start: OffsetSchema, end: OffsetSchema };

export const CaptureSchema = z.object({
  kind: z.literal('capture'),
  sha256: Sha256Schema,
  bytes: OffsetSchema,
  mediaType: z.string(),
  charset: z.string().nullable(),
  name: z.string(),
  url: z.string().nullable(),
  finalUrl: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  warcRecordId: z.string().nullable(),
  statedCharset: z.string().optional(),
  received: z
    .object({ wrapping: z.enum(['http', 'mhtml', 'feed-entry']), sha256: Sha256Schema, bytes: OffsetSchema })
    .optional(),
}) satisfies z.ZodType<Capture>;

export const MapEntrySchema = z.tuple([
  OffsetSchema,
  OffsetSchema,
  OffsetSchema,
]) satisfies z.ZodType<MapEntry>;

export const SegmentSchema = z.object({
  ...span,
  kind: SegmentKindSchema,
  article: z.string().nullable(),
  reason: z.string(),
}) satisfies z.ZodType<Segment>;

export const PublishedSchema = z.object({
  value: z.string().min(1),
  precision: z.enum(['day', 'month', 'year', 'interval']),
  basis: z.enum(['stated', 'implied']),
  evidence: SpanSchema,
}) satisfies z.ZodType<Published>;

export const ArticleSchema = z.object({
  id: z.string(),
  ...span,
  headline: z.string().nullable(),
  headlineSpan: SpanSchema.nullable(),
  byline: z.string().nullable(),
  bylineSpan: SpanSchema.nullable(),
  outlet: z.string().nullable(),
  outletSpan: SpanSchema.nullable(),
  language: z.string().nullable(),
  published: PublishedSchema.nullable(),
}) satisfies z.ZodType<Article>;

/** What `sayso read --format json` prints: the read report of one page (docs/record.md). */
export const ReadOutputSchema = z.object({
  capture: CaptureSchema.omit({ kind: true }),
  text: z.string(),
  map: z.array(MapEntrySchema),
  language: z.string().nullable(),
  segments: z.array(SegmentSchema),
  articles: z.array(ArticleSchema),
  notes: z.array(NoteSchema),
}) satisfies z.ZodType<ReadOutput>;

export const PageRecordSchema = z.object({
  id: z.string(),
  capture: CaptureSchema,
  text: z.string(),
  map: z.array(MapEntrySchema),
  language: z.string().nullable(),
  segments: z.array(SegmentSchema),
  articles: z.array(ArticleSchema),
  notes: z.array(NoteSchema),
}) satisfies z.ZodType<PageRecord>;

export const SentenceSchema = z.object({ ...span, block: OffsetSchema }) satisfies z.ZodType<Sentence>;

export const MentionSchema = z.object({
  ...span,
  text: z.string(),
  kind: z.enum(MENTION_KINDS),
  candidates: z.array(z.string()),
  publicRole: z.boolean(),
  by: z.string(),
}) satisfies z.ZodType<Mention>;

export const ResolutionSchema = z.object({
  chosen: z.string().nullable(),
  candidates: z.array(z.string()),
  reason: z.string(),
  roles: z.array(z.string()).exactOptional(),
  provisional: z.object({ id: z.string(), name: z.string(), kind: z.enum(MENTION_KINDS) }).exactOptional(),
}) satisfies z.ZodType<Resolution>;

/** What a place is resolved to; shared by a mention of a place and a report's place. */
export const placeFields = {
  name: z.string().nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  shape: ShapeSchema.nullable(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  admin2: z.string().nullable(),
  geonameId: z.number().int().nullable(),
  ucdpPrecision: z.number().int().min(1).max(7).nullable(),
  acledPrecision: z.number().int().min(1).max(3).nullable(),
  radiusKm: z.number().nonnegative().nullable(),
  role: PlaceRoleSchema,
  rule: z.string(),
  reason: z.string(),
  sensitive: z.boolean(),
};
export const PlaceSchema = z.object({ ...span, text: z.string(), ...placeFields }) satisfies z.ZodType<Place>;

export const TimeSchema = z.object({
  ...span,
  text: z.string(),
  type: TimexTypeSchema,
  value: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  basis: BasisSchema,
  from: z.string().exactOptional(),
  reason: z.string(),
}) satisfies z.ZodType<Time>;

export const LoadedSchema = z.object({
  ...span,
  text: z.string(),
  user: LoadedUserSchema,
  attribution: z.number().int().nullable(),
  neutral: z.string(),
  category: z.string(),
}) satisfies z.ZodType<Loaded>;

export const ArticleLayersSchema = z.object({
  sentences: z.array(SentenceSchema),
  mentions: z.array(MentionSchema),
  actors: z.array(ResolutionSchema),
  places: z.array(PlaceSchema),
  times: z.array(TimeSchema),
  loaded: z.array(LoadedSchema),
}) satisfies z.ZodType<ArticleLayers>;
