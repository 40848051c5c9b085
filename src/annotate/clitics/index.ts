import type { Token, Word } from '../../doc/index.ts';
import type { Clitics } from '../../lexicon/clitics.ts';
import type { Model } from '../../lib/model-file.ts';
import { type Analysis, analysesOf, hostForms } from './analyses.ts';
import { featuresOf, MOST_FEATURES, type Site, viewOf, type WordClass } from './features.ts';
import { type Letters, lettersOf } from './letters.ts';
import { type Piece, piecesOf, siteOf } from './pieces.ts';
import { wordClasses } from './words.ts';

/** Cuts tokens into words where a language writes several in one. Words have no tags yet. */
export type CliticSplitter = (text: string, tokens: readonly Token[]) => Word[];
/** Chooses how a word is cut. */
export type Choose = (site: Site) => Analysis;

/**
 * Makes the splitter of a language from its clitics and its model "clitics": of all ways to cut a word the one the
 * perceptron likes best (features of letters, neighbours and a lexicon; Collins 2002). `null` without a model.
 */
export function cliticSplitter(clitics: Clitics, model: Model | null): CliticSplitter | null {
  const weights = model?.rows.weights;
  const lexicon = model?.rows.lexicon;
  if (!weights || !lexicon) return null;
  const known = wordClasses(lexicon);
  const keys = new Int32Array(MOST_FEATURES);
  const score = new Int32Array(1);
  const choose = (site: Site): Analysis => {
    const all = analysesOf(site.word, clitics);
    if (all.length === 1) return all[0]!;
    const view = viewOf(site, clitics, known);
    return bestOf(all, (analysis) => {
      score[0] = 0;
      weights.add(keys, featuresOf(view, analysis, clitics, known, keys), score);
      return score[0];
    });
  };
  return (text, tokens) => splitWith(text, tokens, clitics, known, choose);
}

/** Cuts tokens with a given way to choose. */
export function splitWith(
  text: string,
  tokens: readonly Token[],
  clitics: Clitics,
  known: WordClass,
  choose: Choose,
): Word[] {
  const pieces = piecesOf(text, tokens, clitics);
  return pieces.flatMap((piece, i) => {
    if (!piece.letters) return [wordOf(text, piece, piece.start, piece.end)];
    return wordsOf(text, piece, piece.letters, choose(siteOf(text, pieces, i)), clitics, known);
  });
}

/** The analysis with the highest score; the first of equals, which is the whole word. */
export function bestOf(all: readonly Analysis[], scoreOf: (analysis: Analysis) => number): Analysis {
  let best = all[0]!;
  let high = Number.NEGATIVE_INFINITY;
  for (const analysis of all) {
    const score = scoreOf(analysis);
    if (score > high) [best, high] = [analysis, score];
  }
  return best;
}

const wordOf = (text: string, piece: Piece, start: number, end: number, form?: string): Word => ({
  start,
  end,
  form: form ?? text.slice(start, end),
  token: piece.token,
  sentence: piece.sentence,
  upos: null,
  xpos: null,
  lemma: null,
  feats: '',
});

function wordsOf(
  text: string,
  piece: Piece,
  { text: letters, at }: Letters,
  analysis: Analysis,
  clitics: Clitics,
  known: WordClass,
): Word[] {
  const { proclitics, from, to, enclitic } = analysis;
  if (proclitics.length === 0 && enclitic === '') return [wordOf(text, piece, piece.start, piece.end)];
  const words: Word[] = [];
  const put = (a: number, b: number, form: string): void => {
    words.push(wordOf(text, piece, piece.start + at[a]!, piece.start + at[b]!, form));
  };
  let start = 0;
  for (const { form } of proclitics) {
    put(start, start + form.length, form);
    start += form.length;
  }
  if (to > from) put(from, to, aloneForm(letters, analysis, clitics, known));
  if (enclitic !== '') put(to, letters.length, enclitic);
  return words;
}

/** The host as it stands alone: the first of its forms that the lexicon knows, else the last. */
function aloneForm(letters: string, analysis: Analysis, clitics: Clitics, known: WordClass): string {
  const forms = hostForms(letters, analysis, clitics);
  const key = (form: string): string => lettersOf(form, clitics.alike).key;
  return forms.find((form) => known(key(form)) > 0) ?? forms.at(-1)!;
}
