import type { Count } from '../../doc/index.ts';
import { type Bounds, type CountWord, sequencesAt } from '../../lexicon/event-patterns.ts';
import type { Sentence } from '../sentence.ts';
import { parseNumber } from './numbers.ts';

/** A count with the word of the sentence it stands by. */
export interface FoundCount {
  readonly at: number;
  readonly count: Count;
  /** What it hangs on: a verb or noun of harm, or only the counted things. */
  readonly kind: CountWord['kind'];
}

/** Words between a number and what it counts. */
const REACH = 9;

/** Counts that a sentence gives. `attributionAt` tells whose words a position lies in. */
export function countsOf(s: Sentence, attributionAt: (offset: number) => number | null): FoundCount[] {
  const out: FoundCount[] = [];
  s.keys.forEach((key, at) => {
    const words = s.patterns.countWords.get(key);
    if (!words || s.words[at]!.mention >= 0) return;
    const found = numberFor(s, at, words);
    if (!found) return;
    for (const w of words) {
      if (
        w.kind !== found.kind ||
        out.some((o) => o.count.what === w.what && o.count.spans[0]?.start === s.words[found.from]!.start)
      )
        continue;
      out.push({ at, kind: w.kind, count: countOf(s, w.what, found, at, attributionAt) });
    }
  });
  return out;
}

interface Found extends Bounds {
  readonly kind: CountWord['kind'];
  /** Words of the number with its bounds. */
  readonly from: number;
  readonly to: number;
}

function countOf(
  s: Sentence,
  what: string,
  n: Found,
  at: number,
  attributionAt: (offset: number) => number | null,
): Count {
  const start = s.words[n.from]!.start;
  const end = s.words[n.to - 1]!.end;
  return {
    what,
    side: sideOf(s, n, at),
    low: n.low,
    best: n.best,
    high: n.high,
    spans: [{ start, end }],
    words: s.text.slice(start, end),
    attribution: attributionAt(start),
  };
}

function sideOf(s: Sentence, n: Found, at: number): Count['side'] {
  const from = Math.min(n.from, at);
  const to = Math.min(s.keys.length, Math.max(n.to + 4, at + 1));
  for (let i = from; i < to; i++) {
    const side = s.patterns.sides.get(s.keys[i]!);
    if (side) return side;
  }
  return null;
}

function numberFor(s: Sentence, at: number, words: readonly CountWord[]): Found | null {
  const has = (kind: CountWord['kind']): boolean => words.some((w) => w.kind === kind);
  if (has('unit')) return withKind(numberBefore(s, at, 3, false), 'unit');
  if (has('verb')) {
    const after = numberAfter(s, at + 1);
    if (after) return withKind(after, 'verb');
  }
  if (has('participle')) {
    const found = numberBefore(s, at, REACH, true);
    if (found) return withKind(found, 'participle');
  }
  if (!has('noun')) return null;
  return withKind(numberBefore(s, at, 3, false) ?? noneBefore(s, at) ?? ofNumber(s, at), 'noun');
}

function withKind(found: Omit<Found, 'kind'> | null, kind: CountWord['kind']): Found | null {
  return found && { ...found, kind };
}

/** "death of three soldiers": the number after the preposition. */
function ofNumber(s: Sentence, at: number): Omit<Found, 'kind'> | null {
  return s.patterns.of.has(s.keys[at + 1] ?? '') ? numberAfter(s, at + 2) : null;
}

/** Words between a negation and the noun of harm that it denies. */
const NEGATION_REACH = 6;

/** "has not led to casualties", "no one was hurt": none. */
function noneBefore(s: Sentence, at: number): Omit<Found, 'kind'> | null {
  for (let i = at - 1; i >= 0 && at - i <= NEGATION_REACH; i--)
    if (s.words[i]!.cls === 'negator') return { low: 0, best: 0, high: 0, from: i, to: at + 1 };
  return null;
}

/** A number to the left, none of whose nouns shows that it counts something else. */
function numberBefore(s: Sentence, at: number, reach: number, person: boolean): Omit<Found, 'kind'> | null {
  for (let i = at - 1; i >= 0 && at - i <= reach; i--) {
    if (s.words[i]!.kind === 'punctuation' && !person) return null;
    if (s.patterns.notCounted.has(s.keys[i]!)) return null;
    if (person && i < at - 1 && s.patterns.countWords.get(s.keys[i]!)?.some((w) => w.kind === 'participle'))
      return null;
    const number = parseNumber(s, i);
    if (!number) continue;
    if (number.singular && !singularPerson(s, number.to, at)) continue;
    return number;
  }
  return null;
}

/** "a soldier was killed" counts one; "in a raid … killed" does not. */
function singularPerson(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to && i < from + 4; i++)
    if (s.patterns.sides.has(s.keys[i]!) || s.patterns.nounClasses.get(s.keys[i]!)?.includes('person'))
      return true;
  return false;
}

/** A number right after, behind articles and bounds at most. */
function numberAfter(s: Sentence, from: number): Omit<Found, 'kind'> | null {
  for (let i = from; i < s.keys.length && i < from + 4; i++) {
    if (s.words[i]!.kind === 'punctuation') return null;
    const number = parseNumber(s, i, true);
    if (!number) {
      if (
        s.words[i]!.cls === 'determiner' ||
        sequencesAt(s.patterns.bounds, s.keys, i).length > 0 ||
        s.words[i]!.cls !== null
      )
        continue;
      return null;
    }
    for (let k = number.to; k < Math.min(number.to + 2, s.keys.length); k++)
      if (s.patterns.notCounted.has(s.keys[k]!)) return null;
    return number.singular && !singularPerson(s, number.to, number.to + 4) ? null : number;
  }
  return null;
}
