import { every } from '../damage.mjs';
import { rowsCase } from './case.mjs';

export const coref = {
  name: 'coref incidents/dev',
  files: ['bench/incidents/dev.jsonl'],
  run: (io) => {
    const gold = io.rows('bench/incidents/dev.jsonl');
    const baseline = gold.map((row) => io.theirs.coref.headBaseline(row));
    const own = gold.map((row) => io.ours.headBaseline(row));
    const split = baseline.map((row) => ({
      ...row,
      clusters: row.clusters.flatMap((c) => [c.slice(0, 2), c.slice(1)]),
    }));
    return [
      ['baseline', baseline, own],
      ...[baseline, split, []].map((pred, i) => [
        `prediction ${i}`,
        io.theirs.coref.scoreCoref(gold, pred),
        io.ours.scoreCoref(gold, pred),
      ]),
    ];
  },
};

export const conllu = {
  name: 'conllu en_gum-dev',
  files: ['train/en_gum-dev.conllu'],
  run: (io) => {
    const text = io.text('train/en_gum-dev.conllu');
    const theirs = io.theirs.conllu.readConllu(text);
    const ours = io.ours.readConllu(text);
    const spoil = (words) =>
      words.map((w, i) =>
        i % 5 ? w : { ...w, upos: 'X', xpos: 'X', lemma: '?', head: w.head + 1, rel: 'dep', end: !w.end },
      );
    return [
      ['gold', io.theirs.conllu.scoreConllu(theirs, theirs), io.ours.scoreConllu(ours, ours)],
      [
        'damaged',
        io.theirs.conllu.scoreConllu(theirs, spoil(theirs)),
        io.ours.scoreConllu(ours, spoil(ours)),
      ],
    ];
  },
};

export const names = (file) => ({
  name: `names ${file}`,
  files: [`train/${file}`],
  run: (io) => {
    const text = io.text(`train/${file}`);
    const read = { theirs: io.theirs.names.readBio(text), ours: io.ours.readBio(text) };
    const spoil = (bio) => ({
      ...bio,
      tags: bio.tags.map((t, i) => (i % 7 === 0 ? 'O' : i % 11 ? t : t.replace('PER', 'LOC'))),
    });
    return [
      ['reading', read.theirs, read.ours],
      [
        'gold',
        io.theirs.names.scoreNames(read.theirs, read.theirs),
        io.ours.scoreNames(read.ours, read.ours),
      ],
      [
        'damaged',
        io.theirs.names.scoreNames(read.theirs, spoil(read.theirs)),
        io.ours.scoreNames(read.ours, spoil(read.ours)),
      ],
    ];
  },
});

export const pages = (file) =>
  rowsCase(
    'pages',
    'pages',
    `bench/article/${file}`,
    (rows) => rows,
    (own) => [
      every(own, 3, (row) => ({ id: row.id, title: 'x', author: 'By Nobody and None', date: '1999-1-1' })),
      own.map((row) => ({
        id: row.id,
        articles: [{ headline: `${row.title ?? ''} .`, byline: row.author, published: { value: row.date } }],
      })),
    ],
    (m, g, p) => m.scorePages(g, p),
    (m, g, p) => m.scorePages(g, p),
  );

export const rte = rowsCase(
  'rte',
  'rte',
  'bench/contradiction/rte3.dev.jsonl',
  (rows) => rows,
  (own) => [
    every(own, 3, (row) => ({ ...row, label: 'neutral' })),
    every(own, 2, (row) => ({ ...row, label: 'contradiction' })),
  ],
  (m, g, p) => m.scoreRte(g, p),
  (m, g, p) => m.scoreRte(g, p),
);

export const muc4 = (options) => ({
  name: `muc4 ${JSON.stringify(options)}`,
  files: ['bench/muc4/tst12.jsonl'],
  run: (io) => {
    const gold = io.rows('bench/muc4/tst12.jsonl');
    const own = gold.map(({ docid, templates }) => ({ docid, templates }));
    const bad = every(own, 2, (row, i) => ({
      ...row,
      templates: [
        ...row.templates.slice(i % 2),
        { incident_type: 'bombing', Victim: ['THE MAYOR OF LIMA', 'A GUARD'], Weapon: [['BOMB']] },
      ],
    }));
    const gtt = gold.map(({ docid, gtt_templates: templates }) => ({ docid, templates }));
    return [own, bad, gtt, []].map((pred, i) => [
      `prediction ${i}`,
      theirMuc4(io, gold, pred, options),
      io.ours.scoreMuc4(gold, pred, options),
    ]);
  },
});

function theirMuc4({ theirs: { muc4: m } }, gold, pred, options) {
  const by = new Map(pred.map((row) => [row.docid, row]));
  return {
    headNoun: m.headNoun(gold, by, options),
    ceafRee: m.ceafRee(gold, by),
    ceafTf: m.ceafTf(gold, by, options),
  };
}
