/** Scores trees. */

/**
 * Share of words with the right head (`uas`), and with the right head and relation (`las`), in percent of all words.
 * @param {import('../../../dist/annotate/parse/parser.js').Parser} parser
 * @param {import('./conllu.mjs').Tree[]} trees
 * @param {import('./parser-data.mjs').Sample[]} samples the same sentences with the tags to parse by
 */
export function scoreTrees(parser, trees, samples) {
  let words = 0;
  let heads = 0;
  let both = 0;
  trees.forEach((tree, i) => {
    const made = parser.parse(samples[i].words, samples[i].upos, samples[i].xpos);
    tree.words.forEach((word, k) => {
      words++;
      if (made?.heads[k] !== word.head) return;
      heads++;
      if (made.relations[k] === word.deprel) both++;
    });
  });
  const percent = (n) => Math.round((10_000 * n) / words) / 100;
  return { words, uas: percent(heads), las: percent(both) };
}
