import type { PageDetail } from '../../../src/contract/api.ts';
import type { Loaded, Place, Time } from '../../../src/doc/annotation.ts';
import type { Evidence } from '../../../src/doc/evidence.ts';
import type { Claim, PartyRecord, PlaceRecord, Report } from '../../../src/doc/record.ts';
import { t } from '../strings/index.ts';
import { edtf, label, range } from './format.ts';
import type { Item } from './marks.ts';
import { chainOf, type Names, speakerName } from './speech.ts';

/** One field of an item: its value in words (`null`: unknown), and the words of the text it rests on. */
export interface Field {
  readonly label: string;
  readonly value: string | null;
  readonly evidence: readonly Evidence[];
}

const field = (name: string, value: string | null, evidence: readonly (Evidence | null)[] = []): Field => ({
  label: name,
  value,
  evidence: evidence.filter((e) => e !== null),
});

/** All fields of an item, in the order a person asks for them. */
export function fieldsOf(item: Item, view: PageDetail, names: Names): readonly Field[] {
  switch (item.layer) {
    case 'claims':
      return claimFields(item.data, view, names);
    case 'reports':
      return reportFields(item.data, view, names);
    case 'places':
      return placeFields(item.data);
    case 'times':
      return timeFields(item.data);
    case 'loaded':
      return loadedFields(item.data);
  }
}

function claimFields(claim: Claim, view: PageDetail, names: Names): readonly Field[] {
  const f = t.field;
  const outlet = view.page.articles.find((a) => claim.article.endsWith(`#${a.id}`))?.outlet ?? null;
  const chain = chainOf(claim, outlet, names).map((l) => l.name);
  return [
    field(f.chain, chain.join(' ← ')),
    field(f.root, `${speakerName(claim.root, names)} (${t.kinds[claim.root.kind]})`, claim.root.evidence),
    ...claim.via.map((v) => field(f.via, `${speakerName(v, names)} (${t.kinds[v.kind]})`, v.evidence)),
    field(f.stance, t.stances[claim.stance], [claim.cue]),
    field(f.status, claim.status && t.statuses[claim.status]),
    field(f.content, '', claim.contentPieces.length > 0 ? claim.contentPieces : [claim.content]),
    ...(claim.hedges.length > 0 ? [field(f.hedges, '', claim.hedges)] : []),
    field(f.form, t.form[claim.form]),
    field(f.rule, claim.by),
  ];
}

function parties(name: string, list: readonly PartyRecord[], names: Names): Field[] {
  return list.map((p) => field(name, (p.actor && names.get(p.actor)?.name) ?? p.text, p.evidence));
}

function reportFields(report: Report, view: PageDetail, names: Names): readonly Field[] {
  const f = t.field;
  const claim = view.claims.find((c) => c.id === report.claim);
  const said = claim ? `${speakerName(claim.root, names)} ${t.stances[claim.stance]}` : t.incident.ownVoice;
  return [
    field(f.act, label(report.act), report.trigger),
    field(f.status, t.statuses[report.status]),
    field(f.claim, said, [claim?.cue ?? null]),
    field(f.date, dateWords(report), [report.dateEvidence]),
    field(f.place, placeWords(report.place), [report.place?.evidence ?? null]),
    ...(report.coarsened ? [field(f.precision, t.held)] : []),
    ...parties(f.actor, report.actor, names),
    ...parties(f.target, report.target, names),
    ...parties(f.recipient, report.recipient, names),
    ...parties(f.victim, report.victim, names),
    ...parties(f.weapon, report.weapon, names),
    ...report.counts.map((c) => field(label(c.what), t.bound(c.low, c.high), c.evidence)),
    field(f.sentence, '', [report.sentence]),
    field(f.factuality, t.factuality(report.factuality)),
    field(f.type, report.type && [report.type, report.mode].filter(Boolean).join(' · ')),
    field(f.acled, report.acled && `${report.acled.eventType} · ${report.acled.subEventType}`),
    field(f.cameo, report.cameo),
    field(f.rule, report.by),
  ];
}

/** A report's date with its basis; `null` when the text gives none. */
export function dateWords(report: Report): string | null {
  return report.date === null ? null : `${edtf(report.date)} (${t.basis[report.dateBasis]})`;
}

/** Keeps a name of another writing direction from moving its neighbours (Unicode FSI and PDI). */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** A place's name with the regions around it; `null` when it was not resolved. */
export function placeWords(
  place: Pick<PlaceRecord, 'name' | 'admin1' | 'admin2' | 'country'> | null,
): string | null {
  if (!place) return null;
  const names = [place.name, place.admin2, place.admin1, place.country].filter((n) => n !== null);
  return names.length === 0 ? null : [...new Set(names)].map(isolated).join(', ');
}

function placeFields(place: Place): readonly Field[] {
  const f = t.field;
  const point =
    place.lat === null || place.lon === null ? null : `${place.lat.toFixed(3)}, ${place.lon.toFixed(3)}`;
  return [
    field(f.words, place.text),
    field(f.name, placeWords(place)),
    field(f.role, label(place.role)),
    field(f.coordinates, point),
    field(f.radius, place.radiusKm === null ? null : t.km(place.radiusKm)),
    field(f.precision, t.precision(place.ucdpPrecision, place.acledPrecision)),
    field(f.reason, place.reason),
    field(f.rule, place.rule),
  ];
}

function timeFields(time: Time): readonly Field[] {
  const f = t.field;
  return [
    field(f.words, time.text),
    field(f.value, time.value),
    field(f.days, time.earliest === null && time.latest === null ? null : range(time.earliest, time.latest)),
    field(f.basis, t.basis[time.basis]),
    field(f.timexType, time.type.toLowerCase()),
    field(f.reason, time.reason),
  ];
}

function loadedFields(loaded: Loaded): readonly Field[] {
  const f = t.field;
  return [
    field(f.words, loaded.text),
    field(f.neutral, loaded.neutral),
    field(f.user, t.users[loaded.user]),
    field(f.category, label(loaded.category)),
  ];
}
