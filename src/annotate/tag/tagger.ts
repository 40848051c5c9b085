import type { Model } from '../../lib/model-file.ts';
import type { RowTable } from '../../lib/model-rows.ts';
import { FormSums } from '../form-sums.ts';
import type { Forms } from '../forms.ts';
import {
  classFrom,
  jointFeatures,
  MARGIN,
  MOST_FEATURES,
  ownFeatures,
  type SentenceForms,
  SIDES,
  sentenceForms,
  settingOf,
  sideFeatures,
} from './features.ts';
import { type NearVerbs, nearVerbs, tagFeatures } from './tag-features.ts';

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
/**
 * Makes a tagger: two linear classifiers over the joint classes UPOS|XPOS. The first sees words alone; the second sees
 * them again with the first's tags on both sides (stacking, Cohen and Carvalho 2005), and is asked only where the first
 * is not sure: one word in seven. `model` has the row tables "first", "second" and "classes".
 */
export function taggerFrom(model: Model, forms: Forms): Tagger {
  const { classes } = model.info as TaggerInfo;
  const names = classes.map((name) => name.split('|') as [string, string]);
  const passes = new Passes(model.rows.first!, model.rows.second!, classes);
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

/** Sums of forms kept for a word itself, and for each of its neighbours: 2^n. */
const OWN_KEPT = 14;
const SIDE_KEPT = 13;

/** A pass over words: its weights, and what it made of forms before. */
class WordPass {
  readonly scores: Int32Array;
  readonly #weights: RowTable;
  readonly #keys = new Int32Array(MOST_FEATURES);
  readonly #own: FormSums;
  readonly #sides: readonly FormSums[];

  constructor(weights: RowTable, columns: number) {
    this.#weights = weights;
    this.scores = new Int32Array(columns);
    this.#own = new FormSums(weights, columns, OWN_KEPT);
    this.#sides = SIDES.map(() => new FormSums(weights, columns, SIDE_KEPT));
  }

  /** Fills `scores` for the word at `i`. */
  read(sentence: SentenceForms, i: number): void {
    this.scores.fill(0);
    this.#addOwn(sentence, i);
    for (let s = 0; s < SIDES.length; s++) this.#addSide(sentence, i, s);
    this.#weights.add(this.#keys, jointFeatures(sentence, i, this.#keys, 0), this.scores);
  }

  #addOwn(sentence: SentenceForms, i: number): void {
    const own = this.#own;
    const form = sentence.forms[i + MARGIN]!;
    const setting = settingOf(sentence, i);
    if (!own.find(form, setting)) {
      const n = ownFeatures(form, sentence.classes[i + MARGIN]!, setting, this.#keys, 0);
      own.keep(form, setting, this.#keys, n);
    }
    own.add(this.scores);
  }

  #addSide({ forms, classes }: SentenceForms, i: number, s: number): void {
    const side = this.#sides[s]!;
    const at = i + MARGIN + SIDES[s]!;
    const form = forms[at]!;
    if (!side.find(form, 0)) {
      const n = sideFeatures(SIDES[s]!, form, classes[at]!, this.#keys, 0);
      side.keep(form, 0, this.#keys, n);
    }
    side.add(this.scores);
  }

  /** Adds rows of further features. */
  add(keys: Int32Array, n: number): void {
    this.#weights.add(keys, n, this.scores);
  }

  /** The class of the highest score; the first of equals. */
  best(): number {
    const { scores } = this;
    let best = 0;
    for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
    return best;
  }

  /** Whether a class stands `lead` above all others. */
  leads(best: number, lead: number): boolean {
    const { scores } = this;
    const bound = scores[best]! - lead;
    for (let c = 0; c < scores.length; c++) if (scores[c]! > bound && c !== best) return false;
    return true;
  }
}

/** The two passes with the memory they work in. */
class Passes {
  readonly #first: WordPass;
  readonly #second: WordPass;
  readonly #isVerb: Uint8Array;
  readonly #keys = new Int32Array(MOST_FEATURES);
  readonly #tags = new Uint8Array(LONGEST);
  readonly #sure = new Uint8Array(LONGEST);
  readonly #final = new Uint8Array(LONGEST);

  constructor(first: RowTable, second: RowTable, classes: readonly string[]) {
    this.#first = new WordPass(first, classes.length);
    this.#second = new WordPass(second, classes.length);
    this.#isVerb = verbClasses(classes);
  }

  /** Classes of the sentence's `n` words, valid until the next call. */
  run(sentence: SentenceForms, n: number): Uint8Array {
    const tags = this.#tags;
    for (let i = 0; i < n; i++) {
      this.#first.read(sentence, i);
      tags[i] = this.#first.best();
      this.#sure[i] = this.#first.leads(tags[i]!, SURE) ? 1 : 0;
    }
    const near = nearVerbs(sentence, tags, this.#isVerb, n);
    for (let i = 0; i < n; i++)
      this.#final[i] = this.#sure[i] === 1 ? tags[i]! : this.#again(sentence, i, near);
    return this.#final;
  }

  #again(sentence: SentenceForms, i: number, near: NearVerbs): number {
    this.#second.read(sentence, i);
    this.#second.add(this.#keys, tagFeatures(sentence, i, this.#tags, near, this.#keys));
    return this.#second.best();
  }
}
