import { describe, expect, it } from 'vitest';
import type { WordModels } from '../doc/index.ts';
import { ownConllu, ownNames } from './own-words.ts';

/** Models that tag all as nouns, hang all on the first word, and name every capitalised word a place. */
const models: WordModels = {
  analyse: (words) => ({
    upos: words.map(() => 'NOUN'),
    xpos: words.map(() => 'NN'),
    lemmas: words.map((w) => w.toLowerCase()),
    feats: words.map(() => ''),
    heads: words.map((_, i) => (i === 0 ? -1 : 0)),
    relations: words.map((_, i) => (i === 0 ? 'root' : 'dep')),
  }),
  names: (sentences) =>
    sentences.flatMap((words, sentence) =>
      words.flatMap((w, first) =>
        /^\p{Lu}/u.test(w) ? [{ sentence, first, last: first + 1, type: 'LOC' as const }] : [],
      ),
    ),
};

describe('ownConllu', () => {
  it('fills the columns of words and leaves comments and ranges as they stand', () => {
    const gold = '# a\n1-2\tDonnt\t_\n1\tDo\tx\tX\tX\t_\t2\tx\t_\t_\n2\tnt\tx\tX\tX\t_\t0\troot\t_\t_\n';
    expect(ownConllu(gold, models).split('\n').slice(0, 4)).toEqual([
      '# a',
      '1-2\tDonnt\t_',
      '1\tDo\tdo\tNOUN\tNN\t_\t0\troot\t_\t_',
      '2\tnt\tnt\tNOUN\tNN\t_\t1\tdep\t_\t_',
    ]);
  });
});

describe('ownNames', () => {
  it('hands over one document at a time and writes BIO tags', () => {
    const seen: number[] = [];
    const counting: WordModels = {
      ...models,
      names: (s) => models.names(s.slice(0, seen.push(s.length) && s.length)),
    };
    const gold =
      '# newdoc id = a\n1\tHoms\tO\t-\n2\tfell\tB-X\t-\n\n1\tThen\tO\t-\n\n# newdoc id = b\n1\tquiet\tB-X\t-\n';
    expect(ownNames(gold, counting)).toContain('1\tHoms\tB-LOC\t-\n2\tfell\tO\t-');
    expect(seen).toEqual([2, 1]);
  });
});
