import type { Candidate } from './candidate.ts';
import { trimRange } from './candidate.ts';
import { opensQuotation } from './content.ts';
import type { Range, View } from './view.ts';

/**
 * Gives quoted sentences without a cue to the cue before them: a quotation that opens the next sentence, or that is the
 * whole of the next paragraphs, goes on with what was said before (Newell et al. 2018 annotate them so).
 */
export function continueQuotations(view: View, kept: readonly Candidate[]): Candidate[] {
  const content = kept.map((c) => [...c.content]);
  const used = new Uint8Array(view.tokens.length);
  for (const c of kept)
    for (const r of [c.cue, ...c.content, ...(c.source ? [c.source] : [])]) used.fill(1, r.start, r.end);
  let next = 0;
  let speaking = -1;
  view.sentences.forEach((sentence, s) => {
    let last = -1;
    while (next < kept.length && kept[next]!.cue.start < sentence.end) last = next++;
    if (last >= 0) speaking = speaks(view, kept[last]!) ? last : -1;
    else if (speaking >= 0) {
      const newBlock = view.blockOf[s - 1] !== view.blockOf[s];
      const piece = quotedWhole(view, sentence, used, newBlock);
      if (piece) content[speaking]!.push(piece);
      else speaking = -1;
    }
  });
  return kept.map((c, i) => ({ ...c, content: content[i]! })).filter((c) => c.content.length > 0);
}

/** Whether more may follow: its content touches a quotation, or its cue ends in a colon. */
function speaks(view: View, c: Candidate): boolean {
  if (c.by === 'colon') return true;
  const last = c.content.at(-1);
  return (
    c.priority === 1 && last !== undefined && (view.quote[last.start]! >= 0 || view.quote[last.end - 1]! >= 0)
  );
}

/** The sentence when all its words are quoted and free, else `null`. */
function quotedWhole(view: View, sentence: Range, used: Uint8Array, newBlock: boolean): Range | null {
  if (newBlock && !opensQuotation(view, sentence.start) && view.quote[sentence.start]! < 0) return null;
  for (let i = sentence.start; i < sentence.end; i++)
    if (used[i] || (view.quote[i]! < 0 && view.tokens[i]!.kind !== 'punctuation')) return null;
  return trimRange(view, sentence);
}
