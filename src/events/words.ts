import type { Mention, MentionKind, Span, Token } from '../doc/index.ts';
import { type EventPatterns, foldWord, type WordClass } from '../lexicon/event-patterns.ts';

/** A word of a sentence as the event rules see it. */
export interface Word extends Span {
  /** Folded form; the mark itself for punctuation. */
  readonly key: string;
  readonly kind: Token['kind'];
  /** Closed class; `null` for any other word and inside names. */
  readonly cls: WordClass | null;
  /** Index of the mention it lies in, or −1. */
  readonly mention: number;
}

/** Marks that stand in a sentence without dividing it. */
const TRANSPARENT = /^["“”„«»‘’'`´[\]*_]+$/u;
/** Names whose inner words are never closed-class words or verbs. */
const LOOSE: ReadonlySet<MentionKind> = new Set(['weapon', 'vehicle', 'other', 'civilians']);

/** The words of one sentence, quotation marks left out. `mentionOf` maps a token's start to its mention. */
export function sentenceWords(
  text: string,
  tokens: readonly Token[],
  mentionOf: (start: number) => number,
  mentions: readonly Mention[],
  patterns: EventPatterns,
): Word[] {
  const words: Word[] = [];
  for (const t of tokens) {
    const form = text.slice(t.start, t.end);
    if (t.kind === 'punctuation' && TRANSPARENT.test(form)) continue;
    const key = foldWord(form);
    const mention = mentionOf(t.start);
    const name = mention >= 0 && !LOOSE.has(mentions[mention]!.kind);
    words.push({
      start: t.start,
      end: t.end,
      key,
      kind: t.kind,
      mention,
      cls: name || t.kind === 'punctuation' ? null : (patterns.classes.get(key) ?? null),
    });
  }
  return words;
}

/** Makes the look-up from a position to the mention that covers it (−1 for none), for calls in rising order. */
export function mentionFinder(mentions: readonly Mention[]): (start: number) => number {
  const sorted = mentions
    .map((m, i) => ({ m, i }))
    .sort((a, b) => a.m.start - b.m.start || b.m.end - a.m.end);
  let next = 0;
  let open: { m: Mention; i: number } | null = null;
  return (start) => {
    while (next < sorted.length && sorted[next]!.m.start <= start) {
      const candidate = sorted[next++]!;
      if (!open || open.m.end <= start || candidate.m.end > open.m.end) open = candidate;
    }
    return open && open.m.start <= start && start < open.m.end ? open.i : -1;
  };
}
