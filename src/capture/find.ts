import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SetAside } from '../doc/index.ts';
import { refusedBySystem, setAsideFor } from './set-aside.ts';
import { isUrl } from './web/index.ts';

/** Paths as given lead to files; `seen` holds the real folders walked, so that a loop of links ends. */
interface Walk {
  readonly inputs: string[];
  readonly setAside: SetAside[];
  readonly seen: Set<string>;
}

/**
 * Turns files and folders into the files to read, folders recursively and in order of name. Hidden files below a folder
 * are skipped (one named outright is taken). URLs stay as they are. What is missing or empty is set aside, never dropped in silence.
 */
export async function findInputs(
  paths: readonly string[],
): Promise<{ inputs: readonly string[]; setAside: readonly SetAside[] }> {
  const walk: Walk = { inputs: [], setAside: [], seen: new Set() };
  for (const path of paths) await visit(path, walk, true);
  return { inputs: [...new Set(walk.inputs)], setAside: walk.setAside };
}

async function visit(path: string, walk: Walk, given: boolean): Promise<void> {
  if (isUrl(path)) {
    if (/^https?:/i.test(path)) walk.inputs.push(path);
    else walk.setAside.push(setAsideFor(path, 'unsupported', 'only http and https are fetched'));
    return;
  }
  const kind = await kindOf(path);
  if (kind === 'file') walk.inputs.push(path);
  else if (kind === 'folder') await visitFolder(path, walk, given);
  else if (kind === 'other')
    walk.setAside.push(setAsideFor(path, 'unsupported', 'neither a file nor a folder'));
  else walk.setAside.push(kind);
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | SetAside> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    return refusedBySystem(path, error);
  }
}

async function visitFolder(path: string, walk: Walk, given: boolean): Promise<void> {
  const real = await realpath(path).catch(() => path);
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  const before = walk.inputs.length + walk.setAside.length;
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    walk.setAside.push(refusedBySystem(path, error));
    return;
  }
  for (const name of names.sort())
    if (!basename(name).startsWith('.')) await visit(join(path, name), walk, false);
  if (given && walk.inputs.length + walk.setAside.length === before)
    walk.setAside.push(setAsideFor(path, 'empty-folder'));
}
