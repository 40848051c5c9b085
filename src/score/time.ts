import type { Span } from '../doc/index.ts';
import { pairGreedily } from './core/greedy.ts';

export interface TimexValue extends Span {
  readonly text?: string;
  readonly type?: string;
  readonly value?: string | null;
}

export interface TimeGold {
  readonly id: string;
  readonly dct?: string;
  readonly text: string;
  readonly timex: readonly TimexValue[];
}

export interface TimePrediction {
  readonly id: string;
  readonly timex?: readonly TimexValue[];
}

export interface TimeOptions {
  /** Only these TIMEX3 types count, on both sides. */
  readonly types?: readonly string[] | null;
  /** Compare days only, on gold values that reach a day; a time of day counts by its day. */
  readonly byDay?: boolean;
}

export interface TimeError {
  readonly kind: 'missed' | 'value';
  readonly id: string;
  readonly gold: string | undefined;
  readonly value: string | null | undefined;
  readonly pred?: string | null | undefined;
}

const DURATION = /^P[T\dX.]/;
const TIME_OF_DAY = /^\d.*T(\d|MO|MI|AF|EV|NI|DT|X)|^X.*T\d|^T\d/;

/** The TIMEX3 type that a value's form implies. */
export function timexTypeOf(value: string | null | undefined): string {
  if (!value) return 'DATE';
  if (DURATION.test(value)) return 'DURATION';
  return TIME_OF_DAY.test(value) ? 'TIME' : 'DATE';
}

const typeOf = (timex: TimexValue) => timex.type ?? timexTypeOf(timex.value);

function normal(value: string | null | undefined): string {
  const flat = (value ?? '').trim().toUpperCase().replace(/Z$/, '');
  return flat.replace(/T(\d\d):?(\d\d):00$/, 'T$1:$2');
}

function dayOf(value: string | null | undefined): string | null {
  return /^\d{4}-\d\d-\d\d/.exec(value ?? '')?.[0] ?? null;
}

/** F1 as these scores print it: 0 when nothing was asked and nothing given. */
function f1(right: number, gold: number, pred: number) {
  return {
    p: pred ? right / pred : 0,
    r: gold ? right / gold : 0,
    f1: gold + pred ? (2 * right) / (gold + pred) : 0,
  };
}

interface Sums {
  gold: number;
  pred: number;
  strict: number;
  relaxed: number;
  valueRight: number;
  valueAsked: number;
  typeRight: number;
  readonly errors: TimeError[];
}

/**
 * Time expressions by TempEval-3's conventions (UzZaman et al. 2013): strict = exact span, relaxed = any overlap one to
 * one; value F1 = F1 over pairs whose value is right too.
 */
export function scoreTime(
  gold: readonly TimeGold[],
  predicted: readonly TimePrediction[],
  options: TimeOptions = {},
) {
  const predictions = new Map(predicted.map((row) => [row.id, row]));
  const sums: Sums = {
    gold: 0,
    pred: 0,
    strict: 0,
    relaxed: 0,
    valueRight: 0,
    valueAsked: 0,
    typeRight: 0,
    errors: [],
  };
  for (const row of gold) scorePage(row, predictions.get(row.id)?.timex ?? [], options, sums);
  const relaxed = f1(sums.relaxed, sums.gold, sums.pred);
  const valueAccuracy = sums.valueAsked ? sums.valueRight / sums.valueAsked : 0;
  return {
    docs: gold.length,
    missingDocs: gold.filter((row) => !predictions.has(row.id)).length,
    gold: sums.gold,
    pred: sums.pred,
    strict: f1(sums.strict, sums.gold, sums.pred),
    relaxed,
    typeAccuracy: sums.relaxed ? sums.typeRight / sums.relaxed : 0,
    valueAccuracy,
    valueN: sums.valueAsked,
    valueF1: options.byDay ? relaxed.f1 * valueAccuracy : f1(sums.valueRight, sums.gold, sums.pred).f1,
    errors: sums.errors,
  };
}

function scorePage(
  row: TimeGold,
  all: readonly TimexValue[],
  { types, byDay }: TimeOptions,
  sums: Sums,
): void {
  const counts = (timex: TimexValue) => !types || types.includes(typeOf(timex));
  const wanted = row.timex.filter(counts);
  const given = all.filter(counts);
  sums.gold += wanted.length;
  sums.pred += given.length;
  const pairs = pairGreedily(wanted, given, (a, b) => Math.min(a.end, b.end) > Math.max(a.start, b.start));
  const found = new Set(pairs.map(([i]) => i));
  wanted.forEach((timex, i) => {
    if (!found.has(i)) sums.errors.push({ kind: 'missed', id: row.id, gold: timex.text, value: timex.value });
  });
  for (const [i, j] of pairs) scorePair(row.id, wanted[i], given[j], byDay ?? false, sums);
}

function scorePair(
  id: string,
  wanted: TimexValue | undefined,
  given: TimexValue | undefined,
  byDay: boolean,
  sums: Sums,
): void {
  if (!wanted || !given) return;
  sums.relaxed++;
  if (wanted.start === given.start && wanted.end === given.end) sums.strict++;
  if (typeOf(wanted) === typeOf(given)) sums.typeRight++;
  if (byDay && !dayOf(wanted.value)) return;
  sums.valueAsked++;
  const right = byDay
    ? dayOf(wanted.value) === dayOf(given.value)
    : normal(wanted.value) === normal(given.value);
  if (right) sums.valueRight++;
  else sums.errors.push({ kind: 'value', id, gold: wanted.text, value: wanted.value, pred: given.value });
}
