import type { Offsets } from '../../doc/index.ts';
import { tokensIn } from '../core/tokens.ts';

export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

/** One attribution as gold and systems give it: spans of each role. */
export interface AttributionSpans {
  readonly source?: readonly Offsets[];
  readonly cue?: readonly Offsets[];
  readonly content?: readonly Offsets[];
  readonly type?: string;
}

/** An attribution ready for comparison: the tokens of each role, and its exact characters. */
export interface Unit {
  readonly raw: AttributionSpans;
  readonly tokens: Readonly<Record<Role, ReadonlySet<number>>>;
  readonly characters: Readonly<Record<Role, string>>;
}

/** Prepares an attribution: each role's spans together are one unit, so that a split quotation counts once. */
export function unit(raw: AttributionSpans, text: string, tokens: readonly Offsets[]): Unit {
  const ofRoles = <T>(make: (spans: readonly Offsets[] | undefined) => T) =>
    Object.fromEntries(ROLES.map((role) => [role, make(raw[role])])) as Record<Role, T>;
  return {
    raw,
    tokens: ofRoles((spans) => tokensIn(spans, tokens)),
    characters: ofRoles((spans) => exactCharacters(spans, text)),
  };
}

/** The spans in order, without the white space at their ends, as one string to compare. */
export function exactCharacters(spans: readonly Offsets[] | undefined, text: string): string {
  const inOrder = [...(spans ?? [])].sort((a, b) => a[0] - b[0]);
  return inOrder.map(([start, end]) => trimmed(start, end, text)).join(',');
}

function trimmed(start: number, end: number, text: string): string {
  const blank = (i: number) => /\s/.test(text[i] ?? 'x');
  let from = start;
  let to = end;
  while (from < to && blank(from)) from++;
  while (to > from && blank(to - 1)) to--;
  return `${from}-${to}`;
}
