#!/usr/bin/env node
// `node bench/dictionary.mjs`: the dictionary of names on made-up names and text, the same each run. No pass or fail.
//   build:  CPU seconds and size of the table at 10^5 and 10^6 names
//   match:  MB of text (UTF-8) a CPU-second, tokens given, and how time grows as a text doubles
import { fileURLToPath } from 'node:url';
import { buildDictionary } from '../dist/index.js';

const SYLLABLES =
  'ba dor el fin ga hul is jor ka lem mir nav or pel qas rin sor tal ur vek wen yar zim'.split(' ');
const ARABIC = 'با دور ال فن غا هول اس جور كا لم مير ناف'.split(' ');
/** Words of running text. */
const COMMON_WORDS = 20_000;
/** Names start at this word: they share a part of theirs, the rarer ones, with the text. */
const FIRST_NAME_WORD = 15_000;
const TEXT_WORDS = 150_000;
/** One word in so many starts a name. */
const NAME_EVERY = 40;
const ROUNDS = 5;

/** Numbers in [0, 1), the same each run (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function timed(work) {
  const start = process.cpuUsage();
  const value = work();
  const used = process.cpuUsage(start);
  return { value, cpu: (used.user + used.system) / 1e6 };
}

function row(name, figure) {
  console.log(`${name.padEnd(44)} ${figure}`);
}

/** Word number `n`, always the same one. */
function word(n, syllables) {
  let text = '';
  for (let rest = n + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length];
  return text;
}

/** Names of two to four words, one in ten of one; words of low number are met more often. */
function names(count, random, syllables) {
  return Array.from({ length: count }, () => {
    const length = random() < 0.1 ? 1 : 2 + Math.floor(random() * 3);
    return Array.from({ length }, () => {
      const w = word(FIRST_NAME_WORD + Math.floor(random() ** 2 * count), syllables);
      return w[0].toUpperCase() + w.slice(1);
    }).join(' ');
  });
}

function textOf(known, random, syllables) {
  const parts = [];
  for (let i = 0; i < TEXT_WORDS; i++) {
    if (i % NAME_EVERY === 0) parts.push(known[Math.floor(random() * known.length)]);
    else parts.push(word(Math.floor(random() ** 3 * COMMON_WORDS), syllables));
    if (i % 20 === 19) parts.push('.\n');
  }
  return parts.join(' ');
}

function tokensOf(text) {
  return [...text.matchAll(/\S+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: m[0] === '.' ? 'punctuation' : 'word',
    sentence: 0,
  }));
}

/** Entries one at a time, each name given up once it is read. */
function* numbered(names) {
  for (let value = 0; names.length > 0; value++) yield { words: names.pop(), value };
}

function measure(label, count, syllables, clitics) {
  const random = dice(count);
  const known = names(count, random, syllables);
  const text = textOf(known, random, syllables);
  const tokens = tokensOf(text);
  const { value: dictionary, cpu: built } = timed(() => buildDictionary(numbered(known), { clitics }));
  row(`build, ${label}`, `${built.toFixed(2)} CPU s, ${(dictionary.bytes / 1e6).toFixed(0)} MB`);
  const hits = dictionary.match(text, tokens).length;
  const { cpu } = timed(() => {
    for (let i = 0; i < ROUNDS; i++) dictionary.match(text, tokens);
  });
  const rate = (Buffer.byteLength(text) * ROUNDS) / 1e6 / cpu;
  row(
    `match, ${label}`,
    `${rate.toFixed(0)} MB a CPU-second, ${hits} hits in ${(text.length / 1e6).toFixed(1)} M`,
  );
  return { dictionary, text };
}

function growth({ dictionary, text }) {
  let last = null;
  for (const times of [1, 2, 4, 8]) {
    const long = Array(times).fill(text).join('\n');
    const tokens = tokensOf(long);
    const { cpu } = timed(() => dictionary.match(long, tokens));
    const grown = last === null ? '' : `, ×${(cpu / last).toFixed(1)} for twice the text`;
    row(`match, ${(long.length / 1e6).toFixed(1)} M characters`, `${cpu.toFixed(3)} CPU s${grown}`);
    last = cpu;
  }
}

/** Prints the figures. */
export function benchDictionary() {
  const hundred = measure('10^5 names', 1e5, SYLLABLES, []);
  growth(hundred);
  measure('10^5 Arabic names', 1e5, ARABIC, [
    ['و', 'ف'],
    ['لل', 'ب', 'ل', 'ك'],
  ]);
  measure('10^6 names', 1e6, SYLLABLES, []);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchDictionary();
