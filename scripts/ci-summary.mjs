#!/usr/bin/env node
// Sums up a CI run: `node scripts/ci-summary.mjs <tests> <newer> <gate> <pack> <bench>` (exit codes). Exits 1 when anything failed.
import { existsSync, readFileSync } from 'node:fs';

const [tests = 1, newer = 1, gate = 1, pack = 1, bench = 1] = process.argv.slice(2).map(Number);
const file = 'artefacts/vitest.json';
const report = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
const steps = {
  'npm test': tests,
  'unit tests on Node 22': newer,
  'evaluation gate': gate,
  'pack and install': pack,
  bench,
};
for (const [name, code] of Object.entries(steps)) console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);

const failedSteps = Object.values(steps).filter((code) => code !== 0).length;
const passed = report.numPassedTests + Object.keys(steps).length - failedSteps;
const failed = report.numFailedTests + failedSteps;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
