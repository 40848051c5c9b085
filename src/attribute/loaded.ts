import type { Attribution, Loaded } from '../doc/index.ts';
import type { LoadedWord } from '../lexicon/loaded.ts';
import { textSpan, type View } from './view.ts';

const QUOTE_MARK = /^["'“”‘’«»]$/u;

/** Every use of a word of the reviewed list, with who uses it: the narrator, a quotation, or an indirect report. */
export function findLoaded(view: View, attributions: readonly Attribution[]): Loaded[] {
  const holders = contentHolders(view, attributions);
  const found: Loaded[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const word = view.words.loaded.get(view.key[i]!)?.find((w) => fits(view, w, i));
    if (!word) continue;
    const span = textSpan(view, { start: i, end: i + word.words.length });
    const attribution = holders[i]! < 0 ? null : holders[i]!;
    const quoted = view.quote[i]! >= 0 && !word.quoted && !isScare(view, i, word.words.length);
    const user = quoted ? 'quoted' : attribution === null ? 'narrator' : 'indirect';
    const { neutral, category } = word;
    found.push({
      ...span,
      text: view.text.slice(span.start, span.end),
      user,
      attribution,
      neutral,
      category,
    });
    i += word.words.length - 1;
  }
  return found;
}

function fits(view: View, word: LoadedWord, at: number): boolean {
  if (!word.words.every((w, k) => view.key[at + k] === w)) return false;
  const token = view.tokens[at]!;
  if (word.capital && !/^\p{Lu}|^\p{Script=Arabic}/u.test(view.text.slice(token.start, token.start + 2)))
    return false;
  return !word.quoted || isScare(view, at, word.words.length);
}

/** Whether the words stand alone between marks: the narrator's scare quotes, no one's speech. */
function isScare(view: View, at: number, length: number): boolean {
  const mark = (i: number): boolean => {
    const token = view.tokens[i];
    return token !== undefined && QUOTE_MARK.test(view.text.slice(token.start, token.end));
  };
  return mark(at - 1) && mark(at + length);
}

/** For each token, the attribution whose content it stands in, or -1. */
function contentHolders(view: View, attributions: readonly Attribution[]): Int32Array {
  const holders = new Int32Array(view.tokens.length).fill(-1);
  const pieces = attributions
    .flatMap((a, index) => a.content.map((span) => ({ ...span, index })))
    .sort((a, b) => a.start - b.start);
  let p = 0;
  view.tokens.forEach((token, i) => {
    while (p < pieces.length && pieces[p]!.end <= token.start) p++;
    if (p < pieces.length && pieces[p]!.start <= token.start) holders[i] = pieces[p]!.index;
  });
  return holders;
}
