import type { AnnotatedRow, EventOut, PartyOut } from '../../doc/index.ts';
import type { MucPrediction, Template } from './template.ts';

type IncidentType = 'ARSON' | 'ATTACK' | 'BOMBING' | 'KIDNAPPING' | 'ROBBERY';

/** MUC-4 types by our finer acts; other violence is an attack. */
const TYPE_OF_ACT: Readonly<Record<string, IncidentType>> = {
  abduction: 'KIDNAPPING',
  arson: 'ARSON',
  explosion: 'BOMBING',
  ied: 'BOMBING',
  looting: 'ROBBERY',
  'suicide-bombing': 'BOMBING',
};

/** Role fillers of a row as MUC-4 templates, one an incident of violence. Fights between armed forces are none. */
export function mucAnswer(row: AnnotatedRow): MucPrediction {
  const templates = row.incidents.flatMap(({ events }) =>
    templateOf(
      row,
      events.map((i) => row.events[i]!),
    ),
  );
  return { docid: row.id, templates };
}

const UNTOLD: ReadonlySet<string> = new Set(['denied', 'hypothetical', 'planned']);

function templateOf(row: AnnotatedRow, all: readonly EventOut[]): Template[] {
  const told = all.filter((e) => e.type === 'ASSAULT' && !UNTOLD.has(e.status));
  const events = told.filter((e) => e.acled?.eventType !== 'Battles');
  if (events.length === 0) return [];
  const actors = entities(events.flatMap((e) => e.actor)).filter((p) => kindOf(row, p) !== 'location');
  const people = entities(events.flatMap((e) => [...e.victim, ...e.target.filter((p) => isPerson(row, p))]));
  const things = entities(events.flatMap((e) => e.target.filter((p) => isThing(row, p))));
  const filled = {
    PerpInd: texts(
      row,
      actors.filter((p) => !isBody(row, p)),
    ),
    PerpOrg: texts(row, entities([...actors.filter((p) => isBody(row, p)), ...groupsNear(row, events)])),
    Target: texts(
      row,
      things.filter((p) => !people.some((v) => same(v, p))),
    ),
    Victim: texts(row, people),
    Weapon: texts(row, entities(events.flatMap((e) => e.weapon))),
  };
  const befell = filled.Target.length + filled.Victim.length + filled.Weapon.length > 0;
  return !befell ? [] : [{ incident_type: typeOf(events), ...filled }];
}

/** Armed groups named in the sentences of an incident, but for those attacked: a group behind a deed is often named apart. */
function groupsNear(row: AnnotatedRow, events: readonly EventOut[]): PartyOut[] {
  const attacked = new Set(events.flatMap((e) => [...e.target, ...e.victim].map((p) => p.mention)));
  const sentences = [...new Set(events.map((e) => e.sentence))].map((i) => row.sentences[i]!);
  return row.mentions.flatMap((m, mention): PartyOut[] => {
    const near = sentences.some((s) => s.start <= m.start && m.end <= s.end);
    if (m.kind !== 'armed-group' || !near || attacked.has(mention)) return [];
    return [{ spans: [[m.start, m.end]], text: m.text, mention, actor: m.actor }];
  });
}

/** The type that most events of an incident have; the plain attack gives way. */
function typeOf(events: readonly EventOut[]): IncidentType {
  const types = events.flatMap((e) => TYPE_OF_ACT[e.act] ?? []);
  return types[0] ?? 'ATTACK';
}

const BODIES: ReadonlySet<string> = new Set([
  'agency',
  'armed-group',
  'government',
  'international',
  'organisation',
  'state-military',
]);
const kindOf = (row: AnnotatedRow, p: PartyOut) =>
  p.mention === null ? null : row.mentions[p.mention]!.kind;
const isBody = (row: AnnotatedRow, p: PartyOut): boolean => BODIES.has(kindOf(row, p) ?? '');
const isPerson = (row: AnnotatedRow, p: PartyOut): boolean =>
  /^(?:person|civilians)$/.test(kindOf(row, p) ?? '');

/** What no thing that was attacked is. */
const NO_THINGS: ReadonlySet<string> = new Set([
  'armed-group',
  'civilians',
  'location',
  'person',
  'state-military',
]);
const isThing = (row: AnnotatedRow, p: PartyOut): boolean => !NO_THINGS.has(kindOf(row, p) ?? '');

const same = (a: PartyOut, b: PartyOut): boolean =>
  a.text.toLowerCase() === b.text.toLowerCase() ||
  a.spans.some(([s, e]) => b.spans.some(([x, y]) => s < y && x < e));

/** Parties that are not named twice. */
function entities(parties: readonly PartyOut[]): PartyOut[] {
  const kept: PartyOut[] = [];
  for (const p of parties) if (!kept.some((k) => same(k, p))) kept.push(p);
  return kept;
}

/** What is written of each: of a person the name, by which the article names them elsewhere too. */
const texts = (row: AnnotatedRow, parties: readonly PartyOut[]): string[] => [
  ...new Set(withoutShort(parties.map((p) => nameOf(row, p) ?? p.text))),
];

/** Short forms of names that are given in full. */
const withoutShort = (names: readonly string[]): string[] =>
  names.filter((n) => !names.some((other) => other.length > n.length && other.split(' ').includes(n)));

function nameOf(row: AnnotatedRow, p: PartyOut): string | null {
  const [start, end] = p.spans[0] ?? [0, 0];
  const chain = row.chains?.find((c) =>
    c.links.some((l) => l.end === end && l.start <= start + SLACK && start <= l.start + SLACK),
  );
  const own = p.mention === null ? null : row.mentions[p.mention]!;
  const named = chain?.name == null ? null : row.mentions[chain.name]!;
  const best = [named, own].find((m) => m?.kind === 'person');
  if (!best) return null;
  return best === own && p.text.length < own.text.length ? p.text : best.text;
}
/** Characters by which a phrase and the link on it may differ at the front: an article, a number. */
const SLACK = 12;
