import { z } from 'zod';
import {
  type AcledType,
  type Evidence,
  type Note,
  type Offsets,
  PLACE_ROLES,
  PLOVER_TYPES,
  SEGMENT_KINDS,
  type Shape,
  SPEAKER_KINDS,
  type Span,
  STATUSES,
} from '../doc/index.ts';

/** An offset or a count of UTF-16 code units. */
export const OffsetSchema = z.number().int().nonnegative();
export const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

const ordered = (s: { start: number; end: number }): boolean => s.start <= s.end;
const ORDER = 'a span ends before it starts';

export const SpanSchema = z
  .object({ start: OffsetSchema, end: OffsetSchema })
  .refine(ordered, ORDER) satisfies z.ZodType<Span>;

/** `[start, end]`, half-open. */
export const OffsetsSchema = z
  .tuple([OffsetSchema, OffsetSchema])
  .refine(([start, end]) => start <= end, ORDER) satisfies z.ZodType<Offsets>;

/** Words with their place. Whether they are the slice of their page only the store can tell: it has the text. */
export const EvidenceSchema = z
  .object({ doc: z.string().min(1), start: OffsetSchema, end: OffsetSchema, exact: z.string() })
  .refine(ordered, ORDER)
  .refine(
    (e) => e.exact.length === e.end - e.start,
    '`exact` is not as long as its span',
  ) satisfies z.ZodType<Evidence>;

export const NoteSchema = z.object({
  code: z.string(),
  stage: z.string(),
  message: z.string(),
  span: SpanSchema.nullable(),
}) satisfies z.ZodType<Note>;

export const BasisSchema = z.enum(['stated', 'implied', 'unknown']);
export const StanceSchema = z.enum(['asserted', 'denied', 'doubted']);
export const FormSchema = z.enum(['direct', 'indirect', 'mixed']);
export const SideSchema = z.enum(['civilian', 'combatant']).nullable();
export const TimexTypeSchema = z.enum(['DATE', 'TIME', 'DURATION', 'SET']);
export const LoadedUserSchema = z.enum(['narrator', 'quoted', 'indirect']);
export const SegmentKindSchema = z.enum(SEGMENT_KINDS);
export const SpeakerKindSchema = z.enum(SPEAKER_KINDS);
export const StatusSchema = z.enum(STATUSES);
export const PlaceRoleSchema = z.enum(PLACE_ROLES);
export const PloverTypeSchema = z.enum(PLOVER_TYPES);

export const AcledTypeSchema = z.object({
  eventType: z.string(),
  subEventType: z.string(),
}) satisfies z.ZodType<AcledType>;

export const ShapeSchema = z.object({
  type: z.enum(['Point', 'MultiPoint', 'LineString', 'Polygon', 'MultiPolygon']),
  coordinates: z.unknown(),
}) satisfies z.ZodType<Shape>;

/** A share of FactBank's scale: −3 certainly not … 3 certainly. */
export const FactualitySchema = z.number().min(-3).max(3);
