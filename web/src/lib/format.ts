import { t } from '../strings/index.ts';

const RTL = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'yi', 'dv', 'sd']);

/** Writing direction of a language; `auto` when it is not known. */
export function direction(language: string | null): 'rtl' | 'ltr' | 'auto' {
  if (language === null) return 'auto';
  return RTL.has(language.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
}

const number = new Intl.NumberFormat(t.locale);
/** A whole number with its thousands set apart. */
export function count(n: number): string {
  return number.format(n);
}

const DAY = new Intl.DateTimeFormat(t.locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat(t.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An EDTF date for people: a day, a month, a year or a range; what is unknown is said to be. */
export function edtf(value: string | null): string {
  if (value === null) return t.unknown;
  const [from = '', to] = value.split('/');
  if (value.includes('X')) return `${value.replace('/', ' – ')} (${t.date.partly})`;
  if (to !== undefined) return from === to ? edtf(from) : range(from, to);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return DAY.format(new Date(`${value}T00:00:00Z`));
  if (/^\d{4}-\d{2}$/.test(value)) return MONTH.format(new Date(`${value}-01T00:00:00Z`));
  return value;
}

/** First and last day for people; an open end is said to be open. */
export function range(earliest: string | null, latest: string | null): string {
  if (earliest === null && latest === null) return t.date.none;
  if (earliest === null || latest === null) return t.date.open(edtf(earliest), edtf(latest));
  if (earliest === latest) return edtf(earliest);
  const [a, b] = [new Date(`${earliest}T00:00:00Z`), new Date(`${latest}T00:00:00Z`)];
  if (Number.isNaN(a.getTime()) || Number.isNaN(b.getTime())) return `${earliest} – ${latest}`;
  return DAY.formatRange(a, b);
}

/** A code such as `air-strike` as words. */
export function label(code: string): string {
  return code.replace(/[-_]/g, ' ');
}

/** Bytes as kB or MB. */
export function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${count(Math.max(1, Math.round(bytes / 1_000)))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The text, or as many of its first words as fit into `most` characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut} …`;
}
