import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { StopError } from '../lib/errors.ts';
import { detectLanguage } from '../lib/language.ts';
import { annotateRow, documentStages, loadLexicon, wordModels } from '../pipeline/index.ts';
import { TASKS, type Task } from '../score/index.ts';
import { type Context, EXIT, say } from './context.ts';
import { printFigures } from './figures.ts';
import type { Finish } from './finish.ts';

interface Flags {
  readonly json?: boolean;
  readonly texts?: string;
}

/** `sayso score <task> <gold> [prediction]` */
export function scoreCommand(context: Context, finish: Finish): Command {
  const tasks = Object.entries(TASKS).map(([name, task]) => `  ${name.padEnd(14)}${task.describe}`);
  return new Command('score')
    .argument('<task>', `one of ${Object.keys(TASKS).join(', ')}`)
    .argument('<gold>', 'the gold file (a folder for "seeds")')
    .argument(
      '[prediction]',
      'a prediction; left out, Sayso annotates the gold texts itself where the task allows it',
    )
    .option('--texts <folder>', 'for "seeds": the folder of pages')
    .option('--json', 'print all figures as JSON')
    .addHelpText('after', `\nTasks:\n${tasks.join('\n')}\n\nExample:\n  $ sayso score attribution gold.jsonl`)
    .action((name: string, gold: string, prediction: string | undefined, flags: Flags) => {
      const task = TASKS[name];
      if (!task)
        throw new StopError(
          'no-task',
          `there is no task "${name}": one of ${Object.keys(TASKS).join(', ')}`,
          2,
        );
      const figures = scoreFiles(task, gold, prediction, flags);
      const lines = flags.json ? JSON.stringify(figures, null, 1).split('\n') : printFigures(figures);
      for (const line of lines) say(context, line);
      finish(EXIT.done);
    });
}

function scoreFiles(task: Task, goldPath: string, predictionPath: string | undefined, flags: Flags): object {
  const gold = readGold(task, goldPath, flags);
  try {
    return task.score(
      gold,
      predictionPath === undefined ? ownAnswer(task, gold) : readInput(task, predictionPath),
    );
  } catch (error) {
    if (error instanceof StopError) throw error;
    throw new StopError('bad-gold', `${goldPath}: ${error instanceof Error ? error.message : error}`, 2);
  }
}

function ownAnswer(task: Task, gold: unknown): unknown {
  if (task.own) return task.own(gold as string, wordModels(loadLexicon(), 'en'));
  if (!task.ask || !task.answer)
    throw new StopError('no-prediction', 'this task needs a prediction: name its file after the gold', 2);
  const stages = documentStages(loadLexicon());
  const rows = task.ask(gold as readonly unknown[]);
  return task.answer(rows.map((row) => annotateRow(row, stages, row.language ?? detectLanguage(row.text))));
}

function readGold(task: Task, path: string, flags: Flags): unknown {
  if (task.reads !== 'seeds') return readInput(task, path);
  if (flags.texts === undefined)
    throw new StopError('no-texts', 'give the folder of pages: --texts FOLDER', 2);
  return {
    gold: readFolder(path, '.json', (text) => JSON.parse(text) as unknown),
    texts: readFolder(flags.texts, '.txt', (t) => t),
  };
}

function readInput(task: Task, path: string): unknown {
  const text = readText(path);
  if (task.reads === 'text') return text;
  if (task.reads === 'seeds') return JSON.parse(text);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function readFolder<T>(dir: string, ending: string, parse: (text: string) => T): Record<string, T> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    throw new StopError('no-folder', `${dir} is no folder`, 2);
  const files = readdirSync(dir)
    .filter((f) => f.endsWith(ending))
    .sort();
  const key = (file: string): string => (ending === '.json' ? basename(file, ending) : file);
  return Object.fromEntries(files.map((f) => [key(f), parse(readText(join(dir, f)))]));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StopError(
      'no-file',
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code}): check the name`,
      2,
    );
  }
}
