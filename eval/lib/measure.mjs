import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  annotate,
  eventDatesYearApart,
  GOLD_FILES,
  loadedLeftOut,
  openWorkspace,
  scoreSeeds,
  seedsGold,
  TASKS,
  wordModels,
} from '../../dist/index.js';

/** How often progress is shown, in documents. */
const EVERY = 5;

/**
 * One run of Sayso over one set; several rows of the table are read off its results.
 * `proof` is what the reference scorers are given to check the figures.
 * @typedef {{ result: Record<string, any>, crashes: string[], proof: import('../proof/index.mjs').Real }} Outcome
 * @typedef {{ id: string, gold: string[], inputs: string[], run: (sets: import('./sets.mjs').Sets, progress: any) => Promise<Outcome> }} Measurement
 */

/**
 * Texts through `annotate`, scored once for each set of options.
 * @param {string} id @param {keyof typeof TASKS} task @param {string} file
 * @param {Record<string, object>} variants options of the score by name
 * @param {(row: any) => boolean} keep rows of the file that are scored
 * @returns {Measurement}
 */
export function annotated(id, task, file, variants = { plain: {} }, keep = () => true) {
  return {
    id,
    gold: [file],
    inputs: [file],
    run: async (sets, progress) => {
      const gold = sets.rows(file).filter(keep);
      const { rows, crashes } = annotatedRows(id, TASKS[task].ask(gold), progress);
      const predicted = TASKS[task].answer(rows);
      const scored = Object.entries(variants).map(([name, options]) => [
        name,
        TASKS[task].score(gold, predicted, options),
      ]);
      return { result: Object.fromEntries(scored), crashes, proof: { id, task, gold, predicted, variants } };
    },
  };
}

/**
 * Words of a treebank or of a file of names through the language models, scored on the same words.
 * @param {string} id @param {'conllu' | 'names'} task @param {string} file @param {string} language
 * @returns {Measurement}
 */
export function onGivenWords(id, task, file, language = 'en') {
  return {
    id,
    gold: [file],
    inputs: [file],
    run: async (sets) => {
      const gold = sets.text(file);
      const predicted = TASKS[task].own(gold, wordModels(language));
      const proof = { id, task, gold, predicted, variants: { plain: {} } };
      return { result: TASKS[task].score(gold, predicted), crashes: [], proof };
    },
  };
}

/**
 * A gold set of Sayso's own, through `annotate`.
 * @param {string} id @param {keyof typeof TASKS} task @param {() => any[]} goldOf
 */
export const ownGold = (id, task, goldOf) => ({
  id,
  gold: [],
  inputs: [],
  run: async (_sets, progress) => {
    const gold = goldOf();
    const { rows, crashes } = annotatedRows(id, TASKS[task].ask(gold), progress);
    return { result: TASKS[task].score(gold, TASKS[task].answer(rows)), crashes };
  },
});

/** Annotates every row; a crash leaves the row without an answer, which the scores count as missed. */
export function annotatedRows(id, asked, progress) {
  const rows = [];
  const crashes = [];
  asked.forEach((row, i) => {
    if (i % EVERY === 0) progress.at(id, i, asked.length);
    try {
      rows.push(annotate(row));
    } catch (error) {
      crashes.push(`${id} ${row.id}: ${error instanceof Error ? error.message : error}`);
    }
  });
  return { rows, crashes };
}

/**
 * The seed files through a workspace of their own, as a user would: ingest, then export.
 * @type {Measurement}
 */
export const seeds = {
  id: 'seeds',
  gold: GOLD_FILES.map((name) => `gold/seeds/${name}.json`),
  inputs: ['seeds'],
  run: async (sets, progress) => {
    const { record, crashes } = await recordOf(sets.path('seeds'), progress);
    const gold = seedsGold(
      Object.fromEntries(GOLD_FILES.map((name) => [name, sets.json(`gold/seeds/${name}.json`)])),
    );
    const proof = { id: 'seeds', task: 'seeds', predicted: record };
    const texts = sets.texts('seeds');
    const result = {
      ...scoreSeeds(gold, record, texts),
      loadedLeftOut: loadedLeftOut(gold, record, texts),
      datesYearApart: eventDatesYearApart(gold, record, texts),
    };
    return { result, crashes, proof };
  },
};

async function recordOf(folder, progress) {
  const home = mkdtempSync(join(tmpdir(), 'sayso-eval-'));
  try {
    const workspace = await openWorkspace(join(home, 'workspace'));
    try {
      const { setAside } = await workspace.ingest([folder], (done, total) =>
        progress.at('seeds', done, total),
      );
      return {
        record: await workspace.export(),
        crashes: setAside.map((one) => `seeds ${one.input}: ${one.message}`),
      };
    } finally {
      await workspace.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
