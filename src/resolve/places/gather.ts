import type { ArticleInput, Mention, Sentence, Token } from '../../doc/index.ts';
import { nameKey } from '../../lexicon/gazetteer/index.ts';
import type { Lexicon, PlaceWords } from '../../lexicon/index.ts';
import type { Named, Option } from './named.ts';

/** A word of the text with its folded form: what rules look at. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly fold: string;
  readonly sentence: number;
}

/** Names longer than this are sentences that a recogniser took for a name. */
const MAX_NAME = 80;

/** Each place mention with its candidates; a mention that lies inside a longer name keeps the role `name-part`. */
export function gather(
  input: ArticleInput,
  layers: {
    readonly sentences: readonly Sentence[];
    readonly tokens: readonly Token[];
    readonly mentions: readonly Mention[];
  },
  words: readonly Word[],
  lexicon: Lexicon,
): Named[] {
  const named: Named[] = [];
  const holders = layers.mentions.filter((m) => m.kind !== 'location' && m.kind !== 'facility');
  let h = 0;
  let w = 0;
  for (const mention of layers.mentions) {
    if ((mention.kind !== 'location' && mention.kind !== 'facility') || mention.text.length > MAX_NAME)
      continue;
    while (h < holders.length && holders[h]!.end <= mention.start) h++;
    while (w < words.length && words[w]!.start < mention.start) w++;
    const inside = h < holders.length && holders[h]!.start <= mention.start && holders[h]!.end >= mention.end;
    named.push(
      nameOf(mention, inside, forcedClass(words, w, mention, lexicon.places(input.language)), lexicon),
    );
  }
  linkContainers(input.text, named);
  return named;
}

function nameOf(mention: Mention, inside: boolean, forced: Named['forced'], lexicon: Lexicon): Named {
  const { options, borrowed } = optionsFor(mention.text, lexicon);
  return {
    start: mention.start,
    end: mention.end,
    text: mention.text,
    key: nameKey(mention.text),
    candidates: options,
    container: -1,
    role: inside ? 'name-part' : 'mentioned',
    forced,
    borrowed,
    chosen: null,
    reason: '',
  };
}

/** Places of this name; failing that, of the name without its head noun ("Tabqa" for "Tabqa Bridge"). */
function optionsFor(text: string, lexicon: Lexicon): { options: readonly Option[]; borrowed: boolean } {
  const options = lexicon.gazetteer.lookup(text);
  if (options.length > 0) return { options, borrowed: false };
  const words = text.split(/\s+/);
  const head = words.at(-1) ?? '';
  if (words.length < 2 || !lexicon.places('en').facilities.has(nameKey(head)))
    return { options: [], borrowed: false };
  const rest = lexicon.gazetteer.lookup(words.slice(0, -1).join(' ')).filter((c) => c.entry.class === 'city');
  return { options: rest, borrowed: rest.length > 0 };
}

/** The class that the type word beside a name forces: "Aleppo governorate", "the city of Homs". */
function forcedClass(
  words: readonly Word[],
  at: number,
  span: Mention,
  vocabulary: PlaceWords,
): Named['forced'] {
  let next = at;
  while (next < words.length && words[next]!.start < span.end) next++;
  const after = words[next];
  if (after && after.start - span.end <= 1 && vocabulary.heads.has(after.fold))
    return vocabulary.heads.get(after.fold)!;
  let back = at - 1;
  while (back >= 0 && at - back <= 2 && vocabulary.of.has(words[back]!.fold)) back--;
  const before = words[back];
  return (before && span.start - before.end <= MAX_GAP && vocabulary.heads.get(before.fold)) || null;
}

/** "town of the X": room for two short words. */
const MAX_GAP = 8;

/** "A, B" and "A (B)": B may hold A. */
function linkContainers(text: string, named: Named[]): void {
  for (let i = 0; i + 1 < named.length; i++) {
    const between = text.slice(named[i]!.end, Math.min(named[i + 1]!.start, named[i]!.end + 5));
    const close = named[i + 1]!.start - named[i]!.end <= 4;
    if (close && /^(?:\s?[,،]\s|\s\()$/.test(between)) named[i]!.container = i + 1;
  }
}
