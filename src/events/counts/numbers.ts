import { type Bounds, sequencesAt } from '../../lexicon/event-patterns.ts';
import type { Sentence } from '../sentence.ts';

/** A number in words or digits with what bounds it. `null` values: it is no number of persons or things. */
export interface ReadNumber extends Bounds {
  readonly from: number;
  readonly to: number;
  /** An article or "one", which counts only before a person. */
  readonly singular: boolean;
}

/** More than the people or things any report can count; a greater number keeps its words and loses its value. */
const ABSURD = 10_000_000;
/** Digits with thousands marks, of any script that Unicode calls decimal. */
const DIGITS = /^\p{Nd}{1,3}(?:[,٬]\p{Nd}{3})*$|^\p{Nd}+$/u;

/**
 * The number whose main word stands at `i`, with bounds before it ("at least", "up to"); `null` when none does. With
 * `ahead`, a bound at `i` is taken together with the number after it.
 */
export function parseNumber(s: Sentence, i: number, ahead = false): ReadNumber | null {
  const vague = sequencesAt(s.patterns.vague, s.keys, i)[0];
  if (vague) return { ...vague.value, from: i, to: i + vague.words.length, singular: false };
  if (ahead) {
    const bound = sequencesAt(s.patterns.bounds, s.keys, i)[0];
    if (bound) return parseNumber(s, i + bound.words.length);
  }
  const plain = plainNumber(s, i);
  if (!plain) return null;
  const negative = MINUS.has(s.keys[plain.from - 1] ?? '') && glued(s, plain.from - 1);
  const from = negative ? plain.from - 1 : plain.from;
  const bound = boundBefore(s, from);
  const value = negative || plain.value > ABSURD ? null : plain.value;
  return {
    ...bounded(value, bound?.bound ?? null),
    from: bound?.from ?? from,
    to: plain.to,
    singular: plain.singular,
  };
}

/** Signs of a number below zero, which counts nobody: it keeps its words and loses its value. */
const MINUS: ReadonlySet<string> = new Set(['-', '−']);

/** Whether no blank stands between a word and the next. */
function glued(s: Sentence, i: number): boolean {
  return s.words[i]?.end === s.words[i + 1]?.start;
}

/** Whether a number is a part of one written with strokes: a date or a fraction, "03/04/2031". */
function inStrokes(s: Sentence, i: number): boolean {
  const stroke = (at: number): boolean => s.keys[at] === '/' && glued(s, at - 1) && glued(s, at);
  const number = (at: number): boolean => s.words[at]?.kind === 'number';
  return (stroke(i - 1) && number(i - 2)) || (stroke(i + 1) && number(i + 2));
}

function plainNumber(
  s: Sentence,
  i: number,
): { value: number; from: number; to: number; singular: boolean } | null {
  const w = s.words[i];
  if (!w || w.mention >= 0) return null;
  if (w.kind === 'number') {
    if (!DIGITS.test(w.key) || isYear(s, i) || inStrokes(s, i)) return null;
    return scaled(s, Number(western(w.key).replace(/[,٬]/gu, '')), i, i + 1);
  }
  const value = s.patterns.numbers.get(w.key);
  if (value === undefined) return null;
  if (value >= 100 && i > 0) {
    const left = s.patterns.numbers.get(s.keys[i - 1]!);
    if (left !== undefined) return { value: left * value, from: i - 1, to: i + 1, singular: false };
  }
  return { ...scaled(s, value, i, i + 1), singular: value === 1 };
}

/** "3 hundred", "two thousand": the number with its multiplier. */
function scaled(
  s: Sentence,
  value: number,
  from: number,
  to: number,
): { value: number; from: number; to: number; singular: boolean } {
  const next = s.patterns.numbers.get(s.keys[to] ?? '');
  return next !== undefined && next >= 100 && value < next
    ? { value: value * next, from, to: to + 1, singular: false }
    : { value, from, to, singular: false };
}

/** A bare number of four digits after a month or a preposition of time is a year. */
function isYear(s: Sentence, i: number): boolean {
  const value = Number(western(s.keys[i]!));
  if (!(value >= 1900 && value <= 2100) || s.keys[i]!.length !== 4) return false;
  return (
    s.words[i - 1]?.cls === 'time' ||
    s.words[i - 1]?.cls === 'preposition' ||
    s.words[i - 1]?.kind === 'number'
  );
}

function western(digits: string): string {
  return digits
    .replace(/[٠-٩]/gu, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (d) => String(d.charCodeAt(0) - 0x6f0));
}

type Bound = 'least' | 'more' | 'most' | 'less' | 'about';

/** Words of the longest bound ("no fewer than"). */
const LONGEST_BOUND = 4;

function boundBefore(s: Sentence, at: number): { bound: Bound; from: number } | null {
  for (let n = LONGEST_BOUND; n > 0; n--) {
    const found = at - n < 0 ? undefined : sequencesAt(s.patterns.bounds, s.keys, at - n)[0];
    if (found && found.words.length === n) return { bound: found.value, from: at - n };
  }
  return null;
}

/** Bounds of a stated number: "at least 7" keeps 7 as its best value, since it is the only one given. */
function bounded(value: number | null, bound: Bound | null): Bounds {
  if (value === null) return { low: null, best: null, high: null };
  if (bound === 'least') return { low: value, best: value, high: null };
  if (bound === 'more') return { low: value + 1, best: null, high: null };
  if (bound === 'most') return { low: null, best: null, high: value };
  if (bound === 'less') return { low: null, best: null, high: value - 1 };
  if (bound === 'about') return { low: null, best: value, high: null };
  return { low: value, best: value, high: value };
}
