import type { Sentence, Token, Word } from '../doc/index.ts';
import type { LanguagePack } from './pack.ts';

/** Tags, lemmas and features of one sentence's words, an entry a word; `null` where the language has no model for it. */
export interface TaggedWords {
  /** As read: recased where the sentence shouts. */
  readonly forms: readonly string[];
  readonly upos: readonly (string | null)[];
  readonly xpos: readonly (string | null)[];
  readonly lemmas: readonly (string | null)[];
  readonly feats: readonly string[];
}

/** Stands in a tag of a treebank that has none. */
const NO_TAG = '_';

/** Tags one sentence of words. */
export function tagWords(given: readonly string[], pack: LanguagePack): TaggedWords {
  const { tagger, lemmatiser, featsOf } = pack;
  const forms = pack.recase(given);
  if (!tagger) {
    const none = forms.map(() => null);
    return { forms, upos: none, xpos: none, lemmas: none, feats: forms.map(() => '') };
  }
  const { upos, xpos } = tagger.tag(forms);
  return {
    forms,
    upos,
    xpos: xpos.map((tag) => (tag === NO_TAG ? null : tag)),
    lemmas: forms.map((form, i) => lemmatiser?.lemma(form, upos[i]!, xpos[i]!) ?? null),
    feats: forms.map((form, i) => featsOf?.(upos[i]!, xpos[i]!, form) ?? ''),
  };
}

/** The words of a text with all that is known of each. */
export function findWords(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  pack: LanguagePack,
): Word[] {
  const spans = pack.split(text, tokens);
  const words: Word[] = [];
  let at = 0;
  for (let s = 0; s < sentences.length; s++) {
    const first = at;
    while (at < spans.length && spans[at]!.sentence === s) at++;
    const own = spans.slice(first, at);
    const { forms, upos, xpos, lemmas, feats } = tagWords(
      own.map((w) => w.form),
      pack,
    );
    own.forEach(({ start, end, token, sentence }, i) => {
      const tags = { upos: upos[i]!, xpos: xpos[i]!, lemma: lemmas[i]!, feats: feats[i]! };
      words.push({ start, end, form: forms[i]!, token, sentence, ...tags });
    });
  }
  return words;
}
