import { shareOf } from '../core/figures.ts';
import { groupBy, list } from '../core/list.ts';
import { bcubed } from '../coref/bcubed.ts';
import { matchEvents } from './events.ts';
import type { GoldIncident, SeedsGold } from './gold.ts';
import type { LocatedIncident, System } from './locate.ts';

interface Row {
  readonly wanted: GoldIncident;
  /** The system incident that holds most of its reports; `null` when none holds any. */
  readonly system: LocatedIncident | null;
}

/** The count under the standard rule, else the number of roots listed. */
function rootCount(incident: LocatedIncident): number {
  const given = incident.rootCount;
  return (typeof given === 'number' ? given : given?.standard) ?? list(incident.roots).length;
}

/** Which system incident holds the report that is paired with each gold event. */
function holders(gold: SeedsGold, system: System): Map<string, LocatedIncident | null> {
  const byReport = new Map(
    system.incidents.flatMap((i) => list(i.reports).map((report) => [report, i] as const)),
  );
  const { pairs } = matchEvents(gold, system, false);
  return new Map(pairs.map(([event, report]) => [event.id, byReport.get(report.id) ?? null]));
}

function counterpart(
  incident: GoldIncident,
  of: ReadonlyMap<string, LocatedIncident | null>,
): LocatedIncident | null {
  const held = incident.event_ids.map((id) => of.get(id) ?? null).filter((i) => i !== null);
  const groups = [...groupBy(held, (i) => i)].sort(([, a], [, b]) => b.length - a.length);
  return groups[0]?.[0] ?? null;
}

function rootFigures(rows: readonly Row[]) {
  const within = (limit: number) =>
    shareOf(
      rows,
      ({ wanted, system }) =>
        system !== null && Math.abs(rootCount(system) - wanted.n_independent_roots) <= limit,
    );
  return { exact: within(0), offByAtMostOne: within(1) };
}

/** Grouping of the gold's reports into incidents (B-cubed), and the number of roots behind each. */
export function scoreIncidents(gold: SeedsGold, system: System) {
  const of = holders(gold, system);
  const clusters = gold.incidents.map((incident) => incident.event_ids);
  const events = clusters.flat();
  // A report that no system incident holds is a cluster of its own.
  const response = [...groupBy(events, (id): LocatedIncident | string => of.get(id) ?? id).values()];
  const rows = gold.incidents.map((wanted): Row => ({ wanted, system: counterpart(wanted, of) }));
  return {
    reportsPlaced: shareOf(events, (id) => (of.get(id) ?? null) !== null),
    bCubed: bcubed(clusters, response),
    incidentsFound: shareOf(rows, (row) => row.system !== null),
    roots: rootFigures(rows),
    rootsWhereMoreThanOne: rootFigures(rows.filter((row) => row.wanted.n_independent_roots > 1)),
    rootCounts: rows.map(
      ({ wanted, system: s }) => `${wanted.id} ${wanted.n_independent_roots}→${s ? rootCount(s) : 'none'}`,
    ),
  };
}
