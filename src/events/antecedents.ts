import type { Chain, Mention } from '../doc/index.ts';
import { ACTOR_KINDS } from './party.ts';
import type { Word } from './words.ts';

/** Mentions by the start of the pronoun or description that stands for them; `end` is where its words end. */
export type Antecedents = ReadonlyMap<number, { readonly end: number; readonly mention: number }>;

/** What the pronouns and descriptions of a text stand for, where it is named and can act. */
export function antecedentsOf(chains: readonly Chain[], mentions: readonly Mention[]): Antecedents {
  const out = new Map<number, { end: number; mention: number }>();
  for (const chain of chains) {
    const named = chain.name === null ? undefined : mentions[chain.name];
    if (!named || !(ACTOR_KINDS.has(named.kind) || named.kind === 'location')) continue;
    for (const link of chain.links)
      if (link.form === 'pronoun' || link.form === 'nominal')
        out.set(link.start, { end: link.end, mention: chain.name! });
  }
  return out;
}

/** The same by words of a sentence: each word of such a description. */
export function antecedentAt(words: readonly Word[], antecedents: Antecedents): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  words.forEach((w, i) => {
    const found = antecedents.get(w.start);
    if (!found) return;
    for (let k = i; k < words.length && words[k]!.end <= found.end; k++) out.set(k, found.mention);
  });
  return out;
}
