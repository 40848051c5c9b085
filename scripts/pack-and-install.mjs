#!/usr/bin/env node
// Packs the package as npm would publish it, installs the tarball in an empty folder, and runs the main job there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Larger tarballs have taken something in that does not belong. Bytes. */
const LARGEST = 40e6;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'sayso-pack-'));

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.error) throw done.error;
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: exit ${done.status}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}

function check(ok, what) {
  if (!ok) throw new Error(`not so: ${what}`);
  console.log(`ok  ${what}`);
}

try {
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  const tarball = readdirSync(folder).find((f) => f.endsWith('.tgz'));
  const size = statSync(join(folder, tarball)).size;
  check(size < LARGEST, `the tarball is ${(size / 1e6).toFixed(1)} MB, under ${LARGEST / 1e6}`);
  writeFileSync(join(folder, 'package.json'), '{"name":"fresh","private":true,"type":"module"}');
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`], folder);
  const sayso = (...args) => run(process.execPath, ['node_modules/sayso/dist/cli/main.js', ...args], folder);
  console.log(sayso('ingest', 'node_modules/sayso/examples/pages', '--workspace', 'w').trim());
  const record = JSON.parse(sayso('export', '--workspace', 'w', '--format', 'json'));
  check(record.articles.length >= 12, `the export holds ${record.articles.length} articles`);
  check(
    record.claims.length > 0 && record.reports.length > 0 && record.incidents.length > 0,
    'claims, reports and incidents are there',
  );
  check(/0 faults/.test(sayso('verify', 'w')), 'verify finds no fault');
  writeFileSync(
    join(folder, 'use.mjs'),
    "import { annotate, read } from 'sayso';\n" +
      "const row = annotate({ id: '1', text: 'Two people were killed in Homs on Sunday, police said.' });\n" +
      "if (row.attributions.length !== 1) throw new Error('no attribution');\n" +
      "if (read('<h1>Blast</h1><p>Two people were hurt in a blast.</p>').segments.length === 0) throw new Error('no segments');\n",
  );
  run(process.execPath, ['use.mjs'], folder);
  check(true, 'the library works by its public names');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
