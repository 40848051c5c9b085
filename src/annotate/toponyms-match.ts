import { type Gazetteer, isArticle, type PlaceWords } from '../lexicon/gazetteer/index.ts';
import type { Piece } from './toponyms-pieces.ts';

/** Names of places run to six words ("Democratic Republic of the Congo"). */
const MAX_PIECES = 6;
/** A name this short must be written in capitals or with stops: "US", "U.K.". */
const SHORT = 3;
const ARTICLE_LETTERS = 'ال';

/** A stretch of pieces that names some place, `[from, to)`, and where its first letter lies. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** The longest name that starts at a piece, or `null`. */
export function longestMatch(
  text: string,
  pieces: readonly Piece[],
  at: number,
  known: Gazetteer,
): Match | null {
  const first = pieces[at];
  if (!first || first.arabic) return null;
  if (!first.upper && !(isArticle(first.fold) && pieces[at + 1]?.upper && pieces[at + 1]?.joined))
    return null;
  let best: Match | null = null;
  let key = '';
  for (let to = at; to < pieces.length && to < at + MAX_PIECES; to++) {
    const piece = pieces[to]!;
    if (piece.fold === '' || piece.sentence !== first.sentence) break;
    key += piece.fold;
    // No name ends in an article: "Manbij-Al Bab" is Manbij and Al Bab.
    if (isArticle(piece.fold) || (!piece.upper && !endsFeature(key, known))) continue;
    const listed = known.has(key) ? key : bareKey(pieces, at, to, known);
    if (listed !== null && isWritten(text, first.start, piece.end, listed))
      best = { from: at, to: to + 1, start: first.start, end: piece.end, key: listed };
  }
  return best;
}

/** Only features end in a small word: "Conoco gas field". */
function endsFeature(key: string, known: Gazetteer): boolean {
  return known.has(key) && known.find(key).some((c) => c.entry.class === 'feature');
}

/** The key without a leading "al-", when the name is listed so. */
function bareKey(pieces: readonly Piece[], at: number, to: number, known: Gazetteer): string | null {
  if (at === to || to > at + 3) return null;
  const words = pieces.slice(at, to + 1).map((p) => p.fold);
  if (!words.some(isArticle)) return null;
  const key = words.filter((w) => !isArticle(w)).join('');
  return key.length > SHORT && known.has(key) ? key : null;
}

function isWritten(text: string, start: number, end: number, key: string): boolean {
  if (key.length > SHORT) return true;
  const surface = text.slice(start, end);
  return surface.includes('.') || text[end] === '.' || (key.length > 1 && surface === surface.toUpperCase());
}

/** The longest Arabic name at a piece, with proclitics cut off where the word is listed without them. */
export function arabicMatch(
  pieces: readonly Piece[],
  at: number,
  known: Gazetteer,
  words: PlaceWords,
): Match | null {
  const first = pieces[at]!;
  if (!first.arabic) return null;
  for (const clitic of ['', ...words.proclitics]) {
    if (!first.fold.startsWith(clitic) || first.fold.length - clitic.length < SHORT) continue;
    // "لل" is the preposition with the article's alif written off.
    const head = first.fold.slice(clitic.length);
    const found = arabicFrom(pieces, at, bare(head), first.start + clitic.length, known);
    if (found) return found;
  }
  return null;
}

const bare = (word: string): string =>
  word.startsWith(ARTICLE_LETTERS) && word.length > 4 ? word.slice(ARTICLE_LETTERS.length) : word;

function arabicFrom(
  pieces: readonly Piece[],
  at: number,
  head: string,
  start: number,
  known: Gazetteer,
): Match | null {
  let best: Match | null = null;
  let key = '';
  for (let to = at; to < pieces.length && to < at + 3; to++) {
    const piece = pieces[to]!;
    if (!piece.arabic || piece.fold === '') break;
    key += to === at ? head : bare(piece.fold);
    if (known.has(key)) best = { from: at, to: to + 1, start, end: piece.end, key };
  }
  return best;
}
