import { describe, expect, it } from 'vitest';
import type { ArticleLayers, Claim, Incident, Place, Report, SpeakerRecord } from '../doc/index.ts';
import { type Ages, releaseFor } from './release.ts';

const evidence = { doc: 'd-1', start: 0, end: 5, exact: 'Words' };

const speaker = (text: string, more: Partial<SpeakerRecord> = {}): SpeakerRecord => ({
  text,
  actor: null,
  kind: 'witness',
  named: true,
  evidence: [evidence],
  ...more,
});

const claim = (root: SpeakerRecord): Claim => ({
  id: 'c-1',
  article: 'd-1#a1',
  speaker: root,
  root,
  via: [],
  stance: 'asserted',
  status: null,
  form: 'indirect',
  hedges: [],
  source: evidence,
  cue: evidence,
  content: evidence,
  contentPieces: [],
  by: 'test',
});

const report = (id: string, latest: string | null): Report => ({
  id,
  article: 'd-1#a1',
  act: 'shelling',
  type: null,
  mode: null,
  acled: null,
  cameo: null,
  sentence: evidence,
  trigger: [evidence],
  actor: [],
  recipient: [],
  target: [],
  victim: [],
  weapon: [],
  counts: [],
  status: 'happened',
  factuality: 3,
  date: latest,
  dateBasis: latest ? 'stated' : 'unknown',
  earliest: latest,
  latest,
  dateEvidence: latest ? evidence : null,
  place: null,
  claim: null,
  coarsened: false,
  by: 'test',
});

const incident: Incident = {
  id: 'i-1',
  title: 'Reported shelling · Bosk · 2024-05-15',
  reports: ['r-1', 'r-2'],
  articles: ['d-1#a1'],
  roots: [],
  rootCount: { strict: 1, standard: 1, broad: 1 },
  joins: [{ a: 'r-1', b: 'r-2', why: '0 km apart, 21:15 on 15 May' }],
  rootJoins: [],
  contradictions: [
    { facet: 'place', values: [] },
    { facet: 'killed', values: [] },
  ],
  by: 'standard@1',
};

const ages = (published: string | null, together: readonly Report[] = []): Ages => ({
  articles: new Map([['d-1#a1', { published, fetchedAt: null }]]),
  together: new Map(together.map((r) => [r.id, together])),
});

const gate = (now: string, known: Ages = ages(null)) =>
  releaseFor(known, {
    now: new Date(now),
    isMovement: () => false,
    title: (reports) => `title of ${reports.map((r) => r.date).join(', ')}`,
    role: (kind) => `a ${kind}`,
  });

describe('the gate through which the record leaves', () => {
  const reports = [report('r-1', '2024-05-15'), report('r-2', null)];

  it('shows a private person by role, and keeps others', () => {
    const { claim: out } = gate('2030-01-01T00:00:00Z');
    const hidden = out(claim(speaker('Odo Wren, a shopkeeper', { privatePerson: true })));
    expect([hidden.speaker.text, hidden.root.text]).toEqual(['a witness', 'a witness']);
    expect(out(claim(speaker('Major Ilse Brandt', { kind: 'military' }))).root.text).toBe(
      'Major Ilse Brandt',
    );
  });

  it('gives a young incident a title, joins and contradictions without place or day', () => {
    const out = gate('2024-05-16T00:00:00Z').incident(incident, reports);
    expect(out.title).toBe('title of 2024-05-13/2024-05-19, ');
    expect(JSON.stringify(out.joins)).not.toMatch(/km|21:15/);
    expect(out.contradictions.map((c) => c.facet)).toEqual(['killed']);
  });

  it('lets an old incident go as it is', () => {
    expect(gate('2024-08-01T00:00:00Z').incident(incident, reports)).toEqual(incident);
  });

  it('holds all reports of an incident when one of them is held: an undated reprint gives nothing away', () => {
    const together = ages(null, reports);
    const { report: out } = gate('2024-05-16T00:00:00Z', together);
    expect(reports.map((r) => out(r).coarsened)).toEqual([true, true]);
    expect(gate('2024-08-01T00:00:00Z', together).report(reports[1] as Report).coarsened).toBe(false);
  });

  it('holds the layers of a young article though none of its reports is held', () => {
    const place = {
      text: 'Bosk',
      name: 'Bosk',
      lat: 35,
      lon: 40,
      admin1: 'Raqqa',
      country: 'SY',
      sensitive: false,
    };
    const layers = {
      places: [place as Place],
      times: [
        {
          start: 0,
          end: 5,
          text: 'today',
          type: 'DATE',
          value: '2024-05-15',
          earliest: '2024-05-15',
          latest: '2024-05-15',
          basis: 'implied',
          reason: '',
        },
      ],
    } as unknown as ArticleLayers;
    const young = gate('2024-05-16T00:00:00Z', ages('2024-05-15')).layers('d-1#a1', layers, []);
    expect(young.places[0]).toMatchObject({ name: 'Raqqa', lat: null, ucdpPrecision: 4 });
    expect(young.times[0]).toMatchObject({ value: null, earliest: null, latest: null });
    const old = gate('2024-08-16T00:00:00Z', ages('2024-05-15')).layers('d-1#a1', layers, []);
    expect(old.places[0]?.lat).toBe(35);
  });

  it('shows a camp of any age at admin-2 in the layers too', () => {
    const camp = {
      name: 'Camp',
      lat: 36,
      lon: 41,
      admin1: 'Al-Hasakah',
      admin2: 'Hawl',
      country: 'SY',
      sensitive: true,
    };
    const layers = { places: [camp as Place], times: [] } as unknown as ArticleLayers;
    const out = gate('2030-01-01T00:00:00Z').layers('d-1#a1', layers, []);
    expect(out.places[0]).toMatchObject({ name: 'Hawl', lat: null });
  });
});
