import type { ArticleInput, Mention, Sentence, Token } from '../../doc/index.ts';
import { foldWord, nameKey } from '../../lexicon/gazetteer/index.ts';
import { type Lexicon, languageFor, type PlaceWords } from '../../lexicon/index.ts';
import { idNamed, type KnownNames, placeOf } from '../../lexicon/known-names.ts';
import { linkContainers } from './containers.ts';
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
  const vocabulary = lexicon.places(input.language);
  const countries = lexicon.gazetteer.countriesOf(spokenNames(input.text, layers.mentions, words));
  const { names } = lexicon.language(languageFor(input.language, input.text, input.blocks[0]?.start ?? 0));
  let h = 0;
  let w = 0;
  for (const mention of layers.mentions.flatMap((m) =>
    pairOf(withoutDirection(m, vocabulary, lexicon), lexicon),
  )) {
    if ((mention.kind !== 'location' && mention.kind !== 'facility') || mention.text.length > MAX_NAME)
      continue;
    while (h < holders.length && holders[h]!.end <= mention.start) h++;
    while (w < words.length && words[w]!.start < mention.start) w++;
    const inside = h < holders.length && holders[h]!.start <= mention.start && holders[h]!.end >= mention.end;
    const forced = forcedClass(words, w, mention, vocabulary);
    const head = shelterHead(input.text, words, w, mention, vocabulary);
    named.push(
      nameOf(
        mention,
        inside,
        forced,
        optionsFor(mainName(mention.text, names, lexicon), head, countries, vocabulary, lexicon),
      ),
    );
  }
  linkContainers(input.text, named, vocabulary);
  return named;
}

/** A name without the direction that follows it, where only that is known: Arabic "دمشق الجنوبي" of "ريف دمشق الجنوبي". */
function withoutDirection(mention: Mention, { directions }: PlaceWords, { gazetteer }: Lexicon): Mention {
  if (mention.kind !== 'location' && mention.kind !== 'facility') return mention;
  const [, rest, last] = /^(.*\S)\s+(\p{Script=Arabic}+)$/u.exec(mention.text) ?? [];
  if (!rest || !last || !directions.has(foldWord(last)) || gazetteer.lookup(mention.text).length > 0)
    return mention;
  if (gazetteer.lookup(rest).length === 0) return mention;
  return { ...mention, end: mention.start + rest.length, text: rest };
}

/** "A-B" is two places where each is one and the whole is none: "the A-B road". */
function pairOf(mention: Mention, { gazetteer }: Lexicon): Mention[] {
  const [, first, dash, second] = /^(.{3,}?)(\s?[-‐–—]\s?)(\p{Lu}.{2,})$/u.exec(mention.text) ?? [];
  const whole = mention.kind !== 'location' && mention.kind !== 'facility';
  if (whole || !first || !dash || !second || gazetteer.lookup(mention.text).length > 0) return [mention];
  if (gazetteer.lookup(first).length === 0 || gazetteer.lookup(second).length === 0) return [mention];
  const middle = mention.start + first.length;
  return [
    { ...mention, end: middle, text: first },
    { ...mention, start: middle + dash.length, text: second },
  ];
}

/** The name under which the gazetteer has a place that the text's own language writes otherwise ("Дамаске"). */
function mainName(text: string, names: KnownNames, lexicon: Lexicon): string {
  const id = idNamed(text, names);
  return (id && (placeOf(id)?.name ?? lexicon.actors.get(id)?.name)) ?? text;
}

/** What the text calls places and peoples: its location names, and its capitalised words. */
function spokenNames(text: string, mentions: readonly Mention[], words: readonly Word[]): string[] {
  const names = mentions.filter((m) => m.kind === 'location').map((m) => m.text);
  const capitals = words.filter((w) => /^\p{Lu}/u.test(text[w.start] ?? '')).map((w) => w.fold);
  return [...new Set([...names, ...capitals])];
}

/** What a name may stand for, and how it was looked up. */
interface Options {
  readonly options: readonly Option[];
  readonly borrowed: boolean;
  /** The name with its head noun: "Bab al-Hawa hospital". */
  readonly label: string;
  readonly sensitive: boolean;
}

function nameOf(mention: Mention, inside: boolean, forced: Named['forced'], found: Options): Named {
  return {
    start: mention.start,
    end: mention.end,
    text: mention.text,
    key: nameKey(mention.text),
    candidates: found.options,
    container: -1,
    role: inside ? 'name-part' : 'mentioned',
    forced,
    borrowed: found.borrowed,
    label: found.label,
    sensitive: found.sensitive,
    chosen: null,
    reason: '',
  };
}

/** Facilities whose people are at risk where their place is told: their types, as the head nouns give them. */
const SENSITIVE = new Set(['camp', 'hospital']);

/** The head noun right after a name (in Arabic right before it) that makes it a hospital or a camp, or `null`. */
function shelterHead(
  text: string,
  words: readonly Word[],
  at: number,
  span: Mention,
  vocabulary: PlaceWords,
): string | null {
  let next = at;
  while (next < words.length && words[next]!.start < span.end) next++;
  const arabic = /^\p{Script=Arabic}/u.test(span.text);
  const head = arabic ? words[at - 1] : words[next];
  if (!head || !SENSITIVE.has(vocabulary.facilities.get(head.fold) ?? '')) return null;
  const gap = arabic ? span.start - head.end : head.start - span.end;
  if (gap > 1) return null;
  return arabic ? text.slice(head.start, span.end) : text.slice(span.start, head.end);
}

/**
 * Places of this name; failing that, of the name without its head noun ("Tabqa" for "Tabqa Bridge"), or towns that sound
 * like it in a country the text speaks of. A hospital or camp named after a place is not that place.
 */
function optionsFor(
  text: string,
  shelter: string | null,
  countries: ReadonlySet<string>,
  vocabulary: PlaceWords,
  lexicon: Lexicon,
): Options {
  const { gazetteer } = lexicon;
  const plain = { borrowed: false, label: text, sensitive: false };
  if (shelter !== null) {
    const own = gazetteer.lookup(shelter).filter((c) => c.entry.class === 'feature');
    if (own.length > 0) return { ...plain, options: own, sensitive: true };
    return { options: gazetteer.lookup(text), borrowed: true, label: shelter, sensitive: true };
  }
  const options = gazetteer.lookup(text);
  if (options.length > 0) return { ...plain, options };
  const words = text.split(/\s+/);
  const type = words.length < 2 ? undefined : vocabulary.facilities.get(nameKey(words.at(-1)!));
  if (type === undefined) return { ...plain, options: gazetteer.soundsLike(text, countries) };
  const rest = gazetteer.lookup(words.slice(0, -1).join(' ')).filter((c) => c.entry.class === 'city');
  return { options: rest, borrowed: rest.length > 0, label: text, sensitive: SENSITIVE.has(type) };
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
