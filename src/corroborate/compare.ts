import type { Report } from '../doc/index.ts';
import type { CorroborateRules, Facet, GroupingRule } from '../lexicon/corroborate-rules.ts';
import type { ActorRegister } from '../lexicon/index.ts';
import { DAY_MS, type Facts, SOME_YEAR } from './facts.ts';
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
  if (reversed(a, b, setting.register)) return true;
  const [actors, targets] = [parties(a.actors, b.actors, setting), parties(a.targets, b.targets, setting)];
  return actors === 'differ' && targets === 'differ' && !sameSpot(a, b, setting);
}

/** Facets in which two reports agree, each with its words. */
function agreements(a: Facts, b: Facts, setting: Setting): ReadonlyMap<Facet, string> {
  const found = new Map<Facet, string>();
  const say = (facet: Facet, holds: boolean, words: string): void => void (holds && found.set(facet, words));
  const place = comparePlaces(a.place, b.place, setting.rule.km);
  const sameDays = dateFit(a, b, setting.rule.days) === 'same';
  say('same-act', sameKind(a, b), 'same kind of act');
  say('place-near', place === 'near', `same place (${a.place?.name ?? a.place?.evidence.exact ?? ''})`);
  say('place-within', place === 'near' || place === 'within', 'one place lies in the other');
  say('date', sameDays, `days overlap (${a.report.date}, ${b.report.date})`);
  say('actor', parties(a.actors, b.actors, setting) === 'same', 'same actor');
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
  say('odd-count', odd !== undefined, `the same number (${odd})`);
  const named = [...a.targetWords].some((w) => b.targetWords.has(w));
  say('same-words-for-target', named, 'the target is named alike');
  say('same-words', setting.sameWords(a.report, b.report), 'the sentences are copies of each other');
  say('same-sentence', sameSentence(a, b), 'told in one sentence');
  say('nearby', nearby(a, b), 'told close to each other');
  say('back-reference', pointsBackTo(a, b), 'the later words point back at the earlier');
}

/** Equal acts, acts of one ACLED type, or one that says less than the other. */
function sameKind(a: Facts, b: Facts): boolean {
  if (a.act === b.act) return true;
  return a.family === b.family && (a.generic || b.generic || (a.subType !== null && a.subType === b.subType));
}

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
  return daysBetween(a.monthDay, b.monthDay) <= gap ? 'same' : 'apart';
}

const length = (f: Facts): number => (f.days ? f.days[1] - f.days[0] : 0);

const YEAR_DAYS = 366;

function daysBetween(a: string, b: string): number {
  const at = (md: string): number => Date.parse(`${SOME_YEAR}-${md}T00:00:00Z`) / DAY_MS;
  const apart = Math.abs(at(a) - at(b));
  return Math.min(apart, YEAR_DAYS - apart);
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
