import { fileURLToPath } from 'node:url';
import { drawSpellings, lexiconTools, scoreSpellings } from '../../dist/index.js';

const { gazetteerFrom, makeRows, nameKey, readSources, writeGazetteer } = lexiconTools;

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const COUNTRIES = new Set(['SY', 'IQ', 'LB', 'JO']);
const COUNT = 300;
const SEED = 5;
/** Kilometres between a town and the feature or division of its name. */
const NEAR_KM = 25;
const KM_A_DEGREE = 111.2;

/**
 * Spellings drawn from the gazetteer's own other names, each looked up in a gazetteer that lacks it, inside the country of
 * its place: what a text that speaks of the country asks. Right: the place, or its namesake (the division it is the seat
 * of, a feature within 25 km), which lacks the spelling too. Drawn apart: names of towns and divisions, as in the research
 * that set the goal; and those of features (fields, camps, crossings), most of which are other words for a thing in
 * another language rather than other spellings.
 * @type {import('./measure.mjs').Measurement}
 */
export const spellings = {
  id: 'spellings',
  gold: [],
  inputs: [],
  run: async () => {
    const sources = readSources(DATA);
    // Countries come first and are referred to by their rows.
    const rows = makeRows(sources).filter(
      (row) => row.placeClass === 'country' || COUNTRIES.has(row.country),
    );
    const named = rows.filter((row) => row.placeClass !== 'country');
    const scored = (isDrawn) => {
      const drawn = drawSpellings(named.filter(isDrawn), COUNT, nameKey, SEED);
      const gazetteer = opened(writeGazetteer(withoutSpellings(rows, drawn), sources.countries));
      return scoreSpellings(drawn.map((one) => answer(one, gazetteer, rows)));
    };
    const result = {
      towns: scored((row) => row.placeClass !== 'feature'),
      features: scored((row) => row.placeClass === 'feature'),
    };
    return { result, crashes: [] };
  },
};

function opened(bytes) {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return gazetteerFrom(shared);
}

/** The rows, the drawn spellings taken from their places and from the namesakes of these. */
function withoutSpellings(rows, drawn) {
  const taken = new Map();
  for (const { place, spelling } of drawn) {
    const key = `${place.country} ${nameKey(place.name)}`;
    if (!taken.has(key)) taken.set(key, new Set());
    taken.get(key).add(nameKey(spelling));
  }
  return rows.map((row) => {
    const keys = taken.get(`${row.country} ${nameKey(row.name)}`);
    return keys ? { ...row, others: row.others.filter((name) => !keys.has(nameKey(name))) } : row;
  });
}

function answer({ place, spelling }, gazetteer, rows) {
  const [best] = gazetteer.within(spelling, new Set([place.country]));
  const found = best ? rows[best.entry.row] : null;
  const right = found !== null && (found === place || isNamesake(found, place));
  return { spelling, place: place.name, answer: found?.name ?? null, right };
}

function isNamesake(a, b) {
  const keys = new Set([a.name, ...a.others].map(nameKey));
  if (![b.name, ...b.others].some((name) => keys.has(nameKey(name)))) return false;
  return (
    distanceKm(a, b) <= NEAR_KM || [a, b].some((x) => x.placeClass === 'admin1' && a.admin1 === b.admin1)
  );
}

/** On a plane: good to a few metres at this range. */
function distanceKm(a, b) {
  const east = (a.lon - b.lon) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(east, a.lat - b.lat) * KM_A_DEGREE;
}
