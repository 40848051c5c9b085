import type { ArticleInput, Basis, Time, Timex } from '../../doc/index.ts';
import type { Calendar, Lexicon } from '../../lexicon/index.ts';
import { type TimeWord, timeWords } from '../../lexicon/time-words.ts';
import { absolute } from './absolute.ts';
import { bounds } from './calendar-math.ts';
import { relative } from './relative.ts';
import { isDeictic, scopesOf } from './scope.ts';

/** What a text has said of time so far. */
export interface Context {
  /** The day of publication, `null` when unknown or not to the day. */
  readonly published: string | null;
  /** Whether the text is told from its own day ("yesterday", "last week"), so that other dates are background. */
  readonly deictic: boolean;
  /** The last year the text states, or `null`. */
  year: number | null;
  /** The last month given, with the year above. */
  month: number | null;
  /** The last date the narrative stands at, as precise as it is given. */
  focus: string | null;
}

/** A value with where it comes from. */
export interface Reading {
  readonly value: string | null;
  readonly basis: Basis;
  readonly reason: string;
}

/** What a reader of one kind of expression is given. */
export interface Expression {
  readonly timex: Timex;
  readonly words: readonly TimeWord[];
  /** The classes of the words, as one string. */
  readonly kinds: string;
  readonly calendar: Calendar;
  /** Whether words of the same clause follow at once: "two days after the raid" counts from the raid. */
  readonly goesOn: boolean;
}

const NONE: Reading = { value: null, basis: 'unknown', reason: 'the words fix no date' };

/**
 * Values of time expressions, in text order: a missing year is the last one the text states (basis `implied`) or stays
 * `XXXX`; relative ones count from publication, or from the date the narrative stands at. What one block may lend to
 * the next is told in `scope.ts`. Impossible dates have none.
 */
export function resolveDates(input: ArticleInput, timexes: readonly Timex[], lexicon: Lexicon): Time[] {
  const calendar = lexicon.calendar(input.language);
  const { published } = input;
  const day = published && published.earliest === published.latest ? published.earliest : null;
  const expressions = timexes.map((timex) => expressionOf(input.text, timex, calendar));
  const deictic = isDeictic(expressions);
  const scopes = scopesOf(input, expressions, deictic);
  const fresh = (): Context => ({ published: day, deictic, year: null, month: null, focus: null });
  const carried = fresh();
  let context = fresh();
  return expressions.map((expression, i) => {
    const scope = scopes[i]!;
    if (scope.block !== scopes[i - 1]?.block) context = scope.borrows ? { ...carried } : fresh();
    const reading = absolute(expression, context) ?? relative(expression, context) ?? NONE;
    note(reading, expression, context);
    if (scope.lends) note(reading, expression, carried);
    const { start, end, text, type } = expression.timex;
    return { start, end, text, type: typeOf(reading.value, type), ...reading, ...bounds(reading.value) };
  });
}

function expressionOf(text: string, timex: Timex, calendar: Calendar): Expression {
  const words = timeWords(timex.text, 0, calendar);
  const goesOn = /^\s\p{L}/u.test(text.slice(timex.end, timex.end + 2));
  return { timex, words, kinds: words.map((w) => w.kind).join(''), calendar, goesOn };
}

/** Moves the narrative to a date that was read. */
function note(reading: Reading, { kinds }: Expression, context: Context): void {
  const date = /^(\d{4})(?:-(\d\d))?/.exec(reading.value ?? '');
  if (!date) return;
  context.focus = reading.value;
  if (reading.basis === 'stated' && /[YI]/.test(kinds)) context.year = Number(date[1]);
  else if (/M/.test(kinds)) context.year = Number(date[1]);
  if (date[2]) context.month = Number(date[2]);
}

function typeOf(value: string | null, type: Timex['type']): Timex['type'] {
  if (value === null || type === 'SET') return type;
  if (/^P[TX\d]/.test(value)) return 'DURATION';
  return /T(?:\d|[A-Z]{2}$)/.test(value) && !/REF$/.test(value)
    ? 'TIME'
    : type === 'DURATION'
      ? 'DATE'
      : type;
}
