import type { DayInterval } from '../doc/index.ts';

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * First and last day of an EDTF date of the kinds an article's date can have (day, month, year, interval); `null` ends
 * are open or unknown, as in `../2020-06-30` and `XXXX-06-08`.
 */
export function dayInterval(edtf: string): DayInterval {
  const [from = '', to = from] = edtf.split('/');
  return { earliest: edge(from, 'first'), latest: edge(to, 'last') };
}

function edge(date: string, which: 'first' | 'last'): string | null {
  const [, year, month, day] = DAY.exec(date) ?? [];
  if (!year) return null;
  if (day) return date;
  if (which === 'first') return `${year}-${month ?? '01'}-01`;
  if (!month) return `${year}-12-31`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(last).padStart(2, '0')}`;
}
