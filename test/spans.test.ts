import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Evidence, FILLER, type Reading } from '../src/doc/index.ts';
import { captureBytes, documentStages, loadLexicon, read, readingOf } from '../src/pipeline/index.ts';
import { ROOT } from './support/cli.ts';

/** Every page of the repository, and of the folder of sets where one is named. */
const FOLDERS = [
  'examples',
  'src/read/fixtures',
  ...(process.env.SAYSO_SETS ? [join(process.env.SAYSO_SETS, 'seeds')] : []),
];

function pages(dir: string): string[] {
  return readdirSync(dir)
    .map((name) => join(dir, name))
    .flatMap((path) => (statSync(path).isDirectory() ? pages(path) : [path]))
    .filter((path) => /\.(html?|txt)$/.test(path));
}

const files = FOLDERS.map((f) => (f.startsWith('/') ? f : join(ROOT, f))).flatMap(pages);
const readings: { file: string; clear: string; reading: Reading }[] = [];

beforeAll(() => {
  const lexicon = loadLexicon();
  const stages = documentStages(lexicon);
  for (const file of files) {
    const captured = captureBytes(readFileSync(file), file);
    if ('code' in captured) continue;
    const doc = read(captured, lexicon);
    readings.push({ file, clear: doc.text, reading: readingOf(doc, stages) });
  }
});

/** Everything in a value that looks like evidence. */
function evidences(value: unknown): Evidence[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'exact' in value && 'doc' in value ? [value as Evidence] : [];
  return [...own, ...Object.values(value).flatMap(evidences)];
}

describe('every span slices to the words it claims', () => {
  it('on every input of the repository', () => {
    expect(readings.length).toBeGreaterThan(12);
    for (const { file, reading } of readings) {
      const found = evidences([reading.claims, reading.reports]);
      for (const e of found) {
        expect(e.doc, file).toBe(reading.page.id);
        expect(e.end, file).toBeGreaterThan(e.start);
        expect(reading.page.text.slice(e.start, e.end), file).toBe(e.exact);
        expect(e.exact, `${file}: a masked comment as evidence`).not.toContain(FILLER);
      }
    }
  });

  it('in every layer that carries its words', () => {
    for (const { file, reading } of readings)
      for (const layers of Object.values(reading.layers))
        for (const item of [...layers.mentions, ...layers.places, ...layers.times, ...layers.loaded])
          expect(reading.page.text.slice(item.start, item.end), file).toBe(item.text);
  });

  it('splits no surrogate pair', () => {
    const low = /[\uDC00-\uDFFF]/;
    for (const { file, reading } of readings)
      for (const e of evidences([reading.claims, reading.reports])) {
        expect(low.test(reading.page.text[e.start] ?? ''), file).toBe(false);
        expect(low.test(reading.page.text[e.end] ?? ''), file).toBe(false);
      }
  });

  it('accounts for all of every text: segments are sorted, disjoint and cover it', () => {
    for (const { file, reading } of readings) {
      let at = 0;
      for (const s of reading.page.segments) {
        expect(s.start, file).toBe(at);
        expect(s.end, file).toBeGreaterThan(s.start);
        expect(s.reason, file).not.toBe('');
        at = s.end;
      }
      expect(at, file).toBe(reading.page.text.length);
    }
  });

  it('takes no claim and no report from a comment', () => {
    for (const { file, reading } of readings) {
      const comments = reading.page.segments.filter((s) => s.kind === 'comment');
      for (const e of evidences([reading.claims, reading.reports]))
        expect(
          comments.some((c) => e.start < c.end && c.start < e.end),
          file,
        ).toBe(false);
    }
  });
});
