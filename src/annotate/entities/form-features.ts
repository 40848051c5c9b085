import { hash1, hash2, hash3, hash4 } from '../../lib/feature-hash.ts';
import { type Form, SHAPE } from '../forms.ts';
import { bodyStep, leading, personStep, placeStep } from './kinds.ts';

/** Features of one form alone, of the word itself or of a neighbour; `kind` is the kind of name that it suggests. */

/** Features of one word at most. */
export const MOST_FEATURES = 160;
const NO_CLUSTER = -1;

/** Keys in the making. */
export interface Out {
  readonly keys: Int32Array;
  n: number;
}

export function put(out: Out, key: number): void {
  if (out.n < MOST_FEATURES) out.keys[out.n++] = key;
}

/** What stands beyond a sentence's ends. */
const EDGE = 7;
export const EDGE_FORM: Form = {
  text: '',
  lower: '',
  hash: EDGE,
  lowerHash: EDGE,
  prefix: [EDGE, EDGE, EDGE, EDGE],
  suffix: [EDGE, EDGE, EDGE, EDGE, EDGE],
  shape: EDGE,
  flags: -1,
  clusters: [-2, -2, -2, -2],
};

/** Places whose forms alone make features of the word at 0. */
export const SIDES = [-2, -1, 1, 2] as const;
export type Side = (typeof SIDES)[number];

/** What features of a form alone know of its sentence: how much of it is in capitals (0 to 3), and whether the form is first. */
export const settingOf = (capitals: number, i: number): number => 2 * capitals + Math.min(i, 1);

/** Features of the word's own form. */
export function ownFeatures(form: Form, kind: number, setting: number, out: Out): void {
  const later = setting & 1;
  const capitals = setting >> 1;
  put(out, hash1(1, 0));
  put(out, hash1(2, form.hash));
  put(out, hash1(3, form.lowerHash));
  for (let n = 1; n < 4; n++) put(out, hash2(4, n, form.prefix[n]!));
  for (let n = 1; n < 5; n++) put(out, hash2(5, n, form.suffix[n]!));
  put(out, hash2(6, form.shape, later));
  put(out, hash3(7, form.flags, later, capitals));
  put(out, hash2(8, Math.min(form.text.length, 8), form.flags));
  ownClusters(form, out);
  kindFeatures(0, form, kind, out);
  const known = form.clusters[0] === NO_CLUSTER ? 0 : 1;
  put(out, hash4(96, leading(kind), form.shape, known, capitals));
}

function ownClusters({ clusters, flags, shape }: Form, out: Out): void {
  for (let c = 0; c < clusters.length; c++) {
    const own = clusters[c]!;
    put(out, hash3(30, c, own, flags & SHAPE.capital));
    if (own !== NO_CLUSTER) put(out, hash3(31, c, own, shape));
  }
}

const WORD_TEMPLATE = { '-2': 12, '-1': 10, '1': 11, '2': 13 } as const;

/** Features of a neighbour's form. */
export function sideFeatures(side: Side, form: Form, kind: number, out: Out): void {
  put(out, hash1(WORD_TEMPLATE[side], form.lowerHash));
  for (let c = 0; c < form.clusters.length; c++) put(out, hash3(32, c, side, form.clusters[c]!));
  kindFeatures(side, form, kind, out);
}

function kindFeatures(side: Side | 0, { flags }: Form, kind: number, out: Out): void {
  const capital = flags & SHAPE.capital;
  put(out, hash3(90, side, kind, capital));
  if (side === -2 || side === 2) return;
  put(out, hash3(91, side, personStep(kind), capital));
  put(out, hash3(92, side, bodyStep(kind), capital));
  put(out, hash3(93, side, placeStep(kind), capital));
}
