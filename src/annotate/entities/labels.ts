/**
 * Labels of the name model: O, and for each type B, I, L (first, inner, last word of several) and U (the only word)
 * ("BILOU", Ratinov and Roth, CoNLL 2009).
 */
export const NAME_TYPES = ['PER', 'ORG', 'LOC'] as const;
export type NameType = (typeof NAME_TYPES)[number];

export const OUTSIDE = 0;
export const POSITION = { first: 0, inner: 1, last: 2, only: 3 } as const;
const POSITIONS = 4;
export const LABELS = 1 + NAME_TYPES.length * POSITIONS;

/** A name in a sentence of words: `[first, last)`. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
}

/** The label of a type (index in `NAME_TYPES`) at a position. */
export const labelOf = (type: number, position: number): number => 1 + type * POSITIONS + position;
/** The index of a label's type; −1 for O. */
export const typeOf = (label: number): number => (label === OUTSIDE ? -1 : (label - 1) >> 2);
/** The position of a label other than O. */
export const positionOf = (label: number): number => (label - 1) & 3;

const opens = (label: number): boolean =>
  label === OUTSIDE || positionOf(label) === POSITION.first || positionOf(label) === POSITION.only;
const closes = (label: number): boolean =>
  label === OUTSIDE || positionOf(label) === POSITION.last || positionOf(label) === POSITION.only;

/** Whether a sentence may begin with a label, or end with it. */
export const mayBegin = opens;
export const mayEnd = closes;

/** Whether one label may follow another. */
export function mayFollow(before: number, label: number): boolean {
  if (closes(before)) return opens(label);
  return !opens(label) && typeOf(before) === typeOf(label);
}

/** For each label those that may stand before it. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, label) =>
  Array.from({ length: LABELS }, (_, before) => before).filter((before) => mayFollow(before, label)),
);

/** The labels of a sentence of `length` words with these names, which must not overlap. */
export function labelsOf(names: readonly NameSpan[], length: number): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { first, last, type } of names) {
    const t = NAME_TYPES.indexOf(type);
    labels.fill(labelOf(t, POSITION.inner), first, last);
    labels[first] = labelOf(t, last - first === 1 ? POSITION.only : POSITION.first);
    if (last - first > 1) labels[last - 1] = labelOf(t, POSITION.last);
  }
  return labels;
}

/** The names that a well-formed row of labels shows. */
export function namesOf(labels: ArrayLike<number>): NameSpan[] {
  const names: NameSpan[] = [];
  let first = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (opens(label)) first = i;
    if (label !== OUTSIDE && closes(label))
      names.push({ first, last: i + 1, type: NAME_TYPES[typeOf(label)]! });
  }
  return names;
}
