import { finish, hashString, mix, mixSpread, spread } from '../../lib/feature-hash.ts';

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

/** Templates ready to be hashed. */
export interface Templates {
  /** Slot and attribute of each value that the templates speak of. */
  readonly values: Int32Array;
  /** Room for the values of one state, spread. */
  readonly room: Int32Array;
  /** By number of their values: seed of each template and where its values stand in `room`. */
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly three: Int32Array;
  readonly four: Int32Array;
  readonly size: number;
}

/** Compiles templates over named slots. Throws on an unknown slot or attribute, and on more than four values. */
export function compileTemplates(lines: readonly string[], slots: readonly string[]): Templates {
  const names = [...new Set(lines.flatMap((line) => line.split(' ')))];
  const lists: number[][] = [[], [], [], []];
  for (const line of lines) {
    const values = line.split(' ');
    const list = lists[values.length - 1];
    if (!list) throw new RangeError(`template "${line}" has ${values.length} values`);
    list.push(mix(0, hashString(line)), ...values.map((value) => names.indexOf(value)));
  }
  const [one, two, three, four] = lists.map((list) => Int32Array.from(list));
  const values = Int32Array.from(names.flatMap((name) => operand(name, slots)));
  const room = new Int32Array(names.length);
  return { values, room, one: one!, two: two!, three: three!, four: four!, size: lines.length };
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
 * Hashes all templates. `atoms` is the table of the sentence, `rows[slot]` where a slot's row begins in it. Fills `keys` from 0
 * and gives their number. Most values stand in many templates: each is spread once.
 */
export function hashTemplates(t: Templates, atoms: Int32Array, rows: Int32Array, keys: Int32Array): number {
  let n = 0;
  const { values, room, one, two, three, four } = t;
  for (let i = 0, k = 0; i < values.length; i += 2)
    room[k++] = spread(atoms[rows[values[i]!]! + values[i + 1]!]!);
  for (let i = 0; i < one.length; i += 2) keys[n++] = finish(mixSpread(one[i]!, room[one[i + 1]!]!));
  for (let i = 0; i < two.length; i += 3) {
    const a = mixSpread(two[i]!, room[two[i + 1]!]!);
    keys[n++] = finish(mixSpread(a, room[two[i + 2]!]!));
  }
  for (let i = 0; i < three.length; i += 4) {
    const a = mixSpread(three[i]!, room[three[i + 1]!]!);
    const b = mixSpread(a, room[three[i + 2]!]!);
    keys[n++] = finish(mixSpread(b, room[three[i + 3]!]!));
  }
  for (let i = 0; i < four.length; i += 5) {
    const a = mixSpread(four[i]!, room[four[i + 1]!]!);
    const b = mixSpread(a, room[four[i + 2]!]!);
    const c = mixSpread(b, room[four[i + 3]!]!);
    keys[n++] = finish(mixSpread(c, room[four[i + 4]!]!));
  }
  return n;
}
