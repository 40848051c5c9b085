import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Doc } from '../doc/index.ts';
import { readLexiconSource } from '../lexicon/index.ts';
import { sha256 } from '../lib/hash.ts';
import { read } from './index.ts';

const folder = fileURLToPath(new URL('fixtures', import.meta.url));
const lexicon = { source: readLexiconSource() };

/** What a person checks: kinds and words of the segments, and the fields, nulls included. */
function readable({ text, segments, articles, capture, language, notes }: Doc) {
  return {
    charset: capture.charset,
    language,
    segments: segments.map((s) => [s.kind, s.article, text.slice(s.start, s.end).trim()]),
    articles: articles.map((a) => ({
      headline: a.headline,
      byline: a.byline,
      outlet: a.outlet,
      language: a.language,
      published: a.published && {
        value: a.published.value,
        precision: a.published.precision,
        basis: a.published.basis,
        evidence: text.slice(a.published.evidence.start, a.published.evidence.end),
      },
    })),
    notes: notes.map(({ code }) => code),
  };
}

describe('pages read as a person wrote down', () => {
  for (const name of readdirSync(folder)) {
    const source = ['source.txt', 'source.html'].map((f) => join(folder, name, f)).find(existsSync);
    it(name, () => {
      const body = readFileSync(source ?? '');
      const page = read(
        {
          body,
          capture: {
            kind: 'capture',
            sha256: sha256(body),
            bytes: body.length,
            mediaType: source?.endsWith('.html') ? 'text/html' : 'text/plain',
            charset: null,
            name,
            url: null,
            finalUrl: null,
            fetchedAt: null,
            warcRecordId: null,
          },
        },
        lexicon,
      );
      const expected = join(folder, name, 'expected.json');
      expect(existsSync(expected), `${expected} is missing: write down what a person reads`).toBe(true);
      expect(readable(page)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    });
  }
});
