import { finish, hashString, mix } from '../../lib/feature-hash.ts';

/**
 * Feature templates as text: "S0.f S0.x B0.x" is the form and tag of the top of the stack with the tag of the next word.
 * Compiled to numbers once; a template's hash starts from its text, so that their order counts nothing.
 */

/** What is known of a word (a column of the sentence's table). The slot G holds values of the state under the same names. */
export const ATTRIBUTES = [
  'f', // lower-case form
  'x', // Penn tag
  'u', // universal tag
  'c', // clusters, coarse to fine
  'd',
  'e',
  'g',
  's', // last three letters
  't', // shape
  'l', // relation to its head, once it has one
  'vl', // dependents so far, left and right
  'vr',
  'sl', // their relations as a set
  'sr',
  'p', // punctuation just before it, and just after
  'n',
  'q',
  'a',
  'b',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Column of an attribute. */
export const columnOf = (name: Attribute): number => ATTRIBUTES.indexOf(name);

/** Columns of the table. */
export const WIDTH = ATTRIBUTES.length;

/** Templates ready to be hashed, by number of their values. */
export interface Templates {
  /** Seed, slot and attribute of each value; one list for each number of values. */
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly three: Int32Array;
  readonly four: Int32Array;
  readonly size: number;
}

/** Compiles templates over named slots. Throws on an unknown slot or attribute, and on more than four values. */
export function compileTemplates(lines: readonly string[], slots: readonly string[]): Templates {
  const lists: number[][] = [[], [], [], []];
  for (const line of lines) {
    const values = line.split(' ').map((value) => operand(value, slots));
    const list = lists[values.length - 1];
    if (!list) throw new RangeError(`template "${line}" has ${values.length} values`);
    list.push(mix(0, hashString(line)), ...values.flat());
  }
  const [one, two, three, four] = lists.map((list) => Int32Array.from(list));
  return { one: one!, two: two!, three: three!, four: four!, size: lines.length };
}

/** Attributes of a word that change while its tree grows. */
const GROWN: readonly string[] = ['l', 'vl', 'vr', 'sl', 'sr'];

/** Slot and attribute of each value in templates that changes while the tree grows (the slot G, last, is left out). */
export function growing(lines: readonly string[], slots: readonly string[]): Int32Array {
  const values = new Set(lines.flatMap((line) => line.split(' ')));
  const found = [...values].filter((v) => !v.startsWith('G.') && GROWN.includes(v.split('.')[1] ?? ''));
  return Int32Array.from(found.flatMap((value) => operand(value, slots)));
}

/** Hash of where the slots' rows begin and of the `grown` values in them; never 0. */
export function signatureOf(rows: Int32Array, atoms: Int32Array, grown: Int32Array): number {
  let h = 0;
  for (let i = 0; i < rows.length; i++) h = mix(h, rows[i]!);
  for (let i = 0; i < grown.length; i += 2) h = mix(h, atoms[rows[grown[i]!]! + grown[i + 1]!]!);
  return finish(h);
}

function operand(text: string, slots: readonly string[]): [number, number] {
  const [slot = '', attribute = ''] = text.split('.');
  const s = slots.indexOf(slot);
  const a = (ATTRIBUTES as readonly string[]).indexOf(attribute);
  if (s < 0 || a < 0) throw new RangeError(`unknown value "${text}" in a feature template`);
  return [s, a];
}

/**
 * Hashes all templates. `atoms` is the table of the sentence, `rows[slot]` where a slot's row begins in it.
 * Fills `keys` from 0 and gives their number.
 */
export function hashTemplates(t: Templates, atoms: Int32Array, rows: Int32Array, keys: Int32Array): number {
  let n = 0;
  const { one, two, three, four } = t;
  for (let i = 0; i < one.length; i += 3) {
    keys[n++] = finish(mix(one[i]!, atoms[rows[one[i + 1]!]! + one[i + 2]!]!));
  }
  for (let i = 0; i < two.length; i += 5) {
    const a = mix(two[i]!, atoms[rows[two[i + 1]!]! + two[i + 2]!]!);
    keys[n++] = finish(mix(a, atoms[rows[two[i + 3]!]! + two[i + 4]!]!));
  }
  for (let i = 0; i < three.length; i += 7) {
    const a = mix(three[i]!, atoms[rows[three[i + 1]!]! + three[i + 2]!]!);
    const b = mix(a, atoms[rows[three[i + 3]!]! + three[i + 4]!]!);
    keys[n++] = finish(mix(b, atoms[rows[three[i + 5]!]! + three[i + 6]!]!));
  }
  for (let i = 0; i < four.length; i += 9) {
    const a = mix(four[i]!, atoms[rows[four[i + 1]!]! + four[i + 2]!]!);
    const b = mix(a, atoms[rows[four[i + 3]!]! + four[i + 4]!]!);
    const c = mix(b, atoms[rows[four[i + 5]!]! + four[i + 6]!]!);
    keys[n++] = finish(mix(c, atoms[rows[four[i + 7]!]! + four[i + 8]!]!));
  }
  return n;
}
