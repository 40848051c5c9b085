import type { Span } from '../../doc/index.ts';

/** A stretch of a seed file. */
export interface FileSpan extends Span {
  readonly file: string;
}

export interface GoldSegment extends Span {
  readonly kind: string;
  readonly article: number | null;
  readonly pub_date_text_only?: string | null;
}

export interface GoldClaim {
  readonly id: string;
  readonly file: string;
  readonly content_start: number;
  readonly content_end: number;
  readonly root_source: string;
  readonly via: readonly string[];
  readonly stance: string;
}

interface GoldCount {
  readonly best: number | null;
}

export interface GoldEvent {
  readonly id: string;
  readonly file: string;
  readonly sentence_start: number;
  readonly sentence_end: number;
  /** An ACLED event type, or "PLOVER" where only `sub_event` tells. */
  readonly event_type: string;
  readonly sub_event: string;
  readonly date_text_only: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly actor1: string | null;
  readonly actor2: string | null;
  readonly targets: readonly string[];
  readonly killed: GoldCount;
  readonly injured: GoldCount;
  readonly factuality: string;
}

export interface GoldDate extends FileSpan {
  readonly id: string;
  readonly text: string;
  readonly text_only_value: string | null;
}

interface GoldMention extends FileSpan {
  readonly text: string;
  /** `government` where the name of a place stands for one. */
  readonly reading?: string;
}

export interface GoldPlace {
  readonly canonical: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly type: string;
  readonly metonym_possible?: boolean;
  readonly mentions: readonly GoldMention[];
}

/** A place that needs a rule ("south of X"), with the point or the centre the gold computes. */
export interface RelativePlace extends FileSpan {
  readonly computed?: { readonly lat?: number; readonly lon?: number; readonly center?: string } | null;
}

export interface GoldActor {
  readonly canonical: string;
  readonly mentions: readonly GoldMention[];
  /** Aliases from a list beside the actors, where the gold has one. */
  readonly extra?: readonly string[];
}

export interface GoldLoaded extends FileSpan {
  readonly user: string;
}

export interface GoldValue extends FileSpan {
  readonly value: string | number;
}

export interface GoldContradiction {
  readonly topic: string;
  readonly values: readonly GoldValue[];
}

export interface GoldIncident {
  readonly id: string;
  readonly event_ids: readonly string[];
  readonly n_independent_roots: number;
  readonly contradictions: readonly GoldContradiction[];
}

export interface GoldQuestion {
  readonly id: string;
  readonly evidence: readonly FileSpan[];
}

/** Everything the gold says of the seed files; one member for each file of its folder. */
export interface SeedsGold {
  readonly segments: {
    readonly files: Readonly<Record<string, readonly GoldSegment[]>>;
    readonly articles: Readonly<Record<string, FileSpan & { readonly article: number }>>;
  };
  readonly claims: readonly GoldClaim[];
  readonly events: readonly GoldEvent[];
  readonly dates: readonly GoldDate[];
  readonly places: { readonly places: readonly GoldPlace[]; readonly relative: readonly RelativePlace[] };
  readonly actors: readonly GoldActor[];
  readonly loaded: readonly GoldLoaded[];
  readonly incidents: readonly GoldIncident[];
  readonly questions: readonly GoldQuestion[];
}

/** The files of a gold folder that the score reads, without ".json". */
export const GOLD_FILES = [
  'segments',
  'claims',
  'events',
  'dates',
  'places',
  'actors',
  'loaded',
  'incidents',
  'questions',
] as const;

interface ActorsWithAliases {
  readonly actors: readonly GoldActor[];
  readonly alias_sets?: readonly { readonly canonical: string; readonly aliases: readonly string[] }[];
}

/** The gold as scored, from its parsed files: alias lists that stand beside the actors are handed to them. */
export function seedsGold(parsed: Readonly<Record<string, unknown>>): SeedsGold {
  const missing = GOLD_FILES.filter((name) => parsed[name] === undefined);
  if (missing.length > 0) throw new Error(`the seeds gold lacks ${missing.join(', ')}`);
  const given = parsed.actors as readonly GoldActor[] | ActorsWithAliases;
  return { ...(parsed as unknown as SeedsGold), actors: 'actors' in given ? withAliases(given) : given };
}

function withAliases({ actors, alias_sets = [] }: ActorsWithAliases): readonly GoldActor[] {
  return actors.map((actor) => ({
    ...actor,
    extra: alias_sets.filter((set) => set.canonical === actor.canonical).flatMap((set) => set.aliases),
  }));
}
