import { z } from 'zod';
import type {
  AnnotatedRow,
  AnnotateRow,
  AttributionOut,
  CountOut,
  EventOut,
  MentionOut,
  PartyOut,
  SpeakerOut,
  TimeOut,
} from '../doc/index.ts';
import { LANGUAGE_LAYERS, MENTION_KINDS } from '../doc/index.ts';
import {
  AcledTypeSchema,
  BasisSchema,
  FactualitySchema,
  FormSchema,
  OffsetSchema,
  OffsetsSchema,
  PloverTypeSchema,
  SideSchema,
  SpanSchema,
  SpeakerKindSchema,
  StanceSchema,
  StatusSchema,
  TimexTypeSchema,
} from './base.ts';
import { ChainOutSchema, ClauseOutSchema, ParseOutSchema, WordOutSchema } from './language-layers.ts';
import { LoadedSchema, PlaceSchema } from './page.ts';

/** EDTF in, loosely: digits, X, `-`, `/`, `T` and the qualifiers of levels 0 and 1. The date rules judge the rest. */
const EdtfSchema = z.string().regex(/^[\dXYTZ:.+\-/~?%]{4,60}$/, 'not an EDTF date, such as 2022-06-15');

/** One row into `sayso annotate`. */
export const AnnotateRowSchema = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string().optional(),
  published: z
    .union([EdtfSchema, z.tuple([EdtfSchema, EdtfSchema])])
    .nullable()
    .optional(),
  spans: z.array(OffsetsSchema).optional(),
  layers: z.array(z.enum(LANGUAGE_LAYERS)).optional(),
}) satisfies z.ZodType<AnnotateRow>;

const spans = z.array(OffsetsSchema);
const index = OffsetSchema.nullable();

export const SpeakerOutSchema = z.object({
  spans,
  text: z.string(),
  actor: z.string().nullable(),
  kind: SpeakerKindSchema,
  named: z.boolean(),
}) satisfies z.ZodType<SpeakerOut>;

export const AttributionOutSchema = z.object({
  source: spans,
  cue: spans,
  content: spans,
  speaker: SpeakerOutSchema,
  root: SpeakerOutSchema,
  via: z.array(SpeakerOutSchema),
  stance: StanceSchema,
  hedges: spans,
  form: FormSchema,
}) satisfies z.ZodType<AttributionOut>;

export const PartyOutSchema = z.object({
  spans,
  text: z.string(),
  mention: index,
  actor: z.string().nullable(),
}) satisfies z.ZodType<PartyOut>;

export const CountOutSchema = z.object({
  what: z.string(),
  side: SideSchema,
  low: z.number().nullable(),
  best: z.number().nullable(),
  high: z.number().nullable(),
  spans,
  words: z.string(),
  attribution: index,
}) satisfies z.ZodType<CountOut>;

export const EventOutSchema = z.object({
  act: z.string(),
  type: PloverTypeSchema.nullable(),
  mode: z.string().nullable(),
  acled: AcledTypeSchema.nullable(),
  cameo: z.string().nullable(),
  trigger: spans,
  sentence: OffsetSchema,
  actor: z.array(PartyOutSchema),
  recipient: z.array(PartyOutSchema),
  target: z.array(PartyOutSchema),
  victim: z.array(PartyOutSchema),
  weapon: z.array(PartyOutSchema),
  place: index,
  time: index,
  counts: z.array(CountOutSchema),
  status: StatusSchema,
  factuality: FactualitySchema,
  attribution: index,
  incident: z.string().nullable(),
}) satisfies z.ZodType<EventOut>;

export const MentionOutSchema = z.object({
  start: OffsetSchema,
  end: OffsetSchema,
  text: z.string(),
  kind: z.enum(MENTION_KINDS),
  actor: z.string().nullable(),
}) satisfies z.ZodType<MentionOut>;

export const TimeOutSchema = z.object({
  start: OffsetSchema,
  end: OffsetSchema,
  text: z.string(),
  type: TimexTypeSchema,
  value: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  basis: BasisSchema,
}) satisfies z.ZodType<TimeOut>;

/** One row out of `sayso annotate` (docs/record.md). */
export const AnnotatedRowSchema = z.object({
  words: z.array(WordOutSchema).exactOptional(),
  parses: z.array(ParseOutSchema).exactOptional(),
  clauses: z.array(ClauseOutSchema).exactOptional(),
  chains: z.array(ChainOutSchema).exactOptional(),
  id: z.string(),
  language: z.string().nullable(),
  sentences: z.array(SpanSchema),
  mentions: z.array(MentionOutSchema),
  places: z.array(PlaceSchema),
  times: z.array(TimeOutSchema),
  attributions: z.array(AttributionOutSchema),
  loaded: z.array(LoadedSchema),
  events: z.array(EventOutSchema),
  incidents: z.array(
    z.object({
      id: z.string(),
      events: z.array(OffsetSchema),
      killed: z.number().nullable(),
      injured: z.number().nullable(),
    }),
  ),
  factualities: z.array(z.object({ span: OffsetsSchema, value: FactualitySchema })),
}) satisfies z.ZodType<AnnotatedRow>;
