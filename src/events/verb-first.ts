import type { Sentence } from './sentence.ts';
import { type Phrase, prepsAfter } from './subject.ts';
import type { WindowFrame } from './window-frame.ts';

/**
 * The frame of a verb in a verb-first sentence (Arabic): the first noun phrase after the verb is its subject and the
 * second its object; a noun phrase right before the verb is a subject put first, and then the first after it is the
 * object. After a passive ("تعرض", "تم") the agent stands in its own phrase.
 */
export function verbFirstFrame(s: Sentence, j: number, end: number): WindowFrame {
  const { els } = s;
  const preps = prepsAfter(els, end);
  const by = preps.find((p) => s.words[els[p.prep]!.head]!.cls === 'passive-by');
  const after: Phrase[] = [];
  for (let i = end + 1; i < els.length && after.length < 2; i++) {
    const e = els[i]!;
    if (e.kind === 'np' && els[i - 1]?.kind !== 'prep') after.push({ at: i, last: i });
    else if (e.kind === 'verb' || e.kind === 'rel' || e.kind === 'sub' || e.kind === 'comma') break;
  }
  const before = els[j - 1];
  const fronted = before?.kind === 'np' && els[j - 2]?.kind !== 'prep' && els[j - 2]?.kind !== 'verb';
  if (els[j]!.verb!.passive || by)
    return {
      subject: by ? { at: by.np, last: by.np } : null,
      object: after[0] ?? null,
      preps: preps.filter((p) => p !== by),
      passive: true,
    };
  if (fronted)
    return { subject: { at: j - 1, last: j - 1 }, object: after[0] ?? null, preps, passive: false };
  return { subject: after[0] ?? null, object: after[1] ?? null, preps, passive: false };
}
