import type { z } from 'zod';
import { type Form, foldWord, Inflector } from './event-forms.ts';
import type {
  EventContextFile,
  EventCountsFile,
  EventLinksFile,
  EventStatusFile,
  FunctionWordsFile,
  InflectionFile,
  LightRole,
  LightVerbsFile,
  NounClassesFile,
  NounRule,
  NounsFile,
  PhrasesFile,
  Role,
  StatusCue,
  Tag,
  VagueNumbersFile,
  VerbRule,
  VerbsFile,
  WeaponsFile,
  WordClass,
} from './event-schema.ts';
import { type LexiconSource, table } from './source.ts';

export { foldWord } from './event-forms.ts';
export type { LightRole, NounRule, Role, StatusCue, Tag, VerbRule, WordClass } from './event-schema.ts';

/** A word or row of words that stands for something, folded. */
export interface Sequence<T> {
  readonly words: readonly string[];
  readonly value: T;
}
/** Sequences by their first word, longest first. */
export type SequenceIndex<T> = ReadonlyMap<string, readonly Sequence<T>[]>;

export type Trigger =
  | { readonly pos: 'verb'; readonly rule: VerbRule; readonly tag: Tag; readonly lemma: string }
  | { readonly pos: 'noun'; readonly rule: NounRule; readonly tag: Tag; readonly lemma: string };

export interface CountWord {
  readonly what: string;
  readonly kind: 'noun' | 'participle' | 'verb' | 'unit';
}
export interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** All that the events stage knows of one language. */
export interface EventPatterns {
  readonly language: string;
  readonly order: 'svo' | 'vso';
  readonly classes: ReadonlyMap<string, WordClass>;
  /** Verb forms, of triggers, light verbs and common verbs alike. */
  readonly verbs: ReadonlyMap<string, readonly Tag[]>;
  readonly nouns: ReadonlySet<string>;
  readonly mixed: ReadonlySet<string>;
  /** What a noun with the article starts with; `null` where the article is a word. */
  readonly definite: string | null;
  /** What an object without the article ends in; `null` where it has no ending. */
  readonly accusative: string | null;
  readonly complementizers: ReadonlySet<string>;
  readonly possessives: ReadonlySet<string>;
  /** Determiners that say that there is none ("no"). */
  readonly negatives: ReadonlySet<string>;
  /** Words before a noun that point back at what was told ("the", "this"). */
  readonly definites: ReadonlySet<string>;
  readonly triggers: SequenceIndex<Trigger>;
  readonly light: SequenceIndex<LightRole>;
  readonly mergers: ReadonlySet<string>;
  readonly prepositions: ReadonlyMap<string, Role>;
  readonly instruments: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly nounClasses: ReadonlyMap<string, readonly string[]>;
  readonly weapons: SequenceIndex<string>;
  /** Every word that stands in the name of a weapon. */
  readonly weaponWords: ReadonlySet<string>;
  readonly refine: ReadonlyMap<string, string>;
  readonly cues: SequenceIndex<StatusCue>;
  readonly countWords: ReadonlyMap<string, readonly CountWord[]>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly vague: SequenceIndex<Bounds>;
  readonly bounds: SequenceIndex<'least' | 'more' | 'most' | 'less' | 'about'>;
  readonly sides: ReadonlyMap<string, 'civilian' | 'combatant'>;
  readonly notCounted: ReadonlySet<string>;
  readonly topics: ReadonlyMap<string, string>;
  readonly idioms: SequenceIndex<true>;
  /** Words after which a place stands, and words that open another clause; folded, several words with one blank. */
  readonly locative: ReadonlySet<string>;
  readonly breaks: ReadonlySet<string>;
  /** Prepositions that say where, after which only what can be a party is one. */
  readonly placing: ReadonlySet<string>;
}

/** Patterns by language tag, each made when it is first asked for; a language without a folder `events` has none. */
export interface EventLanguages extends Iterable<readonly [language: string, patterns: EventPatterns]> {
  get(language: string): EventPatterns | undefined;
}

/** Knows the patterns of every language that has `data/<lang>/events/`. */
export function loadEventPatterns(source: LexiconSource): EventLanguages {
  const languages = Object.keys(source.json).flatMap(
    (n) => /^([a-z]{2,3})\/events\/verbs$/.exec(n)?.[1] ?? [],
  );
  const made = new Map<string, EventPatterns>();
  const get = (language: string): EventPatterns | undefined => {
    if (!languages.includes(language)) return undefined;
    const patterns = made.get(language) ?? patternsOf(source, language);
    made.set(language, patterns);
    return patterns;
  };
  return {
    get,
    *[Symbol.iterator]() {
      for (const language of languages) yield [language, get(language)!] as const;
    },
  };
}

function patternsOf(source: LexiconSource, language: string): EventPatterns {
  const file = <T>(name: string): T => table<T>(source, `${language}/events/${name}`);
  const inflector = new Inflector(file<z.infer<typeof InflectionFile>>('inflection'));
  const functions = file<z.infer<typeof FunctionWordsFile>>('function-words');
  const weapons = file<z.infer<typeof WeaponsFile>>('weapons');
  const light = file<z.infer<typeof LightVerbsFile>>('light-verbs');
  const triggers = triggersOf(file, inflector);
  const common = functions.classes.filter((c) => c.class === 'verb').flatMap((c) => c.words);
  const lightForms = light.light.flatMap((l) =>
    l.words.flatMap((w) => verbForms(w, inflector, () => l.role)),
  );
  const links = file<z.infer<typeof EventLinksFile>>('event-links');
  const plain = (words: readonly string[]): Set<string> =>
    new Set(words.flatMap((w) => inflector.function(w)));
  return {
    language,
    locative: plain(links.locative),
    breaks: plain(links.breaks),
    placing: plain(links.placing ?? []),
    order: functions.order,
    classes: classesOf(functions, inflector),
    verbs: verbTags(triggers, [...common, ...light.light.flatMap((l) => l.words)], inflector),
    nouns: new Set(triggers.filter((t) => t.value.pos === 'noun').map((t) => t.words.at(-1) ?? '')),
    definite: functions.definite ?? null,
    accusative: functions.accusative ?? null,
    mixed: new Set((functions.mixed ?? []).flatMap((w) => inflector.verb(w).map((f) => f.form))),
    complementizers: new Set((functions.complementizers ?? []).flatMap((w) => inflector.function(w))),
    possessives: new Set(functions.possessives ?? []),
    negatives: new Set(functions.negatives ?? []),
    definites: new Set(functions.definites ?? []),
    triggers: index(triggers),
    light: index(lightForms),
    mergers: new Set(light.mergers),
    prepositions: new Map(
      Object.entries(light.prepositions).flatMap(([w, r]) =>
        inflector.function(w).map((f) => [f, r] as const),
      ),
    ),
    instruments: new Set(light.instruments.map(foldWord)),
    between: new Set(light.between.map(foldWord)),
    of: new Set(light.of.map(foldWord)),
    ...nounsOf(file<z.infer<typeof NounClassesFile>>('noun-classes'), inflector),
    weapons: index(
      weapons.words.flatMap((w) =>
        w.words.flatMap((x) => nounForms(x, inflector).map((words) => ({ words, value: w.class }))),
      ),
    ),
    weaponWords: new Set(
      weapons.words.flatMap((w) => w.words.flatMap((x) => nounForms(x, inflector).flat())),
    ),
    refine: new Map(weapons.refine.map((r) => [r.class, r.act])),
    cues: index(cuesOf(file<z.infer<typeof EventStatusFile>>('event-status'), inflector)),
    ...countsOf(source, language, inflector),
    idioms: index(
      file<z.infer<typeof EventContextFile>>('event-context').idioms.flatMap((w) =>
        inflector.function(w).map((f) => ({ words: f.split(' '), value: true as const })),
      ),
    ),
    topics: new Map(
      file<z.infer<typeof EventContextFile>>('event-context').topics.flatMap((t) =>
        t.words.map((w) => [foldWord(w), t.topic] as const),
      ),
    ),
  };
}

function triggersOf(file: <T>(name: string) => T, inflector: Inflector): Sequence<Trigger>[] {
  const verbs = [
    ...file<z.infer<typeof VerbsFile>>('verbs').verbs,
    ...file<z.infer<typeof PhrasesFile>>('phrases').phrases,
  ].flatMap((rule) =>
    rule.lemmas.flatMap((lemma) =>
      verbForms(lemma, inflector, (tag): Trigger => ({ pos: 'verb', rule, tag, lemma })),
    ),
  );
  verbs.sort((a, b) => conditions(b.value.rule) - conditions(a.value.rule));
  const nouns = file<z.infer<typeof NounsFile>>('nouns').nouns.flatMap((rule) =>
    rule.nouns.flatMap((lemma) =>
      nounForms(lemma, inflector).map(
        (words): Sequence<Trigger> => ({ words, value: { pos: 'noun', rule, tag: 'noun', lemma } }),
      ),
    ),
  );
  return [...verbs, ...nouns];
}

/** How much a rule asks for: of two that fit, the more exact one is tried first. */
function conditions(rule: VerbRule | NounRule): number {
  const lists = [...Object.values(rule.with ?? {}), 'beside' in rule ? rule.beside : undefined];
  return lists.reduce((sum, list) => sum + (list ? 1 + 1 / (1 + list.length) : 0), 0);
}

/** Forms of a verb of one or several words; the first takes the endings. */
function verbForms<T>(lemma: string, inflector: Inflector, value: (tag: Tag) => T): Sequence<T>[] {
  const [first = '', ...rest] = lemma.split(' ');
  return inflector
    .verb(first)
    .map((f: Form) => ({ words: [f.form, ...rest.map(foldWord)], value: value(f.tag) }));
}

/** Forms of a noun of one or several words; the last takes the ending, the first the clitics. */
function nounForms(noun: string, inflector: Inflector): string[][] {
  const unique = new Set(inflector.noun(noun).map((f) => f.form));
  return [...unique].map((form) => form.split(' '));
}

function classesOf(
  file: z.infer<typeof FunctionWordsFile>,
  inflector: Inflector,
): ReadonlyMap<string, WordClass> {
  const classes = new Map<string, WordClass>();
  for (const c of file.classes)
    if (c.class !== 'verb')
      for (const word of c.words)
        for (const form of inflector.function(word)) if (!classes.has(form)) classes.set(form, c.class);
  return classes;
}

function verbTags(
  triggers: readonly Sequence<Trigger>[],
  common: readonly string[],
  inflector: Inflector,
): ReadonlyMap<string, readonly Tag[]> {
  const tags = new Map<string, Tag[]>();
  const add = (form: string, tag: Tag): void => {
    const known = tags.get(form) ?? [];
    if (!known.includes(tag)) tags.set(form, [...known, tag]);
  };
  for (const t of triggers) if (t.value.pos === 'verb') add(t.words[0] ?? '', t.value.tag);
  for (const lemma of common) for (const f of inflector.verb(lemma.split(' ')[0] ?? '')) add(f.form, f.tag);
  return tags;
}

function nounsOf(
  file: z.infer<typeof NounClassesFile>,
  inflector: Inflector,
): Pick<EventPatterns, 'nounClasses'> {
  const nounClasses = new Map<string, string[]>();
  for (const c of file.classes)
    for (const word of c.words)
      for (const form of inflector.noun(word)) {
        const known = nounClasses.get(form.form) ?? [];
        if (!known.includes(c.class)) nounClasses.set(form.form, [...known, c.class]);
      }
  return { nounClasses };
}

function cuesOf(file: z.infer<typeof EventStatusFile>, inflector: Inflector): Sequence<StatusCue>[] {
  return file.cues.flatMap((c) =>
    c.words.flatMap((w) =>
      w.endsWith('~')
        ? verbForms(w.slice(0, -1), inflector, () => c.cue)
        : inflector.function(w).map((form) => ({ words: form.split(' '), value: c.cue })),
    ),
  );
}

type CountPatterns = Pick<
  EventPatterns,
  'countWords' | 'numbers' | 'vague' | 'bounds' | 'sides' | 'notCounted'
>;

function countsOf(source: LexiconSource, language: string, inflector: Inflector): CountPatterns {
  const file = table<z.infer<typeof EventCountsFile>>(source, `${language}/events/event-counts`);
  const vague = table<z.infer<typeof VagueNumbersFile>>(source, 'shared/vague-numbers');
  const rules = new Map(vague.rules.map((r) => [r.rule, { low: r.low, best: r.best, high: r.high }]));
  const countWords = new Map<string, CountWord[]>();
  for (const k of file.kinds)
    for (const word of k.words)
      for (const form of inflector.function(word))
        countWords.set(form, [...(countWords.get(form) ?? []), { what: k.what, kind: k.kind }]);
  const plain = (words: string): string[][] => inflector.function(words).map((f) => f.split(' '));
  return {
    countWords,
    numbers: new Map(
      file.numbers.flatMap((n) => inflector.function(n.words).map((f) => [f, n.value] as const)),
    ),
    vague: index(
      vague.words
        .filter((w) => w.lang === language)
        .flatMap((w) => plain(w.words).map((words) => ({ words, value: rules.get(w.rule) ?? NO_BOUNDS }))),
    ),
    bounds: index(
      file.bounds.flatMap((b) =>
        b.words.flatMap((w) => plain(w).map((words) => ({ words, value: b.bound }))),
      ),
    ),
    sides: new Map(
      file.sides.flatMap((s) =>
        s.words.flatMap((w) => inflector.noun(w).map((f) => [f.form, s.side] as const)),
      ),
    ),
    notCounted: new Set(file.not.map(foldWord)),
  };
}
const NO_BOUNDS: Bounds = { low: null, best: null, high: null };

function index<T>(sequences: readonly Sequence<T>[]): SequenceIndex<T> {
  const map = new Map<string, Sequence<T>[]>();
  for (const s of sequences) {
    const first = s.words[0] ?? '';
    const known = map.get(first);
    if (known) known.push(s);
    else map.set(first, [s]);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

/** The longest sequences that stand at `at` in a row of folded words; empty when none does. */
export function sequencesAt<T>(
  found: SequenceIndex<T>,
  words: readonly string[],
  at: number,
): readonly Sequence<T>[] {
  const known = found.get(words[at] ?? '');
  if (!known) return [];
  const fits = known.filter((s) => s.words.every((w, i) => words[at + i] === w));
  if (fits.length < 2) return fits;
  const longest = fits[0]!.words.length;
  return fits.filter((s) => s.words.length === longest);
}
