import {
  type Article,
  type ArticleLayers,
  articleKey,
  type Claim,
  docId,
  type Evidence,
  type Incident,
  maskComments,
  type PageRecord,
  type Place,
  type Report,
  type Segment,
  type SegmentKind,
  type Span,
  type SpeakerRecord,
  type Time,
} from '../../src/doc/index.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { WholeRecord } from '../../src/store/types.ts';

type Piece = readonly [kind: SegmentKind, text: string, reason: string];

/** A page made of pieces, one article long. Everything in it is invented. */
export function samplePage(
  name: string,
  outlet: string,
  language: string,
  day: string,
  pieces: readonly Piece[],
): PageRecord {
  const digest = sha256(name);
  const id = docId(digest);
  let text = '';
  const segments: Segment[] = [];
  for (const [kind, words, reason] of pieces) {
    const start = text.length;
    text += `${words}\n`;
    const outside = kind === 'chrome' || kind === 'comment' || kind === 'teaser';
    segments.push({ start, end: text.length, kind, article: outside ? null : 'a1', reason });
  }
  const own = segments.filter((s) => s.article === 'a1');
  const at = (kind: SegmentKind): Span | null => {
    const found = own.find((s) => s.kind === kind);
    return found ? { start: found.start, end: found.end } : null;
  };
  const words = (span: Span | null): string | null => span && text.slice(span.start, span.end).trim();
  const dateAt = text.indexOf(day);
  const article: Article = {
    id: 'a1',
    start: own[0]?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
    headline: words(at('headline')),
    headlineSpan: at('headline'),
    byline: words(at('byline')),
    bylineSpan: at('byline'),
    outlet,
    outletSpan: null,
    language,
    published: {
      value: day,
      precision: 'day',
      basis: 'stated',
      evidence: { start: dateAt, end: dateAt + day.length },
    },
  };
  return {
    id,
    capture: {
      kind: 'capture',
      sha256: digest,
      bytes: text.length,
      mediaType: 'text/html',
      charset: 'utf-8',
      name,
      url: null,
      finalUrl: null,
      fetchedAt: null,
      warcRecordId: null,
    },
    text: maskComments(text, segments),
    map: [],
    language,
    segments,
    articles: [article],
    notes: [],
  };
}

/** The words of a page as evidence. Throws when they are not there: a sample must not drift from its text. */
export function quote(page: PageRecord, words: string): Evidence {
  const start = page.text.indexOf(words);
  if (start < 0) throw new Error(`not in ${page.capture.name}: ${words}`);
  return { doc: page.id, start, end: start + words.length, exact: words };
}

export function speaker(
  page: PageRecord,
  words: string,
  kind: SpeakerRecord['kind'],
  named = false,
): SpeakerRecord {
  return { text: words, actor: null, kind, named, evidence: [quote(page, words)] };
}

export function claim(
  page: PageRecord,
  fields: {
    source: SpeakerRecord;
    root?: SpeakerRecord;
    via?: SpeakerRecord[];
    cue: string;
    content: string;
  } & Partial<Omit<Claim, 'source' | 'root' | 'via' | 'cue' | 'content'>>,
): Claim {
  const { source, root = source, via = [], cue, content, ...rest } = fields;
  return {
    id: `c-${sha256(content).slice(0, 16)}`,
    article: articleKey(page.id, 'a1'),
    speaker: source,
    root,
    via,
    stance: 'asserted',
    status: 'happened',
    form: 'indirect',
    hedges: [],
    source: source.evidence[0] ?? null,
    contentPieces: [],
    by: 'sample',
    ...rest,
    cue: quote(page, cue),
    content: quote(page, content),
  } as Claim;
}

export function report(
  page: PageRecord,
  fields: { sentence: string; trigger: string; place?: string; killed?: [string, number] } & Partial<
    Omit<Report, 'sentence' | 'trigger' | 'place'>
  >,
): Report {
  const { sentence, trigger, place, killed, ...rest } = fields;
  return {
    id: `r-${sha256(sentence).slice(0, 16)}`,
    article: articleKey(page.id, 'a1'),
    act: 'airstrike',
    type: 'ASSAULT',
    mode: 'aerial',
    acled: { eventType: 'Explosions/Remote violence', subEventType: 'Air/drone strike' },
    cameo: '19',
    actor: [],
    recipient: [],
    target: [],
    victim: [],
    weapon: [],
    status: 'happened',
    factuality: 3,
    date: null,
    dateBasis: 'unknown',
    earliest: null,
    latest: null,
    dateEvidence: null,
    claim: null,
    coarsened: false,
    by: 'sample',
    ...rest,
    sentence: quote(page, sentence),
    trigger: [quote(page, trigger)],
    counts: killed
      ? [
          {
            what: 'killed',
            side: null,
            low: killed[1],
            best: killed[1],
            high: killed[1],
            words: killed[0],
            evidence: [quote(page, killed[0])],
            claim: null,
          },
        ]
      : [],
    place: place ? { ...RESOLVED, role: 'event', name: 'Tarsuna', evidence: quote(page, place) } : null,
  };
}

const RESOLVED = {
  lat: 35.1,
  lon: 38.2,
  shape: null,
  country: 'SY',
  admin1: 'Upper Plain',
  admin2: 'Tarsuna',
  geonameId: 1,
  ucdpPrecision: 1,
  acledPrecision: 1,
  radiusKm: 2,
  rule: 'city',
  reason: 'the only town of this name',
  sensitive: false,
} as const;

export function placeOf(page: PageRecord, words: string, role: Place['role'] = 'event'): Place {
  const { start, end } = quote(page, words);
  return { ...RESOLVED, start, end, text: words, name: 'Tarsuna', role };
}

export function timeOf(page: PageRecord, words: string, day: string | null): Time {
  const { start, end } = quote(page, words);
  return {
    start,
    end,
    text: words,
    type: 'DATE',
    value: day,
    earliest: day,
    latest: day,
    basis: day ? 'implied' : 'unknown',
    reason: day ? 'the Tuesday before the date of the article' : 'no year is given',
  };
}

export function layers(fields: Partial<ArticleLayers>): ArticleLayers {
  return { sentences: [], mentions: [], actors: [], places: [], times: [], loaded: [], ...fields };
}

/** A record of three pages about one strike: two tolls, one denial, one reprint; Arabic among them. */
export function sampleRecord(): WholeRecord {
  const english = samplePage('harbour-post.html', 'Harbour Post', 'en', '2021-03-11', [
    ['chrome', 'Home · World · Support us: 61 % of our goal', 'navigation'],
    [
      'headline',
      'Strike hits grain market in Tarsuna <img src=x onerror="window.__sayso_xss=1">',
      'first heading',
    ],
    ['byline', 'By Mira Ostrand, 2021-03-11', 'byline class'],
    [
      'article',
      'An air strike hit the grain market of Tarsuna on Tuesday, the state agency Orin reported, quoting a health official.\n\nThe official said that seven people were killed. Witnesses said the terrorists had left a day earlier.',
      'main text',
    ],
    ['article', 'The army denied that its aircraft had bombed the market.', 'main text'],
    ['comment', 'so sure of yourselves, are you', 'follows the comment header'],
    ['teaser', 'Read next: Harvest fair returns', 'link list'],
  ]);
  const arabic = samplePage('aljisr.html', 'الجسر', 'ar', '2021-03-12', [
    ['headline', 'غارة على سوق الحبوب في ترسونة', 'first heading'],
    ['byline', 'مراسل الجسر 2021-03-12', 'byline class'],
    [
      'article',
      'قال شهود إن غارة جوية أصابت سوق الحبوب في ترسونة يوم الثلاثاء.\n\nوقال المجلس المحلي إن اثني عشر شخصا قتلوا.',
      'main text',
    ],
  ]);
  const official = speaker(english, 'a health official', 'official');
  const agency = speaker(english, 'the state agency Orin', 'media', true);
  const army = speaker(english, 'The army', 'military', true);
  const council = speaker(arabic, 'المجلس المحلي', 'official', true);
  const c1 = claim(english, {
    source: agency,
    root: official,
    via: [agency],
    cue: 'reported',
    content: 'An air strike hit the grain market of Tarsuna on Tuesday',
  });
  const c2 = claim(english, {
    source: { ...official, text: 'The official' },
    cue: 'said',
    content: 'that seven people were killed',
  });
  const c3 = claim(english, {
    source: army,
    cue: 'denied',
    content: 'that its aircraft had bombed the market',
    stance: 'denied',
    status: 'happened',
  });
  const c4 = claim(arabic, { source: council, cue: 'وقال', content: 'إن اثني عشر شخصا قتلوا' });
  const day = {
    date: '2021-03-09',
    dateBasis: 'implied',
    earliest: '2021-03-09',
    latest: '2021-03-09',
  } as const;
  const r1 = report(english, {
    ...day,
    sentence: 'An air strike hit the grain market of Tarsuna on Tuesday',
    trigger: 'strike hit',
    place: 'Tarsuna on',
    claim: c1.id,
    dateEvidence: quote(english, 'on Tuesday'),
  });
  const r2 = report(english, {
    ...day,
    sentence: 'The official said that seven people were killed.',
    trigger: 'killed',
    killed: ['seven people', 7],
    claim: c2.id,
  });
  const r3 = report(english, {
    ...day,
    sentence: 'The army denied that its aircraft had bombed the market.',
    trigger: 'bombed',
    status: 'denied',
    claim: c3.id,
  });
  const r4 = report(arabic, {
    ...day,
    sentence: 'وقال المجلس المحلي إن اثني عشر شخصا قتلوا.',
    trigger: 'قتلوا',
    killed: ['اثني عشر', 12],
    claim: c4.id,
  });
  const reports = [r1, r2, r3, r4];
  const root = (id: string, name: string, claims: Claim[], own: Report[], kind: SpeakerRecord['kind']) => ({
    id,
    name,
    kind,
    actor: null,
    claims: claims.map((c) => c.id),
    reports: own.map((r) => r.id),
  });
  const incident: Incident = {
    id: 'i-sample',
    title: 'Air strike, Tarsuna, 2021-03-09',
    reports: reports.map((r) => r.id),
    articles: [articleKey(english.id, 'a1'), articleKey(arabic.id, 'a1')],
    roots: [
      root('v-1', 'a health official', [c1, c2], [r1, r2], 'official'),
      root('v-2', 'The army', [c3], [r3], 'military'),
      root('v-3', 'المجلس المحلي', [c4], [r4], 'official'),
    ],
    rootCount: { strict: 2, standard: 3, broad: 4 },
    joins: [{ a: r1.id, b: r4.id, why: 'same act, place and day' }],
    rootJoins: [{ a: c1.id, b: c2.id, why: '"The official" is the health official named before' }],
    contradictions: [
      {
        facet: 'killed',
        values: [
          { value: 7, root: 'v-1', report: r2.id, evidence: quote(english, 'seven people') },
          { value: 12, root: 'v-3', report: r4.id, evidence: quote(arabic, 'اثني عشر') },
        ],
      },
    ],
    by: 'standard@1',
  };
  const loadedAt = quote(english, 'terrorists');
  return {
    pages: [english, arabic],
    layers: {
      [articleKey(english.id, 'a1')]: layers({
        places: [placeOf(english, 'Tarsuna on')],
        times: [timeOf(english, 'Tuesday', '2021-03-09')],
        loaded: [
          {
            start: loadedAt.start,
            end: loadedAt.end,
            text: loadedAt.exact,
            user: 'indirect',
            attribution: 2,
            neutral: 'fighters',
            category: 'enemy',
          },
        ],
      }),
      [articleKey(arabic.id, 'a1')]: layers({
        places: [placeOf(arabic, 'ترسونة')],
        times: [timeOf(arabic, 'الثلاثاء', '2021-03-09')],
      }),
    },
    claims: [c1, c2, c3, c4],
    reports,
    incidents: [incident],
    families: [
      {
        id: 'f-1',
        articles: [articleKey(english.id, 'a1'), articleKey(arabic.id, 'a1')],
        passages: [
          {
            a: r1.sentence,
            b: r4.sentence,
            articles: [articleKey(english.id, 'a1'), articleKey(arabic.id, 'a1')],
            kind: 'near-verbatim',
            ratio: 0.82,
          },
        ],
      },
    ],
  };
}
