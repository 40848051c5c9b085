import type { Loaded, Place, Time } from './annotation.ts';
import type { ArticleLayers, PageRecord } from './corpus.ts';
import type { Claim, Family, Incident, Report } from './record.ts';
import type { Basis, Published, Segment } from './segment.ts';

/** A page in the export; `name` is the file's name without its folder, or the URL; comments in `text` are masked. */
export interface ExportDoc {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly url: string | null;
  readonly fetchedAt: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly segments: readonly Segment[];
}

export interface ExportArticle {
  /** `d-…#a1` */
  readonly id: string;
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly headline: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly published: Published | null;
}

/** A register entry that the record names: only bodies and public roles. */
export interface ExportActor {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** The belligerent it speaks for, with the source of that statement; `null` when none is known. */
  readonly partyLine: { readonly party: string; readonly source: string } | null;
}

/** The whole record as `sayso export --format json` writes it (docs/record.md). */
export interface ExportRecord {
  readonly sayso: { readonly version: string; readonly exportedAt: string; readonly basis?: Basis };
  readonly docs: readonly ExportDoc[];
  readonly articles: readonly ExportArticle[];
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
  readonly incidents: readonly Incident[];
  readonly families: readonly Family[];
  readonly actors: readonly ExportActor[];
  readonly places: readonly (Place & { readonly doc: string; readonly article: string })[];
  readonly times: readonly (Time & { readonly doc: string; readonly article: string })[];
  readonly loaded: readonly (Loaded & { readonly doc: string; readonly article: string })[];
}

/** One page with all that hangs on it, as the reader view needs it. */
export interface PageView {
  readonly page: PageRecord;
  readonly layers: Readonly<Record<string, ArticleLayers>>;
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
  /** Incidents that hold one of its reports. */
  readonly incidents: readonly Pick<Incident, 'id' | 'title' | 'reports'>[];
}
