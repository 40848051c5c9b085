import { prf } from '../core/figures.ts';
import type { GivenRecord, SeedTexts } from './given.ts';
import type { FileSpan, SeedsGold } from './gold.ts';
import { locate } from './locate.ts';
import { pairMentions } from './pair.ts';

type InArticle = FileSpan & { readonly article: string };

/**
 * Loaded words as if each article were read with a lexicon that lacks the words marked in no other article: what is found
 * of such a word does not count. A list made from these very articles would find the rest alone, so this shows how far the
 * list goes beyond them (leave-one-article-out).
 */
export function loadedLeftOut(gold: SeedsGold, record: GivenRecord, texts: SeedTexts) {
  const articles = Object.entries(gold.segments.articles);
  const inArticle = <T extends FileSpan>(spans: readonly T[]): InArticle[] =>
    spans.flatMap(({ file, start, end }) => {
      const found = articles.find(([, a]) => a.file === file && a.start <= start && end <= a.end);
      return found ? [{ file, start, end, article: found[0] }] : [];
    });
  const form = ({ file, start, end }: FileSpan): string =>
    (texts[file] ?? '')
      .slice(start, end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const wanted = inArticle(gold.loaded);
  const holders = new Map<string, Set<string>>();
  for (const word of wanted)
    holders.set(form(word), (holders.get(form(word)) ?? new Set()).add(word.article));
  const isOwn = (word: InArticle): boolean => {
    const held = holders.get(form(word));
    return held !== undefined && held.size === 1 && held.has(word.article);
  };
  const given = inArticle(locate(record, texts, gold, []).loaded ?? []).filter((word) => !isOwn(word));
  return prf(pairMentions(wanted, given).length, given.length, wanted.length);
}
