import { every, nudge } from '../damage.mjs';
import { rowsCase } from './case.mjs';

export const plover = {
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

export const factuality = (file) =>
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

export const counts = (file) =>
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

export const detect = rowsCase(
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

export const spans = rowsCase(
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
