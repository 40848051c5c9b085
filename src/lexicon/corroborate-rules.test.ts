import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkDataFile } from './compile.ts';

const FILE = 'data/shared/corroborate/corroborate-rules.yaml';
const text = readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');

it('fits its schema', () => {
  expect(() => checkDataFile(FILE, text)).not.toThrow();
});

it('refuses a rule that asks two articles for one sentence', () => {
  const wrong = text.replace('across: [[same-words', 'across: [[same-sentence], [same-words');
  expect(() => checkDataFile(FILE, wrong)).toThrow(/share no sentence/);
});

it('refuses a facet that nothing compares', () => {
  expect(() => checkDataFile(FILE, text.replace('[place-near, date, target]', '[mood]'))).toThrow(
    /corroborate-rules\.yaml:\d+/,
  );
});
