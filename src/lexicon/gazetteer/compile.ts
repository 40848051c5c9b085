import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StopError } from '../../lib/errors.ts';
import { makeRows } from './rows.ts';
import { readSources } from './sources.ts';
import { writeGazetteer } from './write.ts';

function compile(data: string): string {
  const sources = readSources(data);
  const rows = makeRows(sources);
  const bytes = writeGazetteer(rows, sources.countries);
  const target = join(data, 'shared/gazetteer.bin');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  return `gazetteer: ${rows.length} places, ${(bytes.length / 2 ** 20).toFixed(1)} MB`;
}

try {
  console.log(compile(process.argv[2] ?? 'dist/data'));
} catch (error) {
  console.error(error instanceof StopError ? error.message : error);
  process.exitCode = 5;
}
