import type {
  ArticleLayers,
  Attribution,
  Claim,
  Count,
  CountRecord,
  Event,
  Evidence,
  Layers,
  Party,
  PartyRecord,
  Place,
  PlaceRecord,
  Report,
  Span,
  Speaker,
  SpeakerRecord,
} from '../doc/index.ts';
import { evidence, hull, within } from '../doc/index.ts';
import { edtfFromTimex } from '../lib/edtf.ts';
import { contentId } from '../lib/hash.ts';

/** Where the layers of one article lie: the page's Doc id, its masked text, and the article's key. */
export interface Where {
  readonly doc: string;
  readonly text: string;
  readonly article: string;
}

type Quote = (span: Span) => Evidence;

/** The claims and reports of one article, each field with its evidence; indices become ids. */
export function articleRecords(where: Where, layers: Layers): { claims: Claim[]; reports: Report[] } {
  const quote: Quote = (span) => evidence(where.doc, where.text, span);
  const told = firstEvents(layers.events);
  const claims = layers.attributions.map((a, i) => claimOf(where, quote, layers, a, told.get(i)));
  const ids = claims.map((c) => c?.id ?? null);
  const reports = layers.events.map((e) => reportOf(where, quote, layers, ids, e));
  return { claims: claims.filter((c) => c !== null), reports };
}

/** The layers that reader and exports show, out of all. */
export function shownLayers(layers: Layers): ArticleLayers {
  const { mentions, actors, places, times, loaded, sentences } = layers;
  return { mentions, actors, places, times, loaded, sentences };
}

/** The first event that each attribution tells, by the attribution's index. */
function firstEvents(events: readonly Event[]): ReadonlyMap<number, Event> {
  const first = new Map<number, Event>();
  for (const e of events)
    if (e.attribution !== null && !first.has(e.attribution)) first.set(e.attribution, e);
  return first;
}

function claimOf(
  where: Where,
  quote: Quote,
  layers: Layers,
  a: Attribution,
  event: Event | undefined,
): Claim | null {
  const whole = hull(a.content);
  if (!whole || !a.states) return null;
  const source = hull(a.source);
  const cue = hull(a.cue);
  return {
    id: contentId('c', where.article, whole.start, whole.end, cue?.start ?? null, source?.start ?? null),
    article: where.article,
    speaker: speakerOf(quote, layers, a.speaker),
    root: speakerOf(quote, layers, a.root),
    via: a.via.map((v) => speakerOf(quote, layers, v)),
    stance: a.stance,
    status: event?.status ?? null,
    form: a.form,
    hedges: a.hedges.map(quote),
    source: source && quote(source),
    cue: cue && quote(cue),
    content: quote(whole),
    contentPieces: a.content.length > 1 ? a.content.map(quote) : [],
    by: a.by,
  };
}

function speakerOf(quote: Quote, layers: Layers, s: Speaker): SpeakerRecord {
  const actor = s.actor ?? (s.mention === null ? null : (layers.actors[s.mention]?.chosen ?? null));
  const record = { text: s.text, actor, kind: s.kind, named: s.named, evidence: s.spans.map(quote) };
  return isPrivate(layers, s, actor) ? { ...record, privatePerson: true } : record;
}

/** A named person whom neither the register nor a title in the text gives a public role. */
function isPrivate(layers: Layers, s: Speaker, actor: string | null): boolean {
  if (!s.named || actor !== null) return false;
  const own = s.mention === null ? undefined : layers.mentions[s.mention];
  const here = own ? [own] : layers.mentions.filter((m) => s.spans.some((span) => within(m, span)));
  const people = here.filter((m) => m.kind === 'person');
  return people.length > 0 && !people.some((m) => m.publicRole);
}

function partyOf(quote: Quote, layers: Layers, p: Party): PartyRecord {
  const actor = p.actor ?? (p.mention === null ? null : (layers.actors[p.mention]?.chosen ?? null));
  return { text: p.text, actor, evidence: p.spans.map(quote) };
}

function countOf(quote: Quote, claims: readonly (string | null)[], c: Count): CountRecord {
  const { what, side, low, best, high, words } = c;
  const claim = c.attribution === null ? null : (claims[c.attribution] ?? null);
  return { what, side, low, best, high, words, evidence: c.spans.map(quote), claim };
}

function placeOf(quote: Quote, place: Place): PlaceRecord {
  const { start, end, text: _words, ...fields } = place;
  return { ...fields, evidence: quote({ start, end }) };
}

/** A longer sentence is a page without stops: its reports keep the words around their own trigger. */
const LONGEST_SENTENCE = 2_000;
/** Characters kept of such a sentence before and after the start of a trigger. */
const AROUND = 300;

/**
 * The sentence as a report keeps it. Every report keeps its own, so a sentence as long as the page would make the
 * record grow with the square of the page; whole words of it around the trigger are kept instead.
 */
function shown(text: string, { start, end }: Span, trigger: Span | null): Span {
  if (end - start <= LONGEST_SENTENCE || !trigger) return { start, end };
  const from = Math.max(start, trigger.start - AROUND);
  const to = Math.min(end, trigger.start + AROUND);
  const before = from === start ? 0 : text.slice(from, trigger.start).indexOf(' ') + 1;
  const after = to === end ? -1 : text.slice(trigger.start, to).lastIndexOf(' ');
  return { start: from + before, end: after > 0 ? trigger.start + after : to };
}

function reportOf(
  where: Where,
  quote: Quote,
  layers: Layers,
  claims: readonly (string | null)[],
  e: Event,
): Report {
  const place = e.place === null ? undefined : layers.places[e.place];
  const trigger = hull(e.trigger);
  const sentence = shown(
    where.text,
    layers.sentences[e.sentence] ?? trigger ?? { start: 0, end: 0 },
    trigger,
  );
  const parties = (list: readonly Party[]): PartyRecord[] => list.map((p) => partyOf(quote, layers, p));
  return {
    id: contentId('r', where.article, e.act, trigger?.start ?? null, trigger?.end ?? null),
    article: where.article,
    act: e.act,
    type: e.type,
    mode: e.mode,
    acled: e.acled,
    cameo: e.cameo,
    sentence: quote(sentence),
    trigger: e.trigger.map(quote),
    actor: parties(e.actor),
    recipient: parties(e.recipient),
    target: parties(e.target),
    victim: parties(e.victim),
    weapon: parties(e.weapon),
    counts: e.counts.map((c) => countOf(quote, claims, c)),
    status: e.status,
    factuality: e.factuality,
    ...dateOf(quote, layers, e),
    place: place ? placeOf(quote, place) : null,
    claim: e.attribution === null ? null : (claims[e.attribution] ?? null),
    coarsened: false,
    by: e.by,
  };
}

type DateFields = Pick<Report, 'date' | 'dateBasis' | 'earliest' | 'latest' | 'dateEvidence'>;

function dateOf(quote: Quote, layers: Layers, e: Event): DateFields {
  const time = e.time === null ? undefined : layers.times[e.time];
  const last = time ? edtfFromTimex(time.value, time.earliest, time.latest) : null;
  const date = time?.from && last ? `${time.from.slice(0, 10)}/${last}` : last;
  if (!time || date === null)
    return { date: null, dateBasis: 'unknown', earliest: null, latest: null, dateEvidence: null };
  return {
    date,
    dateBasis: time.basis,
    earliest: time.from && time.earliest ? time.from.slice(0, 10) : time.earliest,
    latest: time.latest,
    dateEvidence: quote({ start: time.start, end: time.end }),
  };
}
