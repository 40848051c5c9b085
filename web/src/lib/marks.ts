import type { Loaded, Place, Time } from '../../../src/doc/annotation.ts';
import type { PageView } from '../../../src/doc/export.ts';
import type { Claim, PartyRecord, Report } from '../../../src/doc/record.ts';
import type { Span } from '../../../src/doc/span.ts';

export const LAYERS = ['claims', 'reports', 'places', 'times', 'loaded'] as const;
export type LayerName = (typeof LAYERS)[number];

/** A stretch of an item's words; `quiet` pieces are marked only while their item is chosen. */
export interface Piece extends Span {
  readonly part: string;
  readonly quiet: boolean;
}

interface ItemBase extends Span {
  readonly key: string;
  readonly pieces: readonly Piece[];
  /** Article key. */
  readonly article: string;
}
export type Item = ItemBase &
  (
    | { readonly layer: 'claims'; readonly data: Claim }
    | { readonly layer: 'reports'; readonly data: Report }
    | { readonly layer: 'places'; readonly data: Place }
    | { readonly layer: 'times'; readonly data: Time }
    | { readonly layer: 'loaded'; readonly data: Loaded }
  );

const piece = (part: string, spans: readonly (Span | null)[], quiet = false): Piece[] =>
  spans.flatMap((s) => (s && s.end > s.start ? [{ start: s.start, end: s.end, part, quiet }] : []));

/** Everything on a page that can be marked, in page order. */
export function itemsOf(view: Pick<PageView, 'claims' | 'reports' | 'layers'>): readonly Item[] {
  const items: Item[] = [...view.claims.map(claimItem), ...view.reports.map(reportItem)];
  for (const [article, layers] of Object.entries(view.layers)) {
    for (const data of layers.places) items.push({ ...bare(article, 'p', data), layer: 'places', data });
    for (const data of layers.times) items.push({ ...bare(article, 't', data), layer: 'times', data });
    for (const data of layers.loaded) items.push({ ...bare(article, 'w', data), layer: 'loaded', data });
  }
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}

function bare(article: string, letter: string, span: Span): ItemBase {
  const { start, end } = span;
  return { key: `${letter}-${start}-${end}`, start, end, article, pieces: piece('words', [span]) };
}

function claimItem(data: Claim): Item {
  const { content, contentPieces, source, cue, hedges } = data;
  const pieces = [
    ...piece('content', contentPieces.length > 0 ? contentPieces : [content]),
    ...piece('source', [source]),
    ...piece('cue', [cue]),
    ...piece('hedge', hedges),
  ];
  return {
    key: data.id,
    layer: 'claims',
    start: content.start,
    end: content.end,
    article: data.article,
    pieces,
    data,
  };
}

function reportItem(data: Report): Item {
  const parties = (role: readonly PartyRecord[]) => role.flatMap((p) => p.evidence);
  const pieces = [
    ...piece('trigger', data.trigger),
    ...piece('sentence', [data.sentence], true),
    ...piece(
      'party',
      parties([...data.actor, ...data.recipient, ...data.target, ...data.victim, ...data.weapon]),
      true,
    ),
    ...piece(
      'count',
      data.counts.flatMap((c) => c.evidence),
      true,
    ),
    ...piece('where', [data.place?.evidence ?? null], true),
    ...piece('when', [data.dateEvidence], true),
  ];
  const { start, end } = data.sentence;
  return { key: data.id, layer: 'reports', start, end, article: data.article, pieces, data };
}

/** Words under one and the same set of marks. */
export interface Run extends Span {
  /** Class names, outermost first: `claims content`, `reports trigger`, `here` … */
  readonly marks: readonly string[];
  /** Keys of the items marked here. */
  readonly keys: readonly string[];
}

interface Mark extends Span {
  readonly name: string;
  readonly key: string;
}

/**
 * Cuts paragraphs into runs, so that spans that overlap need not nest. One sweep over the sorted ends; time grows with
 * marks and with how many lie over each other.
 */
export function runsOf(
  paragraphs: readonly Span[],
  items: readonly Item[],
  chosen: string | null,
  target: Span | null,
): readonly (readonly Run[])[] {
  const marks = marksOf(items, chosen, target);
  let next = 0;
  let open: Mark[] = [];
  return paragraphs.map((paragraph) => {
    const runs: Run[] = [];
    let at = paragraph.start;
    while (at < paragraph.end) {
      for (let m = marks[next]; m && m.start <= at; m = marks[++next]) open.push(m);
      open = open.filter((m) => m.end > at);
      const coming = marks[next]?.start ?? paragraph.end;
      const end = Math.min(paragraph.end, coming, ...open.map((m) => m.end));
      runs.push({
        start: at,
        end,
        marks: unique(open.map((m) => m.name)),
        keys: unique(open.map((m) => m.key)),
      });
      at = end;
    }
    return runs;
  });
}

function marksOf(items: readonly Item[], chosen: string | null, target: Span | null): readonly Mark[] {
  const marks: Mark[] = [];
  for (const item of items)
    for (const { part, quiet, start, end } of item.pieces) {
      const here = item.key === chosen;
      if (quiet && !here) continue;
      marks.push({ start, end, key: item.key, name: `${item.layer} ${part}${here ? ' chosen' : ''}` });
    }
  if (target) marks.push({ ...target, key: '', name: 'here' });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].filter((w) => w !== '');

/** The item a link to `span` means: the one with just these words, else the smallest that holds them, else none. */
export function itemAt(items: readonly Item[], span: Span): Item | null {
  const exact = items.find((i) => i.pieces.some((p) => p.start === span.start && p.end === span.end));
  if (exact) return exact;
  const holding = items.filter((i) => i.start <= span.start && i.end >= span.end);
  return holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/** The item `by` steps on from the chosen one, in page order; from the start or the end when none is chosen. */
export function stepFrom(items: readonly Item[], chosen: string | null, by: 1 | -1): Item | null {
  const at = items.findIndex((i) => i.key === chosen);
  if (at < 0) return items[by === 1 ? 0 : items.length - 1] ?? null;
  return items[(at + by + items.length) % items.length] ?? null;
}
