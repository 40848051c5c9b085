import { GOLD_FILES, lexiconTools, scoreRegisters, seedsGold } from '../../dist/index.js';
import { annotatedRows } from './measure.mjs';

const { ACTORS, readLexiconSource, spellingsOf } = lexiconTools;

const HEADS = `${ACTORS}actor-heads`;

/** The register as the score of registers sees it: names by id, and states by their names and adjectives. */
export function registerView(source = readLexiconSource()) {
  const files = Object.keys(source.json).filter((name) => name.startsWith(ACTORS) && name !== HEADS);
  const entries = files.sort().flatMap((name) => source.json[name].entries);
  const names = new Map();
  const states = new Map();
  for (const { id, words, kind } of spellingsOf(entries, source.json[HEADS])) {
    if (!names.has(id)) names.set(id, []);
    names.get(id).push(words);
    if ((kind === 'location' || kind === 'other') && !states.has(words)) states.set(words, id);
  }
  return { names: (id) => names.get(id) ?? [], state: (text) => states.get(text) ?? null };
}

/**
 * Names of actors and places in the gold's articles.
 * @type {import('./measure.mjs').Measurement}
 */
export const registers = {
  id: 'registers',
  gold: GOLD_FILES.map((name) => `gold/seeds/${name}.json`),
  inputs: ['seeds'],
  run: async (sets, progress) => {
    const gold = seedsGold(
      Object.fromEntries(GOLD_FILES.map((name) => [name, sets.json(`gold/seeds/${name}.json`)])),
    );
    const texts = sets.texts('seeds');
    const asked = Object.entries(gold.segments.articles).map(([id, { file, start, end }]) => ({
      id,
      text: texts[file].slice(start, end),
    }));
    const { rows, crashes } = annotatedRows('registers', asked, progress);
    return { result: scoreRegisters(gold, rows, registerView()), crashes };
  },
};
