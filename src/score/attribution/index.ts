import type { Offsets } from '../../doc/index.ts';
import { harmonic, prf } from '../core/figures.ts';
import { common, tokensIn, wordTokens } from '../core/tokens.ts';
import { type Edge, matchMost, pairCount } from './bipartite.ts';
import { quoteForm } from './quote-form.ts';
import { type AttributionSpans, exactCharacters, ROLES, type Role, type Unit, unit } from './units.ts';

export type { AttributionSpans } from './units.ts';

export interface AttributionGold {
  readonly id: string;
  readonly text: string;
  readonly attributions?: readonly AttributionSpans[];
  /** Zones that are no article text: predictions wholly inside them are ignored. */
  readonly discard?: readonly Offsets[];
}

export interface AttributionPrediction {
  readonly id: string;
  readonly attributions?: readonly AttributionSpans[];
}

export interface AttributionOptions {
  /** Compare characters instead of word tokens where "exact" is asked. */
  readonly strictChars?: boolean;
  /** What shared tokens are divided by: the longer side, the union, or the shorter side. */
  readonly overlap?: 'max' | 'jaccard' | 'min';
  /** Least overlap of a partial match. */
  readonly threshold?: number;
}

/** P/R/F1; `tp` is `null` where overlap is proportional and nothing is counted. */
export interface UnitScore {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly tp: number | null;
  readonly pred: number;
  readonly gold: number;
}

/** The overlap at which both sides are covered by half. */
const HALF = 0.5;
/** Keeps a pair without any token an edge when roles that are empty on both sides match. */
const BARE_EDGE = 0.01;
/** Roles that must match in one and the same pair. */
const WHOLES: readonly (readonly [name: string, roles: readonly Role[]])[] = [
  ['attribution', ROLES],
  ['src+content', ['source', 'content']],
];

/** Running sums of one corpus. */
class Tally {
  readonly counts = new Map<string, [tp: number, pred: number, gold: number]>();
  readonly soft = new Map<Role, [forP: number, pred: number, forR: number, gold: number]>();
  readonly forms = new Map<string, [hit: number, gold: number]>();

  add(name: string, tp: number, pred: number, gold: number): void {
    const sum = this.counts.get(name) ?? [0, 0, 0];
    this.counts.set(name, [sum[0] + tp, sum[1] + pred, sum[2] + gold]);
  }

  addForm(form: string, hit: boolean): void {
    const sum = this.forms.get(form) ?? [0, 0];
    this.forms.set(form, [sum[0] + Number(hit), sum[1] + 1]);
  }

  /** Keeps one running sum over single values, so that rounding is that of a plain loop over the corpus. */
  addSoft(role: Role, precisions: readonly number[], recalls: readonly number[]): void {
    const [p, pred, r, gold] = this.soft.get(role) ?? [0, 0, 0, 0];
    const sum = (start: number, values: readonly number[]) => values.reduce((a, b) => a + b, start);
    this.soft.set(role, [
      sum(p, precisions),
      pred + precisions.length,
      sum(r, recalls),
      gold + recalls.length,
    ]);
  }
}

/** One document, prepared. */
interface Page {
  readonly text: string;
  readonly tokens: readonly Offsets[];
  readonly gold: readonly Unit[];
  readonly given: readonly Unit[];
}

/** How two units are compared, as the options say. */
interface Compare {
  readonly exact: (a: Unit, b: Unit, role: Role) => boolean;
  readonly overlap: (a: Unit, b: Unit, role: Role) => number;
  readonly threshold: number;
  readonly strictChars: boolean;
}

/**
 * Who says what, in the units of PolNeAR: each role by itself (exact, partial, proportional, contiguous span, token),
 * and whole attributions, whose roles must match in the same pair. Units are matched one to one.
 */
export function scoreAttribution(
  gold: readonly AttributionGold[],
  predicted: readonly AttributionPrediction[],
  options: AttributionOptions = {},
) {
  const predictions = new Map(predicted.map((row) => [row.id, row]));
  const compare = comparison(options);
  const tally = new Tally();
  for (const row of gold) scorePage(page(row, predictions.get(row.id)), compare, tally);
  return {
    docs: gold.length,
    docsWithoutPrediction: gold.filter((row) => !predictions.has(row.id)).length,
    ...results(tally),
  };
}

function comparison({ strictChars = false, overlap = 'max', threshold = HALF }: AttributionOptions): Compare {
  const divisor = (a: number, b: number, shared: number) =>
    overlap === 'jaccard' ? a + b - shared : overlap === 'min' ? Math.min(a, b) : Math.max(a, b);
  return {
    threshold,
    strictChars,
    exact: (a, b, role) =>
      strictChars ? a.characters[role] === b.characters[role] : sameTokens(a.tokens[role], b.tokens[role]),
    overlap: (a, b, role) => {
      const shared = common(a.tokens[role], b.tokens[role]);
      return shared ? shared / divisor(a.tokens[role].size, b.tokens[role].size, shared) : 0;
    },
  };
}

function sameTokens(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && common(a, b) === a.size;
}

function page(row: AttributionGold, prediction: AttributionPrediction | undefined): Page {
  const tokens = wordTokens(row.text);
  const prepare = (raw: AttributionSpans) => unit(raw, row.text, tokens);
  const counted = (prediction?.attributions ?? []).filter((raw) => !isDiscarded(raw, row.discard ?? []));
  return { text: row.text, tokens, gold: (row.attributions ?? []).map(prepare), given: counted.map(prepare) };
}

function isDiscarded(raw: AttributionSpans, zones: readonly Offsets[]): boolean {
  const spans = ROLES.flatMap((role) => raw[role] ?? []);
  return (
    spans.length > 0 && spans.every(([start, end]) => zones.some(([from, to]) => from <= start && end <= to))
  );
}

function scorePage(page: Page, compare: Compare, tally: Tally): void {
  for (const role of ROLES) scoreRole(page, role, compare, tally);
  for (const [name, roles] of WHOLES) scoreWhole(page, name, roles, compare, tally);
}

function scoreRole(page: Page, role: Role, compare: Compare, tally: Tally): void {
  const gold = page.gold.filter((one) => one.tokens[role].size > 0);
  const given = page.given.filter((one) => one.tokens[role].size > 0);
  const matched = (edge: (a: Unit, b: Unit) => number) =>
    pairCount(matchMost(given.length, gold.length, edgeOf(given, gold, edge)));
  const exact = matched((a, b) => Number(compare.exact(a, b, role)));
  const partial = matched((a, b) => {
    const overlap = compare.overlap(a, b, role);
    return overlap >= compare.threshold ? overlap : 0;
  });
  tally.add(`${role}|exact`, exact, given.length, gold.length);
  tally.add(`${role}|partial`, partial, given.length, gold.length);
  tally.addSoft(role, bestShares(given, gold, role), bestShares(gold, given, role));
  scoreContiguous(page, gold, given, role, compare, tally);
  const wanted = new Set(gold.flatMap((one) => [...one.tokens[role]]));
  const offered = new Set(given.flatMap((one) => [...one.tokens[role]]));
  tally.add(`${role}|token`, common(wanted, offered), offered.size, wanted.size);
}

function edgeOf(left: readonly Unit[], right: readonly Unit[], edge: (a: Unit, b: Unit) => number): Edge {
  return (i, j) => {
    const [a, b] = [left[i], right[j]];
    return a && b ? edge(a, b) : 0;
  };
}

/** Of each unit, the share of its tokens that the best unit on the other side covers (Johansson & Moschitti 2013). */
function bestShares(units: readonly Unit[], others: readonly Unit[], role: Role): number[] {
  return units.map((one) =>
    Math.max(
      0,
      ...others.map((other) => common(one.tokens[role], other.tokens[role]) / one.tokens[role].size),
    ),
  );
}

/** Every contiguous span is a unit of its own, and roles are not linked: the unit of the published tables. */
function scoreContiguous(
  page: Page,
  gold: readonly Unit[],
  given: readonly Unit[],
  role: Role,
  compare: Compare,
  tally: Tally,
): void {
  const pieces = (units: readonly Unit[]) => {
    const keys = units.flatMap((one) => (one.raw[role] ?? []).map((span) => pieceKey(span, page, compare)));
    return new Set(keys.filter((key) => key !== ''));
  };
  const wanted = pieces(gold);
  const offered = pieces(given);
  tally.add(`${role}|span`, common(wanted, offered), offered.size, wanted.size);
}

/** What makes a contiguous span itself; "" when it holds no word. */
function pieceKey(span: Offsets, { text, tokens }: Page, { strictChars }: Compare): string {
  const words = tokensIn([span], tokens);
  if (words.size === 0) return '';
  return strictChars ? exactCharacters([span], text) : [...words].join(',');
}

function scoreWhole(page: Page, name: string, roles: readonly Role[], compare: Compare, tally: Tally): void {
  const { gold, given } = page;
  const match = (agree: (a: Unit, b: Unit, role: Role) => boolean, weight: (a: Unit, b: Unit) => number) => {
    const both = (a: Unit, b: Unit, role: Role) =>
      (a.tokens[role].size === 0 && b.tokens[role].size === 0) || agree(a, b, role);
    const edge = (a: Unit, b: Unit) => (roles.every((role) => both(a, b, role)) ? weight(a, b) : 0);
    return matchMost(given.length, gold.length, edgeOf(given, gold, edge));
  };
  const exact = match(compare.exact, () => 1);
  const partial = match(
    (a, b, role) => compare.overlap(a, b, role) >= compare.threshold,
    (a, b) => roles.reduce((sum, role) => sum + compare.overlap(a, b, role), 0) + BARE_EDGE,
  );
  tally.add(`${name}|exact`, pairCount(exact), given.length, gold.length);
  tally.add(`${name}|partial`, pairCount(partial), given.length, gold.length);
  if (name === 'attribution') countForms(page, partial, tally);
}

function countForms({ text, gold }: Page, matching: readonly number[], tally: Tally): void {
  const hit = new Set(matching.filter((j) => j >= 0));
  gold.forEach((one, j) => {
    tally.addForm(one.raw.type ? String(one.raw.type) : quoteForm(text, one.raw.content), hit.has(j));
  });
}

function results(tally: Tally) {
  const scores: Record<string, UnitScore> = {};
  for (const [name, counts] of tally.counts) scores[name] = prf(...counts);
  for (const [role, [forP, pred, forR, gold]] of tally.soft) {
    const p = pred ? forP / pred : 0;
    const r = gold ? forR / gold : 0;
    scores[`${role}|soft`] = { p, r, f1: harmonic(p, r), tp: null, pred, gold };
  }
  const forms = [...tally.forms].map(
    ([form, [hit, n]]) => [form, { recall: n ? hit / n : 0, gold: n }] as const,
  );
  return { scores, recallByContentType: Object.fromEntries(forms) };
}
