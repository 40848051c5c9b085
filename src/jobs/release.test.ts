import { describe, expect, it } from 'vitest';
import type { Claim, Incident, PageRecord, Report, SpeakerRecord } from '../doc/index.ts';
import { releaseFor } from './release.ts';

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

const gate = (now: string) =>
  releaseFor([] as PageRecord[], {
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
});
