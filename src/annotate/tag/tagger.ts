import type { Model } from '../../lib/model-file.ts';
import type { RowTable } from '../../lib/model-rows.ts';
import type { Forms } from '../forms.ts';
import { classFrom, MOST_FEATURES, type SentenceForms, sentenceForms, wordFeatures } from './features.ts';
import { nearVerbs, tagFeatures } from './tag-features.ts';

/** Tags of a sentence's words, in order. */
export interface Tags {
  /** Universal parts of speech (universaldependencies.org/u/pos). */
  readonly upos: string[];
  /** Penn Treebank tags as UD English-EWT writes them. */
  readonly xpos: string[];
}

/** Tags the words of one sentence; linear in their number, and the same words always get the same tags. */
export interface Tagger {
  tag(words: readonly string[]): Tags;
}

/** What a tagger's model says of itself: its classes "UPOS|XPOS" by number. */
export interface TaggerInfo {
  readonly classes: readonly string[];
}

/** Longer sentences are tagged piece by piece. */
const LONGEST = 400;
/** Columns of a row: the first pass's classes, then the second's. */
const COLUMNS = 256;

/**
 * Makes a tagger: two linear classifiers over the joint classes UPOS|XPOS. The first sees words alone; the second sees
 * them again with the first's tags on both sides (stacking, Cohen and Carvalho 2005). Both keep their weights in one
 * table, so that a word's features are looked up once. `model` has the row tables "weights" and "classes".
 */
export function taggerFrom(model: Model, forms: Forms): Tagger {
  const { classes } = model.info as TaggerInfo;
  const names = classes.map((name) => name.split('|') as [string, string]);
  const passes = new Passes(model.rows.weights!, classes);
  const classOf = classFrom(model.rows.classes!);
  return {
    tag(words) {
      const upos: string[] = [];
      const xpos: string[] = [];
      for (let from = 0; from < words.length; from += LONGEST) {
        const piece = words.length <= LONGEST ? words : words.slice(from, from + LONGEST);
        const tags = passes.run(sentenceForms(piece, forms, classOf), piece.length);
        for (let i = 0; i < piece.length; i++) {
          const [u, x] = names[tags[i]!]!;
          upos.push(u);
          xpos.push(x);
        }
      }
      return { upos, xpos };
    },
  };
}

/** Which classes are of verbs and modals, as `nearVerbs` wants them. */
export const verbClasses = (classes: readonly string[]): Uint8Array =>
  Uint8Array.from(classes, (name) => (/\|(VB.?|MD)$/.test(name) ? 1 : 0));

/** Lead of a class from which on the second pass is not asked (chosen on EWT dev: no figure changes). */
const SURE = 120;

/** The two passes with the memory they work in. */
class Passes {
  readonly #weights: RowTable;
  readonly #size: number;
  readonly #isVerb: Uint8Array;
  readonly #keys = new Int32Array(MOST_FEATURES);
  readonly #scores = new Int32Array(COLUMNS);
  /** What the second pass makes of each word's features without tags. */
  readonly #second: Int32Array;
  readonly #first = new Uint8Array(LONGEST);
  readonly #sure = new Uint8Array(LONGEST);
  readonly #final = new Uint8Array(LONGEST);

  constructor(weights: RowTable, classes: readonly string[]) {
    this.#weights = weights;
    this.#size = classes.length;
    this.#isVerb = verbClasses(classes);
    this.#second = new Int32Array(LONGEST * classes.length);
  }

  /** Classes of the sentence's `n` words, valid until the next call. */
  run(sentence: SentenceForms, n: number): Uint8Array {
    const size = this.#size;
    const scores = this.#scores;
    for (let i = 0; i < n; i++) {
      scores.fill(0);
      this.#weights.add(this.#keys, wordFeatures(sentence, i, this.#keys), scores);
      this.#first[i] = this.#best(0);
      this.#sure[i] = this.#leads(this.#first[i]!) ? 1 : 0;
      this.#second.set(scores.subarray(size, 2 * size), i * size);
    }
    const near = nearVerbs(sentence, this.#first, this.#isVerb, n);
    for (let i = 0; i < n; i++) {
      if (this.#sure[i] === 1) {
        this.#final[i] = this.#first[i]!;
        continue;
      }
      scores.set(this.#second.subarray(i * size, (i + 1) * size), size);
      this.#weights.add(this.#keys, tagFeatures(sentence, i, this.#first, near, this.#keys), scores);
      this.#final[i] = this.#best(size) - size;
    }
    return this.#final;
  }

  /** Whether a class of the first pass stands `SURE` above all others. */
  #leads(best: number): boolean {
    const bound = this.#scores[best]! - SURE;
    for (let c = 0; c < this.#size; c++) if (this.#scores[c]! > bound && c !== best) return false;
    return true;
  }

  /** The column of the highest score among those of one pass, which begin at `from`; the first of equals. */
  #best(from: number): number {
    const scores = this.#scores;
    let best = from;
    for (let c = from + 1; c < from + this.#size; c++) if (scores[c]! > scores[best]!) best = c;
    return best;
  }
}
