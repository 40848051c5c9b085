import { z } from 'zod';
import type {
  Claim,
  Contradiction,
  CountRecord,
  Family,
  Incident,
  Join,
  PartyRecord,
  Passage,
  PlaceRecord,
  Report,
  Root,
  SpeakerRecord,
} from '../doc/index.ts';
import {
  AcledTypeSchema,
  BasisSchema,
  EvidenceSchema,
  FactualitySchema,
  FormSchema,
  OffsetSchema,
  PloverTypeSchema,
  SideSchema,
  SpeakerKindSchema,
  StanceSchema,
  StatusSchema,
} from './base.ts';
import { placeFields } from './page.ts';

export const SpeakerRecordSchema = z.object({
  text: z.string(),
  actor: z.string().nullable(),
  kind: SpeakerKindSchema,
  named: z.boolean(),
  privatePerson: z.boolean().optional(),
  evidence: z.array(EvidenceSchema),
}) satisfies z.ZodType<SpeakerRecord>;

export const ClaimSchema = z.object({
  id: z.string(),
  article: z.string(),
  speaker: SpeakerRecordSchema,
  root: SpeakerRecordSchema,
  via: z.array(SpeakerRecordSchema),
  stance: StanceSchema,
  status: StatusSchema.nullable(),
  form: FormSchema,
  hedges: z.array(EvidenceSchema),
  source: EvidenceSchema.nullable(),
  cue: EvidenceSchema.nullable(),
  content: EvidenceSchema,
  contentPieces: z.array(EvidenceSchema),
  by: z.string(),
}) satisfies z.ZodType<Claim>;

export const PartyRecordSchema = z.object({
  text: z.string(),
  actor: z.string().nullable(),
  evidence: z.array(EvidenceSchema),
}) satisfies z.ZodType<PartyRecord>;

export const CountRecordSchema = z.object({
  what: z.string(),
  side: SideSchema,
  low: z.number().nullable(),
  best: z.number().nullable(),
  high: z.number().nullable(),
  words: z.string(),
  evidence: z.array(EvidenceSchema),
  claim: z.string().nullable(),
}) satisfies z.ZodType<CountRecord>;

export const PlaceRecordSchema = z.object({
  ...placeFields,
  evidence: EvidenceSchema,
}) satisfies z.ZodType<PlaceRecord>;

export const ReportSchema = z.object({
  id: z.string(),
  article: z.string(),
  act: z.string(),
  type: PloverTypeSchema.nullable(),
  mode: z.string().nullable(),
  acled: AcledTypeSchema.nullable(),
  cameo: z.string().nullable(),
  sentence: EvidenceSchema,
  trigger: z.array(EvidenceSchema),
  actor: z.array(PartyRecordSchema),
  recipient: z.array(PartyRecordSchema),
  target: z.array(PartyRecordSchema),
  victim: z.array(PartyRecordSchema),
  weapon: z.array(PartyRecordSchema),
  counts: z.array(CountRecordSchema),
  status: StatusSchema,
  factuality: FactualitySchema,
  date: z.string().nullable(),
  dateBasis: BasisSchema,
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  dateEvidence: EvidenceSchema.nullable(),
  place: PlaceRecordSchema.nullable(),
  claim: z.string().nullable(),
  coarsened: z.boolean(),
  by: z.string(),
}) satisfies z.ZodType<Report>;

export const RootSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: SpeakerKindSchema,
  actor: z.string().nullable(),
  claims: z.array(z.string()),
  reports: z.array(z.string()),
}) satisfies z.ZodType<Root>;

export const JoinSchema = z.object({
  a: z.string(),
  b: z.string(),
  why: z.string().min(1),
}) satisfies z.ZodType<Join>;

export const RootCountSchema = z.object({
  strict: OffsetSchema,
  standard: OffsetSchema,
  broad: OffsetSchema,
});

export const ContradictionSchema = z.object({
  facet: z.string(),
  values: z.array(
    z.object({
      value: z.union([z.string(), z.number()]),
      root: z.string(),
      report: z.string(),
      evidence: EvidenceSchema,
    }),
  ),
}) satisfies z.ZodType<Contradiction>;

export const IncidentSchema = z.object({
  id: z.string(),
  title: z.string(),
  reports: z.array(z.string()),
  articles: z.array(z.string()),
  roots: z.array(RootSchema),
  rootCount: RootCountSchema,
  joins: z.array(JoinSchema),
  rootJoins: z.array(JoinSchema),
  contradictions: z.array(ContradictionSchema),
  by: z.string(),
}) satisfies z.ZodType<Incident>;

export const PassageSchema = z.object({
  a: EvidenceSchema,
  b: EvidenceSchema,
  articles: z.tuple([z.string(), z.string()]),
  kind: z.enum(['verbatim', 'near-verbatim']),
  ratio: z.number().min(0).max(1),
}) satisfies z.ZodType<Passage>;

export const FamilySchema = z.object({
  id: z.string(),
  articles: z.array(z.string()),
  passages: z.array(PassageSchema),
}) satisfies z.ZodType<Family>;
