import { describe, expect, it } from 'vitest';
import { readLexiconSource } from '../lexicon/index.ts';
import type { PageCue } from '../lexicon/page.ts';
import { cuesOf } from './lines/cues.ts';
import { pageWords } from './words.ts';

const source = readLexiconSource();
const words = pageWords({ source });

describe('every cue of the data', () => {
  const files = Object.keys(source.json).filter((name) => name.endsWith('/read/page-cues'));
  it('comes from at least two languages', () => expect(files.length).toBeGreaterThan(1));
  const cues = files.flatMap((file) => (source.json[file] as { entries: PageCue[] }).entries);
  it.each(cues.map((c) => [c.cue, c.text, c] as const))('%s: %s', (kind, _text, { yes, no }) => {
    expect([...cuesOf(yes, words)]).toContain(kind);
    if (kind !== 'byline') expect([...cuesOf(no, words)]).not.toContain(kind);
  });
});

it('a table without selectors or words is an error', () => {
  expect(() => pageWords({ source: { json: {}, buffers: {} } })).toThrow('page-cues');
});
