import type { Claim, CorpusArticle, DayInterval, Family, Passage, SpeakerRecord } from '../doc/index.ts';
import type { CorroborateRules } from '../lexicon/corroborate-rules.ts';
import { foldWord, keysOf } from '../lexicon/dictionary.ts';
import type { ActorRegister } from '../lexicon/index.ts';
import { dayNumber } from './facts.ts';
import type { Press } from './voices.ts';

/** What voices need to know of the articles they stand in. */
export function pressOf(
  input: {
    readonly claims: readonly Claim[];
    readonly articles: readonly CorpusArticle[];
    readonly families: readonly Family[];
    readonly passages: readonly Passage[];
  },
  register: ActorRegister,
  rules: Pick<CorroborateRules, 'unnamed' | 'determiners' | 'nobody' | 'consonants'>,
): Press {
  const family = new Map(input.families.flatMap((f) => f.articles.map((a) => [a, f.id] as const)));
  const unnamed = new Set(rules.unnamed.map(foldWord));
  const determiners = new Set(rules.determiners.map(foldWord));
  const wordsOf = (root: SpeakerRecord): string =>
    keysOf(root.text)
      .filter((w) => !determiners.has(w))
      .join(' ');
  const direct = (root: SpeakerRecord): string | null =>
    root.actor && !describes(root, unnamed) ? register.body(root.actor) : null;
  const short = shortNames(input.claims, { direct, wordsOf });
  const bodyOf = (root: SpeakerRecord): string | null => direct(root) ?? short.get(root) ?? null;
  const nobody = new Set(rules.nobody.map(foldWord));
  const agency = agencies(input.articles, rules.consonants);
  const touched = passagesOfClaims(input.claims, input.passages, wordsOf);
  return {
    articles: new Map(input.articles.map((a) => [a.key, a])),
    family: (article) => family.get(article),
    passages: (claim) => touched.get(claim.id) ?? [],
    bodyOf,
    wordsOf,
    agency,
    sole: soleSources(input.claims, { agency, bodyOf, wordsOf }),
    isNobody: (root) => nobody.has(keysOf(root.text)[0] ?? ''),
    register,
  };
}

type Words = (root: SpeakerRecord) => string;
type Body = (root: SpeakerRecord) => string | null;

/** Roots that say in fewer words what their article says of one registered body: "the coalition". */
function shortNames(
  claims: readonly Claim[],
  { direct, wordsOf }: { readonly direct: Body; readonly wordsOf: Words },
): ReadonlyMap<SpeakerRecord, string> {
  const full = new Map<string, Map<string, Set<string>>>();
  for (const { article, root } of claims) {
    const body = direct(root);
    if (!body) continue;
    const bodies = full.get(article) ?? new Map<string, Set<string>>();
    full.set(article, bodies.set(body, new Set([...(bodies.get(body) ?? []), ...wordsOf(root).split(' ')])));
  }
  const found = new Map<SpeakerRecord, string>();
  for (const { article, root } of claims) {
    const words = wordsOf(root).split(' ').filter(Boolean);
    if (root.actor || words.length === 0) continue;
    const fits = [...(full.get(article) ?? [])].filter(([, known]) => words.every((w) => known.has(w)));
    if (fits.length === 1) found.set(root, fits[0]![0]);
  }
  return found;
}

/** Names an outlet or agency by the known outlet that its words begin or spell in another script, else by its words. */
function agencies(
  articles: readonly CorpusArticle[],
  consonants: CorroborateRules['consonants'],
): (text: string) => string {
  const outlets = [
    ...new Set(articles.flatMap((a) => (a.outlet ? [keysOf(a.outlet).join(' ')] : []))),
  ].sort();
  const spelt = new Map(
    outlets.flatMap((o) => {
      const bones = skeleton(o.split(' ')[0]!, consonants);
      return bones.length >= MIN_SKELETON ? [[bones, o] as const] : [];
    }),
  );
  return (text) => {
    const words = keysOf(text);
    const name = words.join(' ');
    const same = outlets.find((o) => o === name || o.startsWith(`${name} `));
    return same ?? words.flatMap((w) => spelt.get(skeleton(w, consonants)) ?? [])[0] ?? name;
  };
}

/** Consonants from which a name is known in another script; fewer are shared by chance. */
const MIN_SKELETON = 4;

/** The consonants of a word, in Latin letters. */
function skeleton(word: string, consonants: CorroborateRules['consonants']): string {
  return [...word]
    .map((letter) => consonants[letter] ?? letter)
    .join('')
    .replace(/[aeiouyw]/g, '');
}

/** Whether a claim's root is the only unnamed source of its kind that its article has through its agency. */
function soleSources(
  claims: readonly Claim[],
  {
    agency,
    bodyOf,
    wordsOf,
  }: { readonly agency: (t: string) => string; readonly bodyOf: Body; readonly wordsOf: Words },
): (claim: Claim) => boolean {
  const slot = (c: Claim): string => `${c.article} ${agency(c.via[0]?.text ?? '')} ${c.root.kind}`;
  const all = new Map<string, string[][]>();
  for (const c of claims)
    if (!bodyOf(c.root) && !c.root.named) push(all, slot(c), wordsOf(c.root).split(' '));
  const sole = new Map([...all].map(([key, told]) => [key, shareShortest(told)]));
  return (c) => sole.get(slot(c)) ?? true;
}

/** Whether the words of the shortest description stand in all the others. */
function shareShortest(told: readonly (readonly string[])[]): boolean {
  const least = told.reduce((a, b) => (b.length < a.length ? b : a));
  return told.every((words) => least.every((w) => words.includes(w)));
}

/** Whether a root is somebody unnamed, described by a role word. Register entries of persons are never described. */
function describes(root: SpeakerRecord, unnamed: ReadonlySet<string>): boolean {
  return !root.actor?.startsWith('person/') && keysOf(root.text).some((w) => unnamed.has(w));
}

/**
 * Numbers of the shared passages that each claim's content touches, where no other unregistered source of its article
 * is quoted there: only then is it clear which claim of the other article it answers to.
 */
function passagesOfClaims(
  claims: readonly Claim[],
  passages: readonly Passage[],
  wordsOf: Press['wordsOf'],
): ReadonlyMap<string, readonly number[]> {
  const byArticle = new Map<string, Claim[]>();
  for (const c of claims) push(byArticle, c.article, c);
  const touched = new Map<string, number[]>();
  passages.forEach(({ a, b, articles }, number) => {
    if (articles[0] === articles[1]) return;
    for (const [key, span] of [[articles[0], a] as const, [articles[1], b] as const]) {
      const inside = (byArticle.get(key) ?? []).filter(
        (c) => c.content.start < span.end && span.start < c.content.end,
      );
      const others = new Set(inside.flatMap((x) => (x.root.actor === null ? wordsOf(x.root) : [])));
      for (const c of inside)
        if (others.size === 0 || (others.size === 1 && others.has(wordsOf(c.root))))
          push(touched, c.id, number);
    }
  });
  return touched;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Articles published within so many days speak of the same news. */
const CLOSE_DAYS = 7;

/** Tells whether two articles were published close to each other; `false` when either date is unknown. */
export function publishedClose(articles: readonly CorpusArticle[]): (a: string, b: string) => boolean {
  const days = new Map(articles.map((a) => [a.key, span(a.published)]));
  return (a, b) => {
    const [x, y] = [days.get(a), days.get(b)];
    if (!x || !y) return false;
    return x[0] - y[1] <= CLOSE_DAYS && y[0] - x[1] <= CLOSE_DAYS;
  };
}

function span(published: DayInterval | null): readonly [number, number] | null {
  const [first, last] = [dayNumber(published?.earliest ?? null), dayNumber(published?.latest ?? null)];
  return first === null || last === null || last - first > CLOSE_DAYS ? null : [first, last];
}
