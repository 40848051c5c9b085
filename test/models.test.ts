import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { expandModel, modelFrom } from '../src/lib/model-file.ts';
import { ROOT } from './support/cli.ts';

const FOLDER = join(ROOT, 'models');
const MODELS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.model'))
  .sort();
/** Bytes that one file, and all weights together, may ship. */
const MOST_FILE = 5e6;
const MOST_TOGETHER = 9e6;

const cardOf = (file: string) => parse(readFileSync(join(FOLDER, file.replace(/\.model$/, '.yaml')), 'utf8'));
const sizeOf = (file: string): number => statSync(join(FOLDER, file)).size;

describe('models', () => {
  it('are small enough to ship', () => {
    expect(MODELS.length).toBeGreaterThan(6);
    for (const file of MODELS) expect(sizeOf(file), file).toBeLessThan(MOST_FILE);
    expect(MODELS.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThan(MOST_TOGETHER);
  });

  it.each(MODELS)('%s has a card that names data, licence, scores, size and digest', (file) => {
    const card = cardOf(file);
    expect(card.what.length).toBeGreaterThan(10);
    expect(card.licence).toMatch(/^CC[ -]BY[ -]SA/);
    expect(JSON.stringify(card)).toMatch(/train/i);
    expect(card.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(card.bytes, 'the card is of another model: train again').toBe(sizeOf(file));
  });

  it.each(MODELS)('%s opens, and says so when it is damaged', (file) => {
    const bytes = readFileSync(join(FOLDER, file));
    expect(Object.keys(modelFrom(Uint8Array.from(expandModel(bytes)).buffer).rows).length).toBeGreaterThan(0);
    expect(() => expandModel(bytes.subarray(0, bytes.length >> 1))).toThrow();
  });
});
