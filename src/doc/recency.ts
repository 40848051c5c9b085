import { latestDay } from '../lib/edtf.ts';
import type { Evidence } from './evidence.ts';
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

/** What dates an article. */
export interface ArticleAge {
  /** EDTF, or `null` when the page does not say. */
  readonly published: string | null;
  /** Instant of the fetch; `null` for a loose file. */
  readonly fetchedAt: string | null;
}

/** What dates a report. */
export type Dated = Pick<Report, 'article' | 'act' | 'date' | 'latest'>;

/** Whether an article itself is younger than the hold. One that nothing dates (a loose file) has no age. */
export function isYoung(age: ArticleAge, hours: number, now: Date): boolean {
  const published = endOfDay(age.published === null ? null : latestDay(age.published, now));
  const fetched = age.fetchedAt === null ? null : Date.parse(age.fetchedAt);
  const latest =
    published === null || fetched === null ? (published ?? fetched) : Math.min(published, fetched);
  return latest !== null && now.getTime() - latest < hours * HOUR;
}

/**
 * Whether a report must be held back: its own last day, else its article's, is younger than the hold. A day without a
 * year is taken for its last occurrence. A plan or a threat for a day to come is held like a fresh report.
 * @param movement whether its act is a movement of forces (`data/shared/acts.yaml`, `movement: true`)
 */
export function isHeld(
  report: Dated,
  age: ArticleAge,
  movement: boolean,
  now: Date,
  rule: RecencyRule,
): boolean {
  const hours = movement ? rule.movementHours : rule.incidentHours;
  const own = endOfDay(report.latest ?? (report.date === null ? null : latestDay(report.date, now)));
  return own === null ? isYoung(age, hours, now) : now.getTime() - own < hours * HOUR;
}

function endOfDay(day: string | null): number | null {
  const time = day === null ? Number.NaN : Date.parse(`${day}T23:59:59Z`);
  return Number.isNaN(time) ? null : time;
}

/** The report as it may leave Sayso: its place at admin-1 and its date in whole ISO weeks where it is held. */
export function coarsenReport(report: Report, held: boolean): Report {
  if (!held) return guardSensitive(report);
  const weeks = wholeWeeks(report.earliest, report.latest);
  return {
    ...report,
    date: weeks && `${weeks[0]}/${weeks[1]}`,
    earliest: weeks?.[0] ?? null,
    latest: weeks?.[1] ?? null,
    dateEvidence: null,
    place: report.place && coarsenPlace(report.place, 'admin-1', report.sentence),
    coarsened: true,
  };
}

/** Shelters, hospitals, aid sites and camps are shown at admin-2 (SECURITY.md). */
function guardSensitive(report: Report): Report {
  if (!report.place?.sensitive) return report;
  return {
    ...report,
    place: coarsenPlace(report.place, 'admin-2', report.sentence),
    coarsened: true,
  };
}

/** UCDP `where_prec` of an admin-1 and an admin-2 place. */
const UCDP_ADMIN = { 'admin-1': 4, 'admin-2': 3 } as const;

const WHY = {
  'admin-1': 'recency rule: younger than the hold',
  'admin-2': 'shelter, hospital, aid site or camp',
} as const;

/** A place without what is finer than `level`. */
export function coarsen<P extends Omit<PlaceRecord, 'evidence'>>(place: P, level: 'admin-1' | 'admin-2'): P {
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
    reason: WHY[level],
  };
}

/** The same for a report's place: its words would name it, so the whole sentence stands for them. */
function coarsenPlace(place: PlaceRecord, level: 'admin-1' | 'admin-2', sentence: Evidence): PlaceRecord {
  return { ...coarsen(place, level), evidence: sentence };
}

/** Monday of the first and Sunday of the last ISO 8601 week that hold the days; `null` when either end is open. */
function wholeWeeks(earliest: string | null, latest: string | null): readonly [string, string] | null {
  const first = earliest === null ? null : isoWeek(earliest);
  const last = latest === null ? null : isoWeek(latest);
  return first && last && [first[0], last[1]];
}

/** Monday and Sunday, ISO, of the ISO 8601 week that holds `day`. */
function isoWeek(day: string): readonly [string, string] | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  return [iso(time - weekday * 24 * HOUR), iso(time + (6 - weekday) * 24 * HOUR)];
}
