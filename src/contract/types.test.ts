import { expect, it } from 'vitest';
import type { z } from 'zod';
import type {
  AnnotatedRow,
  Article,
  ArticleLayers,
  Capture,
  Claim,
  Evidence,
  ExportRecord,
  Family,
  Incident,
  IngestSummary,
  PageRecord,
  PageView,
  ReadOutput,
  Report,
  Segment,
} from '../doc/index.ts';
import type * as contract from './index.ts';

type Frozen<T> = T extends (infer U)[] | readonly (infer U)[]
  ? number extends T['length']
    ? readonly Frozen<U>[]
    : { readonly [K in keyof T]: Frozen<T[K]> }
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** `true` only when each type takes every value of the other, read-only marks aside. */
type Same<S, T> = [Frozen<S>] extends [Frozen<T>] ? ([Frozen<T>] extends [Frozen<S>] ? true : false) : false;
type Of<K extends keyof typeof contract> = (typeof contract)[K] extends z.ZodType<infer T> ? T : never;

// A field that a record type gains and its schema lacks, or the other way round, fails the type check here.
const SAME: readonly true[] = [
  true satisfies Same<Of<'EvidenceSchema'>, Evidence>,
  true satisfies Same<Of<'SegmentSchema'>, Segment>,
  true satisfies Same<Of<'ArticleSchema'>, Article>,
  true satisfies Same<Of<'CaptureSchema'>, Capture>,
  true satisfies Same<Of<'ArticleLayersSchema'>, ArticleLayers>,
  true satisfies Same<Of<'PageRecordSchema'>, PageRecord>,
  true satisfies Same<Of<'ClaimSchema'>, Claim>,
  true satisfies Same<Of<'ReportSchema'>, Report>,
  true satisfies Same<Of<'IncidentSchema'>, Incident>,
  true satisfies Same<Of<'FamilySchema'>, Family>,
  true satisfies Same<Of<'ExportRecordSchema'>, ExportRecord>,
  true satisfies Same<Of<'PageViewSchema'>, PageView>,
  true satisfies Same<Of<'AnnotatedRowSchema'>, AnnotatedRow>,
  true satisfies Same<Of<'ReadOutputSchema'>, ReadOutput>,
  true satisfies Same<Of<'IngestSummarySchema'>, IngestSummary>,
  true satisfies Same<Of<'IncidentSummarySchema'>, contract.IncidentSummary>,
  true satisfies Same<Of<'IncidentDetailSchema'>, contract.IncidentDetail>,
  true satisfies Same<Of<'PageHeadSchema'>, contract.PageHead>,
  true satisfies Same<Of<'PageDetailSchema'>, contract.PageDetail>,
];
// @ts-expect-error a type with a field more is not the same
const LONGER: Same<Evidence, Evidence & { readonly more: string }> = true;
// @ts-expect-error a type with another field type is not the same
const OTHER: Same<{ readonly a: string }, { readonly a: string | null }> = true;

it('holds every schema to its record type (checked by the compiler)', () => {
  expect([...SAME, LONGER, OTHER].every(Boolean)).toBe(true);
});
