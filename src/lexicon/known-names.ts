import { z } from 'zod';
import type { MentionKind } from '../doc/index.ts';
import { acronymLike } from './actor-schema.ts';
import { wordKey } from './key.ts';
import { optionalTable } from './optional.ts';
import type { LexiconSource } from './source.ts';

/** An id of the register ("mil/us"), or `place/XX/Name`: ISO 3166-1 country and main name in the gazetteer. */
const Id = z
  .string()
  .regex(/^(?:[a-z]+\/[a-z0-9-]+|place\/[A-Z]{2}\/.+)$/, 'a register id, or place/XX/Name');

/** `data/<lang>/names.yaml`: names of the theatre as a language writes them; case as written counts for acronyms. */
export const NamesFile = z.object({
  entries: z.array(z.strictObject({ form: z.string().min(2), id: Id })).min(1),
});

/** `data/<lang>/name-endings.yaml`: what cases add to names; `add` stands in place of the ending taken off. */
export const NameEndingsFile = z.object({
  endings: z.array(z.strictObject({ ending: z.string().min(1), add: z.string() })).min(1),
});

/** An ending of a name with what the plain form has in its place; folded. */
export interface NameEnding {
  readonly ending: string;
  readonly add: string;
}

/** A name of the list: its words as keys, the form as written, and what it names. */
export interface KnownName {
  readonly words: readonly string[];
  readonly form: string;
  readonly id: string;
}

/** Names of register entries and places in one language. */
export interface KnownNames {
  /** By the key of the first word; longest first. */
  readonly byFirst: ReadonlyMap<string, readonly KnownName[]>;
  /** Longest ending first. */
  readonly endings: readonly NameEnding[];
}

/** A word of a name or a text: its look-up key and where it stands in the string it was cut from. */
export interface WordPart {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Words cut at every mark that is no letter or digit: "Ankara'da" gives two. Offsets count from `offset`. */
export function wordParts(text: string, offset = 0): WordPart[] {
  return [...text.matchAll(WORD)].map((m) => {
    const start = offset + m.index;
    return { key: wordKey(m[0]), start, end: start + m[0].length };
  });
}

/** Loads the names of a language and the endings of its cases; none where it has no such files. */
export function loadKnownNames(source: LexiconSource, language: string): KnownNames {
  const file = optionalTable<z.infer<typeof NamesFile>>(source, `${language}/names`);
  const cases = optionalTable<z.infer<typeof NameEndingsFile>>(source, `${language}/name-endings`);
  const byFirst = new Map<string, KnownName[]>();
  for (const { form, id } of file?.entries ?? []) {
    const words = wordParts(form).map((w) => w.key);
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), { words, form, id }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  const endings = (cases?.endings ?? []).map((e) => ({
    ending: wordKey(e.ending),
    add: wordKey(e.add),
  }));
  return { byFirst, endings: endings.sort((a, b) => b.ending.length - a.ending.length) };
}

/** A name without its case ending has at least this many letters, else the ending was none. */
const MIN_STEM = 2;
/** No inflected name is longer; bounds the work that a hostile word makes. */
const LONGEST = 40;

/**
 * The plain forms that an inflected word may have, itself first: "дамаске" gives "дамаск". Words and results are look-up
 * keys. Which of them is a name, a list must say.
 */
export function plainForms(key: string, endings: readonly NameEnding[]): string[] {
  const forms = [key];
  if (key.length > LONGEST) return forms;
  for (const { ending, add } of endings)
    if (key.length >= ending.length + MIN_STEM && key.endsWith(ending))
      forms.push(key.slice(0, key.length - ending.length) + add);
  return forms;
}

/** Whether words are written as a name asks: acronyms as listed, whatever is written onto them; others with their capital. */
export function isWritten(words: string, { form }: KnownName): boolean {
  if (acronymLike(form)) return words.startsWith(form);
  return !/^\p{Lu}/u.test(form) || /^\p{Lu}/u.test(words);
}

/** No name of a list is longer, in characters, with all that cases add. */
const LONGEST_NAME = 80;

/** What words that are a name as a whole ("Дамаске", "Forces démocratiques syriennes") mean; `null` when the list lacks them. */
export function idNamed(words: string, { byFirst, endings }: KnownNames): string | null {
  const parts = words.length > LONGEST_NAME ? [] : wordParts(words).map((w) => plainForms(w.key, endings));
  for (const first of parts[0] ?? [])
    for (const name of byFirst.get(first) ?? []) {
      const fits = name.words.length === parts.length && name.words.every((w, i) => parts[i]!.includes(w));
      if (fits && isWritten(words, name)) return name.id;
    }
  return null;
}

/** The place that an id of the form `place/XX/Name` means, or `null` for an id of the register. */
export function placeOf(id: string): { readonly country: string; readonly name: string } | null {
  const [, country, name] = /^place\/([A-Z]{2})\/(.+)$/.exec(id) ?? [];
  return country && name ? { country, name } : null;
}

/** What kind of mention an id makes when the register does not say. */
export const PLACE_KIND: MentionKind = 'location';
