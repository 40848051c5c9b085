/** Finds the treebanks that the trainers read. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * The folder of treebanks: `--data DIR`, else `train` below the folder that SAYSO_SETS names. Stops with a clear word when
 * a file that is needed is missing.
 * @param {readonly string[]} args command line
 * @param {readonly string[]} needed file names
 */
export function dataFolder(args, needed) {
  const at = args.indexOf('--data');
  const sets = process.env.SAYSO_SETS;
  const folder = at >= 0 ? args[at + 1] : sets && join(sets, 'train');
  if (!folder) stop('name the folder of treebanks: --data DIR, or SAYSO_SETS with a folder "train" below it');
  const missing = needed.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) stop(`missing in ${folder}: ${missing.join(', ')}`);
  return folder;
}

/** Ends the run: what is wrong and what to do. */
export function stop(message) {
  console.error(`train: ${message}`);
  process.exit(2);
}
