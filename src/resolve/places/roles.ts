import type { ArticleInput, Word as Tagged } from '../../doc/index.ts';
import { isArticle, nameKey } from '../../lexicon/gazetteer/index.ts';
import type { GazetteerEntry, Lexicon, PlaceWords } from '../../lexicon/index.ts';
import type { Word } from './gather.ts';
import type { Named } from './named.ts';

/** A dateline stands at the head of a block and ends in a dash within so many characters. */
const DATELINE_REACH = 60;
const DASH = /[—–]|\s-\s|--/;

/** Marks datelines, metonyms and countries put before a noun among names that have no role yet. */
export function assignRoles(
  named: readonly Named[],
  input: ArticleInput,
  words: readonly Word[],
  tagged: readonly Tagged[],
  lexicon: Lexicon,
): void {
  let t = 0;
  const vocabulary = lexicon.places(input.language);
  let b = 0;
  let w = 0;
  for (const name of named) {
    while (b + 1 < input.blocks.length && input.blocks[b]!.end <= name.start) b++;
    while (w < words.length && words[w]!.start < name.end) w++;
    if (name.role !== 'mentioned') continue;
    const block = input.blocks[b];
    if (block && isDateline(input.text, name, block)) name.role = 'dateline';
    else if (name.chosen && isGrammaticalSpeaker(name, words, w, vocabulary, lexicon)) name.role = 'metonym';
    else if (name.chosen?.entry.class === 'country') {
      while (t < tagged.length && tagged[t]!.start < name.end) t++;
      if (isAttributive(input.text, name, tagged[t])) name.role = 'demonym';
    }
  }
}

/** Short forms in capitals ("US", "U.S.", "UAE") serve as adjectives; a full name seldom does. */
const SHORT_FORM = /^(?:\p{Lu}\.?){2,4}$/u;

/** "US bases", "U.S. President": a short form right before a noun tells whose, not where. */
function isAttributive(text: string, name: Named, next: Tagged | undefined): boolean {
  if (!next || !SHORT_FORM.test(name.text) || next.start - name.end > 1) return false;
  return next.start > name.end && /^(?:NOUN|ADJ|PROPN)$/.test(next.upos ?? '') && text[name.end] === ' ';
}

function isDateline(text: string, name: Named, block: ArticleInput['blocks'][number]): boolean {
  if (block.kind === 'dateline') return true;
  if (name.start - block.start > DATELINE_REACH / 2) return false;
  const head = text.slice(block.start, name.start);
  if (/[.!?؟]\s/.test(head) || /\p{Ll}{3}/u.test(head)) return false;
  const rest = text.slice(name.end, Math.min(block.end, name.end + DATELINE_REACH));
  const dash = DASH.exec(rest);
  return (
    dash !== null &&
    !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest.slice(0, dash.index)) &&
    !/\p{Ll}{3,}\s\p{Ll}{2,}/u.test(rest.slice(0, dash.index))
  );
}

/** "Damascus said": a capital or a country before a verb of saying speaks for its government. */
function isGrammaticalSpeaker(
  name: Named,
  words: readonly Word[],
  next: number,
  vocabulary: PlaceWords,
  lexicon: Lexicon,
): boolean {
  const { entry } = name.chosen!;
  if (entry.class !== 'country' && !lexicon.gazetteer.isCapital(entry)) return false;
  const verb = words[next];
  if (!verb || verb.start - name.end > 1 || !vocabulary.speaks.has(verb.fold)) return false;
  // "people in Damascus said": a preposition makes it a place.
  const before = words[next - 1 - name.text.split(/\s+/).length];
  return !(before && name.start - before.end <= 1 && vocabulary.prepositions.has(before.fold));
}

/** A word that names a people or makes an adjective of a country. */
export interface Demonym {
  readonly start: number;
  readonly end: number;
  readonly entry: GazetteerEntry;
}

/** Demonyms of the text ("Syrian", "the Iraqis"): capitalised words of the register of peoples, outside place names. */
export function findDemonyms(
  text: string,
  words: readonly Word[],
  named: readonly Named[],
  lexicon: Lexicon,
): Demonym[] {
  const found: Demonym[] = [];
  let n = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    while (n < named.length && named[n]!.end <= word.start) n++;
    if (named[n] && named[n]!.start < word.end) continue;
    const pair = words[i + 1];
    const two =
      pair && pair.start - word.end === 1 ? lexicon.gazetteer.demonym(nameKey(word.fold + pair.fold)) : null;
    const one = two ? null : lexicon.gazetteer.demonym(nameKey(text.slice(word.start, word.end)));
    const entry = two ?? one;
    if (!entry || isArticle(word.fold) || /^\p{Ll}/u.test(text[word.start] ?? '')) continue;
    found.push({ start: word.start, end: two ? pair!.end : word.end, entry });
    if (two) i++;
  }
  return found;
}
