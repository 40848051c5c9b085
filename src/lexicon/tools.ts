/**
 * For makers of registers and for the evaluation: what the build makes tables from, and how names are compared. Programs that
 * only read news need none of it.
 */
export { spellingsOf } from './actor-spellings.ts';
export { ACTORS } from './actors.ts';
export { gazetteerFrom, nameKey } from './gazetteer/index.ts';
export { makeRows } from './gazetteer/rows.ts';
export { readSources } from './gazetteer/sources.ts';
export { writeGazetteer } from './gazetteer/write.ts';
export { readLexiconSource } from './source.ts';
