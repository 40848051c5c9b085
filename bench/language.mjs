#!/usr/bin/env node
// `node bench/language.mjs`: speed of the language layer on one core, after warm-up. CPU seconds and ratios, no pass or fail.
//   words a CPU-second through tags and trees of every sentence, beside wink-nlp (tags only) in the same run
//   words a CPU-second through the stage `annotate` alone (trees where a sentence holds a cue or a trigger), and through all
//   stages that a text goes through
//   time from nothing to models and tables loaded, in a process of its own
// Texts: the bundled examples; with SAYSO_SETS also EWT dev and PolNeAR dev, whose words are not met over and over.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { annotate, read, readTreebank, stages, wordModels } from '../dist/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ROUNDS = 5;

const row = (name, figure) => console.log(`${name.padEnd(44)} ${figure}`);

/** CPU seconds of the fastest of some rounds; the first ones warm up. */
function fastest(work) {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

/** English article texts of the bundled pages. */
function examples() {
  const folder = join(root, 'examples', 'pages');
  return readdirSync(folder)
    .map((name) => read(readFileSync(join(folder, name)), { name }))
    .filter((page) => page.language === 'en')
    .flatMap((page) => page.articles.map((a) => page.text.slice(a.start, a.end)));
}

/** Texts of a set by its file, or `null` where it is not there. */
function set(relative, parse) {
  const file = join(process.env.SAYSO_SETS ?? '', relative);
  return process.env.SAYSO_SETS && existsSync(file) ? parse(readFileSync(file, 'utf8')) : null;
}

const TEXTS = {
  'bundled examples': examples(),
  'EWT dev': set('train/en_ewt-dev.conllu', (text) => readTreebank(text).map((d) => d.text)),
  'PolNeAR dev': set('bench/attribution/polnear-dev.jsonl', (text) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text),
  ),
};

function measure(name, texts) {
  const rows = texts.map((text, i) =>
    annotate({ id: String(i), text, language: 'en', layers: ['words', 'parses'] }),
  );
  const sentences = rows.flatMap(({ words, sentences: all }) =>
    all.map((_, s) => words.filter((w) => w.sentence === s).map((w) => w.form)),
  );
  const words = sentences.reduce((sum, s) => sum + s.length, 0);
  const parsed = rows.reduce((sum, r) => sum + r.parses.reduce((n, p) => n + p.heads.length, 0), 0);
  const models = wordModels('en');
  const wink = winkNLP(model);
  const ours = fastest(() => {
    for (const s of sentences) models.analyse(s);
  });
  const theirs = fastest(() => {
    for (const text of texts) wink.readDoc(text).tokens().out(wink.its.pos);
  });
  const stage = stages().find((s) => s.name === 'annotate');
  const alone = fastest(() => {
    for (const text of texts) stage.run({ text, blocks: [{ start: 0, end: text.length }], language: 'en' });
  });
  const whole = fastest(() => {
    for (const text of texts) annotate({ id: 'x', text, language: 'en' });
  });
  row(`${name}: words, share with a tree`, `${words}, ${(parsed / words).toFixed(2)}`);
  row(`${name}: tags and trees`, `${(words / ours / 1e3).toFixed(1)} k words a CPU-second`);
  row(`${name}: wink-nlp, tags alone`, `${(words / theirs / 1e3).toFixed(1)} k words a CPU-second`);
  row(`${name}: ratio to wink-nlp`, `${(theirs / ours).toFixed(2)} (tags and trees to tags alone)`);
  row(`${name}: stage annotate, all of it`, `${(words / alone / 1e3).toFixed(1)} k words a CPU-second`);
  row(`${name}: the same to wink-nlp`, (theirs / alone).toFixed(2));
  row(`${name}: all stages of annotate()`, `${(words / whole / 1e3).toFixed(1)} k words a CPU-second`);
}

function startUp() {
  const code = `const t = performance.now(); const s = await import(${JSON.stringify(join(root, 'dist', 'index.js'))});
    const i = performance.now(); s.wordModels('en').analyse(['Two', 'guards', 'slept', '.']);
    console.log((i - t).toFixed(0) + ' ms modules, ' + (performance.now() - i).toFixed(0) + ' ms tables and models');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  row('start-up', stdout.trim() || stderr.trim());
}

/** Prints the figures. */
export function benchLanguage() {
  for (const [name, texts] of Object.entries(TEXTS)) if (texts) measure(name, texts);
  startUp();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchLanguage();
