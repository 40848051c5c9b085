import { shareOf } from './core/figures.ts';
import { byId } from './core/list.ts';

type Loose = unknown;

/** A page's metadata: an absent or empty field is not scored, `null` = the page gives none. */
export interface PageGold {
  readonly id: string | number;
  readonly title?: Loose;
  readonly author?: Loose;
  readonly date?: Loose;
}

/** The same fields, or what `sayso read` gives with an id: the first article's headline, byline and date. */
export interface PagePrediction extends PageGold {
  readonly articles?: readonly {
    readonly headline?: Loose;
    readonly byline?: Loose;
    readonly published?: Loose;
  }[];
}

type Field = 'title' | 'author' | 'date';

/** The word before an author's name, in the languages of the sets. */
const BY = /^\s*(by|von|par|por|de)\b[:\s]*/i;
/** What stands between several authors. */
const BETWEEN_AUTHORS = /[,;|&]|\s+(?:and|und|et|y)\s+/i;
const NUMERIC_DATE = /^(\d{4})\D(\d\d?)\D(\d\d?)/;

function plainText(value: Loose): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  if (typeof value !== 'object') return String(value);
  const { text, value: inner } = value as { text?: string | null; value?: string | null };
  return text ?? inner ?? null;
}

function flat(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** How each field is made comparable: case, accents, punctuation and the order of authors do not count. */
const NORMAL: Readonly<Record<Field, (text: string) => string>> = {
  title: flat,
  author: (text) => text.replace(BY, '').split(BETWEEN_AUTHORS).map(flat).filter(Boolean).sort().join(', '),
  date: (text) => {
    const [, year = '', month = '', day = ''] = NUMERIC_DATE.exec(text.trim()) ?? [];
    return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : flat(text);
  },
};

function fieldOf(row: PagePrediction | undefined, field: Field): string | null {
  const article = row?.articles?.[0];
  const inArticle = { title: article?.headline, author: article?.byline, date: article?.published };
  return plainText(row?.[field] ?? inArticle[field]) || null;
}

/** Title, author and day of pages: right of all, right of those given, and given where the page has none. */
export function scorePages(gold: readonly PageGold[], predicted: readonly PagePrediction[]) {
  const predictions = byId(predicted, (row) => row.id);
  const missing = gold.filter((row) => !predictions.has(String(row.id))).length;
  const fields = (['title', 'author', 'date'] as const).flatMap((field) => {
    const figures = scoreField(field, gold, predictions);
    return figures ? [[field, figures] as const] : [];
  });
  return { n: gold.length, missing, ...Object.fromEntries(fields) };
}

function scoreField(
  field: Field,
  gold: readonly PageGold[],
  predictions: ReadonlyMap<string, PagePrediction>,
) {
  const rows = gold
    .filter((row) => row[field] !== undefined && row[field] !== '')
    .map((row) => ({
      wanted: plainText(row[field]),
      given: fieldOf(predictions.get(String(row.id)), field),
    }));
  if (rows.length === 0) return null;
  const stated = rows.filter((row) => row.wanted !== null);
  const isRight = ({ wanted, given }: (typeof rows)[number]) =>
    wanted !== null && given !== null && NORMAL[field](wanted) === NORMAL[field](given);
  return {
    all: shareOf(stated, isRight),
    ofGiven: shareOf(
      stated.filter((row) => row.given !== null),
      isRight,
    ),
    givenOnNull: shareOf(
      rows.filter((row) => row.wanted === null),
      (row) => row.given !== null,
    ),
  };
}
