import { canonicalDate, hasYear, sameDate } from '../core/date-value.ts';
import { type Share, shareOf } from '../core/figures.ts';
import { matchEvents } from './events.ts';
import type { GivenRecord, SeedTexts } from './given.ts';
import type { SeedsGold } from './gold.ts';
import { locate } from './locate.ts';

/** A day without its time. */
const day = (value: unknown): string | null => (value ? String(value).replace(/T.*$/, '') || null : null);

/** A date or range with its years left open, as a text has it that gives none. */
const yearless = (value: string | null): string | null =>
  value?.replace(/(^|\/)\d{4}(?=-)/g, '$1XXXX') ?? null;

/**
 * Report dates that are right, or right but for a year that the report leaves open: some gold dates carry a year that only
 * other articles tell, which an honest reader of one article does not give.
 */
export function eventDatesYearApart(gold: SeedsGold, record: GivenRecord, texts: SeedTexts): Share {
  const { pairs } = matchEvents(gold, locate(record, texts, gold, []), true);
  const dated = pairs.filter(([event]) => canonicalDate(day(event.date_text_only)) !== null);
  return shareOf(dated, ([event, report]) => {
    const wanted = day(event.date_text_only);
    const given = day(typeof report.date === 'object' ? report.date?.value : report.date);
    if (sameDate(wanted, given)) return true;
    return given !== null && !hasYear(given) && sameDate(yearless(wanted), given);
  });
}
