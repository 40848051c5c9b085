/**
 * How two names are compared when scoring. The lists below belong to the metric, not to the language data: a change of
 * the register must never move a figure.
 */
const COUNTRY_FORMS: Readonly<Record<string, readonly string[]>> = {
  us: ['us', 'usa', 'american', 'america'],
  syria: ['syria', 'syrian'],
  iraq: ['iraq', 'iraqi'],
  iran: ['iran', 'iranian'],
  russia: ['russia', 'russian'],
  turkey: ['turkey', 'turkish', 'turkiye'],
  israel: ['israel', 'israeli'],
  lebanon: ['lebanon', 'lebanese'],
  saudi: ['saudi'],
  qatar: ['qatar', 'qatari'],
  france: ['france', 'french'],
  jordan: ['jordan', 'jordanian'],
  ukraine: ['ukraine', 'ukrainian'],
  afghanistan: ['afghanistan', 'afghan'],
  yemen: ['yemen', 'yemeni'],
  egypt: ['egypt', 'egyptian'],
  britain: ['britain', 'british', 'uk'],
};
const COUNTRY_OF = new Map(
  Object.entries(COUNTRY_FORMS).flatMap(([country, forms]) => forms.map((form) => [form, country] as const)),
);
const EMPTY_WORDS = new Set(
  'the a an of in by from to and for al el its his her their s unnamed alleged allegedly so called'.split(
    ' ',
  ),
);
/** The least share of the longer name's words that makes two names similar. */
const HALF = 0.5;
/** Words this short keep their final s: "us", "gas". */
const SHORT = 3;

/** The name as a set of lower-case words without accents, articles and plural s; countries and their adjectives are one. */
export function nameWords(name: unknown): Set<string> {
  const words = plain(String(name ?? '')).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map(normalForm));
}

function plain(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const short = bare.replace(/\bu\.s\.(a\.)?/g, 'us').replace(/\bunited states( of america)?/g, 'us');
  return short.replace(/['’‘`](s\b)?/g, '');
}

function normalForm(word: string): string {
  const stem = singular(word);
  return COUNTRY_OF.get(word) ?? COUNTRY_OF.get(stem) ?? stem;
}

function singular(word: string): string {
  return word.length > SHORT && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** Half of the longer name's words are shared, and the two do not name different countries. */
export function similar(a: unknown, b: unknown): boolean {
  const one = nameWords(a);
  const two = nameWords(b);
  if (one.size === 0 || two.size === 0 || foreign(one, two)) return false;
  return shared(one, two) / Math.max(one.size, two.size) >= HALF;
}

function foreign(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const mine = countriesIn(a);
  return mine.length > 0 && countriesIn(b).length > 0 && !mine.some((country) => b.has(country));
}

function countriesIn(words: ReadonlySet<string>): string[] {
  return [...words].filter((word) => COUNTRY_OF.has(word));
}

/** The whole alias stands in the name and makes up at least half of it. */
export function isAlias(alias: unknown, name: unknown): boolean {
  const short = nameWords(alias);
  const long = nameWords(name);
  return short.size > 0 && shared(short, long) === short.size && short.size / long.size >= HALF;
}

/** The same set of words, and not none. */
export function sameName(a: unknown, b: unknown): boolean {
  const one = nameWords(a);
  const two = nameWords(b);
  return one.size > 0 && one.size === two.size && shared(one, two) === one.size;
}
