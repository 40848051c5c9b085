import type { Offsets } from '../doc/index.ts';
import type { OneOrMany } from './core/list.ts';

/** A participant as `sayso annotate` gives it; only its spans are compared. */
export interface GivenParty {
  readonly spans?: readonly Offsets[];
}

export interface GivenNumber {
  readonly what?: string;
  readonly low?: number | null;
  readonly best?: number | null;
}

export interface GivenAnnotatedEvent {
  readonly type?: string | null;
  readonly status?: string | null;
  readonly actor?: OneOrMany<GivenParty>;
  readonly recipient?: OneOrMany<GivenParty>;
  readonly target?: OneOrMany<GivenParty>;
  readonly victim?: OneOrMany<GivenParty>;
  readonly counts?: readonly GivenNumber[];
  readonly killed?: number | GivenNumber | null;
  readonly injured?: number | GivenNumber | null;
}

/** An incident inside one text. */
export interface GivenArticleIncident {
  readonly events?: readonly unknown[];
  readonly reports?: readonly unknown[];
  readonly killed?: number | GivenNumber | null;
  readonly injured?: number | GivenNumber | null;
}

/** A row of `sayso annotate`, as far as the scores of single texts look at it. */
export interface AnnotatedRow {
  readonly id: string;
  readonly events?: readonly GivenAnnotatedEvent[];
  readonly incidents?: readonly GivenArticleIncident[];
}
