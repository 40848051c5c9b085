import { describe, expect, it } from 'vitest';
import { scoreSentenceEnds } from './sentence-ends.ts';
import { readTreebank } from './treebank.ts';
import { scoreWords } from './words.ts';

const GOLD = `# newdoc id = a
# newpar
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
1\tStay\tstay\tVERB\tVB\t_\t0\troot:x\t_\tSpaceAfter=No
2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_
`;
const documents = readTreebank(GOLD);

describe('readTreebank', () => {
  it('puts the text together again and cuts multiword tokens', () => {
    const [doc] = documents;
    expect(doc!.text.trimEnd()).toBe("Don't go.\n\nStay!");
    expect(doc!.blocks.map((b) => doc!.text.slice(b.start, b.end))).toEqual(["Don't go.", 'Stay!']);
    expect(doc!.sentences[0]!.words.map((w) => doc!.text.slice(w.start, w.end))).toEqual([
      'Do',
      "n't",
      'go',
      '.',
    ]);
  });
});

describe('scoreSentenceEnds', () => {
  it('counts ends, not starts', () => {
    const score = scoreSentenceEnds(documents, () => [
      { start: 3, end: 9 },
      { start: 11, end: 15 },
    ]);
    expect(score).toMatchObject({ tp: 1, pred: 2, gold: 2 });
  });
});

describe('scoreWords', () => {
  const given = [
    [
      { start: 0, end: 2, upos: 'AUX', head: 2, deprel: 'aux' },
      { start: 2, end: 5, upos: 'ADV', head: 2, deprel: 'advmod' },
      { start: 6, end: 9, upos: 'VERB', head: -1, deprel: 'root' },
    ],
    [
      { start: 11, end: 15, upos: 'VERB', head: -1, deprel: 'root' },
      { start: 15, end: 16, upos: 'PUNCT', head: 0, deprel: 'dep' },
    ],
  ];

  it('aligns words on the same characters and counts what is said of them', () => {
    const scores = scoreWords(documents, [given]);
    expect(scores.words).toMatchObject({ tp: 4, pred: 5, gold: 6 });
    expect(scores.upos.tp).toBe(3);
    // "Do" and "n't" hang on a word that is not aligned.
    expect(scores.uas.tp).toBe(2);
    expect(scores.las.tp).toBe(1);
  });

  it('gives no arcs to words without heads', () => {
    const bare = given.map((words) => words.map(({ start, end }) => ({ start, end })));
    expect(scoreWords(documents, [bare]).uas.tp).toBe(0);
  });
});
