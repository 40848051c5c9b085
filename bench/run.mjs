#!/usr/bin/env node
// `npm run bench [-- paths…]`: speed of Sayso, end to end and stage by stage. Ratios and CPU seconds, no pass or fail.
//   end to end: pages/s, MB/s and peak memory of an ingest into a new workspace (default: the bundled examples)
//   capture, language, dictionary, stages: see the files of that name
//   annotate:   600-word texts per CPU-second on one core, and how time grows as a text doubles
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotate, openWorkspace, read } from '../dist/index.js';
import { benchCapture } from './capture.mjs';
import { benchDictionary } from './dictionary.mjs';
import { benchLanguage } from './language.mjs';
import { benchStages } from './stages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const paths = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'examples', 'pages')];

/** CPU seconds (user and system) and wall seconds that `work` takes. */
async function timed(work) {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const value = await work();
  const used = process.cpuUsage(cpu);
  return { value, cpu: (used.user + used.system) / 1e6, wall: Number(process.hrtime.bigint() - start) / 1e9 };
}

function files(path) {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => files(join(path, name))) : [path];
}

function row(name, figure) {
  console.log(`${name.padEnd(44)} ${figure}`);
}

async function endToEnd() {
  const dir = mkdtempSync(join(tmpdir(), 'sayso-bench-'));
  try {
    const bytes = paths.flatMap(files).reduce((sum, file) => sum + statSync(file).size, 0);
    const open = await timed(() => openWorkspace(join(dir, 'w')));
    const ingest = await timed(() => open.value.ingest(paths));
    await open.value.close();
    const { pages, articles, claims, reports } = ingest.value;
    row('open a new workspace', `${open.wall.toFixed(2)} s`);
    row(
      `ingest ${pages} pages, ${articles} articles`,
      `${ingest.wall.toFixed(2)} s, ${ingest.cpu.toFixed(2)} CPU s`,
    );
    row('pages a second', (pages / ingest.wall).toFixed(1));
    row('MB a second', (bytes / 1e6 / ingest.wall).toFixed(2));
    row('claims, reports', `${claims}, ${reports}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** About 600 words of article text out of the pages given. */
function sample() {
  const text = paths
    .flatMap(files)
    .filter((f) => /\.(html?|txt)$/.test(f))
    .map((f) => read(readFileSync(f), { name: f }))
    .flatMap((page) =>
      page.segments
        .filter((s) => s.kind === 'article' && page.language === 'en')
        .map((s) => page.text.slice(s.start, s.end)),
    )
    .join('\n');
  return text
    .split(/(?<=\s)/)
    .slice(0, 600)
    .join('');
}

async function annotation() {
  const text = sample();
  annotate({ id: 'warm-up', text });
  const ROUNDS = 20;
  const one = await timed(() => {
    for (let i = 0; i < ROUNDS; i++) annotate({ id: 'x', text });
  });
  row('annotate, 600-word texts a CPU-second', (ROUNDS / one.cpu).toFixed(1));
  let last = null;
  for (const times of [1, 2, 4, 8, 16]) {
    const long = Array(times).fill(text).join('\n');
    const { cpu } = await timed(() => annotate({ id: 'x', text: long }));
    row(
      `annotate, ${(long.length / 1e3).toFixed(0)} kB`,
      `${cpu.toFixed(3)} CPU s${last === null ? '' : `, ×${(cpu / last).toFixed(1)} for twice the text`}`,
    );
    last = cpu;
  }
}

await endToEnd();
await annotation();
benchLanguage();
benchDictionary();
benchStages();
await benchCapture(row);
row('peak memory', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
