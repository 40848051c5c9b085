import { copy } from '../damage.mjs';
import { seedsExport, spoiledSeeds } from '../seeds-record.mjs';

/** Each start of the dice gives another damaged copy. */
const SEEDS_OF_DICE = [1, 2, 3, 4, 5, 6, 7, 8];

export const seeds = {
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
