import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StopError } from '../lib/errors.ts';
import { expandModel } from '../lib/model-file.ts';

/** Expands every `models/<lang>/<task>.model` into `out/<lang>/<task>.bin`. Returns how many bytes they ship and take. */
export function expandModels(
  models: string,
  out: string,
): { files: number; shipped: number; inMemory: number } {
  const files = readdirSync(models, { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.model'),
  );
  rmSync(out, { recursive: true, force: true });
  let shipped = 0;
  let inMemory = 0;
  for (const file of files.sort()) {
    const bytes = readFileSync(join(models, file));
    const expanded = opened(join(models, file), bytes);
    const target = join(out, file.replace(/\.model$/, '.bin'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, expanded);
    shipped += bytes.length;
    inMemory += expanded.length;
  }
  return { files: files.length, shipped, inMemory };
}

function opened(file: string, bytes: Uint8Array): Uint8Array {
  try {
    return expandModel(bytes);
  } catch (error) {
    throw new StopError(
      'bad-model',
      `${file}: damaged model (${error instanceof Error ? error.message : error})`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [models = 'models', out = 'dist/data/models'] = process.argv.slice(2);
  try {
    const { files, shipped, inMemory } = expandModels(models, out);
    console.log(
      `models: ${files} files, ${(shipped / 1e6).toFixed(1)} MB, ${(inMemory / 1e6).toFixed(1)} MB in memory`,
    );
  } catch (error) {
    console.error(error instanceof StopError ? error.message : error);
    process.exitCode = 5;
  }
}
