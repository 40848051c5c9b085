#!/usr/bin/env node
// `node bench/resolve.mjs`: documents a CPU-second through the stage that resolves places, dates and actors, with all
// layers before it given. Texts: the bundled examples; with SAYSO_SETS also LGL.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, stages } from '../dist/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ROUNDS = 5;

function examples() {
  const folder = join(root, 'examples', 'pages');
  return readdirSync(folder)
    .map((name) => read(readFileSync(join(folder, name)), { name }))
    .flatMap((page) => page.articles.map((a) => page.text.slice(a.start, a.end)));
}

function lgl() {
  const file = join(process.env.SAYSO_SETS ?? '', 'bench/places/lgl.jsonl');
  if (!process.env.SAYSO_SETS || !existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line).text);
}

/** A text with every layer that the stages before `resolve` give it. */
function prepared(text, i) {
  const blocks = [{ start: 0, end: text.length, kind: 'article' }];
  const input = { id: String(i), text, blocks, language: 'en', published: null, outlet: null, asked: [] };
  const layers = {};
  for (const stage of stages()) {
    if (stage.name === 'resolve') break;
    Object.assign(layers, stage.run(input, layers));
  }
  return { input, layers };
}

function measure(name, texts) {
  const stage = stages().find((s) => s.name === 'resolve');
  const documents = texts.map(prepared);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (const { input, layers } of documents) stage.run(input, layers);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  const figure = (documents.length / best).toFixed(0);
  console.log(`${`resolve, ${name}: documents a CPU-second`.padEnd(44)} ${figure}`);
}

/** Prints how many documents a CPU-second are resolved. */
export function benchResolve() {
  measure('bundled examples', examples());
  const places = lgl();
  if (places) measure('LGL', places);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchResolve();
