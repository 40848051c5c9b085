import { type Form, SHAPE } from '../forms.ts';
import { NAME_TYPES, type NameSpan } from './labels.ts';

/** Counts above this tell no more. */
const MANY = 2;

/**
 * How each word's form is written in its document: capitalised inside sentences, or small. 0 … 8: three steps of each.
 * A name is capitalised wherever it stands; a first word of a sentence proves nothing.
 */
export function usageOf(document: readonly (readonly Form[])[]): Uint8Array[] {
  const capital = new Map<number, number>();
  const small = new Map<number, number>();
  for (const forms of document)
    for (let i = 0; i < forms.length; i++) {
      const { flags, lowerHash } = forms[i]!;
      if (flags & SHAPE.noLetter) continue;
      if (!(flags & SHAPE.capital)) small.set(lowerHash, (small.get(lowerHash) ?? 0) + 1);
      else if (i > 0) capital.set(lowerHash, (capital.get(lowerHash) ?? 0) + 1);
    }
  const step = (counts: Map<number, number>, key: number): number => Math.min(counts.get(key) ?? 0, MANY);
  return document.map((forms) =>
    Uint8Array.from(forms, ({ lowerHash }) => step(capital, lowerHash) * (MANY + 1) + step(small, lowerHash)),
  );
}

/** Types, and whether the word was a whole name or part of one. */
const SLOTS = NAME_TYPES.length * 2;

/**
 * What the names found in a document's other places say of each word: 0 for nothing, else the type most often given to the
 * form there, whether it then was a whole name, and whether it was so often (after Krishnan and Manning, ACL 2006).
 */
export function memoryOf(
  document: readonly (readonly Form[])[],
  names: readonly (readonly NameSpan[])[],
): Uint8Array[] {
  const counts = new Map<number, Uint16Array>();
  names.forEach((found, s) => {
    for (const name of found) count(counts, document[s]!, name, 1);
  });
  return document.map((forms, s) => {
    const memory = new Uint8Array(forms.length);
    for (const name of names[s]!) count(counts, forms, name, -1);
    for (let i = 0; i < forms.length; i++) memory[i] = majority(counts.get(forms[i]!.lowerHash));
    for (const name of names[s]!) count(counts, forms, name, 1);
    return memory;
  });
}

function count(
  counts: Map<number, Uint16Array>,
  forms: readonly Form[],
  { first, last, type }: NameSpan,
  by: number,
): void {
  const slot = NAME_TYPES.indexOf(type) * 2 + (last - first > 1 ? 1 : 0);
  for (let i = first; i < last; i++) {
    const { flags, lowerHash } = forms[i]!;
    if (flags & SHAPE.noLetter || !(flags & SHAPE.capital)) continue;
    const row = counts.get(lowerHash) ?? new Uint16Array(SLOTS);
    row[slot]! += by;
    counts.set(lowerHash, row);
  }
}

function majority(row: Uint16Array | undefined): number {
  if (!row) return 0;
  let best = 0;
  for (let slot = 1; slot < SLOTS; slot++) if (row[slot]! > row[best]!) best = slot;
  return row[best] === 0 ? 0 : 1 + best * MANY + Math.min(row[best]!, MANY) - 1;
}
