import type { Offsets } from '../doc/index.ts';
import type { AnnotatedRow, GivenAnnotatedEvent } from './annotated.ts';
import { mean, prf, shareOf } from './core/figures.ts';
import { byId, list } from './core/list.ts';
import { common, wordTokens } from './core/tokens.ts';

/** A text with the judgement whether an event of the type is in it. */
export interface DetectGold {
  readonly id: string;
  readonly event_type: string;
  readonly label: 'yes' | 'easy no' | 'difficult no' | 'ambiguous';
}

interface Coded {
  readonly majority: readonly Offsets[];
}

/** A text with the words of source and target on which most coders agree. */
export interface SpansGold {
  readonly id: string;
  readonly text: string;
  readonly event_type: string;
  readonly gold: { readonly source: Coded; readonly target: Coded };
}

type PartyField = 'actor' | 'target' | 'recipient' | 'victim';
/** Whose words count for which of the set's two roles. */
const ROLES: Readonly<Record<'source' | 'target', readonly PartyField[]>> = {
  source: ['actor'],
  target: ['target', 'recipient', 'victim'],
};

const typesOf = (gold: readonly { readonly event_type: string }[]) =>
  [...new Set(gold.map((row) => row.event_type))].sort();

function perType<G extends { readonly event_type: string }, R>(
  gold: readonly G[],
  score: (rows: G[], type: string) => R,
) {
  return Object.fromEntries(
    typesOf(gold).map((type) => [
      type,
      score(
        gold.filter((row) => row.event_type === type),
        type,
      ),
    ]),
  );
}

/** Whether a text holds an event of the type; hypothetical ones do not count, ambiguous rows are left out. */
export function scoreDetect(gold: readonly DetectGold[], predicted: readonly AnnotatedRow[]) {
  const predictions = byId(predicted, (row) => row.id);
  return perType(gold, (all, type) => {
    const rows = all.filter((row) => row.label !== 'ambiguous');
    const says = (row: DetectGold) =>
      (predictions.get(String(row.id))?.events ?? []).some(
        (e) => e.type === type && e.status !== 'hypothetical',
      );
    const said = rows.filter(says);
    const labelled = (some: readonly DetectGold[], label: string) =>
      some.filter((row) => row.label === label);
    const right = labelled(said, 'yes').length;
    const wanted = labelled(rows, 'yes').length;
    return {
      n: rows.length,
      all: prf(right, said.length, wanted),
      withoutDifficult: prf(right, said.length - labelled(said, 'difficult no').length, wanted),
      falseOnDifficult: shareOf(labelled(rows, 'difficult no'), says),
      falseOnEasy: shareOf(labelled(rows, 'easy no'), says),
    };
  });
}

/** Words of source and target of all events of the row's type: micro over words, and mean F1 of the rows. */
export function scoreSpans(gold: readonly SpansGold[], predicted: readonly AnnotatedRow[]) {
  const predictions = byId(predicted, (row) => row.id);
  return perType(gold, (rows, type) => {
    const eventsOf = (row: SpansGold) =>
      (predictions.get(String(row.id))?.events ?? []).filter((event) => event.type === type);
    return {
      n: rows.length,
      source: scoreRole(rows, 'source', eventsOf),
      target: scoreRole(rows, 'target', eventsOf),
    };
  });
}

function scoreRole(
  rows: readonly SpansGold[],
  role: 'source' | 'target',
  eventsOf: (row: SpansGold) => readonly GivenAnnotatedEvent[],
) {
  const perRow = rows.map((row) => {
    const tokens = wordTokens(row.text);
    const wanted = touched(tokens, row.gold[role].majority);
    const spans = eventsOf(row).flatMap((event) =>
      ROLES[role].flatMap((field) => list(event[field]).flatMap((party) => party.spans ?? [])),
    );
    const given = touched(tokens, spans);
    return prf(common(wanted, given), given.size, wanted.size);
  });
  const total = (field: 'tp' | 'pred' | 'gold') => perRow.reduce((sum, row) => sum + row[field], 0);
  return { micro: prf(total('tp'), total('pred'), total('gold')), perRow: mean(perRow.map((row) => row.f1)) };
}

function touched(tokens: readonly Offsets[], spans: readonly Offsets[]): Set<number> {
  return new Set(
    tokens.flatMap(([start, end], i) => (spans.some(([from, to]) => from < end && start < to) ? [i] : [])),
  );
}

/** Scores either set: the rows tell which it is. */
export function scoreArabic(
  gold: readonly DetectGold[] | readonly SpansGold[],
  predicted: readonly AnnotatedRow[],
) {
  const first = gold[0];
  return first && 'label' in first && first.label
    ? scoreDetect(gold as readonly DetectGold[], predicted)
    : scoreSpans(gold as readonly SpansGold[], predicted);
}
