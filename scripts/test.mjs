#!/usr/bin/env node
// `npm test`: everything that CI runs before the gate. Builds, then format and lint, types, and all tests (unit, flows, browser, imports).
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);

const STEPS = [
  ['build', process.execPath, ['scripts/build.mjs']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.test.json']],
  [
    'types of the desk',
    join(root, 'web', 'node_modules', '.bin', 'svelte-check'),
    ['--workspace', 'web', '--threshold', 'warning', '--output', 'human'],
  ],
  ['tests', bin('vitest'), ['run', ...process.argv.slice(2)]],
];

for (const [name, command, args] of STEPS) {
  console.log(`\n── ${name}`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (done.error) throw done.error;
  if (done.status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(done.status ?? 1);
  }
}
