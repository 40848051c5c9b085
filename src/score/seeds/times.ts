import { canonicalDate, hasYear, sameDate } from '../core/date-value.ts';
import { share, shareOf } from '../core/figures.ts';
import type { GoldDate, SeedsGold } from './gold.ts';
import type { System } from './locate.ts';
import { pairMentions } from './pair.ts';

const hasValue = (date: GoldDate) => canonicalDate(date.text_only_value) !== null;

/** Time expressions found and valued by what the text alone gives; `null` when the system gave no such layer. */
export function scoreTimes(gold: SeedsGold, system: System) {
  if (!system.times) return null;
  const pairs = pairMentions(gold.dates, system.times);
  const right = pairs.filter(([date, given]) => sameDate(date.text_only_value, given));
  const isRight = (pair: (typeof pairs)[number]) => right.includes(pair);
  const valued = pairs.filter(([date]) => hasValue(date));
  const unvalued = pairs.filter(([date]) => !hasValue(date));
  const yearless = pairs.filter(([date]) => !hasYear(date.text_only_value));
  return {
    found: share(pairs.length, gold.dates.length),
    valueRightOfFound: share(right.length, pairs.length),
    valueRightOfAllWithValue: share(valued.filter(isRight).length, gold.dates.filter(hasValue).length),
    valueRightOfFoundWithValue: shareOf(valued, isRight),
    valueGivenWhereNone: shareOf(unvalued, (pair) => !isRight(pair)),
    yearsInvented: shareOf(yearless, ([, given]) => hasYear(given)),
    wrong: pairs
      .filter((pair) => !isRight(pair))
      .map(([date, given]) => `${date.id} ${date.text}: ${date.text_only_value} ≠ ${given.value}`),
  };
}
