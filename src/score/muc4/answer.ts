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
  const actors = entities(events.flatMap((e) => e.actor));
  const people = entities(events.flatMap((e) => [...e.victim, ...e.target.filter((p) => isPerson(row, p))]));
  const things = entities(events.flatMap((e) => e.target.filter((p) => !isPerson(row, p))));
  const filled = {
    PerpInd: texts(actors.filter((p) => !isBody(row, p))),
    PerpOrg: texts(actors.filter((p) => isBody(row, p))),
    Target: texts(things.filter((p) => !people.some((v) => same(v, p)))),
    Victim: texts(people),
    Weapon: texts(entities(events.flatMap((e) => e.weapon))),
  };
  const empty = Object.values(filled).every((slot) => slot.length === 0);
  return empty ? [] : [{ incident_type: typeOf(events), ...filled }];
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

const same = (a: PartyOut, b: PartyOut): boolean =>
  a.text.toLowerCase() === b.text.toLowerCase() ||
  a.spans.some(([s, e]) => b.spans.some(([x, y]) => s < y && x < e));

/** Parties that are not named twice. */
function entities(parties: readonly PartyOut[]): PartyOut[] {
  const kept: PartyOut[] = [];
  for (const p of parties) if (!kept.some((k) => same(k, p))) kept.push(p);
  return kept;
}

const texts = (parties: readonly PartyOut[]): string[] => parties.map((p) => p.text);
