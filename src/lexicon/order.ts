/**
 * The order of entries in data files (guide: "one entry a line, sorted"), so that a list shows at a glance what it holds
 * and two people who add an entry add it in the same place.
 */

/** What lists are sorted by, by the base name of their file, in the terms of `orderFault`. */
export const ORDERS: Readonly<Record<string, readonly string[]>> = {
  abbreviations: ['abbreviations.form*', 'credits', 'starters'],
  'actor-heads': ['heads.id'],
  acts: ['acts.act'],
  calendar: [
    'afterTime',
    'ago',
    'agoFirst',
    'ambiguousMonths',
    'approximations',
    'before',
    'beforeEra',
    'clitics',
    'current',
    'datePrepositions',
    'decadeSuffixes',
    'determiners',
    'elisions',
    'every',
    'indefinite',
    'last',
    'later',
    'next',
    'of',
    'ordinalSuffixes',
    'parts',
    'plainSeasons',
    'quarter',
    'rangeWords',
    'small',
    'vague',
    'yearWords',
  ],
  coreference: ['pronouns.form'],
  'corroborate-rules': ['open-acts', 'unnamed'],
  countries: ['entries.code'],
  cues: ['adverbs.form', 'nouns.lemma', 'postpositions.form', 'prepositions.form', 'verbs.lemma*'],
  'event-status': ['cues.cue'],
  'function-words': ['classes.class'],
  grammar: ['asides', 'do', 'pro-determiners', 'verb-prefixes'],
  hedges: ['hedges.form'],
  loaded: ['entries.form'],
  'noun-classes': ['classes.class'],
  nouns: ['nouns.act*'],
  'page-cues': ['entries.cue*'],
  phrases: ['phrases.act*'],
  places: [
    'ambiguous',
    'and',
    'between',
    'firstNames',
    'near',
    'of',
    'operations',
    'otherHeads',
    'prepositions',
    'speaks',
    'surroundings',
    'titles',
    'within',
  ],
  preferred: ['entries.id'],
  pronouns: [
    'agents',
    'body-pronouns',
    'clitics',
    'definite',
    'definite-prefixes',
    'labels',
    'members',
    'negated',
    'possessives',
    'quantities',
  ],
  sources: ['nouns.form'],
  theatre: ['entries.name*'],
  titles: ['heads.form', 'titles.form'],
  'us-counties': ['entries'],
  'vague-numbers': ['words.words'],
  verbs: ['verbs.act*'],
  weapons: ['refine.class', 'words.class'],
};

/** A fault of order: the path of the entry in the file, and what is wrong. */
export interface OrderFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * The first entry of a file that stands out of order or twice, `null` when none does. A rule names a list and what its
 * entries are sorted by, code unit by code unit: "starters" for a list of words, "verbs.lemma" for entries by a field,
 * "entries.country.code" by one field, then another; with a "*" at the end, entries may be equal. A list that the file
 * lacks is in order. Lists of words that no rule names hold no word twice.
 */
export function orderFault(file: unknown, rules: readonly string[]): OrderFault | null {
  if (typeof file !== 'object' || file === null) return null;
  const lists = file as Readonly<Record<string, unknown>>;
  for (const rule of rules) {
    const [list = '', ...fields] = rule.replace('*', '').split('.');
    const fault = faultOf(lists[list], list, fields, rule.endsWith('*'));
    if (fault) return fault;
  }
  for (const [list, entries] of Object.entries(lists)) {
    const twice = isWords(entries) ? twiceAt(entries) : -1;
    if (twice >= 0) return fault(list, twice, `"${(entries as string[])[twice]}" stands twice`);
  }
  return null;
}

function twiceAt(words: readonly string[]): number {
  const known = new Set<string>();
  return words.findIndex((word) => known.size === known.add(word).size);
}

type Key = readonly (string | number)[];

function faultOf(
  entries: unknown,
  list: string,
  fields: readonly string[],
  repeats: boolean,
): OrderFault | null {
  if (!Array.isArray(entries)) return null;
  const keys = entries.map((entry) => keyOf(entry, fields));
  for (let i = 1; i < keys.length; i++) {
    const order = compare(keys[i - 1]!, keys[i]!);
    const [before, own] = [keys[i - 1]!.join(' '), keys[i]!.join(' ')];
    if (order > 0) return fault(list, i, `"${own}" does not come after "${before}": entries are sorted`);
    if (order === 0 && !repeats) return fault(list, i, `"${own}" stands twice`);
  }
  return null;
}

function keyOf(entry: unknown, fields: readonly string[]): Key {
  if (fields.length === 0) return (Array.isArray(entry) ? entry : [entry]) as Key;
  return fields.map((f) => (entry as Readonly<Record<string, string | number>>)[f] ?? '');
}

function compare(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) return -1;
    if (a[i]! > b[i]!) return 1;
  }
  return 0;
}

const fault = (list: string, at: number, message: string): OrderFault => ({ path: [list, at], message });

const isWords = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((word) => typeof word === 'string');
