import type { Span } from '../../doc/index.ts';
import { list } from '../core/list.ts';
import type {
  DocSpan,
  GivenArticle,
  GivenClaim,
  GivenIncident,
  GivenLoaded,
  GivenPlaceMention,
  GivenRecord,
  GivenReport,
  GivenRow,
  GivenSegment,
  GivenTime,
  SeedTexts,
} from './given.ts';
import type { FileSpan, SeedsGold } from './gold.ts';

/** A thing of the export with its place in a seed file. */
export type Located<T> = Omit<T, 'start' | 'end'> & FileSpan;

export interface LocatedIncident extends Omit<GivenIncident, 'contradictions'> {
  readonly contradictions: readonly { readonly values: readonly FileSpan[] }[];
}

/** The export with every span laid into a seed file. Layers that nobody gave are `null`. */
export interface System {
  readonly files: readonly string[];
  readonly articles: readonly Located<GivenArticle>[];
  readonly segments: readonly Located<GivenSegment>[];
  readonly claims: readonly Located<GivenClaim>[];
  readonly reports: readonly Located<GivenReport>[];
  readonly incidents: readonly LocatedIncident[];
  readonly times: readonly Located<GivenTime>[] | null;
  readonly places: readonly Located<GivenPlaceMention>[] | null;
  readonly loaded: readonly Located<GivenLoaded>[] | null;
}

type Files = ReadonlyMap<string, string>;

/** How many characters of a file's name stand for it in ids. */
const SHORT_NAME = 3;

/** Lays the export, and the layers of `rows`, into the seed files; what belongs to no file is left out. */
export function locate(
  record: GivenRecord,
  texts: SeedTexts,
  gold: SeedsGold,
  rows: readonly GivenRow[],
): System {
  const files = filesOf(record, texts);
  const articles = place(record.articles, (article) => article, files);
  const origins = new Map(articles.map((article) => [article.id, article]));
  const laidRows = rows.flatMap((row) => {
    const origin = originOf(row, texts, gold, origins);
    return origin ? [{ row, origin }] : [];
  });
  const layer = <T extends Span>(
    own: readonly (T & DocSpan)[] | undefined,
    pick: (row: GivenRow) => readonly T[] | undefined,
  ): Located<T>[] | null => {
    if (!own && laidRows.length === 0) return null;
    const fromRows = laidRows.flatMap(({ row, origin }) => shift(pick(row) ?? [], origin));
    return [...place<T & DocSpan>(own, (item) => item, files), ...fromRows];
  };
  return {
    files: [...files.values()],
    articles,
    segments: segmentsOf(record, files),
    claims: place(record.claims, (claim) => claim.content, files),
    reports: place(record.reports, (report) => report.sentence, files),
    incidents: list(record.incidents).map((incident) => locateIncident(incident, files)),
    times: layer(record.times, (row) => row.times),
    places: layer(record.places, (row) => row.places),
    loaded: layer(record.loaded, (row) => row.loaded),
  };
}

/** A doc is a seed file when its text equals the file's, or its name is the file's name. */
function filesOf(record: GivenRecord, texts: SeedTexts): Files {
  const files = new Map<string, string>();
  for (const doc of record.docs ?? []) {
    const file = Object.keys(texts).find((name) => texts[name] === doc.text || name === doc.name);
    if (file) files.set(doc.id, file);
  }
  return files;
}

function place<T>(items: readonly T[] | undefined, spanOf: (item: T) => DocSpan, files: Files): Located<T>[] {
  return list(items).flatMap((item) => {
    const span = spanOf(item);
    const file = span && files.get(span.doc);
    return file ? [{ ...item, file, start: span.start, end: span.end }] : [];
  });
}

function segmentsOf(record: GivenRecord, files: Files): Located<GivenSegment>[] {
  const ofDocs = list(record.docs).flatMap((doc) =>
    list(doc.segments).map((segment) => ({ ...segment, doc: doc.id })),
  );
  return [
    ...place(record.segments, (segment) => segment, files),
    ...place(ofDocs, (segment) => segment, files),
  ];
}

function locateIncident(incident: GivenIncident, files: Files): LocatedIncident {
  const contradictions = list(incident.contradictions).map((contradiction) => ({
    ...contradiction,
    values: place(contradiction.values, (value) => value.evidence, files),
  }));
  return { ...incident, contradictions };
}

function originOf(
  row: GivenRow,
  texts: SeedTexts,
  gold: SeedsGold,
  origins: ReadonlyMap<string, FileSpan>,
): Pick<FileSpan, 'file' | 'start'> | undefined {
  const file = Object.keys(texts).find((name) =>
    [name, shortName(name), name.replace(/\.txt$/, '')].includes(row.id),
  );
  return file ? { file, start: 0 } : (gold.segments.articles[row.id] ?? origins.get(row.id));
}

function shift<T extends Span>(
  items: readonly T[],
  { file, start }: Pick<FileSpan, 'file' | 'start'>,
): Located<T>[] {
  return items.map((item) => ({ ...item, file, start: item.start + start, end: item.end + start }));
}

/** "000" of "000_….txt". */
export function shortName(file: string): string {
  return file.slice(0, SHORT_NAME);
}
