import type {
  Claim,
  CorpusArticle,
  CountRecord,
  Evidence,
  Incident,
  PartyRecord,
  PlaceRecord,
  Report,
  SpeakerRecord,
} from '../doc/index.ts';
import { type Lexicon, loadLexicon } from '../lexicon/index.ts';
import { contentId } from '../lib/hash.ts';
import { type CorroborateInput, corroborate } from './index.ts';

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

/** A town, one some kilometres from it, one far away, and the province of the first. */
export const HALWAN = place('Halwan', 33.5, 36.3, { admin1: 'Qarat' });
export const NEAR_HALWAN = place('Tell Omar', 33.55, 36.35, { admin1: 'Qarat' });
export const FAR = place('Ras Dalia', 35.9, 39.0, { admin1: 'Dalia' });
export const PROVINCE = place('Qarat', 33.4, 36.4, { admin1: 'Qarat', ucdpPrecision: 4 });
export const DAY = '2021-03-04';

let loaded: Lexicon | null = null;

/** The built lexicon, read once. */
export function lexicon(): Lexicon {
  loaded ??= loadLexicon();
  return loaded;
}

/** Incidents of reports; what is not given is empty. */
export function run(reports: readonly Report[], more: Partial<CorroborateInput> = {}): readonly Incident[] {
  const articles = [...new Set(reports.map((r) => r.article))].map((key) => article(key));
  const empty = { articles, claims: [], families: [], passages: [], keys: [] };
  return corroborate({ ...empty, reports, ...more }, lexicon()).incidents;
}

/** How many reports each incident holds, most first. */
export function sizes(incidents: readonly Incident[]): readonly number[] {
  return incidents.map((i) => i.reports.length).sort((a, b) => b - a);
}
