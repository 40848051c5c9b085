import type { Mention, MentionKind, Sentence, Token } from '../doc/index.ts';
import { BIT } from '../lexicon/grammar.ts';
import type { LanguageWords } from '../lexicon/index.ts';
import { wordKey } from '../lexicon/key.ts';

/** A run of capitalised tokens `[first, last)` of one sentence. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** What the rules of names ask of a text. */
interface Names {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: LanguageWords;
}

/** In a line without a stop where more of its words than this share are capitalised (a headline), capitals show no names. */
const HEADLINE_SHARE = 0.7;
/** Headlines leave words shorter than this in lower case; a line of so few words is no proof. */
const SHORT_WORD = 4;
/** Names of more words than this are lists or headlines. */
const MAX_WORDS = 9;
const ACRONYM = /^[\p{Lu}\p{N}]{2,8}s?$/u;
const CAPITAL = /^(?:al-|el-|an-|ash-|as-|ad-|ar-)?\p{Lu}/u;

/**
 * Names by the way they are written: titles before a capitalised name, the noun that heads a body's name, acronyms in
 * brackets after the full name, and short forms of names given before. Runs that show none of these are kind `other`.
 */
export function patternNames(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  words: LanguageWords,
): Mention[] {
  const names: Names = { text, tokens, words };
  const mentions: Mention[] = [];
  const known = new Map<string, Mention>();
  let at = 0;
  for (let s = 0; s < sentences.length; s++) {
    const first = at;
    while (at < tokens.length && tokens[at]!.sentence === s) at++;
    if (isHeadline(names, first, at)) continue;
    for (const run of [...runs(names, first, at)].flatMap((r) => coordinated(names, r))) {
      const mention = classify(names, run, first, known);
      if (!mention) continue;
      mentions.push(mention);
      remember(names, run, mention, known);
    }
  }
  return mentions;
}

const form = (n: Names, i: number): string => n.text.slice(n.tokens[i]?.start ?? 0, n.tokens[i]?.end ?? 0);
const isCapital = (n: Names, i: number): boolean => n.tokens[i]?.kind === 'word' && CAPITAL.test(form(n, i));
/** A word of a closed class; a name that only looks like a past tense is none. */
const isFunction = (n: Names, i: number): boolean =>
  (n.words.grammar.classes(wordKey(form(n, i))) & ~BIT['not-verbs']) !== 0;

function isHeadline(n: Names, first: number, last: number): boolean {
  if (form(n, last - 1) === '.') return false;
  let words = 0;
  let capitals = 0;
  for (let i = first; i < last; i++) {
    const { start, end, kind } = n.tokens[i]!;
    if (kind !== 'word' || end - start < SHORT_WORD) continue;
    words++;
    if (isCapital(n, i)) capitals++;
  }
  return words > SHORT_WORD && capitals > words * HEADLINE_SHARE;
}

function* runs(n: Names, first: number, last: number): Generator<Run> {
  for (let i = first; i < last; i++) {
    if (!isCapital(n, i) || (isFunction(n, i) && !n.words.voices.titles.has(form(n, i)))) continue;
    let end = i + 1;
    while (end < last && end - i < MAX_WORDS) {
      if (isCapital(n, end) && !isFunction(n, end)) end++;
      else if (isLink(n, end) && end + 1 < last && isCapital(n, end + 1) && !isFunction(n, end + 1)) end += 2;
      else break;
    }
    yield { first: i, last: end };
    i = end - 1;
  }
}

const isLink = (n: Names, i: number): boolean => n.words.voices.links.has(form(n, i));

/** "Homs and Hama" are two names; "Ministry of Oil and Gas" is one, because its head noun shows a body. */
function coordinated(n: Names, run: Run): readonly Run[] {
  if (headKind(n, run, n.words.voices.heads)) return [run];
  const parts: Run[] = [];
  let first = run.first;
  for (let i = run.first; i < run.last; i++) {
    if ((n.words.grammar.classes(wordKey(form(n, i))) & BIT.coordinators) === 0) continue;
    parts.push({ first, last: i });
    first = i + 1;
  }
  return [...parts, { first, last: run.last }].filter((r) => r.last > r.first);
}

function classify(n: Names, run: Run, sentence: number, known: ReadonlyMap<string, Mention>): Mention | null {
  const { titles, heads } = n.words.voices;
  let name = run.first;
  while (name < run.last && titles.has(form(n, name))) name++;
  const lower = run.first > sentence && titles.get(form(n, run.first - 1));
  const role = lower === true || [...range(run.first, name)].some((i) => titles.get(form(n, i)) === true);
  const head = headKind(n, run, heads);
  if (head) return mention(n, run, head, false, 'head-noun');
  if (name === run.last) return null;
  if (name > run.first || (lower !== undefined && lower !== false))
    return mention(n, run, 'person', role, 'title');
  const text = phrase(n, run);
  const before = known.get(text);
  if (before) return mention(n, run, before.kind, before.publicRole, 'short-form');
  if (run.first === sentence && run.last - run.first === 1) return null;
  if (run.last - run.first === 1 && ACRONYM.test(text))
    return mention(n, run, 'organisation', false, 'acronym');
  return mention(n, run, 'other', false, 'capitals');
}

function* range(start: number, end: number): Generator<number> {
  for (let i = start; i < end; i++) yield i;
}

/** The kind that the head noun gives: the last word before "of", the last word, or "Radio" at the front. */
function headKind(n: Names, run: Run, heads: ReadonlyMap<string, MentionKind>): MentionKind | null {
  let last = run.first;
  while (last + 1 < run.last && !isLink(n, last + 1)) last++;
  const first = heads.get(form(n, run.first));
  const kind =
    heads.get(form(n, last)) ?? heads.get(form(n, run.last - 1)) ?? (first === 'media' ? first : undefined);
  return kind && run.last - run.first > 1 ? kind : null;
}

const phrase = (n: Names, run: Run): string =>
  n.text.slice(n.tokens[run.first]!.start, n.tokens[run.last - 1]!.end);

function mention(n: Names, run: Run, kind: MentionKind, publicRole: boolean, by: string): Mention {
  const start = n.tokens[run.first]!.start;
  const end = n.tokens[run.last - 1]!.end;
  return { start, end, text: n.text.slice(start, end), kind, candidates: [], publicRole, by };
}

/** A later "Doe" after "General Jo Doe" and a later "XYZ" after "Xylo Yard Zone (XYZ)" are the same name. */
function remember(n: Names, run: Run, m: Mention, known: Map<string, Mention>): void {
  if (m.kind === 'person') known.set(form(n, run.last - 1), m);
  if (m.kind === 'other') return;
  const open = form(n, run.last);
  const acronym = form(n, run.last + 1);
  if (open === '(' && form(n, run.last + 2) === ')' && ACRONYM.test(acronym)) known.set(acronym, m);
}
