import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Name {
  text: string;
  n: number;
  type: 'PER' | 'ORG' | 'LOC';
}

interface Sentence {
  id: string;
  text: string;
  words: string;
  names: Name[];
}

const gold = parse(readFileSync(new URL('./sentences.yaml', import.meta.url), 'utf8')) as Record<
  string,
  unknown
> & { sentences: Sentence[] };

const suffixes = new Set(['ه', 'ها', 'هم', 'هن', 'هما', 'ك', 'كم', 'نا', 'ي', 'ني']);

/** The text without vowel signs and tatweel. */
function bare(text: string): string {
  return text.replace(/[\u064B-\u0652\u0670\u0640]/gu, '');
}

/** How a word may be written between its neighbours. */
function spellings(word: string, before: string | undefined, after: string | undefined): string[] {
  const written = [word];
  if (before === 'ل') {
    if (word.startsWith('الل')) written.push(word.slice(2));
    else if (word.startsWith('ال')) written.push(word.slice(1));
  }
  if (word.endsWith('ة') && suffixes.has(after ?? '')) {
    written.push(...written.map((form) => `${form.slice(0, -1)}ت`));
  }
  return written;
}

/** The ways in which the first of these words spell one stretch of text: where each word ends. */
function readings(token: string, words: string[]): number[][] {
  const found: number[][] = [];
  const walk = (at: number, ends: number[]): void => {
    if (at === token.length) {
      found.push(ends);
      return;
    }
    const index = ends.length;
    const word = words[index];
    if (word === undefined) return;
    const before = index > 0 ? words[index - 1] : undefined;
    for (const form of spellings(word, before, words[index + 1])) {
      if (token.startsWith(form, at)) walk(at + form.length, [...ends, at + form.length]);
    }
  };
  walk(0, []);
  return found;
}

/**
 * Where words start and end, counted in characters without spaces, or undefined when the words do not
 * spell the text. A stretch between spaces takes a whole number of words.
 */
function edges(text: string, words: string[]): Set<number> | undefined {
  const found = new Set([0]);
  let offset = 0;
  let rest = words;
  for (const token of bare(text).split(/\s+/u)) {
    const [ends, other] = readings(token, rest);
    if (ends === undefined || other !== undefined) return undefined;
    for (const end of ends) found.add(offset + end);
    offset += token.length;
    rest = rest.slice(ends.length);
  }
  return rest.length === 0 ? found : undefined;
}

/** Where the n-th occurrence of exactly these characters starts, or -1. */
function startOf(text: string, { text: name, n }: Name): number {
  let at = -1;
  for (let count = 0; count < n; count += 1) {
    at = text.indexOf(name, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

describe('gold set: Arabic words and names', () => {
  it('has its header', () => {
    for (const key of ['what', 'source', 'licence', 'annotators', 'date', 'guidelines']) {
      expect(gold[key], key).toBeTruthy();
    }
  });

  it('has at least 150 sentences, none twice', () => {
    expect(gold.sentences.length).toBeGreaterThanOrEqual(150);
    expect(new Set(gold.sentences.map(({ id }) => id)).size).toBe(gold.sentences.length);
    expect(new Set(gold.sentences.map(({ text }) => text)).size).toBe(gold.sentences.length);
  });

  it('tells a wrong split from a right one', () => {
    expect(edges('للجيش', ['ل', 'الجيش'])).toEqual(new Set([0, 1, 5]));
    expect(edges('للجنة', ['ل', 'اللجنة'])).toBeDefined();
    expect(edges('للجنة', ['ل', 'لجنة'])).toBeDefined();
    expect(edges('وبمدينته', ['و', 'ب', 'مدينة', 'ه'])).toBeDefined();
    expect(edges('مدينته', ['مدينة'])).toBeUndefined();
    expect(edges('قال للجيش', ['قال', 'ل', 'جيش'])).toBeUndefined();
    expect(edges('قال له', ['قالل', 'ه'])).toBeUndefined();
  });

  it.each(gold.sentences)('$id: the words spell the text and names are whole words', (sentence) => {
    const { text, words, names } = sentence;
    expect(bare(words)).toBe(words);
    expect(words).not.toMatch(/^\s|\s\s|\s$/u);
    const found = edges(text, words.split(' '));
    expect(found).toBeDefined();

    const count = (end: number): number => bare(text.slice(0, end)).replace(/\s/gu, '').length;
    let last = 0;
    for (const name of names) {
      expect(['PER', 'ORG', 'LOC']).toContain(name.type);
      expect(name.text).toBe(name.text.trim());
      const start = startOf(text, name);
      expect(start, name.text).toBeGreaterThanOrEqual(last);
      last = start + name.text.length;
      expect(found?.has(count(start)), `${name.text} starts with a word`).toBe(true);
      expect(found?.has(count(last)), `${name.text} ends with a word`).toBe(true);
    }
  });
});
