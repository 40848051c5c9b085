/** Lists of decisions by ending: the longest known ending decides (after Chrupała 2006). Only what changes something is kept. */
import { decisionKey, LONGEST_ENDING } from '../../../dist/annotate/tag/lemma.js';

/**
 * @typedef {{ wordClass: number, lower: string, decision: number, count: number }} Case one word type with its decision
 * @param {number} list
 * @param {Case[]} cases
 * @param {{ least: number, leastWhole?: number }} options an ending is kept from this many word types on, a whole word from
 * this many tokens on
 * @returns {Map<number, number>} key → decision
 */
export function learnDecisions(list, cases, { least, leastWhole = 1 }) {
  const kept = new Map();
  for (let length = 0; length <= LONGEST_ENDING; length++) {
    const votes = new Map();
    for (const { wordClass, lower, decision, count } of cases)
      if (lower.length >= length)
        vote(votes, decisionKey(list, wordClass, lower, length), decision, Math.min(count, 3), {
          wordClass,
          lower,
        });
    keepChanges(kept, votes, list, length, ({ types }) => length === 0 || types >= least);
  }
  const votes = new Map();
  for (const { wordClass, lower, decision, count } of cases)
    vote(votes, decisionKey(list, wordClass, lower, -1), decision, count, { wordClass, lower });
  keepChanges(kept, votes, list, -1, ({ counts }) => sum(counts) >= leastWhole);
  return kept;
}

const sum = (counts) => [...counts.values()].reduce((a, b) => a + b, 0);

function vote(votes, key, decision, count, example) {
  const row = votes.get(key) ?? { example, types: 0, counts: new Map() };
  row.types++;
  row.counts.set(decision, (row.counts.get(decision) ?? 0) + count);
  votes.set(key, row);
}

/** Keeps the endings of one length whose majority decides otherwise than the shorter endings kept so far. */
function keepChanges(kept, votes, list, length, enough) {
  const news = [];
  for (const [key, row] of votes) {
    if (!enough(row)) continue;
    const { example, counts } = row;
    const best = [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0][0];
    if (best !== decided(kept, list, example, length)) news.push([key, best]);
  }
  for (const [key, best] of news) kept.set(key, best);
}

/** What the shorter endings say; −1 when none is kept. */
function decided(kept, list, { wordClass, lower }, length) {
  const from = length < 0 ? Math.min(LONGEST_ENDING, lower.length) : length - 1;
  for (let shorter = from; shorter >= 0; shorter--) {
    const found = kept.get(decisionKey(list, wordClass, lower, shorter));
    if (found !== undefined) return found;
  }
  return -1;
}
