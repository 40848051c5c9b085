#!/usr/bin/env node
/**
 * Prints one table: what Sayso reaches on each set, the floor below which it must not fall, the goal, the aim, and what
 * others have published. Sets come from the folder that SAYSO_SETS names; without it every row says "absent".
 *
 *   node eval/main.mjs                    the table
 *   node eval/main.mjs --gate             the same; exit code 1 below a floor, or where the reference scorers disagree
 *   node eval/main.mjs --update-floors [--reason "…"]
 *   node eval/main.mjs --only=lgl,tweets  only these measurements
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MEASUREMENTS, ROWS } from './catalogue/index.mjs';
import { digestFaults, isBelow, readFloors, updated, writeFloors } from './lib/floors.mjs';
import { progressOn } from './lib/progress.mjs';
import { Sets } from './lib/sets.mjs';
import { figureText, table } from './lib/table.mjs';
import { prove } from './proof/index.mjs';

const FLOORS = fileURLToPath(new URL('floors.json', import.meta.url));
const USAGE = 2;
/** A screenful. */
const MOST_LINES = 30;

/** Command line → options; an unknown flag ends the program with a usage line. */
function options() {
  try {
    const { values } = parseArgs({
      options: {
        gate: { type: 'boolean', default: false },
        'update-floors': { type: 'boolean', default: false },
        reason: { type: 'string' },
        only: { type: 'string' },
      },
    });
    if (values.reason !== undefined && !values['update-floors'])
      throw new Error('--reason goes with --update-floors');
    return { ...values, update: values['update-floors'], only: values.only?.split(',') ?? null };
  } catch (error) {
    console.error(`eval: ${error.message}; flags: --gate, --update-floors [--reason TEXT], --only=ID,ID`);
    process.exit(USAGE);
  }
}

/**
 * Runs the measurements whose files are all there.
 * @returns {Promise<{ results: Map<string, any>, states: Map<string, string>, digests: Record<string, any>, faults: string[], changed: string[], crashes: string[], proofs: any[] }>}
 */
async function measure(sets, only, pinned) {
  const run = {
    results: new Map(),
    states: new Map(),
    digests: {},
    faults: [],
    changed: [],
    crashes: [],
    proofs: [],
  };
  const progress = progressOn(process.stderr);
  for (const one of MEASUREMENTS) {
    if (!sets || (only && !only.includes(one.id))) {
      run.states.set(one.id, sets ? 'left out' : 'absent');
      continue;
    }
    const missing = sets.missing([...one.gold, ...one.inputs]);
    if (missing.length > 0) {
      run.states.set(one.id, 'missing');
      run.faults.push(`${one.id}: ${missing.join(', ')} not found in the folder that SAYSO_SETS names`);
      continue;
    }
    run.digests[one.id] = { gold: sets.digest(one.gold), inputs: sets.digest(one.inputs) };
    run.changed.push(...digestFaults(one.id, run.digests[one.id], pinned.sets[one.id]));
    await runOne(one, sets, progress, run);
  }
  progress.clear();
  return run;
}

/** A measurement that fails as a whole has no figures: its rows say so, and the gate fails. */
async function runOne(one, sets, progress, run) {
  try {
    const { result, crashes, proof } = await one.run(sets, progress);
    run.results.set(one.id, result);
    if (proof) run.proofs.push(proof);
    run.crashes.push(...crashes);
  } catch (error) {
    run.states.set(one.id, 'failed');
    run.faults.push(`${one.id}: ${error instanceof Error ? error.stack : error}`);
  }
}

/** A row of the table with its figure, or the word that stands in its place. */
function measured(row, run) {
  if (!row.from) return { ...row, word: 'not yet' };
  const word = run.states.get(row.from);
  if (word) return { ...row, word };
  const picked = row.pick(run.results.get(row.from));
  return picked ? { ...row, ...picked } : { ...row, word: 'none' };
}

/** Rows that fell, or that have no floor to stand on. */
function falls(rows, floors) {
  const known = new Set(rows.map((row) => row.id));
  const orphans = Object.keys(floors).filter((id) => !known.has(id));
  const gone = orphans.map((id) => `${id}: has a floor, but no row of that name is measured any more`);
  const fallen = rows.flatMap((row) => {
    const pinned = floors[row.id]?.floor;
    if (row.word === 'none' && pinned !== undefined)
      return [`${row.id}: gave no figure; its floor is ${pinned}`];
    if (row.figure === undefined) return [];
    if (pinned === undefined) return [`${row.id}: has no floor; run with --update-floors`];
    if (!isBelow(row.figure, pinned, row.lower)) return [];
    return [
      `${row.id}: ${figureText(row.figure)} is ${row.lower ? 'above' : 'below'} its floor ${figureText(pinned)}`,
    ];
  });
  return [...gone, ...fallen];
}

function show(rows, floors) {
  const cells = rows.map((row) => ({
    ...row,
    n: row.n ?? '',
    figure: row.word ?? figureText(row.figure),
    floor: floors[row.id] ? `${row.lower ? '≤ ' : ''}${figureText(floors[row.id].floor)}` : '',
  }));
  console.log(table(cells));
}

/** Lines under a heading on standard error; of very many, the first. */
function list(head, lines) {
  if (lines.length === 0) return;
  const shown = lines.slice(0, MOST_LINES);
  if (lines.length > MOST_LINES) shown.push(`… and ${lines.length - MOST_LINES} more`);
  console.error(`\n${head}\n${shown.map((line) => `  ${line}`).join('\n')}`);
}

const flags = options();
const pinned = readFloors(FLOORS);
const root = process.env.SAYSO_SETS;
const sets = root ? new Sets(root) : null;
const run = await measure(sets, flags.only, pinned);
const rows = ROWS.map((row) => measured(row, run));
show(rows, pinned.floors);
if (!root) console.log('\nSAYSO_SETS names no folder: the sets are absent and nothing was measured.');
list('Crashes (each counts as a miss):', run.crashes);
list('Faults:', run.faults);
if (flags.update) {
  const figures = rows.filter((row) => row.figure !== undefined);
  const { file, refused } = updated(
    pinned,
    figures,
    run.digests,
    flags.reason,
    new Date().toISOString().slice(0, 10),
  );
  writeFloors(FLOORS, file);
  list('Left as it was:', refused);
  process.exit(refused.length > 0 || run.faults.length > 0 ? 1 : 0);
}
list('Sets that changed:', run.changed);
const fallen = flags.gate && sets ? falls(rows, pinned.floors) : [];
list('Below the floor:', fallen);
const unequal = flags.gate && sets ? await unproven(sets, run.proofs) : [];
list('Figures that the reference scorers do not give:', unequal);
process.exit(run.faults.length + run.changed.length + fallen.length + unequal.length > 0 ? 1 : 0);

/** Where our figures differ from those of the reference scorers. */
async function unproven(sets, proofs) {
  const { compared, differing } = await prove(sets, proofs);
  console.log(
    `\nReference scorers: ${compared - differing.length} of ${compared} comparisons give the same figures.`,
  );
  return differing;
}
