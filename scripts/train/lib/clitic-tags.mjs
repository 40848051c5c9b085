/** Training of a tagger of a language that writes clitics together: words in the forms in which the splitter gives them. */
import { splitWith } from '../../../dist/annotate/clitics/index.js';
import { formsOf } from '../../../dist/annotate/forms.js';
import { taggerFrom } from '../../../dist/annotate/tag/tagger.js';
import { sitesOf } from './clitics.mjs';
import { modelOf } from './tagger-forms.mjs';
import { trainTagger } from './tagger-train.mjs';

/** The language has no clusters, no letter case, and little to learn from: every feature counts. */
const OPTIONS = { cased: 0, least: 1, firstEntries: 25_000, secondEntries: 45_000 };
/** Languages without case or clusters share one memory of forms. */
const FORMS = formsOf(null);

/** Trees with the forms that the splitter gives where it cuts rightly, and universal tags alone. */
export function castTrees(trees, sentences, clitics, lexicon) {
  return trees.map((tree, t) => {
    const sentence = sentences[t];
    const sites = sitesOf(sentence, clitics);
    let at = 0;
    const right = () => {
      const site = sites[at++];
      return site.analyses[Math.max(0, site.right)];
    };
    const cut = splitWith(sentence.text, sentence.tokens, clitics, lexicon.known, right);
    const forms = new Map(cut.map((w) => [`${w.start}-${w.end}`, w.form]));
    const words = sentence.words.map((w) => ({
      ...w,
      form: forms.get(`${w.start}-${w.end}`) ?? w.form,
      xpos: '_',
    }));
    return { ...tree, words };
  });
}

/** Sections of the tagger's model. */
export const trainTags = (trees) => trainTagger(trees, FORMS, OPTIONS);

/** Right tags and words of some trees. */
export function scoreTags(sections, trees) {
  const tagger = taggerFrom(modelOf(sections), FORMS);
  let right = 0;
  let words = 0;
  for (const tree of trees) {
    const { upos } = tagger.tag(tree.words.map((w) => w.form));
    words += tree.words.length;
    right += tree.words.filter((w, i) => w.upos === upos[i]).length;
  }
  return { right, words };
}
