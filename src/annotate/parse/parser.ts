import type { Model } from '../../lib/model-file.ts';
import type { Forms } from '../forms.ts';
import { Builder } from './builder.ts';
import { Labeller } from './labeller.ts';
import { attachPunctuation, WAITING } from './punctuation.ts';
import { MOST_WORDS, SentenceTable } from './sentence-table.ts';

/** A tree: head of each word (−1 is the root, of which there is one) and UD relation to it. */
export interface DependencyTree {
  readonly heads: number[];
  readonly relations: string[];
}

/** Parses one sentence at a time. */
export interface Parser {
  /**
   * The tree of a tagged sentence (UD words, universal and Penn tags). `null` for no words and for more than `MOST_WORDS`
   * (400): such a "sentence" is a list or a broken text.
   */
  readonly parse: (
    words: readonly string[],
    upos: readonly string[],
    xpos: readonly string[],
  ) => DependencyTree | null;
}

const ROOT = 'root';
const PUNCT = 'punct';

/**
 * Makes a parser of a model: arc-hybrid over the words without punctuation, the tree chosen of a few by how sure their actions
 * and relations are, then punctuation by rule. It keeps its working memory, so one parser serves one thread. Throws on a model of another kind.
 */
export function parserFrom(model: Model, forms: Forms): Parser {
  const { actions } = model.pairs;
  const { labels } = model.rows;
  if (!actions || !labels)
    throw new TypeError('the model holds no parser: pairs "actions" and rows "labels" are missing');
  const table = new SentenceTable(forms);
  const builder = new Builder(table, actions);
  const names = (model.info as { relations: string[] }).relations;
  const labeller = new Labeller(table, labels, names.length);
  return {
    parse(words, upos, xpos) {
      if (words.length === 0 || words.length > MOST_WORDS) return null;
      table.read(words, upos, xpos);
      const heads = new Array<number>(words.length).fill(WAITING);
      const relations = new Array<string>(words.length).fill(PUNCT);
      if (table.size > 0) {
        const found = surest(builder, labeller, table.size);
        for (let i = 0; i < table.size; i++) {
          const head = found.heads[i]!;
          heads[table.places[i]!] = head < 0 ? head : table.places[head]!;
          relations[table.places[i]!] = names[found.relations[i]!] ?? ROOT;
        }
      }
      attachPunctuation(words, heads);
      relations[heads.indexOf(-1)] = ROOT;
      return { heads, relations };
    },
  };
}

/** Heads and relations (numbers) of the table's words. */
interface Found {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Of all trees that the builder finds, the one whose actions and relations together are the surest. */
function surest(builder: Builder, labeller: Labeller, size: number): Found {
  const paths = builder.build();
  labeller.start();
  let least = Infinity;
  let heads = paths[0]!.heads;
  const relations = new Int32Array(size);
  for (const path of paths) {
    const loss = path.loss + labeller.label(path.heads, least - path.loss);
    if (loss >= least) continue;
    least = loss;
    heads = path.heads;
    relations.set(labeller.relations.subarray(0, size));
  }
  return { heads, relations };
}
