import type { AnnotatedRow, GivenNumber } from './annotated.ts';
import { type Share, share, shareOf } from './core/figures.ts';
import { byId } from './core/list.ts';

type What = 'killed' | 'injured';

/** A text about one incident with whole numbers; `killed` null = no victim, left out. */
export interface CountsGold {
  readonly id: string;
  readonly text: string;
  readonly killed: number | null;
  readonly injured: number | null;
  readonly duplicate_text_of?: unknown;
}

/** A text about several incidents, whose deaths are exact or a lower bound. */
export interface MucDeathsGold {
  readonly id: string;
  readonly incidents: readonly {
    readonly killed: { readonly value: number; readonly exact: boolean } | null;
  }[];
}

export interface CountedIncident {
  /** How many events speak for it. */
  readonly evidence: number;
  readonly killed: number | null;
  readonly injured: number | null;
}

function numberOf(count: number | GivenNumber | null | undefined): number | null {
  if (count === null || count === undefined || typeof count === 'number') return count ?? null;
  return count.best ?? count.low ?? null;
}

/** Incidents of a row that carry a count; without any incident, each event with counts is one. */
export function countedIncidents(row: AnnotatedRow | undefined): CountedIncident[] {
  const own = (row?.incidents ?? []).map((incident) => ({
    evidence: incident.events?.length ?? incident.reports?.length ?? 1,
    killed: numberOf(incident.killed),
    injured: numberOf(incident.injured),
  }));
  const bare = (row?.events ?? []).map((event) => {
    const count = (what: What) => numberOf((event.counts ?? []).find((c) => c.what === what) ?? event[what]);
    return { evidence: 1, killed: count('killed'), injured: count('injured') };
  });
  return (own.length > 0 ? own : bare).filter(
    (incident) => incident.killed !== null || incident.injured !== null,
  );
}

type Rule = (incidents: readonly CountedIncident[], what: What) => number;

const sum: Rule = (incidents, what) =>
  incidents.reduce((total, incident) => total + (incident[what] ?? 0), 0);

/** How the incidents of a text become one answer. `main` = the one with most events, tied ones added up. */
const RULES: Readonly<Record<string, Rule>> = {
  main: (incidents, what) => {
    const most = Math.max(...incidents.map((incident) => incident.evidence));
    return sum(
      incidents.filter((incident) => incident.evidence === most),
      what,
    );
  },
  max: (incidents, what) => Math.max(0, ...incidents.map((incident) => incident[what] ?? 0)),
  sum,
  alwaysZero: () => 0,
};

/** Killed and injured of texts about one incident. Silence counts as 0 here only, since this gold knows no silence. */
export function scoreCounts(gold: readonly CountsGold[], predicted: readonly AnnotatedRow[]) {
  const predictions = byId(predicted, (row) => row.id);
  const rows = firstOfEachText(gold.filter((row) => row.killed !== null && row.killed !== undefined));
  const figures = (rule: Rule) => {
    const right = (what: What, some: readonly CountsGold[]): Share =>
      shareOf(
        some,
        (row) => (rule(countedIncidents(predictions.get(String(row.id))), what) || 0) === row[what],
      );
    const any = (what: What) => rows.filter((row) => (row[what] ?? 0) > 0);
    return {
      killed: right('killed', rows),
      injured: right('injured', rows),
      killedWhereAny: right('killed', any('killed')),
      injuredWhereAny: right('injured', any('injured')),
    };
  };
  const byRule = Object.fromEntries(Object.entries(RULES).map(([name, rule]) => [name, figures(rule)]));
  return { n: rows.length, alsoElsewhere: rows.filter((row) => row.duplicate_text_of).length, ...byRule };
}

function firstOfEachText(rows: readonly CountsGold[]): CountsGold[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (seen.has(row.text)) return false;
    seen.add(row.text);
    return true;
  });
}

/** Exact deaths of several incidents a text, one to one by number; `spurious` = deaths that no gold incident explains. */
export function scoreDeaths(gold: readonly MucDeathsGold[], predicted: readonly AnnotatedRow[]) {
  const predictions = byId(predicted, (row) => row.id);
  let [right, exact, given, spurious] = [0, 0, 0, 0];
  for (const row of gold) {
    const numbers = countedIncidents(predictions.get(String(row.id))).map((incident) => incident.killed ?? 0);
    const left = numbers.filter((n) => n > 0);
    given += left.length;
    const deaths = row.incidents.flatMap((incident) => incident.killed ?? []);
    for (const death of deaths.filter((one) => one.exact)) {
      exact++;
      if (take(left, (n) => n === death.value)) right++;
    }
    for (const death of deaths.filter((one) => !one.exact)) take(left, (n) => n >= death.value);
    spurious += left.length;
  }
  return { docs: gold.length, exact: share(right, exact), spurious: share(spurious, given) };
}

/** Takes the first fitting number out of the list; whether there was one. */
function take(numbers: number[], fits: (n: number) => boolean): boolean {
  const i = numbers.findIndex(fits);
  if (i >= 0) numbers.splice(i, 1);
  return i >= 0;
}

/** Scores either set: the rows tell which it is. */
export function scoreVictims(
  gold: readonly CountsGold[] | readonly MucDeathsGold[],
  predicted: readonly AnnotatedRow[],
) {
  const first = gold[0];
  return first && 'incidents' in first
    ? scoreDeaths(gold as readonly MucDeathsGold[], predicted)
    : scoreCounts(gold as readonly CountsGold[], predicted);
}
