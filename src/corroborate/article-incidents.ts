import type { ArticleIncident, Count, Event, Layers, Place, Stage, Time } from '../doc/index.ts';
import type { Acts } from '../lexicon/acts.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { contentId } from '../lib/hash.ts';
import { type Toll, type Tolls, tolls } from './victims/totals.ts';

type Needs = 'events' | 'harms' | 'places' | 'times';

/** The stage that groups an article's own reports that speak of one thing. */
export function articleIncidents(lexicon: Lexicon): Stage<Needs, 'incidents'> {
  return {
    name: 'incidents',
    version: 2,
    requires: ['events', 'harms', 'places', 'times'],
    assigns: ['incidents'],
    run: (input, { events, harms, places, times }) => {
      const groups: Group[] = [];
      events.forEach((event, i) => {
        if (!JOINED.has(lexicon.acts.get(event.act).family)) return;
        const group = groups
          .slice(-OPEN_GROUPS)
          .find((g) =>
            g.members
              .slice(-COMPARED)
              .every((m) => sameThing(m.event, event, { places, times }, lexicon.acts)),
          );
        if (group) group.members.push({ event, index: i });
        else groups.push({ members: [{ event, index: i }] });
      });
      const incidentOfEvent = new Map(groups.flatMap((g, i) => g.members.map((m) => [m.index, i] as const)));
      const told = tolls(harms, groups.length, (h) => incidentOfEvent.get(h.draft) ?? -1);
      return {
        incidents: joinedGroups(groups, told).map(([g, i]) =>
          incidentOf(input.id, g, harms.length > 0 ? told.tollOf(i) : null),
        ),
      };
    },
  };
}

interface Group {
  readonly members: { readonly event: Event; readonly index: number }[];
}

/** Groups of events with those joined that befell the same people, each with its number. */
function joinedGroups(groups: readonly Group[], told: Tolls): [Group, number][] {
  const members = new Map<number, Group['members']>();
  groups.forEach((g, i) => {
    const first = told.firstOf(i);
    members.set(first, [...(members.get(first) ?? []), ...g.members]);
  });
  return [...members].map(([i, of]) => [{ members: [...of].sort((a, b) => a.index - b.index) }, i]);
}

/** Families whose events are things that happen; what is only said or agreed forms no incident. */
const JOINED: ReadonlySet<string> = new Set([
  'abuse',
  'access',
  'attack',
  'civil',
  'combat',
  'custody',
  'disarm',
  'interception',
  'movement',
  'posture',
  'property',
  'protest',
  'supply',
  'territory',
]);
/** Groups that a report can still join; a story goes back to its last few incidents, and the cost stays linear. */
const OPEN_GROUPS = 24;
/** Members a newcomer is compared with: the last ones, so that a long story costs no more a report. */
const COMPARED = 8;
/** Families of which an attack of unstated kind can tell again. */
const KINSHIP: ReadonlySet<string> = new Set(['attack', 'combat', 'interception', 'abuse']);

/** Two reports of one article can speak of one thing: kin acts, and no place, day, party or count that differs. */
function sameThing(a: Event, b: Event, layers: Pick<Layers, 'places' | 'times'>, acts: Acts): boolean {
  if (!kin(a, b, acts) || (a.status === 'happened') !== (b.status === 'happened')) return false;
  if (!samePlace(layers.places[a.place ?? -1], layers.places[b.place ?? -1])) return false;
  if (!sameDay(layers.times[a.time ?? -1], layers.times[b.time ?? -1])) return false;
  return sameParties(a.actor, b.actor) && sameParties(a.target, b.target) && sameCounts(a.counts, b.counts);
}

function kin(a: Event, b: Event, acts: Acts): boolean {
  if (a.act === b.act) return true;
  const x = acts.get(a.act);
  const y = acts.get(b.act);
  if (x.generic || y.generic || !x.acled || !y.acled) return KINSHIP.has(x.family) && KINSHIP.has(y.family);
  return x.family === y.family && x.acled?.subEventType === y.acled?.subEventType;
}

function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b) return true;
  if (a.geonameId !== null && b.geonameId !== null) return a.geonameId === b.geonameId;
  return (a.name ?? a.text) === (b.name ?? b.text);
}

/** Unknown days contradict nothing; known ones must overlap. */
function sameDay(a: Time | undefined, b: Time | undefined): boolean {
  if (!a?.earliest || !a.latest || !b?.earliest || !b.latest) return true;
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Named parties must share one id or one wording; unnamed ones contradict nothing. */
function sameParties(a: Event['actor'], b: Event['actor']): boolean {
  const keys = (list: Event['actor']): string[] =>
    list.flatMap((p) => (p.mention === null ? [] : [p.actor ?? p.text.toLowerCase()]));
  const x = keys(a);
  const y = keys(b);
  return x.length === 0 || y.length === 0 || x.some((k) => y.includes(k));
}

/** Counts of several that differ speak of two things; one person can be one of several told of elsewhere. */
function sameCounts(a: readonly Count[], b: readonly Count[]): boolean {
  const differ = (x: number | null, y: number | null): boolean =>
    x !== null && y !== null && x > 1 && y > 1 && x !== y;
  return a.every((c) => b.every((d) => c.what !== d.what || c.side !== d.side || !differ(c.best, d.best)));
}

function incidentOf(article: string, group: Group, toll: Toll | null): ArticleIncident {
  const events = group.members.map((m) => m.index);
  const first = group.members[0]!.event;
  const counts = group.members.flatMap((m) => m.event.counts);
  return {
    id: contentId('i', article, first.act, first.trigger[0]?.start ?? 0),
    events,
    killed: toll ? toll.killed : total(counts, 'killed'),
    injured: toll ? toll.injured : total(counts, 'injured'),
  };
}

/** Sides are added up, reports of one side are not: the greatest that any report gives for it stands. */
function total(counts: readonly Count[], what: string): number | null {
  const bySide = new Map<string, number>();
  for (const c of counts) {
    const value = c.best ?? c.low;
    if (c.what !== what || value === null) continue;
    const side = c.side ?? '';
    bySide.set(side, Math.max(bySide.get(side) ?? 0, value));
  }
  if (bySide.size === 0) return null;
  const whole = bySide.get('') ?? 0;
  bySide.delete('');
  const sides = [...bySide.values()].reduce((a, b) => a + b, 0);
  return Math.max(whole, sides);
}
