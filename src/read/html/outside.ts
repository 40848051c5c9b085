import type { Note, Published, Span } from '../../doc/index.ts';
import { findDays } from '../dates/find.ts';
import type { Line } from '../lines/line.ts';
import type { PageWords, Role } from '../words.ts';
import { outletOf } from './outlet.ts';
import { shown } from './shown.ts';
import type { Meta } from './tree.ts';

/** What markup says of a page's one article beyond its text. */
export interface Outside {
  readonly outlet: { readonly name: string; readonly span: Span | null } | null;
  readonly author: { readonly name: string; readonly span: Span } | null;
  readonly published: Published | null;
  readonly notes: readonly Note[];
}
export const NOTHING: Outside = { outlet: null, author: null, published: null, notes: [] };

/** Reads outlet, author and date from `<meta>`, JSON-LD and `<time>`, each with the visible words that show it. */
export function outsideOf(meta: Meta, lines: readonly Line[], words: PageWords): Outside {
  const visible = lines.filter(({ hint }) => hint !== 'comment' && hint !== 'teaser');
  const author = field(meta, 'author', words);
  const authorSpan = author && !/^https?:|^@/.test(author) ? shown(visible, author) : null;
  const { published, notes } = publishedIn(meta, visible, words);
  return {
    outlet: outletOf(meta, field(meta, 'outlet', words), lines),
    author: author && authorSpan ? { name: author, span: authorSpan } : null,
    published,
    notes,
  };
}

/** The first `<meta>` field of the page that has the role. */
function field(meta: Meta, role: Role, { selectors }: PageWords): string | null {
  for (const [name, value] of meta.fields)
    if (selectors.get(`meta:${name}`) === role && value.trim()) return value.trim();
  return null;
}

/** The day a page declares, as written there (no change of time zone). Later edits are not asked for. */
function publishedIn(
  meta: Meta,
  lines: readonly Line[],
  words: PageWords,
): { published: Published | null; notes: Note[] } {
  const declared =
    /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(meta.linkedData.join('\n'))?.[1] ??
    field(meta, 'published', words);
  const value = /^(\d{4})-?(\d\d)-?(\d\d)/
    .exec(declared ?? '')
    ?.slice(1)
    .join('-');
  if (!value || !Number.isFinite(Date.parse(value))) return { published: null, notes: [] };
  const found = evidenceFor(value, lines, words);
  if (!found) return { published: null, notes: [] };
  const published: Published = { value, precision: 'day', basis: 'stated', evidence: found.span };
  if (found.exact) return { published, notes: [] };
  const message = `the date ${value} stands in the page's metadata; its visible text does not show it`;
  return { published, notes: [{ code: 'date-not-visible', stage: 'read', message, span: found.span }] };
}

/** The visible words that show a day; else the visible date, the headline or the first line, not exactly. */
function evidenceFor(
  value: string,
  lines: readonly Line[],
  words: PageWords,
): { span: Span; exact: boolean } | null {
  const [year, month, day] = value.split('-').map(Number);
  for (const { text, start } of lines)
    for (const found of findDays(text, start, words))
      if (found.day === day && found.month === month && (found.year === null || found.year === year))
        return { span: { start: found.start, end: found.end }, exact: true };
  const near =
    lines.find(({ hint }) => hint === 'date') ?? lines.find(({ hint }) => hint === 'headline') ?? lines[0];
  return near ? { span: { start: near.start, end: near.end }, exact: false } : null;
}
