import type { z } from 'zod';
import { foldWord } from '../lib/fold.ts';
import type { InflectionFile, Tag } from './event-schema.ts';

export { foldWord } from '../lib/fold.ts';

/** A form of a word with its tag. */
export interface Form {
  readonly form: string;
  readonly tag: Tag;
}
type Inflection = z.infer<typeof InflectionFile>;
type WordKind = 'verb' | 'noun' | 'function';

/** Forms of words of one language, out of its `inflection.yaml`. */
export class Inflector {
  readonly #data: Inflection;
  readonly #irregular: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly #doubling: ReadonlySet<string>;

  constructor(data: Inflection) {
    this.#data = data;
    this.#irregular = new Map((data.irregular ?? []).map((r) => [r.lemma ?? '', r]));
    this.#doubling = new Set(data.doubling ?? []);
  }

  /** Every form of a verb, folded. */
  verb(lemma: string): Form[] {
    const irregular = this.#irregular.get(lemma) ?? {};
    const tags = new Set<Tag>(this.#data.rules.map((r) => r.tag));
    tags.delete('noun');
    for (const tag of Object.keys(irregular)) if (tag !== 'lemma') tags.add(tag as Tag);
    const forms = [...tags].flatMap((tag) => {
      const given = irregular[tag];
      return given === undefined ? this.#regular(lemma, tag) : [{ form: given, tag }];
    });
    return this.#cliticised(forms, 'verb');
  }

  /** The noun and its plural, folded; the last word of several takes the ending. */
  noun(noun: string): Form[] {
    const forms: Form[] = [{ form: noun, tag: 'noun' }, ...this.#regular(noun, 'noun')];
    if (this.#data.rules.every((r) => r.tag !== 'noun'))
      forms.push(...this.#regular(noun, 'third').map((f): Form => ({ form: f.form, tag: 'noun' })));
    return this.#cliticised(forms, 'noun');
  }

  /** A closed-class word with what can be written at its front. */
  function(word: string): string[] {
    return this.#cliticised([{ form: word, tag: 'base' }], 'function').map((f) => f.form);
  }

  #regular(lemma: string, tag: Tag): Form[] {
    const rules = this.#data.rules.filter(
      (r) => r.tag === tag && lemma.endsWith(r.ends) && lemma.startsWith(r.starts ?? ''),
    );
    const length = (r: (typeof rules)[number]): number => r.ends.length + (r.starts?.length ?? 0);
    const longest = Math.max(0, ...rules.map(length));
    const doubled = this.#doubling.has(lemma) && (tag === 'past' || tag === 'gerund') ? lemma.at(-1) : '';
    return rules
      .filter((r) => length(r) === longest)
      .map((r) => ({
        form: (r.prefix ?? '') + lemma.slice(r.cut ?? 0, lemma.length - r.drop) + doubled + r.add,
        tag,
      }));
  }

  #cliticised(forms: readonly Form[], kind: WordKind): Form[] {
    // Folding goes by character, so front and form are folded once each, not together for every pair.
    const fronts = (this.#data.clitics?.[kind] ?? ['']).map(foldWord);
    return forms.flatMap(({ form, tag }) => {
      const folded = foldWord(form);
      return fronts.map((front) => ({ form: front + folded, tag }));
    });
  }
}
