import type { Offsets } from '../doc/index.ts';
import type { AnnotatedRow, GivenAnnotatedEvent, GivenParty } from './annotated.ts';
import { type LabelPair, macroF1, shareOf } from './core/figures.ts';
import { byId, groupBy, list } from './core/list.ts';

/** One sentence with its source and target marked, and one code. */
export interface PloverGold {
  readonly id: string;
  readonly text: string;
  /** The text with `<s>…</s>` around the source and `<t>…</t>` around the target. */
  readonly marked: string;
  readonly expected: readonly {
    readonly source: string;
    readonly target: string;
    readonly code: string;
    readonly quad: string | number;
  }[];
}

/** Quad classes: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
const QUADS: Readonly<Record<string, readonly string[]>> = {
  '1': ['AGREE', 'CONSULT', 'SUPPORT'],
  '2': ['COOPERATE', 'AID', 'YIELD'],
  '3': ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  '4': ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
};
const QUAD_OF = new Map(
  Object.entries(QUADS).flatMap(([quad, codes]) => codes.map((code) => [code, quad] as const)),
);
const MOST_CONFUSIONS = 12; // a screenful

/** The set's code for a PLOVER type: YIELD stands for CONCEDE and RETREAT. */
export function ploverCode(type: string | null | undefined): string | null {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : (type ?? null);
}

export interface Marks {
  readonly source: Offsets | null;
  readonly target: Offsets | null;
}

/** Where the marked source and target stand in the unmarked text; an empty mark falls back on the first occurrence. */
export function ploverMarks(row: PloverGold): Marks {
  const starts = new Map<string, number>();
  const spans = new Map<string, Offsets>();
  let at = 0;
  for (const part of row.marked.split(/(<\/?[st]>)/)) {
    const mark = /^<(\/?)([st])>$/.exec(part);
    const name = mark?.[2] ?? '';
    const start = starts.get(name);
    if (!mark) at += part.length;
    else if (!mark[1]) starts.set(name, at);
    else if (start !== undefined) spans.set(name, [start, at]);
  }
  const marked = (name: string, words: string | undefined) => {
    const span = spans.get(name);
    return span && span[1] > span[0] ? span : firstOccurrence(row.text, words);
  };
  return { source: marked('s', row.expected[0]?.source), target: marked('t', row.expected[0]?.target) };
}

function firstOccurrence(text: string, words: string | undefined): Offsets | null {
  const start = words ? text.indexOf(words) : -1;
  return words && start >= 0 ? [start, start + words.length] : null;
}

/** Share of the mark's characters that the parties' spans cover. */
function covered(parties: readonly GivenParty[], mark: Offsets | null): number {
  if (!mark) return 0;
  const spans = parties.flatMap((party) => party.spans ?? []);
  let n = 0;
  for (let i = mark[0]; i < mark[1]; i++) if (spans.some(([start, end]) => start <= i && i < end)) n++;
  return n / (mark[1] - mark[0]);
}

/** The typed event whose parties cover the marks best; the only one when none touches them; else none. */
export function chosenEvent(
  row: PloverGold,
  events: readonly GivenAnnotatedEvent[],
): GivenAnnotatedEvent | null {
  const typed = events.filter((event) => event.type);
  const marks = ploverMarks(row);
  let best: GivenAnnotatedEvent | null = null;
  let most = 0;
  for (const event of typed) {
    const sum =
      covered(list(event.actor), marks.source) +
      covered([...list(event.recipient), ...list(event.target)], marks.target);
    if (sum > most) {
      most = sum;
      best = event;
    }
  }
  return best ?? (typed.length === 1 ? (typed[0] ?? null) : null);
}

/** Codes and quads given the marked pair. A code outside the set's 15 is wrong. */
export function scorePlover(gold: readonly PloverGold[], predicted: readonly AnnotatedRow[]) {
  const predictions = byId(predicted, (row) => row.id);
  const pairs = gold.map((row): LabelPair => {
    const chosen = chosenEvent(row, predictions.get(String(row.id))?.events ?? []);
    return [row.expected[0]?.code ?? '', ploverCode(chosen?.type)];
  });
  const quads = gold.map(
    (row, i): LabelPair => [String(row.expected[0]?.quad), QUAD_OF.get(pairs[i]?.[1] ?? '') ?? null],
  );
  const answered = pairs.filter(([, code]) => code);
  const codes = macroF1(pairs);
  const quad = macroF1(quads);
  return {
    n: gold.length,
    accuracy: codes.accuracy,
    answered: shareOf(pairs, ([, code]) => Boolean(code)),
    accuracyOfAnswered: shareOf(answered, ([wanted, given]) => wanted === given),
    macroF1: codes.macroF1,
    quadMacroF1: quad.macroF1,
    quadAccuracy: quad.accuracy,
    codes: codes.per,
    quads: quad.per,
    confusions: confusions(pairs),
  };
}

function confusions(pairs: readonly LabelPair[]): string[] {
  const wrong = pairs.filter(([gold, given]) => gold !== given);
  const groups = [...groupBy(wrong, ([gold, given]) => `${gold} as ${given ?? 'nothing'}`)];
  const most = groups.sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_CONFUSIONS);
  return most.map(([name, rows]) => `${name} ${rows.length}`);
}
