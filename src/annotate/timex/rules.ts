import type { Timex } from '../../doc/index.ts';

/** A pattern over classes of words (`lexicon/time-words.ts`), and the type of what it finds. */
export interface TimexRule {
  readonly by: string;
  readonly type: Timex['type'];
  readonly pattern: string;
  /** Only for languages in which words for last and next stand behind what they belong to. */
  readonly postposed?: true;
}

/** A clock time right behind a day: "21 April 10:30 am". */
const CLOCK = '(?:,?Ch?)?';

/**
 * In order of precedence: where two rules start at one word, the first that fits wins. Repetitions are bounded, so that a
 * text of nothing but number words is read in linear time.
 */
export const RULES: readonly TimexRule[] = [
  { by: 'iso', type: 'DATE', pattern: 'I' },
  { by: 'clock', type: 'TIME', pattern: 'Ch?(?:Od|d|OW|W)?' },
  { by: 'half-day', type: 'TIME', pattern: 'nh' },
  {
    by: 'day-month',
    type: 'DATE',
    pattern: `(?:W,?)?(?:t?[pq]{1,2}O?)?t?[no](?:-[no])?O?M(?:,?O?Yy?)?B?${CLOCK}`,
  },
  {
    by: 'month-day',
    type: 'DATE',
    pattern: `(?:W,?)?(?:t?[pq]{1,2}O?)?Mt?[no](?:-[no](?!M))?(?:,?Yy?)?B?${CLOCK}`,
  },
  { by: 'hijri', type: 'DATE', pattern: '(?:W,?)?t?[no]O?HO?Yy?' },
  { by: 'hijri', type: 'DATE', pattern: 'HO?Yy?' },
  { by: 'month-after', type: 'DATE', pattern: 'M[lx]', postposed: true },
  { by: 'month', type: 'DATE', pattern: '(?:t?(?:p|o[pU])-?O?t?)?[lxc]?M(?:,?O?(?:Yy?|cU))?B?' },
  { by: 'season', type: 'DATE', pattern: '(?:t?p-?O?)?[tlxc]{0,4}S(?:O?(?:Yy?|cU))?' },
  { by: 'quarter', type: 'DATE', pattern: 't?oKO?(?:Yy?|tU|cU)?' },
  { by: 'era', type: 'DATE', pattern: 'A?[nNY]B' },
  { by: 'year', type: 'DATE', pattern: 'A?(?:t?[pbr]-?O?t?)?Yy?' },
  { by: 'decade', type: 'DATE', pattern: '(?:t?p-?O?)?t?D' },
  { by: 'feast', type: 'DATE', pattern: 'f(?:,?O?Yy?)?' },
  { by: 'day-word', type: 'DATE', pattern: 'dq?(?:,?W)?' },
  { by: 'weekday-after', type: 'DATE', pattern: 'W[lx]q?', postposed: true },
  { by: 'weekday', type: 'DATE', pattern: '(?:p|[lxc])?Wq?' },
  { by: 'this-part', type: 'TIME', pattern: '[clx]q' },
  { by: 'every', type: 'SET', pattern: 'E[Nn]?[UWq]' },
  { by: 'set', type: 'SET', pattern: 'T' },
  { by: 'part-of-unit', type: 'DATE', pattern: 't?p-?O[tlxc]U' },
  { by: 'relative-quantity', type: 'DURATION', pattern: 't?[lxc](?:[nNv]|av?O?){1,8}U' },
  { by: 'part-this-unit', type: 'DATE', pattern: 'b[clx]U' },
  { by: 'weekend', type: 'DATE', pattern: 't?U' },
  { by: 'relative-unit', type: 'DATE', pattern: '(?:p|t){0,4}[lxc]{1,4}U' },
  { by: 'unit-after', type: 'DATE', pattern: 'U[lxc]', postposed: true },
  { by: 'ago-first', type: 'DATE', pattern: 'GA?(?:(?:[Nnv]|a)-?){1,8}O?U' },
  { by: 'quantity-offset', type: 'DATE', pattern: 'A?(?:(?:[NnvY]|a)-?){1,8}O?U[grb]' },
  { by: 'quantity', type: 'DURATION', pattern: 'A?(?:(?:[Nnv]|a)-?){1,8}O?U' },
  { by: 'unit-later', type: 'DATE', pattern: 't?U[grb]' },
  { by: 'reference', type: 'DATE', pattern: '[pbc]?R' },
  { by: 'day-part', type: 'TIME', pattern: 't?q' },
];
