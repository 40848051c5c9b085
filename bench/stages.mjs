#!/usr/bin/env node
// `node bench/stages.mjs`: texts a CPU-second through single stages, with all layers before them given: `attribute` and
// `events` on 600-word texts, `resolve` on whole articles. Texts: the bundled examples; with SAYSO_SETS also news.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, stages } from '../dist/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ROUNDS = 5;
const WORDS = 600;
/** Texts of a set that are timed; enough for a steady figure. */
const MOST = 60;

function examples() {
  const folder = join(root, 'examples', 'pages');
  return readdirSync(folder)
    .map((name) => read(readFileSync(join(folder, name)), { name }))
    .flatMap((page) => page.articles.map((a) => page.text.slice(a.start, a.end)));
}

/** The texts of a set of rows below SAYSO_SETS, or `null` when it is not there. */
function setOf(file) {
  const path = join(process.env.SAYSO_SETS ?? '', file);
  if (!process.env.SAYSO_SETS || !existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line).text);
}

/** Texts joined and cut anew at every 600 words. */
function cutAt600(texts) {
  const words = texts.join('\n').split(/(?<=\s)/);
  const cuts = [];
  for (let i = 0; i + WORDS <= words.length && cuts.length < MOST; i += WORDS)
    cuts.push(words.slice(i, i + WORDS).join(''));
  return cuts;
}

/** A text with every layer that the stages before the one named give it. */
function prepared(name, text, i) {
  const blocks = text
    .split(/(?<=\n)/)
    .reduce(({ at, found }, line) => ({ at: at + line.length, found: [...found, [at, line]] }), {
      at: 0,
      found: [],
    })
    .found.filter(([, line]) => line.trim() !== '')
    .map(([at, line]) => ({ start: at, end: at + line.trimEnd().length, kind: 'article' }));
  const input = { id: String(i), text, blocks, language: 'en', published: null, outlet: null, asked: [] };
  const layers = {};
  for (const stage of stages()) {
    if (stage.name === name) break;
    Object.assign(layers, stage.run(input, layers));
  }
  return { input, layers };
}

function measure(name, set, texts) {
  const stage = stages().find((s) => s.name === name);
  const documents = texts.map((text, i) => prepared(name, text, i));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (const { input, layers } of documents) stage.run(input, layers);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  const figure = (documents.length / best).toFixed(0);
  console.log(`${`${name}, ${set}: a CPU-second`.padEnd(44)} ${figure}`);
}

/** Prints how many texts a CPU-second go through single stages. */
export function benchStages() {
  const own = examples();
  const news = setOf('bench/attribution/polnear-dev.jsonl');
  for (const name of ['attribute', 'events']) {
    measure(name, '600 words of examples', cutAt600(own));
    if (news) measure(name, '600 words of news', cutAt600(news));
  }
  measure('resolve', 'bundled examples', own);
  const places = setOf('bench/places/lgl.jsonl');
  if (places) measure('resolve', 'LGL', places);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchStages();
