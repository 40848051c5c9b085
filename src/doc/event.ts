import type { Span } from './span.ts';

export const STATUSES = [
  'happened',
  'ongoing',
  'denied',
  'threatened',
  'planned',
  'hypothetical',
  'background',
] as const;
export type Status = (typeof STATUSES)[number];

/** PLOVER event types, manual v0.8. */
export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type PloverType = (typeof PLOVER_TYPES)[number];

/** Someone or something that takes part in an event. */
export interface Party {
  readonly spans: readonly Span[];
  readonly text: string;
  /** Index of the mention it rests on, or `null`. */
  readonly mention: number | null;
  /** Register id, or `null`. */
  readonly actor: string | null;
}

/** What is counted. Other words may be used where none of these fits. */
export const COUNT_KINDS = [
  'killed',
  'injured',
  'missing',
  'detained',
  'abducted',
  'displaced',
  'vehicles',
  'troops',
] as const;

/** A number as the text gives it. `0` only when someone says none; silence is no count at all. */
export interface Count {
  readonly what: string;
  readonly side: 'civilian' | 'combatant' | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly spans: readonly Span[];
  /** The words kept: "dozens", "at least seven". */
  readonly words: string;
  /** Index of the attribution that gives the number, or `null`. */
  readonly attribution: number | null;
}

/** Harm to people; "hit" leaves open whether they lived. */
export type HarmKind = 'killed' | 'injured' | 'hit';

/** What a text says of the people that one phrase names, for telling whether another phrase names them too. */
export interface Who {
  /** "part": some of those spoken of before ("three of them"). */
  readonly form: 'name' | 'pronoun' | 'definite' | 'indefinite' | 'part';
  /** Lemma of the noun that heads it, or `null`. */
  readonly noun: string | null;
  /** Whether the noun can stand for anybody ("man", "victim"). */
  readonly anybody: boolean;
  readonly sex: 'male' | 'female' | null;
  readonly age: number | null;
  /** Words of the name, lower case; empty where there is none. */
  readonly name: readonly string[];
  /** Index of the chain it stands in, or `null`. */
  readonly chain: number | null;
  readonly part: 'attacker' | 'force' | 'victim' | null;
  readonly plural: boolean;
  /** Set apart from those before: "another", "two others". */
  readonly more: boolean;
}

/** People who are said to have come to harm, as one phrase tells it. */
export interface Harm {
  readonly harm: HarmKind;
  /** Index of the draft (and event) that tells of it. */
  readonly draft: number;
  readonly sentence: number;
  /** Where its word of harm starts: two phrases under one word are two people. */
  readonly trigger: number;
  readonly start: number;
  readonly end: number;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly who: Who;
}

export interface AcledType {
  readonly eventType: string;
  readonly subEventType: string;
}

/** What one sentence says happened, before its place and time are settled. */
export interface EventDraft {
  /** Sayso's own finer code, of `data/shared/acts.yaml`. */
  readonly act: string;
  readonly type: PloverType | null;
  readonly mode: string | null;
  readonly acled: AcledType | null;
  /** CAMEO root code, two digits. */
  readonly cameo: string | null;
  readonly trigger: readonly Span[];
  /** Index of the sentence. */
  readonly sentence: number;
  readonly actor: readonly Party[];
  readonly recipient: readonly Party[];
  readonly target: readonly Party[];
  readonly victim: readonly Party[];
  readonly weapon: readonly Party[];
  readonly counts: readonly Count[];
  readonly status: Status;
  /** −3 certainly not … 3 certainly (FactBank's scale, Saurí & Pustejovsky 2009). */
  readonly factuality: number;
  /** Index of the attribution whose content holds the trigger, or `null` (the narrator's own words). */
  readonly attribution: number | null;
  /** The rule that found it. */
  readonly by: string;
}

/** An event of one text with its place, its time and, inside this text, its incident. */
export interface Event extends EventDraft {
  /** Index into the places, or `null`. */
  readonly place: number | null;
  /** Index into the times, or `null`. */
  readonly time: number | null;
}

/** Reports of one article that speak of one thing. */
export interface ArticleIncident {
  readonly id: string;
  /** Indices of events. */
  readonly events: readonly number[];
  /** Best count over the incident's own reports, never summed twice; `null` when the article is silent. */
  readonly killed: number | null;
  readonly injured: number | null;
}
