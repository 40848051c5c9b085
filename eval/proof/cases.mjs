import { copy, every, nudge, shuffleSpans } from './damage.mjs';
import { seedsExport, spoiledSeeds } from './seeds.mjs';

/**
 * One scorer with the predictions on which both versions must agree.
 * @typedef {{ name: string, files: string[], run: (io: Io) => [label: string, theirs: unknown, ours: unknown][] }} Case
 * @typedef {{ rows: (path: string) => any[], text: (path: string) => string, json: (path: string) => any, texts: (path: string) => Record<string, string>, ours: any, theirs: Record<string, any> }} Io
 */

/** A case over JSON Lines: gold itself, each damaged copy, and nothing at all. */
const rowsCase = (name, module, file, gold, damaged, theirs, ours) => ({
  name: `${name} ${file}`,
  files: [file],
  run: (io) => {
    const rows = io.rows(file);
    const own = gold(rows);
    const predictions = [
      ['gold', own],
      ...damaged(own, rows).map((d, i) => [`damaged ${i + 1}`, d]),
      ['nothing', []],
    ];
    return predictions.map(([label, pred]) => [
      label,
      theirs(io.theirs[module], rows, pred),
      ours(io.ours, rows, pred),
    ]);
  },
});

const attribution = (options) =>
  rowsCase(
    `attribution ${JSON.stringify(options)}`,
    'attribution',
    'bench/attribution/polnear-dev.jsonl',
    (rows) => rows,
    (own) => [
      every(own, 2, (row) => ({
        ...row,
        attributions: shuffleSpans(row.attributions, (a, i) => ({
          source: i % 2 ? [] : a.source.map((s) => nudge(s, i)),
          cue: a.cue.map((s) => nudge(s, i + 1)),
          content: a.content.slice(i % 2).map((s) => nudge(s, i * 3)),
        })),
      })),
      own
        .slice(5)
        .map((row) => ({ ...row, attributions: row.attributions.map((a) => ({ ...a, source: a.cue })) })),
    ],
    (m, g, p) => m.score(g, p, options),
    (m, g, p) => m.scoreAttribution(g, p, options),
  );

const geo = (file, options) =>
  rowsCase(
    `geo ${JSON.stringify(options)}`,
    'geo',
    `bench/places/${file}`,
    (rows) => rows,
    (own) => [
      every(own, 2, (row) => ({
        ...row,
        toponyms: shuffleSpans(row.toponyms, (t, i) => ({
          ...t,
          start: t.start - (i % 2),
          end: t.end + (i % 3),
          lat: i % 4 ? (t.lat ?? 10) + ((row.id.length + row.toponyms.length * 7 + i) % 33) / 20 : null,
          lon: i % 4 ? (t.lon ?? 10) - (i % 3) / 50 : null,
        })),
      })),
    ],
    (m, g, p) => bareErrors(m.scoreGeo(g, p, options)),
    (m, g, p) => bareErrors(m.scoreGeo(g, p, options)),
  );

/** Lists of errors are for reading; what is proved of them is how many there are. */
export const bareErrors = ({ errors, ...rest }) => ({ ...rest, errors: errors.length });

const time = (file, options) =>
  rowsCase(
    `time ${JSON.stringify(options)}`,
    'time',
    `bench/times/${file}`,
    (rows) => rows,
    (own) => [
      every(own, 1, (row) => ({
        ...row,
        timex: shuffleSpans(row.timex, (t, i) => ({
          ...t,
          start: t.start - (i % 2),
          end: t.end + (i % 4),
          type: i % 3 ? undefined : 'SET',
          value: i % 2 ? `${t.value}-01` : null,
        })),
      })),
    ],
    (m, g, p) => bareErrors(m.scoreTime(g, p, options)),
    (m, g, p) => bareErrors(m.scoreTime(g, p, options)),
  );

const plover = {
  name: 'plover plv_train',
  files: ['bench/plover/plv_train.jsonl'],
  run: (io) => {
    const gold = io.rows('bench/plover/plv_train.jsonl');
    const own = gold.map((row) => {
      const marks = io.theirs.plover.marks(row);
      const { code } = row.expected[0];
      const right = {
        type: code === 'YIELD' ? 'RETREAT' : code,
        actor: [{ spans: marks.source ? [marks.source] : [] }],
        recipient: marks.target ? [{ spans: [marks.target] }] : [],
      };
      return { id: row.id, events: [{ type: 'CONSULT', actor: [], target: [] }, right] };
    });
    const bad = every(own, 4, (row) => ({ ...row, events: [] }));
    const worse = every(own, 3, (row) => ({
      ...row,
      events: [{ ...row.events[1], type: 'AID' }, { type: null }],
    }));
    return [own, bad, worse, []].map((pred, i) => [
      `prediction ${i}`,
      io.theirs.plover.scorePlover(gold, pred),
      io.ours.scorePlover(gold, pred),
    ]);
  },
};

const factuality = (file) =>
  rowsCase(
    'factuality',
    'factuality',
    `bench/factuality/${file}`,
    (rows) => rows.map((row) => ({ id: row.id, factualities: [{ span: row.span, value: row.factuality }] })),
    (own) => [
      every(own, 3, (row) => ({
        ...row,
        factualities: [{ ...row.factualities[0], value: -row.factualities[0].value }],
      })),
      every(own, 2, (row, i) => ({
        ...row,
        factualities: [
          {
            span: { start: row.factualities[0].span[0] - 2, end: row.factualities[0].span[1] },
            value: i % 4,
          },
          { span: nudge(row.factualities[0].span, i), value: null },
        ],
      })),
    ],
    (m, g, p) => m.scoreFactuality(g, p),
    (m, g, p) => m.scoreFactuality(g, p),
  );

const counts = (file) =>
  rowsCase(
    'victims',
    'victims',
    `bench/victims/${file}`,
    (rows) =>
      rows.map((row) => ({
        id: row.id,
        incidents: row.incidents
          ? row.incidents.map((i) => ({
              events: [0],
              killed: i.killed && { best: i.killed.value },
              injured: null,
            }))
          : [
              { events: [0, 1], killed: { best: row.killed }, injured: { best: row.injured } },
              { events: [2], killed: { best: 9 }, injured: null },
            ],
      })),
    (own) => [
      every(own, 3, (row) => ({ ...row, incidents: row.incidents.slice(1) })),
      own.map((row, i) => ({
        id: row.id,
        events: [
          { counts: [{ what: 'killed', low: i % 3 }] },
          { counts: [{ what: 'injured', best: i % 5 }], killed: 1 },
        ],
      })),
    ],
    (m, g, p) => m.scoreVictims(g, p),
    (m, g, p) => m.scoreVictims(g, p),
  );

const detect = rowsCase(
  'arabic',
  'arabic',
  'bench/arabic/detect.dev.jsonl',
  (rows) =>
    rows.map((row) => ({
      id: row.id,
      events: [{ type: row.event_type, status: row.label === 'yes' ? 'happened' : 'hypothetical' }],
    })),
  (own) => [
    every(own, 2, (row) => ({ ...row, events: row.events.map((e) => ({ ...e, status: 'happened' })) })),
  ],
  (m, g, p) => m.scoreArabic(g, p),
  (m, g, p) => m.scoreArabic(g, p),
);

const spans = rowsCase(
  'arabic',
  'arabic',
  'bench/arabic/spans.dev.jsonl',
  (rows) =>
    rows.map((row) => ({
      id: row.id,
      events: [
        {
          type: row.event_type,
          actor: [{ spans: row.gold.source.majority }],
          victim: [{ spans: row.gold.target.majority }],
        },
      ],
    })),
  (own) => [
    every(own, 3, (row) => ({ ...row, events: [] })),
    every(own, 2, (row, i) => ({
      ...row,
      events: row.events.map((e) => ({ ...e, target: { spans: e.actor[0].spans.map((s) => nudge(s, i)) } })),
    })),
  ],
  (m, g, p) => m.scoreArabic(g, p),
  (m, g, p) => m.scoreArabic(g, p),
);

const coref = {
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

const conllu = {
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

const names = (file) => ({
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

const pages = (file) =>
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

const rte = rowsCase(
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

const muc4 = (options) => ({
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

/** Each start of the dice gives another damaged copy. */
const SEEDS_OF_DICE = [1, 2, 3, 4, 5, 6, 7, 8];

const seeds = {
  name: 'seeds',
  files: ['gold/seeds', 'seeds', 'gold/seeds/claims.json'],
  run: (io) => {
    const parsed = Object.fromEntries(
      io.ours.GOLD_FILES.map((name) => [name, io.json(`gold/seeds/${name}.json`)]),
    );
    const texts = io.texts('seeds');
    const own = seedsExport(parsed, texts, io.ours);
    const cases = [
      ['gold', own, []],
      ...SEEDS_OF_DICE.map((seed) => [`damaged ${seed}`, spoiledSeeds(own, parsed, seed), []]),
      ['nothing', {}, []],
      ['rows', ...layersAsRows(own, parsed)],
    ];
    return cases.map(([label, record, rows]) => [
      label,
      io.theirs.seeds.scoreSeeds(actorsOf(parsed), record, texts, { rows, misses: true }),
      io.ours.scoreSeeds(io.ours.seedsGold(parsed), record, texts, { rows, misses: true }),
    ]);
  },
};

/** Their scorer reads its gold from a folder; the same change is made here to what was parsed. */
export function actorsOf(parsed) {
  const gold = copy(parsed);
  if (!Array.isArray(gold.actors))
    gold.actors = gold.actors.actors.map((a) => ({
      ...a,
      extra: (gold.actors.alias_sets ?? [])
        .filter((s) => s.canonical === a.canonical)
        .flatMap((s) => s.aliases),
    }));
  return gold;
}

/** The layers taken out of the export and handed in as rows of single articles. */
function layersAsRows(record, gold) {
  const { times, places, loaded, ...rest } = record;
  const layers = { times, places, loaded };
  const rows = Object.entries(gold.segments.articles).map(([id, article]) => {
    const inside = (x) => x.doc === `doc:${article.file}` && article.start <= x.start && x.end <= article.end;
    const shift = (x) => ({ ...x, start: x.start - article.start, end: x.end - article.start });
    return {
      id,
      ...Object.fromEntries(Object.entries(layers).map(([k, xs]) => [k, xs.filter(inside).map(shift)])),
    };
  });
  return [rest, rows];
}

/** @type {Case[]} */
export const CASES = [
  seeds,
  attribution({}),
  attribution({ strictChars: true, overlap: 'jaccard' }),
  attribution({ overlap: 'min', threshold: 0.3 }),
  geo('lgl.jsonl', {}),
  geo('lgl.jsonl', { overlap: true, located: true }),
  geo('tr-news-dev.jsonl', {}),
  geo('geovirus.jsonl', { literal: true }),
  time('wikiwars.jsonl', {}),
  time('wikiwars.jsonl', { byDay: true }),
  time('tweets-test.jsonl', { types: ['DATE', 'TIME'] }),
  plover,
  factuality('meantime-dev.jsonl'),
  factuality('uds_ih2-dev.jsonl'),
  counts('gva_articles.dev.jsonl'),
  counts('gvdb.dev.jsonl'),
  counts('muc4.tune.jsonl'),
  detect,
  spans,
  coref,
  conllu,
  names('uner_ewt-dev.iob2'),
  names('wikigold.tsv'),
  pages('trafilatura/truth.jsonl'),
  pages('htmldate/truth.jsonl'),
  pages('wcxb-dev/truth.jsonl.gz'),
  rte,
  muc4({}),
  muc4({ victim: 'names', optional: 'required', goldField: 'gtt_templates', dedupe: true }),
];
