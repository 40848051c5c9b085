import type { Span, SpeechForm, Stance } from '../doc/index.ts';
import { BIT } from '../lexicon/grammar.ts';
import type { Candidate } from './candidate.ts';
import { is, type Range, type View } from './view.ts';

/** Words read for hedges before a cue without a source. */
const MAX_HEDGES_BEFORE = 3;

/** Hedges of the narrator in the cue, or right before one that has no source, word for word. */
export function hedgesOf(view: View, c: Candidate): Range[] {
  const hedges: Range[] = [];
  for (const range of narratorsWords(c))
    for (let i = range.start; i < range.end; i++)
      if (view.quote[i]! < 0 && view.words.voices.hedges.has(view.key[i]!))
        hedges.push({ start: i, end: i + 1 });
  return hedges;
}

/** A hedge inside a source ("the so-called council") judges the name, not what is said. */
function narratorsWords(c: Candidate): Range[] {
  const before = { start: Math.max(0, c.cue.start - MAX_HEDGES_BEFORE), end: c.cue.start };
  return c.source ? [c.cue] : [before, c.cue];
}

/**
 * The stance that the narrator's words give a content: the cue's own ("claimed", "denied"), `asserted` for a denial that
 * is itself negated ("did not deny"), `doubted` where a hedge shows a distance ("allegedly").
 */
export function stanceOf(view: View, c: Candidate, hedges: readonly Range[]): Stance {
  const distance = hedges.some((h) => view.words.voices.hedges.get(view.key[h.start]!) === true);
  if (c.stance === 'denied') return negated(view, c.cue) ? 'asserted' : 'denied';
  return distance ? 'doubted' : c.stance;
}

function negated(view: View, cue: Range): boolean {
  for (let i = cue.start; i < cue.end; i++) if (is(view, i, BIT.negations)) return true;
  return false;
}

/** `direct` when every word of the content is quoted, `mixed` when some are, else `indirect`. */
export function formOf(view: View, content: readonly Range[]): SpeechForm {
  let quoted = 0;
  let plain = 0;
  for (const range of content)
    for (let i = range.start; i < range.end; i++)
      if (view.tokens[i]!.kind === 'punctuation') continue;
      else if (view.quote[i]! >= 0) quoted++;
      else plain++;
  if (quoted === 0) return 'indirect';
  return plain === 0 ? 'direct' : 'mixed';
}

/** Text spans of a candidate's pieces, those joined that only white space parts. */
export function joinPieces(text: string, pieces: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, piece.start).trim() === '') last.end = piece.end;
    else joined.push({ ...piece });
  }
  return joined;
}
