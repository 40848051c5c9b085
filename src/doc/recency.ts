import type { PlaceRecord, Report } from './record.ts';

const HOUR = 3_600_000;
/** SECURITY.md: incidents younger than this leave Sayso at admin-1 and week precision. */
export const INCIDENT_HOLD_HOURS = 72;
/** SECURITY.md: movements of forces are held back for this long. */
export const MOVEMENT_HOLD_HOURS = 30 * 24;

/** How long reports are coarsened. An administrator can lengthen this, never shorten it. */
export interface RecencyRule {
  readonly incidentHours: number;
  readonly movementHours: number;
}

/** The rule with a longer hold where one is asked for; a shorter one is not taken. */
export function recencyRule(asked: Partial<RecencyRule> = {}): RecencyRule {
  return {
    incidentHours: Math.max(INCIDENT_HOLD_HOURS, asked.incidentHours ?? 0),
    movementHours: Math.max(MOVEMENT_HOLD_HOURS, asked.movementHours ?? 0),
  };
}

/** When a report can have happened at the latest: its own last day, else its article's, else the fetch; else unknown. */
export interface ReportAge {
  readonly publishedLatest: string | null;
  readonly fetchedAt: string | null;
}

/** Last instant, in ms since the epoch, that the report can speak of; `null` when nothing dates it (a loose file). */
function latestInstant(report: Report, age: ReportAge): number | null {
  const own = endOfDay(report.latest);
  const published = endOfDay(age.publishedLatest);
  const fetched = age.fetchedAt === null ? null : Date.parse(age.fetchedAt);
  if (own !== null) return own;
  if (published === null || fetched === null) return published ?? fetched;
  return Math.min(published, fetched);
}

function endOfDay(day: string | null): number | null {
  const time = day === null ? Number.NaN : Date.parse(`${day}T23:59:59Z`);
  return Number.isNaN(time) ? null : time;
}

/**
 * The report as it may leave Sayso at `now`: unchanged when old enough, else its place coarsened to admin-1 and its
 * date to the ISO week. A plan or a threat has not happened yet and is held like a fresh report.
 * @param movement whether the report's act is a movement of forces (`data/shared/acts.yaml`, `movement: true`)
 */
export function coarsenReport(
  report: Report,
  age: ReportAge,
  movement: boolean,
  now: Date,
  rule: RecencyRule = recencyRule(),
): Report {
  const latest = latestInstant(report, age);
  const hours = movement ? rule.movementHours : rule.incidentHours;
  if (latest === null || now.getTime() - latest >= hours * HOUR) return guardSensitive(report);
  const week = report.latest === null ? null : isoWeek(report.latest);
  return {
    ...report,
    date: week === null ? null : `${week[0]}/${week[1]}`,
    earliest: week?.[0] ?? null,
    latest: week?.[1] ?? null,
    dateEvidence: null,
    place: report.place && coarsenPlace(report.place, 'admin-1', 'recency rule: younger than the hold'),
    coarsened: true,
  };
}

/** Shelters, hospitals, aid sites and camps are shown at admin-2 (SECURITY.md). */
function guardSensitive(report: Report): Report {
  if (!report.place?.sensitive) return report;
  return {
    ...report,
    place: coarsenPlace(report.place, 'admin-2', 'shelter, hospital, aid site or camp'),
    coarsened: true,
  };
}

/** UCDP `where_prec` of an admin-1 and an admin-2 place. */
const UCDP_ADMIN = { 'admin-1': 4, 'admin-2': 3 } as const;

function coarsenPlace(place: PlaceRecord, level: 'admin-1' | 'admin-2', why: string): PlaceRecord {
  return {
    ...place,
    name: (level === 'admin-2' ? (place.admin2 ?? place.admin1) : place.admin1) ?? place.country,
    lat: null,
    lon: null,
    shape: null,
    admin2: level === 'admin-2' ? place.admin2 : null,
    geonameId: null,
    ucdpPrecision: UCDP_ADMIN[level],
    acledPrecision: 3,
    radiusKm: null,
    rule: `coarsened-to-${level}`,
    reason: why,
  };
}

/** Monday and Sunday, ISO, of the ISO 8601 week that holds `day`. */
function isoWeek(day: string): readonly [string, string] | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  return [iso(time - weekday * 24 * HOUR), iso(time + (6 - weekday) * 24 * HOUR)];
}
