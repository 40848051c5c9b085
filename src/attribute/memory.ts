import type { Speaker } from '../doc/index.ts';
import { BIT } from '../lexicon/grammar.ts';
import type { PronounKind } from '../lexicon/voices.ts';
import type { Candidate } from './candidate.ts';
import { asMedium, type Chain, chainOf, citedAfter, NO_CHAIN, ownChain } from './chains.ts';
import { hearerOf } from './hearer.ts';
import { mentionEnd, personIn } from './person.ts';
import { bareKey, type Cast, headAt, headEnd, speakerOf, UNSTATED } from './speakers.ts';
import { is, isCapital, type Range, textSpan, voiceNoun } from './view.ts';

/** A speaker met in the article. */
interface Met {
  readonly chain: Chain;
  /** What the words describe: someone, several, several who speak as one, or something written. */
  readonly sort: 'person' | 'plural' | 'body' | 'text';
  /** Last word of a person's name; "" where none is named. */
  readonly surname: string;
  /** Key of the noun that heads the words. */
  readonly head: string;
  readonly words: ReadonlySet<string>;
  readonly block: number;
  /** False for cues of belief and intent, which no pronoun leads back to. */
  readonly spoke: boolean;
}

/** Speakers looked back at; bounds the work of an article of nothing but speakers. */
const MAX_BACK = 60;
/** Paragraphs over which a pronoun, and over which a description of another noun, may lead back. */
const PRONOUN_REACH = 2;
const NOUN_REACH = 3;
const GENERIC = BIT.determiners | BIT.adverbs;

/** The speakers of an article so far: "he", "Doe", "the source", "the group" and "the statement" lead back to them. */
export class SpeakerMemory {
  readonly #cast: Cast;
  readonly #met: Met[] = [];
  readonly #media = new Set<string>();
  #last: { readonly chain: Chain; readonly block: number } | null = null;
  #block = 0;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** The chain of the next attribution in text order. */
  resolve(c: Candidate): Chain {
    this.#block = this.#cast.view.blockOf[c.sentence]!;
    const range = this.#wordsOf(c);
    const plain = range ? this.#described(range) : c.source || c.dropped ? this.#pronoun(c) : NO_CHAIN;
    const chain = this.#continued(c, this.#withRelays(c, this.#withInner(c, plain)));
    if (chain.speaker.kind === 'unstated') return chain;
    if (range) this.#remember(chain, range, c.priority === 1);
    this.#last = { chain, block: this.#block };
    return chain;
  }

  #described(range: Range): Chain {
    const own = chainOf(this.#cast, range, (body) => this.#lookBack(body));
    const chain = this.#takeOver(own, range) ?? own;
    if (!this.#media.has(chain.speaker.text.toLowerCase())) return chain;
    const speaker = asMedium(chain.speaker);
    return chain.root === chain.speaker ? { ...chain, speaker, root: speaker } : { ...chain, speaker };
  }

  /** The words that describe the speaker; `null` where there are none or only a pronoun. */
  #wordsOf(c: Candidate): Range | null {
    if (!c.source) return null;
    if (!this.#pronounOf(c.source)) return c.source;
    return c.antecedent && !this.#pronounOf(c.antecedent) ? c.antecedent : null;
  }

  #pronounOf(range: Range): PronounKind | undefined {
    const { view } = this.#cast;
    if (range.end - range.start !== 1) return undefined;
    return view.words.voices.pronouns.get(view.key[range.start]!);
  }

  /** The last speaker that a pronoun, or a subject left out, can stand for. */
  #pronoun(c: Candidate): Chain {
    const kind = c.source ? this.#pronounOf(c.source) : undefined;
    if (kind === 'outlet') return this.#narrator(c);
    const near = (m: Met): boolean => this.#block - m.block <= (m.spoke ? PRONOUN_REACH : 0);
    const met = this.#find((m) => near(m) && agrees(kind, m.sort));
    return met?.chain ?? this.#corefers(c) ?? (kind === 'person' ? this.#personBefore(c) : null) ?? NO_CHAIN;
  }

  /** "we" outside quotations: the outlet in its own voice. */
  #narrator(c: Candidate): Chain {
    const span = textSpan(this.#cast.view, c.source!);
    const text = this.#cast.outlet ?? '';
    const speaker: Speaker = { ...UNSTATED, spans: [span], text, kind: 'narrator', named: text !== '' };
    return { speaker, root: speaker, via: [] };
  }

  /** What the coreference layer ties the pronoun to, where it can speak. */
  #corefers(c: Candidate): Chain | null {
    const words = c.source && this.#cast.view.antecedents.get(c.source.start);
    const chain = words && ownChain(this.#cast, words, () => null);
    return chain && chain.root.kind !== 'unstated' ? chain : null;
  }

  /** "he" where nobody has spoken: the last person named in the paragraph. */
  #personBefore(c: Candidate): Chain | null {
    const { view } = this.#cast;
    let sentence = c.sentence;
    while (sentence > 0 && view.blockOf[sentence - 1] === this.#block) sentence--;
    const { start } = view.sentences[sentence]!;
    for (let i = c.source!.start - 1; i >= start && c.source!.start - i < MAX_BACK; i--)
      if (view.mentions[view.mentionOf[i]!]?.kind === 'person') {
        let first = i;
        while (view.mentionOf[first - 1] === view.mentionOf[i]) first--;
        return ownChain(this.#cast, { start: first, end: mentionEnd(view, i) }, () => null);
      }
    return null;
  }

  #find(fits: (met: Met) => boolean): Met | undefined {
    for (let i = this.#met.length - 1; i >= 0 && this.#met.length - i <= MAX_BACK; i--)
      if (fits(this.#met[i]!)) return this.#met[i];
    return undefined;
  }

  /** The chain of a speaker met before under other words, or `null`. */
  #takeOver(own: Chain, range: Range): Chain | null {
    const like = this.#describe(own, range, true);
    const met = this.#sameName(like) ?? this.#member(range) ?? this.#pointedAt(own, range, like);
    if (!met || (own.via.length > 0 && met.chain.via.length === 0)) return null;
    const { kind } = own.speaker.kind === 'witness' ? met.chain.speaker : own.speaker;
    const { root, via } = met.chain;
    // a named person may speak elsewhere without the medium that passed the first statement on
    const far = root.named && this.#block - met.block > 1;
    const kept = far ? via.filter((v) => v.kind !== 'media') : via;
    return { root, via: kept, speaker: { ...own.speaker, kind } };
  }

  #sameName({ surname }: Met): Met | undefined {
    return surname ? this.#find((m) => m.surname === surname) : undefined;
  }

  /** "one of them": one of the several who spoke last. */
  #member(range: Range): Met | undefined {
    const { view } = this.#cast;
    if (!view.words.voices.members.has(view.key[range.end - 1]!)) return undefined;
    return this.#find((m) => m.sort === 'plural' && this.#block - m.block <= PRONOUN_REACH);
  }

  /** "the military source", "the group", "the statement". */
  #pointedAt(own: Chain, range: Range, like: Met): Met | undefined {
    const definite = this.#isDefinite(range);
    const sameNoun = this.#find((m) => m.head === like.head && fitsIn(like.words, m.words));
    if (like.sort === 'plural' && !definite)
      return like.words.size > 0 && sameNoun?.chain.via.length ? sameNoun : undefined;
    if (!definite || own.speaker.named) return undefined;
    if (sameNoun) return sameNoun;
    if (like.sort === 'text' && own.root !== own.speaker) return undefined;
    if (like.sort === 'text') return this.#find((m) => m.spoke && this.#block - m.block <= NOUN_REACH);
    const near = (m: Met): boolean => m.sort === like.sort && this.#block - m.block <= NOUN_REACH;
    const kind = own.speaker.kind;
    return like.words.size > 0
      ? undefined
      : this.#find(
          (m) => near(m) && (m.chain.speaker.kind === kind || like.sort === 'body') && isPeer(m, kind),
        );
  }

  #isDefinite(range: Range): boolean {
    const { view } = this.#cast;
    const { definite } = view.words.voices;
    if (definite.has(view.key[range.start]!)) return true;
    return bareKey(view, range.start) !== view.key[range.start];
  }

  /** The body named before that the words for a body point back to; `null` = the last one. */
  #lookBack(body: Range | null): Chain | null {
    if (!body) {
      const met = this.#find((m) => m.sort === 'body' && this.#block - m.block <= NOUN_REACH);
      return met?.chain ?? null;
    }
    const words = this.#wordSet(body);
    const met = this.#find((m) => words.size > 0 && m.chain.root.named && fitsIn(words, m.words, m.head));
    return met?.chain ?? null;
  }

  /** Content words of a description, without articles. */
  #wordSet(range: Range): Set<string> {
    const { view } = this.#cast;
    const { definite } = view.words.voices;
    const words = new Set<string>();
    for (let i = range.start; i < range.end; i++)
      if (view.tokens[i]!.kind !== 'punctuation' && !is(view, i, GENERIC) && !definite.has(view.key[i]!))
        words.add(bareKey(view, i));
    return words;
  }

  #describe(chain: Chain, range: Range, spoke: boolean): Met {
    const { view } = this.#cast;
    const person = personIn(view, range);
    const at = headAt(this.#cast, range);
    const noun = at < 0 ? undefined : voiceNoun(view, at);
    const head = at < 0 ? bareKey(view, headEnd(this.#cast, range) - 1) : bareKey(view, at);
    const isText = view.words.voices.documents.has(view.key[headEnd(this.#cast, range) - 1]!);
    const words = this.#wordSet(range);
    words.delete(head);
    const plural = noun?.sort === 'person' && noun.plural;
    const sort = isText ? 'text' : plural && !person ? 'plural' : person ? 'person' : (noun?.sort ?? 'body');
    const kind = view.mentions[chain.speaker.mention ?? -1]?.kind ?? 'other';
    const nameLike = kind === 'other' || kind === 'location';
    const name = person ?? (nameLike && at < 0 && isCapital(view, range.end - 1) ? range : null);
    const surname = name ? view.key[name.end - 1]! : '';
    return { chain, sort, surname, head, words, block: this.#block, spoke };
  }

  #remember(chain: Chain, range: Range, spoke: boolean): void {
    this.#met.push(this.#describe(chain, range, spoke));
    for (const v of chain.via) if (v.kind === 'media') this.#media.add(v.text.toLowerCase());
  }

  /** "The agency said the source rejected …": the one cited inside is the root. */
  #withInner(c: Candidate, chain: Chain): Chain {
    if (!c.inner) return chain;
    const medium = chain.speaker.kind === 'media' || this.#media.has(chain.speaker.text.toLowerCase());
    if (!medium) return chain;
    const inner = this.resolve(c.inner);
    if (inner.root.kind === 'unstated') return chain;
    return { ...chain, root: inner.root, via: joined(inner.via, [asMedium(chain.speaker)]) };
  }

  /** With the source that the speaker cites, the medium it was told to, and the one who reports the whole. */
  #withRelays(c: Candidate, chain: Chain): Chain {
    const cites = citedAfter(this.#cast, c);
    const cited = cites && this.#described(cites);
    const speaker = cited ? asMedium(chain.speaker) : chain.speaker;
    const root = cited ? cited.root : chain.root;
    const via = cited ? joined(cited.via, [speaker]) : chain.via;
    const relays = [c.relay ?? this.#hearer(c), c.outer ?? null].flatMap((r) => (r ? this.#medium(r) : []));
    if (cited) this.#media.add(speaker.text.toLowerCase());
    if (cited && cites) this.#remember({ ...cited, via }, cites, true);
    if (root.kind === 'unstated') return { speaker, root, via };
    return { speaker, root, via: joined(via, relays) };
  }

  /** Unnamed officials right after what a medium reported are that medium's sources. */
  #continued(c: Candidate, chain: Chain): Chain {
    const { root, via } = chain;
    if (!this.#last || this.#block - this.#last.block > PRONOUN_REACH || c.relay || c.outer) return chain;
    if (via.length > 0 || root.named || root.kind === 'media' || root.kind === 'witness') return chain;
    if (root.kind === 'unstated' || !c.source || this.#hearer(c)) return chain;
    const last = this.#last.chain;
    const medium = last.root.kind === 'media' && last.root.named ? last.root : last.via.at(-1);
    return medium?.kind === 'media' && !last.root.named === (last.root.kind !== 'media')
      ? { ...chain, via: [medium] }
      : chain;
  }

  #hearer(c: Candidate): Range | null {
    const { view } = this.#cast;
    const text = (r: Range): string =>
      view.text.slice(view.tokens[r.start]!.start, view.tokens[r.end - 1]!.end);
    return hearerOf(view, c, (range) => this.#media.has(text(range).toLowerCase()));
  }

  /** The medium that words name or point back to; none where it is the outlet itself. */
  #medium(range: Range): Speaker[] {
    const own = asMedium(speakerOf(this.#cast, range));
    if (own.kind === 'unstated' || isOutlet(own.text, this.#cast.outlet)) return [];
    if (own.named || !this.#isDefinite(range)) return this.#noteMedium(own);
    for (let i = this.#met.length - 1; i >= 0; i--)
      for (const s of [this.#met[i]!.chain.speaker, ...this.#met[i]!.chain.via])
        if (s.kind === 'media' && (s.named || this.#media.has(s.text.toLowerCase()))) return [s];
    return this.#noteMedium(own);
  }

  #noteMedium(medium: Speaker): Speaker[] {
    this.#media.add(medium.text.toLowerCase());
    return [medium];
  }
}

const PERSONS: ReadonlySet<Met['sort']> = new Set(['person']);
const SEVERAL: ReadonlySet<Met['sort']> = new Set(['plural', 'body']);
const BODIES: ReadonlySet<Met['sort']> = new Set(['body', 'text']);

function agrees(kind: PronounKind | undefined, sort: Met['sort']): boolean {
  if (kind === 'person') return PERSONS.has(sort);
  if (kind === 'plural') return SEVERAL.has(sort);
  return kind === 'body' ? BODIES.has(sort) : true;
}

/** A person described by another noun must be unnamed on one side or of the same kind. */
const isPeer = (m: Met, kind: Speaker['kind']): boolean => m.spoke && m.chain.speaker.kind === kind;

function fitsIn(words: ReadonlySet<string>, all: ReadonlySet<string>, head = ''): boolean {
  for (const word of words) if (!all.has(word) && word !== head) return false;
  return true;
}

function joined(via: readonly Speaker[], more: readonly Speaker[]): Speaker[] {
  return [...via, ...more.filter((m) => !via.some((v) => v.text === m.text))];
}

function isOutlet(text: string, outlet: string | null): boolean {
  if (!outlet) return false;
  const bare = (s: string): string => s.toLowerCase().replace(/^the /, '');
  return bare(outlet).includes(bare(text)) || bare(text).includes(bare(outlet));
}
