import { z } from 'zod';
import type { ExportActor, ExportArticle, ExportDoc, ExportRecord, PageView } from '../doc/index.ts';
import { BasisSchema, OffsetSchema, Sha256Schema } from './base.ts';
import {
  ArticleLayersSchema,
  LoadedSchema,
  PageRecordSchema,
  PlaceSchema,
  PublishedSchema,
  SegmentSchema,
  TimeSchema,
} from './page.ts';
import { ClaimSchema, FamilySchema, IncidentSchema, ReportSchema } from './record.ts';

export const ExportDocSchema = z.object({
  id: z.string(),
  name: z.string(),
  sha256: Sha256Schema,
  url: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  language: z.string().nullable(),
  text: z.string(),
  segments: z.array(SegmentSchema),
}) satisfies z.ZodType<ExportDoc>;

export const ExportArticleSchema = z.object({
  id: z.string(),
  doc: z.string(),
  start: OffsetSchema,
  end: OffsetSchema,
  headline: z.string().nullable(),
  byline: z.string().nullable(),
  outlet: z.string().nullable(),
  language: z.string().nullable(),
  published: PublishedSchema.nullable(),
}) satisfies z.ZodType<ExportArticle>;

export const ExportActorSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  partyLine: z.object({ party: z.string(), source: z.string() }).nullable(),
}) satisfies z.ZodType<ExportActor>;

const where = { doc: z.string(), article: z.string() };

/** The whole record as `sayso export --format json` writes it (docs/record.md). */
export const ExportRecordSchema = z.object({
  sayso: z.object({
    version: z.string(),
    exportedAt: z.string(),
    basis: BasisSchema.exactOptional(),
  }),
  docs: z.array(ExportDocSchema),
  articles: z.array(ExportArticleSchema),
  claims: z.array(ClaimSchema),
  reports: z.array(ReportSchema),
  incidents: z.array(IncidentSchema),
  families: z.array(FamilySchema),
  actors: z.array(ExportActorSchema),
  places: z.array(PlaceSchema.extend(where)),
  times: z.array(TimeSchema.extend(where)),
  loaded: z.array(LoadedSchema.extend(where)),
}) satisfies z.ZodType<ExportRecord>;

/** One page with all that hangs on it. */
export const PageViewSchema = z.object({
  page: PageRecordSchema,
  layers: z.record(z.string(), ArticleLayersSchema),
  claims: z.array(ClaimSchema),
  reports: z.array(ReportSchema),
  incidents: z.array(IncidentSchema.pick({ id: true, title: true, reports: true })),
}) satisfies z.ZodType<PageView>;
