import type { Model } from '../../lib/model-file.ts';
import type { Form, Forms } from '../forms.ts';
import { bestLabels, type Moves, marginals, movesOf } from './decode.ts';
import type { NameDictionaries } from './dictionaries.ts';
import { memoryOf, usageOf } from './document.ts';
import { type NameSentence, nameSentence } from './features.ts';
import { LABELS, labelsOf, type NameSpan, type NameType, namesOf } from './labels.ts';
import { NameScorer } from './scorer.ts';

/** A name found: words `[first, last)` of a sentence, with the probability of its least sure word. */
export interface FoundName extends NameSpan {
  readonly sentence: number;
  readonly type: NameType;
  readonly score: number;
}

/** Finds names of persons, organisations and places in one document. */
export interface EntityRecogniser {
  /** Names in text order. `sentences` are UD words, recased where the text is all capitals. */
  find(sentences: readonly (readonly string[])[]): readonly FoundName[];
}

/** `info` of `names.model`. */
interface Info {
  readonly moves: readonly number[];
  readonly scale: number;
}

/** Names less sure than this are left out (UNER-EWT dev: precision .79 to .81 for a point of recall). */
const LEAST_SCORE = 0.4;
/** Longer sentences are cut: lists and tables without a stop. */
const LONGEST = 400;

/** A stretch of a sentence, with its scores of words × labels. */
interface Read {
  readonly sentence: number;
  readonly from: number;
  readonly ready: NameSentence;
  readonly scores: Int32Array;
}

/**
 * Makes the recogniser: a linear chain over the words (Lafferty et al. 2001), read twice, the second time with what the
 * first found elsewhere in the document. `model` holds row tables "weights" (columns are labels) and "kinds".
 */
export function recogniserFrom(model: Model, forms: Forms, dictionaries: NameDictionaries): EntityRecogniser {
  const { moves, scale } = model.info as Info;
  const chain = movesOf(moves, scale);
  const kindOf = (form: Form): number => model.rows.kinds?.get(form.lowerHash, 0, 0) ?? 0;
  const scorer = new NameScorer(model.rows.weights!, kindOf);
  return {
    find(sentences) {
      const pieces = cut(sentences);
      const words = pieces.map((p) => p.words.map(forms));
      const usage = usageOf(words);
      const reads = pieces.map(({ sentence, from, words: own }, p): Read => {
        const ready = nameSentence({
          forms: words[p]!,
          marks: dictionaries(own),
          kinds: words[p]!.map(kindOf),
          usage: usage[p]!,
        });
        return { sentence, from, ready, scores: scorer.read(ready) };
      });
      const first = reads.map((r) => namesOf(bestLabels(r.scores, r.ready.forms.length, chain)));
      const memories = memoryOf(words, first);
      reads.forEach(({ ready, scores }, p) => {
        scorer.remember(ready, memories[p]!, scores);
      });
      return reads.flatMap((read) => found(read, chain));
    },
  };
}

function* cutOne(words: readonly string[]): Generator<{ from: number; words: readonly string[] }> {
  if (words.length <= LONGEST) yield { from: 0, words };
  else
    for (let from = 0; from < words.length; from += LONGEST)
      yield { from, words: words.slice(from, from + LONGEST) };
}

const cut = (sentences: readonly (readonly string[])[]) =>
  sentences.flatMap((words, sentence) => [...cutOne(words)].map((piece) => ({ sentence, ...piece })));

function found({ sentence, from, ready, scores }: Read, chain: Moves): FoundName[] {
  const length = ready.forms.length;
  const names = namesOf(bestLabels(scores, length, chain));
  if (names.length === 0) return [];
  const labels = labelsOf(names, length);
  const shares = marginals(scores, length, chain);
  return names
    .map(({ first, last, type }) => {
      let score = 1;
      for (let i = first; i < last; i++) score = Math.min(score, shares[i * LABELS + labels[i]!]!);
      return { sentence, first: first + from, last: last + from, type, score };
    })
    .filter(({ score }) => score >= LEAST_SCORE);
}
