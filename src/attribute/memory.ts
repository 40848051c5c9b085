import type { Candidate } from './candidate.ts';
import { type Chain, chainOf, withRelay } from './chains.ts';
import { type Cast, headEnd } from './speakers.ts';
import type { Range } from './view.ts';

interface Remembered {
  readonly chain: Chain;
  readonly block: number;
}

/**
 * The speakers of an article so far. "He" and "they" lead back to the last speaker of the paragraph, else of the one
 * before; "Doe", "the source" and "the statement" to the one whose chain they take over.
 */
export class SpeakerMemory {
  readonly #cast: Cast;
  readonly #byKey = new Map<string, Chain>();
  #last: Remembered | null = null;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** The chain of the next attribution in text order. */
  resolve(c: Candidate): Chain {
    const range = this.#wordsOf(c);
    const chain = range ? this.#named(c, range) : ((c.source || c.dropped) && this.#pronoun(c)) || null;
    return withRelay(this.#cast, c, chain ?? chainOf(this.#cast, c.source));
  }

  #named(c: Candidate, range: Range): Chain {
    const own = chainOf(this.#cast, range);
    const chain = this.#takeOver(own, range) ?? own;
    this.#remember(chain, range, c);
    return chain;
  }

  /** The words that describe the speaker; `null` where there are none or only a pronoun. */
  #wordsOf(c: Candidate): Range | null {
    if (!c.source) return null;
    if (!this.#isPronoun(c.source)) return c.source;
    return c.antecedent && !this.#isPronoun(c.antecedent) ? c.antecedent : null;
  }

  #isPronoun(range: Range): boolean {
    const { view } = this.#cast;
    return range.end - range.start === 1 && view.words.voices.pronouns.has(view.key[range.start]!);
  }

  #pronoun(c: Candidate): Chain | null {
    const last = this.#last;
    if (!last) return null;
    const block = this.#cast.view.blockOf[c.sentence]!;
    return block - last.block <= 1 ? last.chain : null;
  }

  /** The chain of a speaker met before under a fuller name, or of the one who issued "the statement". */
  #takeOver(own: Chain, range: Range): Chain | null {
    if (own.via.length > 0 && own.root.named) return null;
    const { view } = this.#cast;
    const pointsBack = view.words.voices.definite.has(view.key[range.start]!);
    if (!own.speaker.named && !pointsBack) return null;
    const known = this.#byKey.get(this.#key(range));
    if (known && (known.via.length > 0 || !own.speaker.named)) return { ...known, speaker: own.speaker };
    const head = view.key[headEnd(this.#cast, range) - 1]!;
    const isDocument = view.words.voices.documents.has(head) && !own.speaker.named;
    return isDocument && this.#last ? { ...this.#last.chain, speaker: own.speaker } : null;
  }

  /** A name's last word, or a description's head noun. */
  #key(range: Range): string {
    const { view, mentionOf, mentions } = this.#cast;
    for (let i = range.start; i < range.end; i++) {
      const index = mentionOf[i]!;
      if (index < 0 || mentions[index]!.kind !== 'person') continue;
      return mentions[index]!.text.split(/\s+/u).at(-1)!.toLowerCase();
    }
    return view.key[headEnd(this.#cast, range) - 1]!;
  }

  #remember(chain: Chain, range: Range, c: Candidate): void {
    const { view } = this.#cast;
    const key = this.#key(range);
    if (!this.#byKey.has(key) || chain.via.length > 0) this.#byKey.set(key, chain);
    if (c.priority > 1) return;
    this.#last = { chain, block: view.blockOf[c.sentence]! };
  }
}
