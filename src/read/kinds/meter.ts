import { type Page, settle } from '../page.ts';

/** An amount of money and nothing else. */
const AMOUNT = /^(?:[$€£₽]\s?[\d.,\s]+|[\d.,\s]*\d\s?[$€£₽%])$/u;
/** How many lines away from an amount or the page's edge a lone month still belongs to the meter. */
const NEAR = 3;

/**
 * Donation meters: lines that are an amount alone, and a lone month with a year beside one or at the very top of a page
 * (the month that is being collected for, never a date of the article).
 */
export function meters(page: Page): void {
  const amounts = new Set(page.lines.flatMap(({ text }, i) => (AMOUNT.test(text) ? [i] : [])));
  for (const i of amounts) settle(page, i, 'chrome', 'an amount alone: donation meter');
  for (const [i, { text }] of page.lines.entries()) {
    if (text.length > 24 || !isLoneMonth(page, text)) continue;
    const beside = [...Array(2 * NEAR + 1).keys()].some((d) => amounts.has(i - NEAR + d));
    if (beside || i === 0) settle(page, i, 'chrome', 'a month alone beside a donation meter');
  }
}

function isLoneMonth(page: Page, text: string): boolean {
  const [, month = '', year] = /^(\p{L}+)\.?\s+(\d{4})$/u.exec(text) ?? [];
  return year !== undefined && page.words.groups.month.has(month.toLowerCase());
}
