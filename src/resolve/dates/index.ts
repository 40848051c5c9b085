import type { ArticleInput, Basis, Time, Timex } from '../../doc/index.ts';
import type { Calendar, Lexicon } from '../../lexicon/index.ts';
import { type TimeWord, timeWords } from '../../lexicon/time-words.ts';
import { absolute } from './absolute.ts';
import { bounds, isMonthDay } from './calendar-math.ts';
import { closesRange, lendAlong } from './ranges.ts';
import { relative } from './relative.ts';
import { isDeictic, type Scope, scopesOf } from './scope.ts';
import { type Writing, writingOf } from './writing.ts';

/** What a text has said of time so far. */
export interface Context {
  /** The day of publication, `null` when unknown or not to the day. */
  readonly published: string | null;
  /** What the text shows of the day it was written, where publication is unknown. */
  readonly writing: Writing;
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
const UNTOLD: Writing = { told: null, lead: null };

/**
 * Values of time expressions, in text order: a missing year is the last one the text states (basis `implied`) or stays
 * `XXXX`; relative ones count from publication, from the day of writing where the text shows it, or from the date the
 * narrative stands at. What one block may lend to the next is told in `scope.ts`. Impossible dates have none.
 */
export function resolveDates(input: ArticleInput, timexes: readonly Timex[], lexicon: Lexicon): Time[] {
  const calendar = lexicon.calendar(input.language);
  const { published } = input;
  const day = published && published.earliest === published.latest ? published.earliest : null;
  const expressions = expressionsOf(input.text, timexes, calendar);
  const deictic = isDeictic(expressions);
  const writing = day === null ? writingOf(input, expressions, expressions.map(byItself)) : UNTOLD;
  const scopes = scopesOf(input, expressions, deictic);
  const readings = readInOrder(expressions, scopes, { published: day, writing, deictic });
  return explained(input.text, expressions, readings).map((reading, i) =>
    timeOf(
      expressions[i]!.timex,
      reading,
      closesRange(timexes[i]!, timexes[i - 1]) ? readings[i - 1]! : null,
    ),
  );
}

type Known = Pick<Context, 'published' | 'writing' | 'deictic'>;

/** A calendar date read without any other words of the text. */
function byItself(expression: Expression): Reading | null {
  return absolute(expression, start({ published: null, writing: UNTOLD, deictic: false }));
}

const start = (known: Known): Context => ({ ...known, year: null, month: null, focus: null });

/** Reads each expression with what those before it said. Years go from block to block in narratives; the day told of always. */
function readInOrder(expressions: readonly Expression[], scopes: readonly Scope[], known: Known): Reading[] {
  const carried = start(known);
  let context = start(known);
  return expressions.map((expression, i) => {
    const scope = scopes[i]!;
    if (scope.block !== scopes[i - 1]?.block)
      context = scope.borrows
        ? { ...carried }
        : { ...start(known), focus: scope.story ? carried.focus : null };
    const reading = absolute(expression, context) ?? relative(expression, context) ?? NONE;
    note(reading, expression, context);
    if (scope.lends) note(reading, expression, carried);
    else if (scope.tells && isMonthDay(reading.value)) carried.focus = reading.value;
    return reading;
  });
}

function expressionsOf(text: string, timexes: readonly Timex[], calendar: Calendar): Expression[] {
  const own = timexes.map((timex) => ({ timex, words: timeWords(timex.text, 0, calendar) }));
  return lendAlong(own).map((words, i): Expression => {
    const timex = timexes[i]!;
    const goesOn = /^\s\p{L}/u.test(text.slice(timex.end, timex.end + 2));
    return { timex, words, kinds: words.map((w) => w.kind).join(''), calendar, goesOn };
  });
}

/** Longest stretch between a vague expression and the date that explains it: ", on the ". */
const EXPLAINED_GAP = 9;

/** "a few days ago, on May 23": what is vague by itself has the value of the date put beside it. */
function explained(
  text: string,
  expressions: readonly Expression[],
  readings: readonly Reading[],
): Reading[] {
  return readings.map((reading, i) => {
    const next = readings[i + 1];
    if (!next || !isMonthDay(next.value) || !isVague(reading, expressions[i]!)) return reading;
    const { timex, calendar } = expressions[i]!;
    const between = text.slice(
      timex.end,
      Math.min(expressions[i + 1]!.timex.start, timex.end + EXPLAINED_GAP + 1),
    );
    const words = /^,\s(?:(\p{L}+)\s)?$/u.exec(between);
    if (!words || (words[1] && !calendar.datePrepositions.has(words[1].toLowerCase()))) return reading;
    return { ...next, reason: 'the date beside it tells which day' };
  });
}

const isVague = ({ value }: Reading, { kinds }: Expression): boolean =>
  (value === null || /_REF$/.test(value)) && /[gG]$|^G/.test(kinds);

/** Moves the narrative to a date that was read. */
function note(reading: Reading, { kinds }: Expression, context: Context): void {
  if (isMonthDay(reading.value)) context.focus = reading.value;
  const date = /^(\d{4})(?:-(\d\d))?/.exec(reading.value ?? '');
  if (!date) return;
  context.focus = reading.value;
  if (reading.basis === 'stated' && /[YI]/.test(kinds)) context.year = Number(date[1]);
  else if (/M/.test(kinds)) context.year = Number(date[1]);
  if (date[2]) context.month = Number(date[2]);
}

function timeOf(timex: Timex, reading: Reading, opens: Reading | null): Time {
  const { start, end, text, type } = timex;
  const from = opens && isMonthDay(opens.value) && isMonthDay(reading.value) ? { from: opens.value } : {};
  return {
    start,
    end,
    text,
    type: typeOf(reading.value, type),
    ...reading,
    ...bounds(reading.value),
    ...from,
  };
}

function typeOf(value: string | null, type: Timex['type']): Timex['type'] {
  if (value === null || type === 'SET') return type;
  if (/^P[TX\d]/.test(value)) return 'DURATION';
  if (value.includes('/')) return 'DATE';
  return /T(?:\d|[A-Z]{2}$)/.test(value) && !/REF$/.test(value)
    ? 'TIME'
    : type === 'DURATION'
      ? 'DATE'
      : type;
}
