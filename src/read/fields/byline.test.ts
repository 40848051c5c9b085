import { describe, expect, it } from 'vitest';
import { readLexiconSource } from '../../lexicon/index.ts';
import { pageWords } from '../words.ts';
import { bylineName } from './byline.ts';

const words = pageWords({ source: readLexiconSource() });

describe('the name in a byline', () => {
  const cases: readonly [text: string, name: string | null][] = [
    ['By Ilse Varga', 'Ilse Varga'],
    ['ByIlse Varga', 'Ilse Varga'],
    ['By Ilse Varga, 4 May 2021', 'Ilse Varga'],
    ['Ilse Varga, Tuesday, 4 May 2021', 'Ilse Varga'],
    ['4 May 2021 by Ilse Varga', 'Ilse Varga'],
    ['May 4, 2021 | Ilse Varga and Jonas Feld', 'Ilse Varga and Jonas Feld'],
    ['4 May 2021', null],
    ['Published: Tuesday, 4 May 2021, 10:43', null],
    ['بقلم سامر العلي، 4 أيار 2021', 'سامر العلي'],
  ];
  it.each(cases)('%s', (text, name) => {
    const found = bylineName({ text, start: 7, end: 7 + text.length }, words);
    expect(found?.text ?? null).toBe(name);
    if (found) expect(text.slice(found.start - 7, found.end - 7)).toBe(name);
  });
});
