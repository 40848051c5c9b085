import type { Mention, Sentence, Token } from '../doc/index.ts';
import { type Gazetteer, isArticle, type PlaceWords } from '../lexicon/gazetteer/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { judge, type Verdict } from './toponyms-context.ts';
import { arabicMatch, longestMatch, type Match } from './toponyms-match.ts';
import { isTitleCase, type Piece, piecesOf } from './toponyms-pieces.ts';
import { soundAlikes } from './toponyms-sound.ts';

/** A name found, with how sure its surroundings make it. */
interface Found extends Match {
  readonly verdict: Verdict;
  readonly facility: boolean;
}

/** Beside no other evidence, a name is a place only when a town of this size bears it. */
const MIN_POPULATION = 20_000;

/**
 * Names of places: longest match in the gazetteer over capitalised words (Arabic: any word, proclitics cut off), kept
 * when their surroundings speak for a place. Demonyms are none. Sorted and disjoint; kind `location` or `facility`.
 */
export function findToponyms(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): Mention[] {
  const pieces = piecesOf(text, tokens);
  const titles = sentences.map((s) => isTitleCase(text, s));
  const found: Found[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const one = foundAt(text, pieces, at, titles, lexicon);
    if (!one) continue;
    found.push(one);
    at = one.to - 1;
  }
  const places = kept(found, lexicon.gazetteer);
  const alike = soundAlikes(text, pieces, places, lexicon);
  return [...places.map((f) => mention(text, f)), ...alike].sort((a, b) => a.start - b.start);
}

function foundAt(
  text: string,
  pieces: readonly Piece[],
  at: number,
  titles: readonly boolean[],
  lexicon: Lexicon,
): Found | null {
  const piece = pieces[at]!;
  if (piece.fold === '') return null;
  const words = lexicon.places(piece.arabic ? 'ar' : 'en');
  const { gazetteer } = lexicon;
  const match = piece.arabic
    ? arabicMatch(pieces, at, gazetteer, words)
    : longestMatch(text, pieces, at, gazetteer);
  const feature = piece.upper && !isArticle(piece.fold) ? featureAt(pieces, at, match, words) : null;
  if (feature) return feature;
  // "The U.S." is not "Theus": an article or preposition opens no name when the rest is one.
  if (!match || (words.of.has(piece.fold) && longestMatch(text, pieces, at + 1, gazetteer))) return null;
  const whole = withStop(text, match, gazetteer);
  if (!whole) return null;
  const verdict = judge(text, pieces, whole, titles[piece.sentence] ?? false, gazetteer, words);
  const facility = gazetteer
    .find(match.key)
    .some((c) => c.entry.class === 'feature' && words.facilities.has(c.entry.featureCode));
  return { ...whole, verdict, facility };
}

/** A natural or built feature named by its head noun: "Black Fork River", whether the gazetteer knows it or not. */
function featureAt(
  pieces: readonly Piece[],
  at: number,
  match: Match | null,
  words: PlaceWords,
): Found | null {
  let to = at;
  while (to < pieces.length && to < at + 4 && pieces[to]!.upper && !words.facilities.has(pieces[to]!.fold))
    to++;
  const head = pieces[to];
  if (to === at || !head?.upper || head.sentence !== pieces[at]!.sentence) return null;
  if (words.facilities.get(head.fold) === 'highway' || (match && match.to > to)) return null;
  const span = pieces.slice(at, to + 1);
  if (span.some((p) => words.titles.has(p.fold) || words.prepositions.has(p.fold))) return null;
  const key = span.map((p) => p.fold).join('');
  return {
    from: at,
    to: to + 1,
    start: pieces[at]!.start,
    end: head.end,
    key,
    verdict: 'strong',
    facility: true,
  };
}

/** "Ind." is the state only with its stop, which then belongs to it; `null` for a bare "Ind". */
function withStop(text: string, match: Match, known: Gazetteer): Match | null {
  const candidates = known.find(match.key);
  const full = candidates.some((c) => c.entry.class !== 'admin1' || match.key.length > MAX_SHORT_FORM);
  if (full || candidates.length === 0 || candidates.some((c) => isFullName(c.entry.name, match.key)))
    return match;
  if (text[match.end - 1] === '.') return match;
  return text[match.end] === '.' ? { ...match, end: match.end + 1 } : null;
}

/** "Minn", "Okla", "Calif": the longest short forms of states. */
const MAX_SHORT_FORM = 5;

const isFullName = (name: string, key: string): boolean => name.length <= key.length + 1;

/** Strong ones stand; weak ones when the same name is strong elsewhere, or is a large place and no person of the text. */
function kept(found: readonly Found[], known: Gazetteer): Found[] {
  const strong = new Set(found.filter((f) => f.verdict === 'strong').map((f) => f.key));
  const operations = new Set(found.filter((f) => f.verdict === 'operation').map((f) => f.key));
  const persons = new Set(found.filter((f) => f.verdict === 'person').map((f) => f.key));
  return found.filter((f) => {
    if (operations.has(f.key)) return false;
    if (f.verdict === 'strong') return true;
    if (f.verdict !== 'weak') return false;
    if (strong.has(f.key)) return true;
    return !persons.has(f.key) && isLarge(f.key, known);
  });
}

function isLarge(key: string, known: Gazetteer): boolean {
  return known
    .find(key)
    .some(
      (c) =>
        c.entry.class !== 'city' ||
        (c.entry.population >= MIN_POPULATION && (!c.alternate || c.entry.population >= MIN_POPULATION * 10)),
    );
}

function mention(text: string, f: Found): Mention {
  const { start, end } = f;
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: f.facility ? 'facility' : 'location',
    candidates: [],
    publicRole: false,
    by: `toponym-${f.verdict}`,
  };
}
