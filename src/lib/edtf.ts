/** A day, month or year whose parts may be unknown (EDTF level 1: `XXXX-06-08`, `2022-06`, `2022`). */
const PLAIN = /^[\dX]{4}(-[\dX]{2}){0,2}$/;
const DAY = 86_400_000;

/**
 * An EDTF string (ISO 8601-2) for a TIMEX3 value and the days it can mean, or `null` when neither tells a date.
 * Times of day are cut off; weeks, seasons and quarters become intervals; `PAST_REF` and its like give `null` unless
 * the days are known.
 */
export function edtfFromTimex(
  value: string | null,
  earliest: string | null,
  latest: string | null,
): string | null {
  const day = value?.replace(/T.*$/, '') ?? '';
  if (PLAIN.test(day) && /\d/.test(day)) return day;
  if (/^[\dX-]+\/[\dX-]+$/.test(day)) return day;
  if (earliest === null || latest === null) return null;
  return earliest === latest ? earliest : `${earliest}/${latest}`;
}

/** First and last day, ISO, inclusive, of an EDTF day, month, year or interval; `null` ends where the year is unknown. */
export function edtfDays(edtf: string): { readonly earliest: string | null; readonly latest: string | null } {
  const [from = '', to = from] = edtf.split('/');
  return { earliest: boundary(from, 'first'), latest: boundary(to, 'last') };
}

function boundary(edtf: string, end: 'first' | 'last'): string | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edtf);
  if (!match) return null;
  const [, year, month, day] = match;
  if (day) return edtf;
  if (!month) return `${year}-${end === 'first' ? '01-01' : '12-31'}`;
  return `${year}-${month}-${end === 'first' ? '01' : lastOfMonth(Number(year), Number(month))}`;
}

function lastOfMonth(year: number, month: number): string {
  return String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0');
}

/**
 * The latest day, ISO, that an EDTF string can mean as seen from `now`; a day or month without a year means its last
 * occurrence that has begun by tomorrow (a page may be written east of us). `null` when it tells no month.
 */
export function latestDay(edtf: string, now: Date): string | null {
  const last = edtf.split('/').at(-1) ?? '';
  const known = boundary(last, 'last');
  if (known !== null) return known;
  const match = /^[\dX]*X[\dX]*-(\d{2})(?:-(\d{2}))?$/.exec(last);
  if (!match) return null;
  const year = now.getUTCFullYear();
  const soon = new Date(now.getTime() + DAY).toISOString().slice(0, 10);
  const begins = (y: number): string => `${y}-${match[1]}-${match[2] ?? '01'}`;
  const y = begins(year) <= soon ? year : year - 1;
  return boundary(match[2] ? begins(y) : `${y}-${match[1]}`, 'last');
}
