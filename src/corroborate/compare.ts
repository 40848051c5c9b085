import type { Report } from '../doc/index.ts';
import type { CorroborateRules, Facet, GroupingRule } from '../lexicon/corroborate-rules.ts';
import type { ActorRegister } from '../lexicon/index.ts';
import { DAY_MS, type Days, dayNumber, type Facts, SOME_YEAR, type When, whenOf } from './facts.ts';
import { comparePlaces, isArea } from './place.ts';

/** What a comparison needs besides the two reports. */
export interface Setting {
  readonly rule: GroupingRule;
  readonly rules: CorroborateRules;
  readonly register: ActorRegister;
  /** Whether two articles were published close to each other; `false` when unknown. */
  readonly publishedClose: (a: string, b: string) => boolean;
  /** Whether two reports stand in sentences that are copies of each other. */
  readonly sameWords: (a: Report, b: Report) => boolean;
}

/** An interval longer than this says too little about the day to speak for one incident. */
const LONGEST_DAYS = 10;
/** Characters within which "the attack" can mean the one told before: some five sentences. */
const BACK_REACH = 900;

/** Why two reports speak of one thing, in words, or `null` when the rule does not join them. */
export function linkOf(a: Facts, b: Facts, setting: Setting): string | null {
  if (!actsFit(a, b, setting) || conflict(a, b, setting)) return null;
  const facets = agreements(a, b, setting);
  const inside = a.report.article === b.report.article;
  const set = setting.rule[inside ? 'inside' : 'across'].find((s) => s.every((f) => facets.has(f)));
  return set ? `${setting.rule.name}: ${[...set].map((f) => facets.get(f)).join(', ')}` : null;
}

/** Whether two reports cannot speak of one thing: acts, places, days or roles exclude each other. */
export function conflict(a: Facts, b: Facts, setting: Setting): boolean {
  if (!actsFit(a, b, setting)) return true;
  if (comparePlaces(a.place, b.place, setting.rule.km) === 'apart') return true;
  if (dateFit(a, b, setting.rule.days) === 'apart') return true;
  if (reversed(a, b, setting.register) || background(a, b) || isToCome(a) !== isToCome(b)) return true;
  const [actors, targets] = [parties(a.actors, b.actors, setting), parties(a.targets, b.targets, setting)];
  return actors === 'differ' && targets === 'differ' && !sameSpot(a, b, setting);
}

/** What `conflict` looks at in a report, as one key: it cannot tell two reports of one kind apart. */
export function kindOf(f: Facts): string {
  const { act, family, place, days, monthDay, actors, targets, stale } = f;
  const where = place && { ...place, evidence: place.evidence.exact };
  const aged = stale || isNews(f) ? [f.report.article, stale, isNews(f)] : null;
  return JSON.stringify([
    act,
    family,
    where,
    days,
    monthDay,
    f.report.date,
    actors,
    targets,
    isToCome(f),
    aged,
  ]);
}

/** Facets in which two reports agree, each with its words. */
function agreements(a: Facts, b: Facts, setting: Setting): ReadonlyMap<Facet, string> {
  const found = new Map<Facet, string>();
  const say = (facet: Facet, holds: boolean, words: string): void => void (holds && found.set(facet, words));
  const place = comparePlaces(a.place, b.place, setting.rule.km);
  const sameDays = dateFit(a, b, setting.rule.days) === 'same';
  say('same-act', sameKind(a, b), 'same kind of act');
  say('like-act', likeKind(a, b), 'acts that can be one');
  say('place-near', place === 'near', `same place (${a.place?.name ?? a.place?.evidence.exact ?? ''})`);
  say('place-within', place === 'near' || place === 'within', 'one place lies in the other');
  say('date', sameDays, `days overlap (${a.report.date}, ${b.report.date})`);
  say('actor', parties(a.actors, b.actors, setting) === 'same', 'same actor');
  say('news', newsFit(a, b), 'both tell the news of the same days');
  say('target', parties(a.targets, b.targets, setting) === 'same', 'same target');
  const published = setting.publishedClose(a.report.article, b.report.article);
  say('published', published, 'published close to each other');
  wordFacets(a, b, setting, say);
  return found;
}

/** Facets of wording and numbers. */
function wordFacets(
  a: Facts,
  b: Facts,
  setting: Setting,
  say: (f: Facet, holds: boolean, words: string) => void,
): void {
  const equal = [...a.counts].filter(([what, n]) => b.counts.get(what) === n).map(([, n]) => n);
  const odd = equal.find(isOdd);
  say('count', equal.length > 0, 'same number');
  say('same-toll', sameToll(a, b), 'the same numbers of killed and injured');
  say('odd-count', odd !== undefined, `the same number (${odd})`);
  const named = [...a.targetWords].some((w) => b.targetWords.has(w));
  say('same-words-for-target', named, 'the target is named alike');
  say('same-words', setting.sameWords(a.report, b.report), 'the sentences are copies of each other');
  say('same-sentence', sameSentence(a, b), 'told in one sentence');
  say('nearby', nearby(a, b), 'told close to each other');
  say('lead', headsLead(a, b), 'a headline tells what its lead tells');
  say('follows', follows(a, b), 'the later goes on from the earlier and names nothing else');
  say('denial', nearby(a, b) && isDenied(a) !== isDenied(b), 'one denies what is told beside it');
  say('back-reference', pointsBackTo(a, b), 'the later words point back at the earlier');
}

/** Equal acts, acts of one ACLED type, or one that says less than the other. */
export function sameKind(a: Facts, b: Facts): boolean {
  if (a.act === b.act) return true;
  return a.family === b.family && (a.generic || b.generic || (a.subType !== null && a.subType === b.subType));
}

/** Acts of one kind, or one that leaves open what the other says: an explosion and an air strike. */
const likeKind = (a: Facts, b: Facts): boolean => a.open || b.open || sameKind(a, b);

/** Statuses of what is yet to come. */
const TO_COME: ReadonlySet<string> = new Set(['planned', 'threatened']);

const isToCome = (f: Facts): boolean => TO_COME.has(f.report.status);

function actsFit(a: Facts, b: Facts, { rule, rules }: Setting): boolean {
  if (a.act === b.act) return true;
  if (rule.acts === 'same') return false;
  if (a.family === b.family) return true;
  return rule.acts === 'kin' && rules.kin.some((k) => k.includes(a.family) && k.includes(b.family));
}

/** Days of two reports; a day without its year fits the same day of any year. */
export function dateFit(a: Facts, b: Facts, gap: number): 'same' | 'apart' | 'unknown' {
  if (a.days && b.days) {
    if (a.days[0] > b.days[1] + gap || b.days[0] > a.days[1] + gap) return 'apart';
    return length(a) > LONGEST_DAYS || length(b) > LONGEST_DAYS ? 'unknown' : 'same';
  }
  if (a.monthDay === null || b.monthDay === null) return 'unknown';
  return overlap(whenOf(a)!, whenOf(b)!, gap) ? 'same' : 'apart';
}

const length = (f: Facts): number => (f.days ? f.days[1] - f.days[0] : 0);

/** Whether days overlap, with so many days between them at most; by month and day where a year is unknown. */
function overlap(a: When, b: When, gap: number): boolean {
  const [x, y] = a.yearless === b.yearless ? [a.days, b.days] : [anyYear(a), anyYear(b)];
  const near = (shift: number): boolean => x[0] - (y[1] + shift) <= gap && y[0] + shift - x[1] <= gap;
  return near(0) || (a.yearless || b.yearless ? near(YEAR_DAYS) || near(-YEAR_DAYS) : false);
}

const YEAR_DAYS = 366;

/** Days as days of `SOME_YEAR`. */
function anyYear({ days, yearless }: When): Days {
  if (yearless) return days;
  const first = dayNumber(`${SOME_YEAR}-${isoOf(days[0]).slice(5)}`)!;
  return [first, first + days[1] - days[0]];
}

const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Whether two reports can tell the news of the same days, where one of them stands undated in the lead. */
function newsFit(a: Facts, b: Facts): boolean {
  const [x, y] = [whenOf(a), whenOf(b)];
  if (!x || !y || (a.news === null && b.news === null)) return false;
  return Math.max(x.days[1] - x.days[0], y.days[1] - y.days[0]) <= LONGEST_DAYS && overlap(x, y, 0);
}

/** In one article, what is told with an old date is not the news. */
function background(a: Facts, b: Facts): boolean {
  if (a.report.article !== b.report.article) return false;
  return (a.stale && isNews(b)) || (b.stale && isNews(a));
}

const isNews = (f: Facts): boolean => f.news !== null || (f.lead && f.report.date === null);

const isDenied = (f: Facts): boolean => f.report.status === 'denied';

function later(a: Facts, b: Facts): Facts {
  return a.report.sentence.start < b.report.sentence.start ? b : a;
}

/** A report that names nothing goes on from one nearby that does; two that name nothing say too little. */
function follows(a: Facts, b: Facts): boolean {
  const second = later(a, b);
  return nearby(a, b) && second.bare && !(second === a ? b : a).bare;
}

const headsLead = (a: Facts, b: Facts): boolean => a.lead && b.lead && a.headline !== b.headline;

/** Equal numbers of killed and of injured: two that agree by chance are rare. */
function sameToll(a: Facts, b: Facts): boolean {
  return ['killed', 'injured'].every(
    (what) => a.counts.has(what) && a.counts.get(what) === b.counts.get(what),
  );
}

function parties(
  a: readonly string[],
  b: readonly string[],
  { register }: Setting,
): 'same' | 'differ' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown';
  return a.some((x) => b.some((y) => related(x, y, register))) ? 'same' : 'differ';
}

/** Whether two entries are one body, one a part of the other, or both parts of one state's forces. */
export function related(a: string, b: string, register: ActorRegister): boolean {
  const [x, y] = [register.chain(register.body(a)), register.chain(register.body(b))];
  if (x.includes(y[0]!) || y.includes(x[0]!)) return true;
  return x.some((id) => register.kind(id) === 'state-military' && y.includes(id));
}

/** A strikes B, then B strikes A: two things, however near. */
function reversed(a: Facts, b: Facts, register: ActorRegister): boolean {
  const meets = (x: readonly string[], y: readonly string[]): boolean =>
    x.some((p) => y.some((q) => related(p, q, register)));
  const same = meets(a.actors, b.actors) || meets(a.targets, b.targets);
  return !same && (meets(a.actors, b.targets) || meets(b.actors, a.targets));
}

/** The same exact place on the same day: who did it may then be what is disputed. */
function sameSpot(a: Facts, b: Facts, { rule }: Setting): boolean {
  const exact = a.place !== null && b.place !== null && !isArea(a.place) && !isArea(b.place);
  return exact && comparePlaces(a.place, b.place, rule.km) === 'near' && dateFit(a, b, rule.days) === 'same';
}

function sameSentence(a: Facts, b: Facts): boolean {
  const [x, y] = [a.report.sentence, b.report.sentence];
  return x.doc === y.doc && x.start === y.start && x.end === y.end;
}

/** A number that two tellings do not share by chance: more than a few, and not round. */
function isOdd(n: number): boolean {
  return n > FEW && n % 10 !== 0;
}

/** Numbers up to this are met everywhere. */
const FEW = 12;
/** Characters between two sentences told in one breath. */
const NEARBY_REACH = 250;

function nearby(a: Facts, b: Facts): boolean {
  const [x, y] = [a.report.sentence, b.report.sentence];
  return x.doc === y.doc && Math.max(x.start, y.start) - Math.min(x.end, y.end) <= NEARBY_REACH;
}

function pointsBackTo(a: Facts, b: Facts): boolean {
  if (a.report.sentence.doc !== b.report.sentence.doc) return false;
  const [first, later] = a.report.sentence.start <= b.report.sentence.start ? [a, b] : [b, a];
  const near = later.report.sentence.start - first.report.sentence.end <= BACK_REACH;
  return near && later.pointsBack && sameKind(later, first);
}
