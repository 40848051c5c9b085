import type { PlaceRecord, Report, Status } from '../doc/index.ts';
import { corroborateRules } from '../lexicon/corroborate-rules.ts';
import type { Lexicon } from '../lexicon/index.ts';

/** What a report's status weighs against the others', when an incident gets its one word: what is said to be done comes first. */
const ORDER: readonly Status[] = [
  'happened',
  'ongoing',
  'background',
  'denied',
  'threatened',
  'planned',
  'hypothetical',
];

/**
 * A neutral fragment from the reports' fields, never a statement: "Reported explosion · Mezzeh, Damascus · 2023-05".
 * What is unknown is left out. Given coarsened reports, it says no more than they do.
 */
export function incidentTitle(reports: readonly Report[], lexicon: Lexicon): string {
  const { titles } = corroborateRules(lexicon.source);
  const status = ORDER.find((s) => reports.some((r) => r.status === s)) ?? 'background';
  const act = lexicon.acts.label(mainAct(reports, lexicon));
  const head = `${titles[status] ?? titles.happened} ${act}`;
  return [head, placeWords(reports), dateWords(reports)].filter((x) => x !== null).join(' · ');
}

/** The act told most often, acts that say more before generic ones; ties by name. */
function mainAct(reports: readonly Report[], lexicon: Lexicon): string {
  const counts = new Map<string, number>();
  for (const { act } of reports) counts.set(act, (counts.get(act) ?? 0) + 1);
  const generic = (act: string): number => (lexicon.acts.has(act) && lexicon.acts.get(act).generic ? 1 : 0);
  const [best] = [...counts].sort(([a, n], [b, m]) => generic(a) - generic(b) || m - n || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}

/** The finest place told most often, by the words of the reports, with its province. */
function placeWords(reports: readonly Report[]): string | null {
  const names = new Map<string, { count: number; precision: number }>();
  for (const report of reports) {
    const { place } = report;
    const name = place && shownName(report, place);
    if (!place || !name) continue;
    const words = place.admin1 && place.admin1 !== place.name ? `${name}, ${place.admin1}` : name;
    const known = names.get(words) ?? { count: 0, precision: place.ucdpPrecision ?? UNSETTLED };
    names.set(words, { ...known, count: known.count + 1 });
  }
  const [best] = [...names].sort(
    ([a, x], [b, y]) => x.precision - y.precision || y.count - x.count || (a < b ? -1 : 1),
  );
  return best?.[0] ?? null;
}

/** Coarser than any UCDP precision: a place that no gazetteer settles comes last. */
const UNSETTLED = 9;
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\s'’‘.,()–-]+$/u;

/** The words of the text when they are Latin, else the gazetteer's name; a coarsened place keeps to its coarse name. */
function shownName({ coarsened }: Report, { name, evidence }: PlaceRecord): string | null {
  if (!coarsened && evidence.exact && LATIN.test(evidence.exact)) return evidence.exact;
  return name !== null && LATIN.test(name) ? name : null;
}

/** Dates that name a day, month or year, and not a time of day alone. */
const CALENDAR = /^(?:\d|XXXX-)/;

/** The date told most often; of equal ones the finest. A date without a year is shown without it. */
function dateWords(reports: readonly Report[]): string | null {
  const counts = new Map<string, number>();
  for (const { date } of reports)
    if (date !== null && CALENDAR.test(date)) counts.set(date, (counts.get(date) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || span(a) - span(b) || (a < b ? -1 : 1));
  return best?.[0].replace(/^XXXX-/, '--') ?? null;
}

/** Intervals after days, days after nothing: lower is finer. */
function span(edtf: string): number {
  return edtf.includes('/') ? 100 : -edtf.length;
}
