import {
  type Attribution,
  type EventDraft,
  hull,
  overlaps,
  type Place,
  type Sentence,
  type Span,
  type Time,
  within,
} from '../doc/index.ts';
import type { Acts } from '../lexicon/acts.ts';
import { type EventPatterns, foldWord } from '../lexicon/event-patterns.ts';
import { distance, type LinkText } from './link-distance.ts';
import { COUNTRY_PRECISION, finer, isLiteral, isVague, isWide, liesIn, onlyCountry } from './link-place.ts';
import { inReach, nearest } from './nearest.ts';

/** What an event is tied to: indices into places and times, `null` when nothing fits. */
export interface Link {
  readonly place: number | null;
  readonly time: number | null;
}

export interface LinkLayers {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly attributions: readonly Attribution[];
  readonly drafts: readonly EventDraft[];
  readonly places: readonly Place[];
  readonly times: readonly Time[];
  /** Words that point back to a place told before, folded. */
  readonly anaphors: ReadonlySet<string>;
}

/** Acts of this family are said, not done at a place of the text. */
const PLACELESS: ReadonlySet<string> = new Set(['statement']);
/** Acts of these families never take over a place: a sanction falls on a country, and only its own sentence tells which. */
const UNCARRIED: ReadonlySet<string> = new Set(['statement', 'coercion', 'diplomacy']);
/** Families whose events an article places once, where it tells its news. */
const LEAD_FAMILIES: ReadonlySet<string> = new Set(['attack', 'combat', 'interception', 'abuse']);
/** Sentences over which an event takes the place of the one before it. */
const CARRY_PLACE = 2;
/** Characters that a country stands further off than a place inside it. */
const COUNTRY_PENALTY = 120;

/** Ties each draft to the place and the time of its own sentence, else to the place of the event it goes on from. */
export function linkDrafts(layers: LinkLayers, acts: Acts, patterns: EventPatterns | null): Link[] {
  const places = bySentence(layers.places, layers.sentences);
  const times = bySentence(layers.times, layers.sentences);
  const own = layers.drafts.map((draft): Link => {
    const text: LinkText = { text: layers.text, patterns };
    const excluded = excludedSpans(draft, layers);
    const { family } = acts.get(draft.act);
    return {
      place: PLACELESS.has(family)
        ? null
        : ownPlace(draft, family, places.get(draft.sentence) ?? [], excluded, layers, text),
      time: ownTime(draft, times.get(draft.sentence) ?? [], excluded, layers, text),
    };
  });
  return withCountry(layers, withLeadPlace(layers, carried(layers, own, acts), acts), places, acts);
}

/** Indices of annotations by the index of the sentence they start in. */
function bySentence(items: readonly Span[], sentences: readonly Sentence[]): Map<number, number[]> {
  const out = new Map<number, number[]>();
  let at = 0;
  items.forEach((item, i) => {
    while (at < sentences.length && sentences[at]!.end <= item.start) at++;
    const s = sentences[at];
    if (!s || s.start > item.start) return;
    const list = out.get(at);
    if (list) list.push(i);
    else out.set(at, [i]);
  });
  return out;
}

interface Excluded {
  /** Sources of statements: where a speaker is, when they spoke. */
  readonly sources: readonly Span[];
  /** The content the draft stands in; `null` for the narrator's own words. */
  readonly content: readonly Span[] | null;
}

function excludedSpans(draft: EventDraft, layers: LinkLayers): Excluded {
  const attribution = draft.attribution === null ? undefined : layers.attributions[draft.attribution];
  if (!attribution) return { sources: [], content: null };
  return { sources: [...attribution.source, ...attribution.cue], content: attribution.content };
}

/** Inside the statement that tells of the event, when it stands in one: "On Sunday, X reported" dates the report. */
function allowed(span: Span, excluded: Excluded): boolean {
  if (excluded.sources.some((s) => overlaps(s, span))) return false;
  return excluded.content === null || excluded.content.some((c) => within(span, c));
}

function ownPlace(
  draft: EventDraft,
  family: string,
  indices: readonly number[],
  excluded: Excluded,
  layers: LinkLayers,
  text: LinkText,
): number | null {
  // Of several trigger words the first tells where goods were: "looted in X and carried off to Y".
  const trigger = family === 'property' ? draft.trigger[0]! : hull(draft.trigger)!;
  const actors = draft.actor.flatMap((p) => p.spans);
  const near = inReach(indices, layers.places, trigger).filter((i) => allowed(layers.places[i]!, excluded));
  const fits = near.filter((i) => {
    const place = layers.places[i]!;
    return isLiteral(place) && !actors.some((a) => within(place, a));
  });
  const best = nearest(
    fits,
    layers.places,
    trigger,
    (i) =>
      distance(text, trigger, layers.places[i]!, true) + (isVague(layers.places[i]!) ? COUNTRY_PENALTY : 0),
  );
  return best === null ? null : finer(best, near, layers.places);
}

function ownTime(
  draft: EventDraft,
  indices: readonly number[],
  excluded: Excluded,
  layers: LinkLayers,
  text: LinkText,
): number | null {
  const trigger = hull(draft.trigger)!;
  const fits = inReach(indices, layers.times, trigger).filter((i) => {
    const time = layers.times[i]!;
    return (time.type === 'DATE' || time.type === 'TIME') && time.value !== null && allowed(time, excluded);
  });
  const told = fits.filter((i) => !datesTheReport(layers.times[i]!, draft, layers));
  const best = nearest(told, layers.times, trigger, (i) => distance(text, trigger, layers.times[i]!, false));
  return best === null ? null : withItsDay(best, told, layers.times);
}

/** Characters between a cue and the time that dates the saying: "said on", "denied late". */
const CUE_GAP = 6;

/** Whether a time stands right behind the cue: "X denied on Thursday that …" dates the denial. */
function datesTheReport(time: Time, draft: EventDraft, layers: LinkLayers): boolean {
  const cues = draft.attribution === null ? [] : (layers.attributions[draft.attribution]?.cue ?? []);
  return cues.some((c) => time.start >= c.end && time.start - c.end <= CUE_GAP);
}

/** Characters between a clock time and its day: "11 pm on Tuesday". */
const DAY_GAP = 5;

/** The day that stands beside a clock time, else the time itself. */
function withItsDay(best: number, told: readonly number[], times: readonly Time[]): number {
  const time = times[best]!;
  if (time.type !== 'TIME') return best;
  const beside = told.find((i) => {
    const day = times[i]!;
    const gap = day.start >= time.end ? day.start - time.end : time.start - day.end;
    return day.type === 'DATE' && gap >= 0 && gap <= DAY_GAP;
  });
  return beside ?? best;
}

/** The last event told of, and of each family. */
interface Told {
  readonly sentence: number;
  readonly place: number | null;
}

/**
 * What an event takes over: without a place of its own, that of the event of its family just before it, or of whatever
 * event where its words point back to a place; with no more than a country, the finer place inside it of its family's last event. A
 * date is never carried over: stories change days from one sentence to the next, and a date taken over is most often wrong.
 */
function carried(layers: LinkLayers, own: readonly Link[], acts: Acts): Link[] {
  const last = new Map<string, Told>();
  return layers.drafts.map((draft, i) => {
    const { family } = acts.get(draft.act);
    const { place: mine, time } = own[i]!;
    const before = pointsBack(layers, draft) ? [last.get(family), last.get(ANY)] : [last.get(family)];
    const near = before.flatMap((told) =>
      told && draft.sentence - told.sentence <= CARRY_PLACE && told.place !== null ? [told.place] : [],
    );
    const place = UNCARRIED.has(family) ? mine : placeFrom(mine, near, layers.places);
    const told = { sentence: draft.sentence, place };
    last.set(family, told);
    if (place !== null && !UNCARRIED.has(family)) last.set(ANY, told);
    return { place, time };
  });
}

/** An event that nothing else places happened in the one country that its own sentence speaks of, if it is one. */
function withCountry(
  layers: LinkLayers,
  links: readonly Link[],
  places: ReadonlyMap<number, readonly number[]>,
  acts: Acts,
): Link[] {
  return links.map((link, i) => {
    const draft = layers.drafts[i]!;
    if (link.place !== null || PLACELESS.has(acts.get(draft.act).family)) return link;
    const excluded = excludedSpans(draft, layers);
    const own = (places.get(draft.sentence) ?? []).filter((p) => allowed(layers.places[p]!, excluded));
    return { ...link, place: onlyCountry(draft, inReach(own, layers.places, hull(draft.trigger)!), layers) };
  });
}

/** Stands for events of whatever family. */
const ANY = '';

/** Whether the sentence points back to a place told before: "in the area", "at the site". */
function pointsBack({ text, sentences, anaphors }: LinkLayers, draft: EventDraft): boolean {
  const sentence = sentences[draft.sentence];
  if (!sentence || anaphors.size === 0) return false;
  const end = Math.min(sentence.end, sentence.start + LEAD_CHARS);
  const words = text.slice(sentence.start, end).match(WORD)?.map(foldWord) ?? [];
  return words.some((w, i) => anaphors.has(w) || anaphors.has(`${words[i - 1] ?? ''} ${w}`));
}

const WORD = /[\p{L}\p{M}]+/gu;

function placeFrom(mine: number | null, near: readonly number[], places: readonly Place[]): number | null {
  if (mine === null) return near[0] ?? null;
  if (!isWide(places[mine]!)) return mine;
  return near.find((i) => liesIn(places[i]!, places[mine]!)) ?? mine;
}

/** Characters from an article's start in which its lead tells what, and where. */
const LEAD_CHARS = 600;

/** An event of the lead that no sentence places happened where the lead is about: at its first place inside a country. */
function withLeadPlace(layers: LinkLayers, links: readonly Link[], acts: Acts): Link[] {
  const start = layers.sentences[0]?.start ?? 0;
  const inLead = (span: Span): boolean => span.start - start <= LEAD_CHARS;
  const sources = layers.attributions.flatMap((a) => a.source).filter(inLead);
  const fits = (p: Place): boolean =>
    (p.role === 'mentioned' || p.role === 'event') &&
    (p.ucdpPrecision ?? 1) < COUNTRY_PRECISION &&
    !sources.some((s) => overlaps(s, p));
  const first = layers.places.findIndex((p) => inLead(p) && fits(p));
  if (first < 0) return [...links];
  return links.map((link, i) => {
    const draft = layers.drafts[i]!;
    const takes = link.place === null && LEAD_FAMILIES.has(acts.get(draft.act).family);
    return takes && inLead(layers.sentences[draft.sentence]!) ? { ...link, place: first } : link;
  });
}
