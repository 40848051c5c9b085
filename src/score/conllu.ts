import { prf, type Share, shareOf } from './core/figures.ts';

export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Position of the head in the whole file; −1 for a root. */
  readonly head: number;
  readonly rel: string;
  /** Whether a sentence ends after it. */
  readonly end: boolean;
}

/** Words of a CoNLL-U file; multiword ranges and empty nodes are skipped. */
export function readConllu(text: string): ConlluWord[] {
  const words: ConlluWord[] = [];
  let sentence: ConlluWord[] = [];
  const close = () => {
    words.push(...sentence.map((word, i) => (i === sentence.length - 1 ? { ...word, end: true } : word)));
    sentence = [];
  };
  for (const line of text.split('\n')) {
    if (!line.trim()) close();
    const cells = line.replace(/\r$/, '').split('\t');
    if (/^\d+$/.test(cells[0] ?? '')) sentence.push(word(cells, words.length));
  }
  close();
  return words;
}

function word(cells: readonly string[], base: number): ConlluWord {
  const [, form = '', lemma = '', upos = '', xpos = '', , head, rel = ''] = cells;
  return { form, lemma, upos, xpos, head: Number(head) ? base + Number(head) - 1 : -1, rel, end: false };
}

type Pair = readonly [gold: ConlluWord, given: ConlluWord];

const uas = ([gold, given]: Pair) => gold.head === given.head;
const las = (pair: Pair) => uas(pair) && pair[0].rel === pair[1].rel;
const universal = (rel: string | undefined) => (rel ?? '').split(':')[0];
const lasUniversal = (pair: Pair) => uas(pair) && universal(pair[0].rel) === universal(pair[1].rel);

/**
 * Tags, lemmas, heads and sentence ends over the same words on both sides. Heads are positions in the whole file, so a
 * sentence cut elsewhere is simply wrong there. `lasUniversal` compares labels up to the colon (CoNLL 2018).
 */
export function scoreConllu(gold: readonly ConlluWord[], given: readonly ConlluWord[]) {
  const pairs = aligned(gold, given);
  const core = pairs.filter(([word]) => word.upos !== 'PUNCT');
  const field = (name: 'upos' | 'xpos' | 'lemma'): Share =>
    shareOf(
      pairs.filter(([word]) => word[name] !== '_'),
      ([a, b]) => a[name] === b[name],
    );
  const ends = (words: readonly ConlluWord[]) => words.filter((word) => word.end).length;
  return {
    words: gold.length,
    sentences: ends(gold),
    upos: field('upos'),
    xpos: field('xpos'),
    lemma: field('lemma'),
    uas: shareOf(pairs, uas),
    las: shareOf(pairs, las),
    lasUniversal: shareOf(pairs, lasUniversal),
    uasNoPunct: shareOf(core, uas),
    lasNoPunct: shareOf(core, las),
    lasUniversalNoPunct: shareOf(core, lasUniversal),
    sentenceEnds: prf(pairs.filter(([a, b]) => a.end && b.end).length, ends(given), ends(gold)),
  };
}

function aligned(gold: readonly ConlluWord[], given: readonly ConlluWord[]): Pair[] {
  const at = gold.findIndex((word, i) => word.form !== given[i]?.form);
  if (at >= 0 || gold.length !== given.length) {
    const where = at < 0 ? gold.length : at;
    const forms = `"${gold[where]?.form}" and "${given[where]?.form}"`;
    throw new Error(`words differ at ${where}: ${forms} (${gold.length} and ${given.length} words)`);
  }
  return gold.flatMap((word, i): Pair[] => {
    const other = given[i];
    return other ? [[word, other]] : [];
  });
}
