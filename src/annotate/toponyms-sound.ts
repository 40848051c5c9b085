import type { Mention, Span } from '../doc/index.ts';
import { type Gazetteer, isArticle, type PlaceWords, soundSimilarity } from '../lexicon/gazetteer/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Piece } from './toponyms-pieces.ts';

/** Names of towns in one or two words beside their article. */
const MAX_WORDS = 2;

/** How surely the words before a name call it a place: by a kind of town, by another word of place, or not at all. */
type Called = 'town' | 'place' | null;

/**
 * Names that the lists lack or leave open, where the words before them call them places: after a word for towns any name
 * ("the villages of Tall Brek and Kafr Dan"), after other words of place one that sounds like a place of a country the
 * text speaks of. Elsewhere a sound is no evidence.
 */
export function soundAlikes(
  text: string,
  pieces: readonly Piece[],
  taken: readonly Span[],
  lexicon: Lexicon,
): Mention[] {
  const words = lexicon.places('en');
  const countries = lexicon.gazetteer.countriesOf(spoken(text, pieces, taken));
  const found: Mention[] = [];
  let t = 0;
  let list: { readonly end: number; readonly called: Called } = { end: -1, called: null };
  for (let at = 1; at < pieces.length; at++) {
    const called =
      calledPlace(pieces, at, words) ??
      (opensAfter(text, pieces, at, words) === list.end ? list.called : null);
    const to = called === null ? null : nameEnd(pieces, at);
    if (to === null) continue;
    list = { end: to, called };
    const span = { start: pieces[at]!.start, end: pieces[to - 1]!.end };
    while (t < taken.length && taken[t]!.end <= span.start) t++;
    const known = taken[t] && taken[t]!.start < span.end;
    const name = text.slice(span.start, span.end);
    if (!known && isPlace(name, pieces[to - 1]!, called, countries, lexicon)) found.push(mention(span, name));
    at = to - 1;
  }
  return found;
}

function isPlace(
  name: string,
  last: Piece,
  called: Called,
  countries: ReadonlySet<string>,
  { gazetteer, places }: Lexicon,
): boolean {
  if (places('en').titles.has(last.fold)) return false;
  if (called === 'town') return true;
  return gazetteer.lookup(name).length === 0 && soundsLikePlace(name, countries, gazetteer);
}

/** Where the name before a comma or "and" ends, if such stands before this piece; else -2. */
function opensAfter(text: string, pieces: readonly Piece[], at: number, words: PlaceWords): number {
  const isComma = (p: Piece | undefined): boolean => p?.fold === '' && text.slice(p.start, p.end) === ',';
  if (isComma(pieces[at - 1])) return at - 1;
  if (!words.and.has(pieces[at - 1]!.fold)) return -2;
  return isComma(pieces[at - 2]) ? at - 2 : at - 1;
}

/** A word that no list has is a place when it is this much like the name of one. */
const ALIKE = 0.6;

const soundsLikePlace = (name: string, countries: ReadonlySet<string>, known: Gazetteer): boolean =>
  known.soundsLike(name, countries).some((c) => soundSimilarity(name, c.entry.name) >= ALIKE);

/** Names already found, and the capitalised words, which may be demonyms. */
function spoken(text: string, pieces: readonly Piece[], taken: readonly Span[]): string[] {
  const names = taken.map((s) => text.slice(s.start, s.end));
  return [...new Set([...names, ...pieces.filter((p) => p.upper).map((p) => p.fold)])];
}

/** "the town of", "the outskirts of", "near": nothing but a place can follow. */
function calledPlace(pieces: readonly Piece[], at: number, words: PlaceWords): Called {
  const before = pieces[at - 1]!;
  if (words.near.has(before.fold)) return 'place';
  if (!words.of.has(before.fold)) return null;
  let i = at - 2;
  if (i >= 0 && words.of.has(pieces[i]!.fold)) i--;
  const head = pieces[i]?.fold ?? '';
  // "From the city to X" says nothing of X.
  if (words.naming.has(before.fold) && words.heads.get(head) === 'city') return 'town';
  return words.heads.has(head) || words.surroundings.has(head) || words.directions.has(head) ? 'place' : null;
}

/** The end of a capitalised name of one or two words with its article, or `null`. */
function nameEnd(pieces: readonly Piece[], at: number): number | null {
  let to = at;
  let count = 0;
  while (to < pieces.length && count <= MAX_WORDS) {
    const p = pieces[to]!;
    if (p.fold === '' || p.arabic || p.sentence !== pieces[at]!.sentence) break;
    if (!p.upper && !(isArticle(p.fold) && pieces[to + 1]?.joined && pieces[to + 1]?.upper)) break;
    if (!isArticle(p.fold)) count++;
    to++;
  }
  return count === 0 || count > MAX_WORDS ? null : to;
}

function mention({ start, end }: Span, text: string): Mention {
  return {
    start,
    end,
    text,
    kind: 'location',
    candidates: [],
    publicRole: false,
    by: 'toponym-sound',
  };
}
