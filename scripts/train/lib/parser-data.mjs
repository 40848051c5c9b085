/**
 * Treebank sentences as the parser's trainer reads them.
 * @typedef {{ words: string[], upos: string[], xpos: string[], heads: number[], relations: number[] }} Sample
 */

/** @param {{ upos: string, xpos: string }[][]} tags one list for each tree @returns {Sample[]} */
export const samplesOf = (trees, tags, relations) =>
  trees.map(({ words }, i) => ({
    words: words.map((w) => w.form),
    upos: tags[i].map((t) => t.upos),
    xpos: tags[i].map((t) => t.xpos),
    heads: words.map((w) => w.head),
    relations: words.map((w) => relations.indexOf(w.deprel)),
  }));

/**
 * The gold tree over the words that have rows (all but punctuation): places become numbers of rows, and what hangs on
 * punctuation hangs on its head.
 * @param {import('../../../dist/annotate/parse/sentence-table.js').SentenceTable} table
 * @param {Sample} sample
 */
export function bareTree({ size, places }, sample) {
  const rowAt = new Int32Array(sample.words.length).fill(-1);
  for (let i = 0; i < size; i++) rowAt[places[i]] = i;
  const heads = new Int32Array(size);
  let root = -1;
  for (let i = 0; i < size; i++) {
    let head = sample.heads[places[i]];
    while (head >= 0 && rowAt[head] < 0) head = sample.heads[head];
    // Where the root is punctuation, the first word that hung on it takes its place.
    heads[i] = head < 0 ? root : rowAt[head];
    if (head < 0 && root < 0) root = i;
  }
  return { heads, relations: Int32Array.from({ length: size }, (_, i) => sample.relations[places[i]]) };
}
