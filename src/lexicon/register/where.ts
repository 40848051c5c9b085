import { readdirSync } from 'node:fs';
import { distPath } from '../../lib/dist.ts';
import { barekey, nameKey } from '../../lib/name-key.ts';
import type { Candidate, Gazetteer, GazetteerEntry } from '../gazetteer/index.ts';
import { ARABIC_NAMES } from '../gazetteer/rows.ts';
import type { TheatreRow } from '../gazetteer/schema.ts';
import { shippedPlaces } from '../gazetteer/user-places.ts';

export type WhereRule = 'name' | 'other name' | 'without the article' | 'sounds alike';

/** A place that a name may mean. */
export interface Place {
  readonly entry: GazetteerEntry;
  readonly rule: WhereRule;
  /** Where its facts come from. */
  readonly source: string;
}

const GEONAMES = 'GeoNames, CC BY 4.0';

/** The places that a name may mean, the most populous first; those of one country where its code is given. */
export function where(gazetteer: Gazetteer, name: string, country: string | null): readonly Place[] {
  const within = (c: Candidate): boolean => country === null || c.entry.country === country;
  const known = gazetteer.lookup(name).filter(within);
  const countries = country === null ? ARABIC_NAMES : new Set([country]);
  const found = known.length > 0 ? known : gazetteer.soundsLike(name, countries).filter(within);
  const sources = found.some((c) => c.entry.class === 'feature')
    ? theatreSources()
    : new Map<string, string>();
  const places = found.map((c) => ({
    entry: c.entry,
    rule: known.length > 0 ? nameRule(c, name, gazetteer) : ('sounds alike' as const),
    source: sourceOf(c.entry, sources),
  }));
  // What sounds alike comes in the order of likeness.
  return known.length > 0 ? places.sort((a, b) => b.entry.population - a.entry.population) : places;
}

function nameRule({ alternate }: Candidate, name: string, gazetteer: Gazetteer): WhereRule {
  if (!gazetteer.has(nameKey(name)) && barekey(name) !== null) return 'without the article';
  return alternate ? 'other name' : 'name';
}

/** Source lines of the places that ship with Sayso beside GeoNames, by name and type. */
function theatreSources(): ReadonlyMap<string, string> {
  const names = readdirSync(distPath(import.meta.url, 'data/shared/places'))
    .filter((f) => /^theatre(?:-.*)?\.json$/.test(f))
    .map((f) => f.slice(0, -'.json'.length));
  const places = names.flatMap((name) => shippedPlaces<TheatreRow>(name));
  return new Map(places.map((p) => [`${p.name}|${p.type}`, p.source]));
}

function sourceOf(entry: GazetteerEntry, sources: ReadonlyMap<string, string>): string {
  if (entry.geonameId !== null) return `${GEONAMES}, id ${entry.geonameId}`;
  const own = sources.get(`${entry.name}|${entry.featureCode}`);
  if (own !== undefined) return own;
  if (entry.class === 'country') return 'data/shared/places/countries.yaml';
  return entry.class === 'admin1' ? 'data/shared/places/admin1.yaml' : 'a register of your own';
}
