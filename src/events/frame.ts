import { hasName, type Range } from './party.ts';
import type { Sentence } from './sentence.ts';

/** A phrase with its preposition. */
export interface Argument {
  /** The preposition, folded. */
  readonly key: string;
  readonly ranges: readonly Range[];
  /** Whether it follows its governor at once. */
  readonly adjacent: boolean;
}

/** Who stands where around a verb, by sense and not by grammar: a passive's subject is its `object`. */
export interface Frame {
  readonly subject: readonly Range[];
  readonly object: readonly Range[];
  readonly preps: readonly Argument[];
  readonly passive: boolean;
}

/** The frame with what only the other sees; names and fuller lists win where the two differ. */
export function completed(s: Sentence, frame: Frame, other: Frame): Frame {
  if (frame.passive !== other.passive) return frame;
  return {
    ...frame,
    subject: fuller(s, frame.subject, other.subject),
    object: fuller(s, frame.object, other.object),
    preps: merged(frame.preps, other.preps),
  };
}

function fuller(s: Sentence, own: readonly Range[], other: readonly Range[]): readonly Range[] {
  if (own.length === 0) return other;
  const shared = own.some((r) => other.some((o) => o.from < r.to && r.from < o.to));
  if (shared) return other.length >= own.length ? other : own;
  const named = (ranges: readonly Range[]): boolean => ranges.some((r) => hasName(s, r));
  return named(other) && !named(own) ? other : own;
}

/** Phrases of one reading, and of the other those whose preposition the first lacks. */
export function merged(own: readonly Argument[], other: readonly Argument[]): Argument[] {
  return [...own, ...other.filter((o) => !own.some((p) => p.key === o.key))];
}
