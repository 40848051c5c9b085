import { z } from 'zod';
import { wordKey } from './key.ts';
import { type LexiconSource, table } from './source.ts';

const Word = z.string().min(1);

/** `data/<lang>/loaded.yaml`: words that carry a judgement, whoever uses them. */
export const LoadedFile = z.object({
  entries: z
    .array(
      z.object({
        form: Word,
        neutral: Word,
        category: z.enum([
          'crime',
          'distancing',
          'evaluative',
          'insult',
          'label',
          'legal',
          'legitimacy',
          'sacralising',
          'scare quotes',
        ]),
        quoted: z.boolean().optional(),
        capital: z.boolean().optional(),
      }),
    )
    .min(1),
});

/** One reviewed word or phrase. */
export interface LoadedWord {
  readonly words: readonly string[];
  readonly neutral: string;
  readonly category: string;
  /** Counts only when it stands alone between quotation marks. */
  readonly quoted: boolean;
  /** Counts only when written with a capital. */
  readonly capital: boolean;
}

/** By the key of the first word; longest first. */
export type LoadedWords = ReadonlyMap<string, readonly LoadedWord[]>;

/** Loads the loaded words of a language. */
export function loadLoaded(source: LexiconSource, language: string): LoadedWords {
  const map = new Map<string, LoadedWord[]>();
  for (const e of table<z.infer<typeof LoadedFile>>(source, `${language}/loaded`).entries) {
    const words = e.form.split(' ').map(wordKey);
    const word = {
      words,
      neutral: e.neutral,
      category: e.category,
      quoted: e.quoted ?? false,
      capital: e.capital ?? false,
    };
    map.set(words[0]!, [...(map.get(words[0]!) ?? []), word]);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}
