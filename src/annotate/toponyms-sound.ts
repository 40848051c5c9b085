import type { Mention, Span } from '../doc/index.ts';
import { isArticle, type PlaceWords } from '../lexicon/gazetteer/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Piece } from './toponyms-pieces.ts';

/** Names of towns in one or two words beside their article. */
const MAX_WORDS = 2;

/**
 * Names in no list that sound like a town of a country the text speaks of ("in the town of Tall Brek"). Only where a
 * word beside them calls them a place: elsewhere a sound is no evidence.
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
  for (let at = 1; at < pieces.length && countries.size > 0; at++) {
    if (!isCalledPlace(pieces, at, words)) continue;
    const to = nameEnd(pieces, at);
    if (to === null) continue;
    const span = { start: pieces[at]!.start, end: pieces[to - 1]!.end };
    while (t < taken.length && taken[t]!.end <= span.start) t++;
    if (taken[t] && taken[t]!.start < span.end) continue;
    const name = text.slice(span.start, span.end);
    if (lexicon.gazetteer.lookup(name).length > 0 || words.titles.has(pieces[to - 1]!.fold)) continue;
    if (lexicon.gazetteer.soundsLike(name, countries).length === 0) continue;
    found.push(mention(span, name));
    at = to - 1;
  }
  return found;
}

/** Names already found, and the capitalised words, which may be demonyms. */
function spoken(text: string, pieces: readonly Piece[], taken: readonly Span[]): string[] {
  const names = taken.map((s) => text.slice(s.start, s.end));
  return [...new Set([...names, ...pieces.filter((p) => p.upper).map((p) => p.fold)])];
}

/** "the town of", "the outskirts of", "near": nothing but a place can follow. */
function isCalledPlace(pieces: readonly Piece[], at: number, words: PlaceWords): boolean {
  const before = pieces[at - 1]!;
  if (words.near.has(before.fold)) return true;
  if (!words.of.has(before.fold)) return false;
  let i = at - 2;
  if (i >= 0 && words.of.has(pieces[i]!.fold)) i--;
  const head = pieces[i]?.fold ?? '';
  return words.heads.has(head) || words.surroundings.has(head) || words.directions.has(head);
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
