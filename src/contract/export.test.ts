import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Claim,
  type CountRecord,
  type Evidence,
  type ExportRecord,
  type Family,
  type Incident,
  PLACE_ROLES,
  PLOVER_TYPES,
  type Place,
  type PlaceRecord,
  type Report,
  SEGMENT_KINDS,
  type Segment,
  SPEAKER_KINDS,
  type SpeakerRecord,
  STATUSES,
} from '../doc/index.ts';
import { ExportRecordSchema } from './index.ts';

const word = fc.string({ maxLength: 12, unit: 'binary' });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const list = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(value, { maxLength: 2 });
const some = <const T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const size = fc.nat({ max: 9_999 });
const number = maybe(fc.double({ noNaN: true, noDefaultInfinity: true }));

const evidence: fc.Arbitrary<Evidence> = fc
  .record({ doc: fc.string({ minLength: 1, maxLength: 5 }), start: size, exact: word })
  .map((e) => ({ ...e, end: e.start + e.exact.length }));
const span = fc.tuple(size, size).map(([start, length]) => ({ start, end: start + length }));
const speaker: fc.Arbitrary<SpeakerRecord> = fc.record({
  text: word,
  actor: maybe(word),
  kind: some(SPEAKER_KINDS),
  named: fc.boolean(),
  evidence: list(evidence),
});
const claim: fc.Arbitrary<Claim> = fc.record({
  id: word,
  article: word,
  speaker,
  root: speaker,
  via: list(speaker),
  stance: some(['asserted', 'denied', 'doubted']),
  status: maybe(some(STATUSES)),
  form: some(['direct', 'indirect', 'mixed']),
  hedges: list(evidence),
  source: maybe(evidence),
  cue: maybe(evidence),
  content: evidence,
  contentPieces: list(evidence),
  by: word,
});
const placeFields = {
  name: maybe(word),
  lat: maybe(fc.double({ min: -90, max: 90, noNaN: true })),
  lon: maybe(fc.double({ min: -180, max: 180, noNaN: true })),
  shape: maybe(fc.record({ type: some(['Point', 'Polygon']), coordinates: fc.jsonValue() })),
  country: maybe(word),
  admin1: maybe(word),
  admin2: maybe(word),
  geonameId: maybe(size),
  ucdpPrecision: maybe(fc.integer({ min: 1, max: 7 })),
  acledPrecision: maybe(fc.integer({ min: 1, max: 3 })),
  radiusKm: maybe(fc.double({ min: 0, max: 20_000, noNaN: true })),
  role: some(PLACE_ROLES),
  rule: word,
  reason: word,
  sensitive: fc.boolean(),
} as const;
const placeRecord: fc.Arbitrary<PlaceRecord> = fc.record({ ...placeFields, evidence });
const place: fc.Arbitrary<Place> = fc
  .tuple(fc.record({ ...placeFields, text: word }), span)
  .map(([fields, at]) => ({ ...fields, ...at }));
const party = fc.record({ text: word, actor: maybe(word), evidence: list(evidence) });
const count: fc.Arbitrary<CountRecord> = fc.record({
  what: word,
  side: maybe(some(['civilian', 'combatant'])),
  low: number,
  best: number,
  high: number,
  words: word,
  evidence: list(evidence),
  claim: maybe(word),
});
const report: fc.Arbitrary<Report> = fc.record({
  id: word,
  article: word,
  act: word,
  type: maybe(some(PLOVER_TYPES)),
  mode: maybe(word),
  acled: maybe(fc.record({ eventType: word, subEventType: word })),
  cameo: maybe(word),
  sentence: evidence,
  trigger: list(evidence),
  actor: list(party),
  recipient: list(party),
  target: list(party),
  victim: list(party),
  weapon: list(party),
  counts: list(count),
  status: some(STATUSES),
  factuality: fc.integer({ min: -3, max: 3 }),
  date: maybe(word),
  dateBasis: some(['stated', 'implied', 'unknown']),
  earliest: maybe(word),
  latest: maybe(word),
  dateEvidence: maybe(evidence),
  place: maybe(placeRecord),
  claim: maybe(word),
  coarsened: fc.boolean(),
  by: word,
});
const join = fc.record({ a: word, b: word, why: fc.string({ minLength: 1, maxLength: 9 }) });
const incident: fc.Arbitrary<Incident> = fc.record({
  id: word,
  title: word,
  reports: list(word),
  articles: list(word),
  roots: list(
    fc.record({
      id: word,
      name: word,
      kind: some(SPEAKER_KINDS),
      actor: maybe(word),
      claims: list(word),
      reports: list(word),
    }),
  ),
  rootCount: fc.record({ strict: size, standard: size, broad: size }),
  joins: list(join),
  rootJoins: list(join),
  contradictions: list(
    fc.record({
      facet: word,
      values: list(fc.record({ value: fc.oneof(word, size), root: word, report: word, evidence })),
    }),
  ),
  by: word,
});
const family: fc.Arbitrary<Family> = fc.record({
  id: word,
  articles: list(word),
  passages: list(
    fc.record({
      a: evidence,
      b: evidence,
      articles: fc.tuple(word, word),
      kind: some(['verbatim', 'near-verbatim']),
      ratio: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  ),
});
const segment: fc.Arbitrary<Segment> = fc
  .tuple(span, fc.record({ kind: some(SEGMENT_KINDS), article: maybe(word), reason: word }))
  .map(([at, rest]) => ({ ...at, ...rest }));
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const where = fc.record({ doc: word, article: word });
const timeFields = fc.record({
  text: word,
  type: some(['DATE', 'TIME', 'DURATION', 'SET']),
  value: maybe(word),
  earliest: maybe(word),
  latest: maybe(word),
  basis: some(['stated', 'implied', 'unknown']),
  reason: word,
});
const loadedFields = fc.record({
  text: word,
  user: some(['narrator', 'quoted', 'indirect']),
  attribution: maybe(size),
  neutral: word,
  category: word,
});
const published = fc.record({
  value: fc.string({ minLength: 1, maxLength: 10 }),
  precision: some(['day', 'month', 'year', 'interval']),
  basis: some(['stated', 'implied']),
  evidence: span,
});
const article = fc
  .tuple(
    span,
    fc.record({
      id: word,
      doc: word,
      headline: maybe(word),
      byline: maybe(word),
      outlet: maybe(word),
      language: maybe(word),
      published: maybe(published),
    }),
  )
  .map(([at, rest]) => ({ ...at, ...rest }));

/** Any whole record that the types allow. */
const record: fc.Arbitrary<ExportRecord> = fc.record({
  sayso: fc.record({ version: word, exportedAt: word }),
  docs: list(
    fc.record({
      id: word,
      name: word,
      sha256: digest,
      url: maybe(word),
      fetchedAt: maybe(word),
      language: maybe(word),
      text: word,
      segments: list(segment),
    }),
  ),
  articles: list(article),
  claims: list(claim),
  reports: list(report),
  incidents: list(incident),
  families: list(family),
  actors: list(
    fc.record({
      id: word,
      name: word,
      kind: word,
      partyLine: maybe(fc.record({ party: word, source: word })),
    }),
  ),
  places: list(fc.tuple(place, where).map(([a, b]) => ({ ...a, ...b }))),
  times: list(fc.tuple(timeFields, span, where).map(([a, b, c]) => ({ ...a, ...b, ...c }))),
  loaded: list(fc.tuple(loadedFields, span, where).map(([a, b, c]) => ({ ...a, ...b, ...c }))),
});

describe('schema of the export', () => {
  it('takes any record that the types allow, and changes nothing in it', () => {
    fc.assert(
      fc.property(record, (value) => {
        expect(ExportRecordSchema.parse(value)).toEqual(value);
      }),
      { numRuns: 150 },
    );
  });

  it('refuses a record that lacks any one of its tables', () => {
    const [value] = fc.sample(record, 1);
    for (const key of Object.keys(value ?? {}))
      expect(ExportRecordSchema.safeParse({ ...value, [key]: undefined }).success, key).toBe(false);
  });

  it('refuses evidence whose words are not as long as its span', () => {
    const [value] = fc.sample(
      record.filter((r) => r.claims.length > 0),
      1,
    );
    const claims = value?.claims.map((c) => ({ ...c, content: { ...c.content, end: c.content.end + 1 } }));
    expect(ExportRecordSchema.safeParse({ ...value, claims }).success).toBe(false);
  });
});
