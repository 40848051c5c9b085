import { pathToFileURL } from 'node:url';
import * as ours from '../../dist/index.js';
import { actorsOf, bareErrors, CASES } from './cases/index.mjs';
import { differences } from './compare.mjs';

/**
 * Sayso's own prediction for a set.
 * @typedef {{ id: string, task: string, gold?: any[], predicted: any, variants?: Record<string, object> }} Real
 */

const SCORERS = [
  'arabic',
  'attribution',
  'conllu',
  'coref',
  'factuality',
  'geo',
  'muc4',
  'names',
  'pages',
  'plover',
  'rte',
  'seeds',
  'time',
  'victims',
];
/** Differences shown of one comparison. */
const MOST_SHOWN = 3;

/** How the reference scorer of a task is called, and ours. */
const CALLS = {
  arabic: [(m, ...args) => m.scoreArabic(...args), (...args) => ours.scoreArabic(...args)],
  attribution: [(m, ...args) => m.score(...args), (...args) => ours.scoreAttribution(...args)],
  conllu: [
    (m, gold, given) => m.scoreConllu(m.readConllu(gold), m.readConllu(given)),
    (gold, given) => ours.TASKS.conllu.score(gold, given),
  ],
  factuality: [(m, ...args) => m.scoreFactuality(...args), (...args) => ours.scoreFactuality(...args)],
  geo: [(m, ...args) => bareErrors(m.scoreGeo(...args)), (...args) => bareErrors(ours.scoreGeo(...args))],
  muc4: [
    (m, gold, given) => ({
      headNoun: m.headNoun(gold, byDoc(given)),
      ceafRee: m.ceafRee(gold, byDoc(given)),
      ceafTf: m.ceafTf(gold, byDoc(given)),
    }),
    (...args) => ours.scoreMuc4(...args),
  ],
  names: [
    (m, gold, given) => m.scoreNames(m.readBio(gold), m.readBio(given)),
    (gold, given) => ours.TASKS.names.score(gold, given),
  ],
  plover: [(m, ...args) => m.scorePlover(...args), (...args) => ours.scorePlover(...args)],
  time: [(m, ...args) => bareErrors(m.scoreTime(...args)), (...args) => bareErrors(ours.scoreTime(...args))],
  victims: [(m, ...args) => m.scoreVictims(...args), (...args) => ours.scoreVictims(...args)],
};

const byDoc = (rows) => new Map(rows.map((row) => [row.docid, row]));

/**
 * Runs the reference scorers and ours side by side: on the gold itself, on damaged copies, on nothing, and on Sayso's own
 * predictions. `differing` names every comparison with a digit that is not the same.
 * @param {import('../lib/sets.mjs').Sets} sets @param {Real[]} real
 */
export async function prove(sets, real) {
  const theirs = await referenceScorers(sets);
  const io = {
    ours,
    theirs,
    rows: (path) => sets.rows(path),
    text: (path) => sets.text(path),
    json: (path) => sets.json(path),
    texts: (path) => sets.texts(path),
  };
  const made = CASES.flatMap((one) => one.run(io).map(([label, a, b]) => [`${one.name}, ${label}`, a, b]));
  const compared = [...made, ...real.flatMap((one) => realComparisons(one, io))];
  const differing = compared.flatMap(([name, a, b]) => {
    const found = differences(a, b);
    return found.length > 0
      ? [`${name}: ${found.length}, such as ${found.slice(0, MOST_SHOWN).join('; ')}`]
      : [];
  });
  return { compared: compared.length, differing };
}

async function referenceScorers(sets) {
  const load = async (name) => [name, await import(pathToFileURL(sets.path(`bench/score/${name}.mjs`)).href)];
  return Object.fromEntries(await Promise.all(SCORERS.map(load)));
}

/** @param {Real} one */
function realComparisons(one, io) {
  if (one.task === 'seeds') return [realSeeds(one, io)];
  const [theirs, own] = CALLS[one.task];
  return Object.entries(one.variants ?? {}).map(([label, options]) => [
    `${one.id}, Sayso's own ${label}`,
    theirs(io.theirs[one.task], one.gold, one.predicted, options),
    own(one.gold, one.predicted, options),
  ]);
}

function realSeeds({ predicted }, io) {
  const parsed = Object.fromEntries(
    ours.GOLD_FILES.map((name) => [name, io.json(`gold/seeds/${name}.json`)]),
  );
  const texts = io.texts('seeds');
  return [
    "seeds, Sayso's own record",
    io.theirs.seeds.scoreSeeds(actorsOf(parsed), predicted, texts, { misses: true }),
    ours.scoreSeeds(ours.seedsGold(parsed), predicted, texts, { misses: true }),
  ];
}
