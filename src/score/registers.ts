/** Whether names of actors are found and who they are taken for, and how many of the places given are wanted. */
import type { MentionOut } from '../doc/index.ts';
import { type Prf, prf, type Share, share } from './core/figures.ts';
import { isAlias, sameName } from './core/name-match.ts';
import { overlap } from './core/overlap.ts';
import { nameParts } from './seeds/aliases.ts';
import type { GivenPlaceMention } from './seeds/given.ts';
import type { FileSpan, GoldActor, SeedsGold } from './seeds/gold.ts';
import { pairMentions } from './seeds/pair.ts';

/** Rows of `sayso annotate` over gold articles: `id` is the article's ("004#12"), offsets count from its start. */
export interface RegisterRow {
  readonly id: string;
  readonly mentions: readonly Pick<MentionOut, 'start' | 'end' | 'text' | 'kind' | 'actor'>[];
  readonly places: readonly (GivenPlaceMention & {
    readonly role?: string;
    readonly rule?: string;
    readonly text?: string;
  })[];
}

/** What the score asks of a register: it never looks into one itself. */
export interface RegisterView {
  /** Every name of an entry, in any script; none for an unknown id. */
  readonly names: (id: string) => readonly string[];
  /** The entry of a state's name, adjective or seat ("Syrian"), or `null`. */
  readonly state: (text: string) => string | null;
}

type Laid<T> = T & FileSpan;
type GivenMention = Laid<RegisterRow['mentions'][number]>;
type Wanted = FileSpan & { readonly text: string; readonly actor: GoldActor };

/** Figures of `scoreRegisters`; lists hold one line for each fault, with its text. */
export interface RegisterScore {
  readonly actors: Prf & { readonly rightEntry: Share };
  readonly places: Prf;
  readonly missedActors: readonly string[];
  readonly strangeActors: readonly string[];
  readonly wrongEntries: readonly string[];
  readonly missedPlaces: readonly string[];
  readonly strangePlaces: readonly string[];
}

/** Names of states and adjectives made of them are actors by metonymy at most: never held against precision. */
const MAY_BE_ACTORS = new Set(['location', 'other', 'facility', 'civilians']);
const NO_ACTORS = new Set(['weapon', 'vehicle']);

/**
 * Mentions of actors and places over the gold's articles.
 * Found: overlaps a gold mention, one to one, the most alike first. Precision of actors counts names of persons and
 * bodies; names of places and adjectives count only where the gold has an actor. The gold has no register ids, so the
 * right entry is one that bears a name of the gold actor (canonical name or any wording); failing that, one that bears
 * the words of the mention (the head of "Kurdish SDF") and no wording of another gold actor. A mention without an
 * entry is wrong; a state's name or adjective stands for its state. Precision of places leaves
 * out countries, demonyms, parts of names, places that may be metonyms and descriptions that need a rule, as their
 * recall does.
 */
export function scoreRegisters(
  gold: SeedsGold,
  rows: readonly RegisterRow[],
  register: RegisterView,
): RegisterScore {
  const inside = insideOf(gold);
  const wanted = gold.actors.flatMap((actor) => actor.mentions.map((m) => ({ ...m, actor })));
  const given = laid(gold, rows, (row) => row.mentions).filter((m) => !NO_ACTORS.has(m.kind));
  const wantedInside = wanted.filter(inside);
  const pairs = pairMentions<Wanted, GivenMention>(wantedInside, given);
  const paired = new Set(pairs.map(([, m]) => m));
  const counted = given.filter((m) => paired.has(m) || isBody(m));
  const wrong = pairs.filter(([w, m]) => !isRight(w.actor, m, gold.actors, register));
  const missed = wantedInside.filter((w) => !pairs.some(([p]) => p === w));
  return {
    actors: {
      ...prf(pairs.length, counted.length, wantedInside.length),
      rightEntry: share(pairs.length - wrong.length, pairs.length),
    },
    ...scorePlaces(gold, rows, inside),
    missedActors: missed.map((w) => `${w.text} (${w.actor.canonical})`),
    strangeActors: counted.filter((m) => !paired.has(m)).map((m) => `${m.text} [${m.kind}] ${m.actor ?? ''}`),
    wrongEntries: wrong.map(([w, m]) => `${w.text} (${w.actor.canonical}) ≠ ${m.text} ${m.actor ?? 'none'}`),
  };
}

const isBody = (m: GivenMention): boolean =>
  !MAY_BE_ACTORS.has(m.kind) || (m.kind !== 'civilians' && m.actor !== null);

/** Keeps what lies in an article of the gold; an article that no row answers counts as missed. */
function insideOf(gold: SeedsGold): (span: FileSpan) => boolean {
  const extents = Object.values(gold.segments.articles);
  return (span) => extents.some((e) => e.file === span.file && overlap(e, span) === span.end - span.start);
}

function laid<T extends { readonly start: number; readonly end: number }>(
  gold: SeedsGold,
  rows: readonly RegisterRow[],
  pick: (row: RegisterRow) => readonly T[],
): Laid<T>[] {
  return rows.flatMap((row) => {
    const origin = gold.segments.articles[row.id];
    if (!origin) return [];
    return pick(row).map((x) => ({
      ...x,
      file: origin.file,
      start: x.start + origin.start,
      end: x.end + origin.start,
    }));
  });
}

function isRight(
  actor: GoldActor,
  mention: GivenMention,
  all: readonly GoldActor[],
  register: RegisterView,
): boolean {
  const id = mention.actor ?? (MAY_BE_ACTORS.has(mention.kind) ? register.state(mention.text) : null);
  if (id === null) return false;
  const names = register.names(id);
  const bears = (wordings: readonly string[]): boolean =>
    wordings.some((w) => names.some((name) => sameName(w, name)));
  if (bears(wordingsOf(actor))) return true;
  const covers = names.some((name) => isAlias(name, mention.text));
  return covers && !all.some((other) => other !== actor && bears(wordingsOf(other)));
}

function wordingsOf(actor: GoldActor): readonly string[] {
  return [
    ...nameParts(actor.canonical),
    ...actor.canonical.split(' / '),
    ...(actor.extra ?? []),
    ...actor.mentions.map((m) => m.text),
  ];
}

/** Places given where the gold has none are wrong; what lies on a country or a possible metonym is left out. */
function scorePlaces(
  gold: SeedsGold,
  rows: readonly RegisterRow[],
  inside: (span: FileSpan) => boolean,
): Pick<RegisterScore, 'places' | 'strangePlaces' | 'missedPlaces'> {
  const known = gold.places.places;
  const mentionsOf = (free: boolean) =>
    known
      .filter((p) => (p.type === 'country' || p.metonym_possible === true) === free)
      .flatMap((p) => p.mentions)
      .filter(inside);
  const wanted = mentionsOf(false);
  const metonyms = gold.actors.flatMap((a) => a.mentions).filter((m) => m.reading === 'government');
  const free = [...mentionsOf(true), ...metonyms.filter(inside)];
  const all = laid(gold, rows, (row) => row.places).filter(isNamedPlace);
  const given = all.filter((p) => !all.some((inner) => holds(p, inner)));
  const pairs = pairMentions(wanted, given);
  const paired = new Set(pairs.map(([, p]) => p));
  const counted = given.filter(
    (p) => paired.has(p) || !free.some((f) => f.file === p.file && overlap(f, p) > 0),
  );
  return {
    missedPlaces: wanted.filter((w) => !pairs.some(([p]) => p === w)).map((w) => w.text),
    places: prf(pairs.length, counted.length, wanted.length),
    strangePlaces: counted.filter((p) => !paired.has(p)).map((p) => `${p.text ?? ''} → ${p.name ?? 'none'}`),
  };
}

/** A description made of a name and a rule ("south of X") holds the name; relative places are scored apart. */
const holds = (outer: FileSpan, inner: FileSpan): boolean =>
  outer.file === inner.file &&
  outer.start <= inner.start &&
  outer.end >= inner.end &&
  outer.end - outer.start > inner.end - inner.start;

/** Countries have the coarsest precision of all; demonyms and parts of names are no mentions of places. */
function isNamedPlace(place: RegisterRow['places'][number]): boolean {
  return (
    place.role !== 'demonym' &&
    place.role !== 'name-part' &&
    place.role !== 'metonym' &&
    place.rule !== 'country'
  );
}
