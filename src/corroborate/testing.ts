import type {
  Claim,
  CorpusArticle,
  CountRecord,
  Evidence,
  PartyRecord,
  PlaceRecord,
  Report,
  SpeakerRecord,
} from '../doc/index.ts';
import { contentId } from '../lib/hash.ts';

/** Makers of records for the tests of this stage; what a test does not name is unknown. */

/** Evidence with made-up words. */
export function quote(doc: string, start: number, exact: string): Evidence {
  return { doc, start, end: start + exact.length, exact };
}

export function party(actor: string | null, text = actor ?? 'someone'): PartyRecord {
  return { text, actor, evidence: [] };
}

export function place(name: string, lat: number, lon: number, more: Partial<PlaceRecord> = {}): PlaceRecord {
  const fields = {
    name,
    lat,
    lon,
    shape: null,
    country: 'SY',
    admin1: null,
    admin2: null,
    geonameId: null,
    ucdpPrecision: 1,
  };
  const rest = {
    acledPrecision: 1,
    radiusKm: 0,
    role: 'event',
    rule: 'city',
    reason: 'test',
    sensitive: false,
  } as const;
  return { ...fields, ...rest, evidence: quote('d-1', 0, name), ...more };
}

export function toll(what: string, best: number | null, more: Partial<CountRecord> = {}): CountRecord {
  const words = best === null ? 'some' : String(best);
  return { what, side: null, low: best, best, high: best, words, evidence: [], claim: null, ...more };
}

/** A report that stands at `at` of its article; `day` sets date and both ends. */
export function report(
  article: string,
  at: number,
  more: Partial<Report> & { readonly day?: string } = {},
): Report {
  const { day = null, ...rest } = more;
  const doc = article.split('#')[0]!;
  const act = rest.act ?? 'explosion';
  return {
    id: contentId('r', article, at, act),
    article,
    act,
    type: null,
    mode: null,
    acled: null,
    cameo: null,
    sentence: quote(doc, at, `sentence ${at} of ${article}`),
    trigger: [],
    actor: [],
    recipient: [],
    target: [],
    victim: [],
    weapon: [],
    counts: [],
    status: 'happened',
    factuality: 3,
    date: day,
    dateBasis: day === null ? 'unknown' : 'stated',
    earliest: day,
    latest: day,
    dateEvidence: day === null ? null : quote(doc, at, day),
    place: null,
    claim: null,
    coarsened: false,
    by: 'test',
    ...rest,
  };
}

export function speaker(text: string, more: Partial<SpeakerRecord> = {}): SpeakerRecord {
  return { text, actor: null, kind: 'official', named: false, evidence: [], ...more };
}

export function claim(article: string, id: string, root: SpeakerRecord, more: Partial<Claim> = {}): Claim {
  const content = quote(article.split('#')[0]!, 0, 'content');
  return {
    id,
    article,
    speaker: root,
    root,
    via: [],
    stance: 'asserted',
    status: 'happened',
    form: 'indirect',
    hedges: [],
    source: null,
    cue: null,
    content,
    contentPieces: [],
    by: 'test',
    ...more,
  };
}

export function article(key: string, more: Partial<CorpusArticle> = {}): CorpusArticle {
  const doc = key.split('#')[0]!;
  return {
    key,
    doc,
    text: '',
    start: 0,
    end: 0,
    outlet: `Outlet of ${doc}`,
    language: 'en',
    published: null,
    blocks: [],
    ...more,
  };
}
