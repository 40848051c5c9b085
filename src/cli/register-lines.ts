import type { Lexicon } from '../pipeline/index.ts';
import type { Found, Place, RoleOut, WhoAnswer } from '../pipeline/register.ts';

type Register = Lexicon['actors'];

/** What `register who` prints. */
export function whoLines(
  name: string,
  date: string | null,
  answer: WhoAnswer,
  register: Register,
): readonly string[] {
  if (answer.found.length === 0) return nobody(name, answer.near);
  return answer.found.flatMap((found, i) => [...(i > 0 ? [''] : []), ...entryLines(found, date, register)]);
}

function nobody(name: string, near: readonly string[]): readonly string[] {
  const none = `No entry of the register is called "${name}".`;
  return near.length > 0
    ? [none, `Near it: ${near.join(' · ')}`]
    : [none, 'Nothing is spelt like it either. A register of your own can hold it: docs/registers.md.'];
}

function entryLines(
  { entry, rule, matched, ambiguous, stood, roles }: Found,
  date: string | null,
  register: Register,
): readonly string[] {
  const named = (id: string): string => `${register.name(id) ?? id} (${id})`;
  const line = (label: string, text: string | null): string[] =>
    text ? [`  ${label.padEnd(LABEL)}${text}`] : [];
  const when = dated(entry.from ?? null, entry.until ?? null);
  const judged = stood === null || when === '' ? '' : STOOD[stood];
  return [
    `${entry.name}  ${entry.id}  ${entry.kind}`,
    ...line('matched', `${rule}: ${matched}${ambiguous ? ' (borne by others too)' : ''}`),
    ...line('also', aliases(entry)),
    ...line('existed', when === '' ? null : `${when}${judged}`),
    ...line('part of', entry.parent ? named(entry.parent) : null),
    ...line('speaks for', entry.speaksFor ? named(entry.speaksFor) : null),
    ...line(
      'party line',
      entry.partyLine ? `${named(entry.partyLine.party)}, says: ${entry.partyLine.source}` : null,
    ),
    ...line('source', entry.source),
    ...roleLines(entry.id, roles, date),
  ];
}

const LABEL = 12;
const STOOD = {
  yes: '',
  no: ' (not on the day asked about)',
  maybe: ' (the dates do not settle the day asked about)',
};

function roleLines(id: string, roles: readonly RoleOut[], date: string | null): readonly string[] {
  if (roles.length === 0) return date === null ? [] : [`  ${'roles'.padEnd(LABEL)}none known on ${date}`];
  return roles.map((r) => {
    const who = r.id === id ? `${r.role}${r.of ? ` of ${r.of}` : ''}` : `${r.role}: ${r.name} (${r.id})`;
    const sure = r.held === 'maybe' ? ', its dates do not settle the day asked about' : '';
    return `  ${'role'.padEnd(LABEL)}${who}${spaced(dated(r.from, r.until))}${sure}`;
  });
}

const spaced = (text: string): string => (text === '' ? '' : `, ${text}`);

function dated(from: string | null, until: string | null): string {
  return [from === null ? '' : `from ${from}`, until === null ? '' : `until ${until}`]
    .filter(Boolean)
    .join(' ');
}

const BY = { self: ' (self)', others: ' (others)' } as const;

function aliases(entry: Found['entry']): string {
  return [...(entry.en ?? []), ...(entry.ar ?? [])]
    .map((a) => (typeof a === 'string' ? a : `${a.text}${a.by ? BY[a.by] : ''}`))
    .join(' · ');
}

/** What `register who --json` prints. */
export function whoJson(name: string, date: string | null, answer: WhoAnswer, register: Register): object {
  const found = answer.found.map(({ entry, ...how }) => ({
    ...entry,
    ...how,
    chain: register.chain(entry.id),
    speaksAs: register.body(entry.id),
  }));
  return { name, date, found, near: answer.near };
}

/** What `register where` prints. */
export function placeLines(
  name: string,
  country: string | null,
  places: readonly Place[],
): readonly string[] {
  if (places.length > 0) return places.flatMap((p, i) => [...(i > 0 ? [''] : []), ...onePlace(p)]);
  const where = country === null ? '' : ` in ${country}`;
  return [
    `No place of the gazetteer${where} is called "${name}", or sounds like it.`,
    'Places of your own can be added: sayso gazetteer add --help',
  ];
}

function onePlace({ entry, rule, source }: Place): readonly string[] {
  const inside = [entry.admin2, entry.admin1, entry.country].filter((p) => p !== null && p !== entry.name);
  const point = entry.lat === null ? 'no point is published' : `${entry.lat}, ${entry.lon}`;
  const people = entry.population > 0 ? `, ${entry.population.toLocaleString('en')} people` : '';
  const line = (label: string, text: string): string => `  ${label.padEnd(LABEL)}${text}`;
  return [
    `${entry.name}  ${entry.class} (${entry.featureCode})${people}`,
    line('matched', rule),
    line('in', inside.join(', ') || 'no one country'),
    line('point', `${point}, good to ${round(entry.radiusKm)} km`),
    ...(entry.line ? [line('course', `${entry.line.length} points`)] : []),
    ...(entry.sensitive
      ? [line('sensitive', 'leaves Sayso at the division it lies in, never as a point')]
      : []),
    line('source', source),
  ];
}

const round = (km: number): number => Math.round(km * 10) / 10;

/** What `register where --json` prints of a place. */
export function placeJson({ entry, rule, source }: Place): object {
  const { row: _, ...facts } = entry;
  return { ...facts, rule, source };
}
