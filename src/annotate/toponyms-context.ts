import { type Candidate, foldWord, type Gazetteer, type PlaceWords } from '../lexicon/gazetteer/index.ts';
import type { Match } from './toponyms-match.ts';
import { longestMatch } from './toponyms-match.ts';
import type { Piece } from './toponyms-pieces.ts';

/** What the surroundings of a name say: a place, perhaps a place, a person, or part of some other name. */
export type Verdict = 'strong' | 'weak' | 'person' | 'operation' | 'other';

/** Judges one name by the words around it. */
export function judge(
  text: string,
  pieces: readonly Piece[],
  match: Match,
  title: boolean,
  known: Gazetteer,
  words: PlaceWords,
): Verdict {
  const candidates = known.find(match.key);
  const single = match.to - match.from === 1;
  const before = pieces[match.from - 1];
  const after = pieces[match.to];
  const led = isLed(before, words) || isLed(headBefore(pieces, match, words), words);
  const large = candidates.some((c) => c.entry.class === 'country' || c.entry.class === 'admin1');
  // "US" and "U.S." were told from "us" by their capitals.
  // The word without the proclitics that the match left out: "بالمدينة" is "in the city".
  const word = foldWord(text.slice(match.start, match.end));
  const ambiguous =
    single &&
    match.key.length > 2 &&
    (words.ambiguous.has(pieces[match.from]!.fold) || words.ambiguous.has(word));
  if (hasContainer(text, pieces, match, candidates, known)) return 'strong';
  if (pieces[match.from]!.arabic) return arabic(ambiguous, led, large, before, words);
  if (!large && isOperation(pieces, match, words, candidates)) return 'operation';
  if (isPerson(pieces, match, words, large) && !title) return 'person';
  if (!title && isPartOfName(pieces, match, words, large)) return 'other';
  const country = candidates.some((c) => c.entry.class === 'country');
  if (after?.upper && words.otherHeads.has(after.fold) && !country) return 'other';
  if (ambiguous) return 'other';
  if (large && !isFirstName(pieces[match.from]!, words, single)) return 'strong';
  if (led || followsHead(after, words)) return 'strong';
  return 'weak';
}

/** A city this large names its operation rather than the reverse: "the Mosul operation". */
const NAMES_ITS_OPERATION = 100_000;

/** A small town's name beside "operation", or alone between quotation marks, is a name given to something else. */
function isOperation(
  pieces: readonly Piece[],
  match: Match,
  words: PlaceWords,
  candidates: readonly Candidate[],
): boolean {
  if (match.to - match.from === 1 || candidates.some((c) => c.entry.population >= NAMES_ITS_OPERATION))
    return false;
  const before = pieces[match.from - 1];
  const after = pieces[match.to];
  return (
    (before !== undefined && words.operations.has(before.fold)) ||
    (after !== undefined && words.operations.has(after.fold)) ||
    (before?.quote === true && after?.quote === true)
  );
}

function arabic(
  ambiguous: boolean,
  led: boolean,
  large: boolean,
  before: Piece | undefined,
  words: PlaceWords,
): Verdict {
  if (ambiguous) return 'other';
  if (before && words.titles.has(before.fold)) return 'person';
  return led || large ? 'strong' : 'weak';
}

/** Whether a preposition, or a type word, leads to the name. */
function isLed(before: Piece | undefined, words: PlaceWords): boolean {
  return before !== undefined && before.fold !== '' && words.prepositions.has(before.fold);
}

/** The word before a type word: "in [the] city of X", "in northern X". */
function headBefore(pieces: readonly Piece[], match: Match, words: PlaceWords): Piece | undefined {
  let i = match.from - 1;
  for (let n = 0; n < 3 && i >= 0; n++, i--) {
    const p = pieces[i]!;
    if (p.fold === '' || !(words.directions.has(p.fold) || words.of.has(p.fold) || words.heads.has(p.fold)))
      break;
  }
  return i < match.from - 1 ? pieces[i] : undefined;
}

const followsHead = (after: Piece | undefined, words: PlaceWords): boolean =>
  after !== undefined && (words.heads.has(after.fold) || words.surroundings.has(after.fold)) && !after.upper;

const isFirstName = (p: Piece, words: PlaceWords, single: boolean): boolean =>
  single && words.firstNames.has(p.fold);

/** A title or a first name stands before it, or it is a first name before a surname. */
function isPerson(pieces: readonly Piece[], match: Match, words: PlaceWords, large: boolean): boolean {
  const before = pieces[match.from - 1];
  const after = pieces[match.to];
  const first = pieces[match.from]!;
  if (before?.upper && words.titles.has(before.fold)) return true;
  if (before?.upper && words.firstNames.has(before.fold) && !large) return true;
  if (before?.upper && before.fold.length === 1) return true;
  return (
    isFirstName(first, words, match.to - match.from === 1) &&
    after?.upper === true &&
    !words.otherHeads.has(after.fold)
  );
}

/** A capitalised neighbour that is neither a place word nor the start of a sentence makes it part of another name. */
function isPartOfName(pieces: readonly Piece[], match: Match, words: PlaceWords, large: boolean): boolean {
  if (large) return false;
  const before = pieces[match.from - 1];
  const after = pieces[match.to];
  if (after?.upper && !after.joined && !words.heads.has(after.fold) && !words.otherHeads.has(after.fold))
    return true;
  if (!before?.upper || before.joined !== pieces[match.from]!.joined) return false;
  const opens = pieces[match.from - 2] === undefined || pieces[match.from - 2]!.sentence !== before.sentence;
  return (
    !opens &&
    !words.directions.has(before.fold) &&
    !words.heads.has(before.fold) &&
    !words.prepositions.has(before.fold)
  );
}

/** Whether a place that holds one of the candidates follows: "Marlow, Ohio", "Sarmin (Idlib)". */
function hasContainer(
  text: string,
  pieces: readonly Piece[],
  match: Match,
  candidates: readonly Candidate[],
  known: Gazetteer,
): boolean {
  const mark = pieces[match.to];
  const next = pieces[match.to + 1];
  if (!mark || !next || mark.fold !== '' || !/^[,،(]$/.test(text.slice(mark.start, mark.end))) return false;
  const other = longestMatch(text, pieces, match.to + 1, known);
  if (!other) return false;
  return known.find(other.key).some((c) => candidates.some((own) => holds(c, own)));
}

function holds(outer: Candidate, inner: Candidate): boolean {
  if (outer.entry.row === inner.entry.row || outer.alternate) return false;
  if (outer.entry.class === 'country') return inner.entry.country === outer.entry.country;
  return (
    outer.entry.class === 'admin1' &&
    inner.entry.country === outer.entry.country &&
    inner.entry.admin1 === outer.entry.admin1
  );
}
