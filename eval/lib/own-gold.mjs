/** Gold sets that Sayso wrote itself (`test/gold`): they travel with the repository. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const FOLDER = new URL('../../test/gold/', import.meta.url);

/** @param {string} file path below `test/gold` */
export const goldPath = (file) => fileURLToPath(new URL(file, FOLDER));

const yaml = (file) => parse(readFileSync(goldPath(file), 'utf8'));

/**
 * Coreference passages as rows of the task `chains`; `unclear` pronouns count for nothing.
 * @param {'dev' | 'test' | null} split `null` for both
 */
export function corefPassages(split = null) {
  return yaml('coreference/passages.yaml')
    .passages.filter((passage) => split === null || passage.split === split)
    .map(({ id, text, chains, unclear = [] }) => ({
      id,
      text: text.trim(),
      chains: chains.map((links) => links.map((link) => offsetsOf(text.trim(), link))),
      unclear: unclear.map((link) => offsetsOf(text.trim(), link)),
    }));
}

/** Arabic sentences with their words and names. */
export const arabicSentences = () => yaml('arabic/sentences.yaml').sentences;

/** Arabic items with who says what. */
export const arabicAttributions = () =>
  readFileSync(goldPath('arabic-attribution/items.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** "phrase@2" → where its second occurrence as whole words stands. */
function offsetsOf(text, link) {
  const [, phrase, n] = /^(.*)@(\d+)$/s.exec(String(link)) ?? [];
  let at = -1;
  for (let left = Number(n); left > 0; ) {
    at = text.indexOf(phrase, at + 1);
    if (at < 0) throw new Error(`"${link}" does not occur in "${text.slice(0, 40)}…"`);
    if (
      !/[\p{L}\p{N}_]/u.test(text[at - 1] ?? ' ') &&
      !/[\p{L}\p{N}_]/u.test(text[at + phrase.length] ?? ' ')
    )
      left--;
  }
  return [at, at + phrase.length];
}
