import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  articleKey,
  type Capture,
  type CapturedBytes,
  type Claim,
  docId,
  evidence,
  type Incident,
  maskComments,
  type Reading,
  type Report,
  type Segment,
  type Span,
} from '../../doc/index.ts';
import { sha256 } from '../../lib/hash.ts';
import type { DecisionInput, OpenOptions, Workspace } from '../types.ts';

/** A fresh folder for one test, and the way to remove it. */
export function scratch(): { dir: string; clean: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'sayso-store-'));
  return { dir, clean: () => rmSync(dir, { recursive: true, force: true }) };
}

/** A clock that moves one second at each look. */
export function clock(): () => Date {
  let at = Date.UTC(2031, 4, 6, 7, 8, 9);
  return () => new Date((at += 1000));
}

export function options(notes: string[] = [], more: Partial<OpenOptions> = {}): OpenOptions {
  return { role: 'other', now: clock(), onNote: (note) => notes.push(note), ...more };
}

export function captured(name: string, body: Uint8Array | string, url: string | null = null): CapturedBytes {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const capture: Capture = {
    kind: 'capture',
    sha256: sha256(bytes),
    bytes: bytes.length,
    mediaType: 'text/plain',
    charset: null,
    name,
    url,
    finalUrl: url,
    fetchedAt: url ? '2031-05-05T04:03:02Z' : null,
    warcRecordId: null,
  };
  return { capture, body: bytes };
}

/** A page of three lines: who says what, the words said, and a reader's comment. */
export function pageText(town: string, comment = 'Reader seven: nobody asked me'): string {
  return `Council of ${town}: a bridge fell.\nThe mayor of ${town} said four people were hurt.\n${comment}\n`;
}

/** The stage versions of `readingOf`. */
export const STAGES = ['read@1', 'annotate@1'];

/** A reading of `pageText`, with one article, one claim and one report. */
export function readingOf(page: CapturedBytes, town: string, stages: readonly string[] = STAGES): Reading {
  const original = Buffer.from(page.body).toString('utf8');
  const [first = '', second = ''] = original.split('\n');
  const comment = first.length + second.length + 2;
  const segments: Segment[] = [
    { start: 0, end: first.length + 1, kind: 'headline', article: 'a1', reason: 'first line' },
    { start: first.length + 1, end: comment, kind: 'article', article: 'a1', reason: 'second line' },
    { start: comment, end: original.length, kind: 'comment', article: null, reason: 'third line' },
  ];
  const text = maskComments(original, segments);
  const doc = docId(page.capture.sha256);
  const article = articleKey(doc, 'a1');
  const span = (words: string): Span => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const proof = (words: string) => evidence(doc, text, span(words));
  const mayor = { text: 'The mayor', actor: null, kind: 'official', named: false, evidence: [proof('The mayor')] } as const;
  const claim: Claim = {
    id: `c-${sha256(article).slice(0, 8)}`,
    article,
    speaker: mayor,
    root: mayor,
    via: [],
    stance: 'asserted',
    status: 'happened',
    form: 'indirect',
    hedges: [],
    source: proof('The mayor'),
    cue: proof('said'),
    content: proof('four people were hurt'),
    contentPieces: [],
    by: 'test@1',
  };
  const report: Report = {
    id: `r-${sha256(article).slice(0, 8)}`,
    article,
    act: 'collapse',
    type: null,
    mode: null,
    acled: null,
    cameo: null,
    sentence: proof(second),
    trigger: [proof('hurt')],
    actor: [],
    recipient: [],
    target: [],
    victim: [{ text: 'four people', actor: null, evidence: [proof('four people')] }],
    weapon: [],
    counts: [
      { what: 'injured', side: null, low: 4, best: 4, high: 4, words: 'four', evidence: [proof('four')], claim: claim.id },
    ],
    status: 'happened',
    factuality: 2,
    date: '2031-05',
    dateBasis: 'implied',
    earliest: '2031-05-01',
    latest: '2031-05-31',
    dateEvidence: null,
    place: {
      name: town,
      lat: 10.5,
      lon: -20.25,
      shape: null,
      country: 'XX',
      admin1: 'North',
      admin2: null,
      geonameId: null,
      ucdpPrecision: 1,
      acledPrecision: 1,
      radiusKm: 5,
      role: 'event',
      rule: 'city',
      reason: 'a test',
      sensitive: false,
      evidence: proof(town),
    },
    claim: claim.id,
    coarsened: false,
    by: 'test@1',
  };
  return {
    page: {
      id: doc,
      capture: { ...page.capture, charset: 'utf-8' },
      text,
      map: [[0, 0, page.body.length]],
      language: 'en',
      segments,
      articles: [
        {
          id: 'a1',
          start: 0,
          end: comment,
          headline: first,
          headlineSpan: { start: 0, end: first.length },
          byline: null,
          bylineSpan: null,
          outlet: 'The Test Gazette',
          outletSpan: null,
          language: 'en',
          published: { value: '2031-05-02', precision: 'day', basis: 'stated', evidence: { start: 0, end: 7 } },
        },
      ],
      notes: [],
    },
    layers: { [article]: { sentences: [], mentions: [], actors: [], places: [], times: [], loaded: [] } },
    claims: [claim],
    reports: [report],
    stages,
  };
}

/** An incident over all reports of some readings. */
export function incidentOf(key: string, readings: readonly Reading[], title = 'A bridge fell'): Incident {
  const claims = readings.flatMap((r) => r.claims.map((c) => c.id));
  const reports = readings.flatMap((r) => r.reports.map((p) => p.id));
  return {
    id: key,
    title,
    reports,
    articles: readings.flatMap((r) => r.reports.map((p) => p.article)),
    roots: [{ id: 'root-1', name: 'The mayor', kind: 'official', actor: null, claims, reports }],
    rootCount: { strict: 1, standard: 1, broad: 1 },
    joins: [],
    rootJoins: [],
    contradictions: [],
    by: 'test@1',
  };
}

/** A person's decision on the first words of a page. */
export function decisionOn(page: CapturedBytes): DecisionInput {
  const anchor = { capture: page.capture.sha256, exact: 'a bridge', prefix: ': ', suffix: ' fell', facet: 'status' };
  return { anchor, action: 'correct', value: { status: 'denied' }, coder: 'coder-3', reason: 'reads otherwise' };
}

/** Records a page of that town and its reading. */
export async function addPage(w: Workspace, town: string): Promise<{ page: CapturedBytes; reading: Reading }> {
  const page = captured(`${town}.txt`, pageText(town));
  await w.recordCapture(page);
  const reading = readingOf(page, town);
  await w.recordReading(reading);
  return { page, reading };
}

/** Puts one incident over the readings in place of all others. */
export async function putIncident(w: Workspace, readings: readonly Reading[], key = 'i-1'): Promise<void> {
  const incident = incidentOf(key, readings);
  await w.replaceIncidents([incident], [{ key, reports: incident.reports, redirect: null }]);
}
