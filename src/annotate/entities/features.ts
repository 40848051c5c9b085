import { hash1, hash2, hash3, hash4 } from '../../lib/feature-hash.ts';
import { type Form, SHAPE } from '../forms.ts';
import { type Marks, WORD } from './dictionaries.ts';
import { EDGE_FORM, type Out, ownFeatures, put, SIDES, settingOf, sideFeatures } from './form-features.ts';
import { bodyStep, leading, personStep, placeStep } from './kinds.ts';

/** What the features of a sentence are made from; arrays run along its words. */
export interface NameInput {
  readonly forms: readonly Form[];
  readonly marks: Marks;
  /** What kind of name each form suggests by the company that it keeps (`kinds.ts`); 0 for none. */
  readonly kinds: ArrayLike<number>;
  /** How the form is written in the document (`document.ts`). */
  readonly usage: ArrayLike<number>;
}

/** A run of capitalised words `[first, last)`, small words between them included. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** A sentence made ready: `runs[i]` is the run that word i lies in. */
export interface NameSentence extends NameInput {
  readonly runs: readonly (Run | null)[];
  /** How much of the sentence is in capitals: 0 as in running text … 2 as in headlines, 3 all letters. */
  readonly capitals: number;
  /** 1 for words that no capital, no kind and no strange form near them makes a part of a name. */
  readonly quiet: Uint8Array;
}

const NO_CLUSTER = -1;
/** The one feature of a quiet word. */
export const QUIET = hash1(9, 0);

/** Makes a sentence ready for its features. */
export function nameSentence(input: NameInput): NameSentence {
  return { ...input, runs: runsOf(input), capitals: capitalShare(input.forms), quiet: quietOf(input) };
}

/** More than half of a text's words are quiet: they are read at the cost of one feature. */
function quietOf({ forms, kinds }: NameInput): Uint8Array {
  const quiet = new Uint8Array(forms.length).fill(1);
  for (let i = 0; i < forms.length; i++) {
    const { flags, clusters } = forms[i]!;
    const strange = clusters[0] === NO_CLUSTER && !(flags & (SHAPE.noLetter | SHAPE.digit));
    if (flags & SHAPE.capital || strange || leading(kinds[i]!) > 0) quiet.fill(0, Math.max(0, i - 1), i + 2);
  }
  return quiet;
}

function capitalShare(forms: readonly Form[]): number {
  let words = 0;
  let capitals = 0;
  let all = 0;
  for (let i = 1; i < forms.length; i++) {
    const { flags } = forms[i]!;
    if (flags & SHAPE.noLetter) continue;
    words++;
    if (flags & SHAPE.capital) capitals++;
    if (flags & SHAPE.allCapitals) all++;
  }
  if (all > 1 && all * 10 > words * 8) return 3;
  return capitals * 10 > words * 7 ? 2 : capitals * 10 > words * 4 ? 1 : 0;
}

const MAX_RUN = 12;
const JOINTS = /^(?:[-‐‑–&'’]|['’]s)$/u;

function runsOf({ forms, marks }: NameInput): (Run | null)[] {
  const runs: (Run | null)[] = forms.map(() => null);
  const capital = (i: number): boolean => ((forms[i]?.flags ?? 0) & SHAPE.capital) !== 0;
  const joint = (i: number): boolean =>
    i < forms.length && ((marks.word[i]! & WORD.link) !== 0 || JOINTS.test(forms[i]!.text));
  for (let first = 0; first < forms.length; first++) {
    if (!capital(first) || (first === 0 && marks.word[0]! & WORD.closed)) continue;
    let last = first + 1;
    while (last < forms.length && last - first < MAX_RUN) {
      if (capital(last)) last++;
      else if (joint(last) && capital(last + 1)) last += 2;
      else if (joint(last) && joint(last + 1) && capital(last + 2)) last += 3;
      else break;
    }
    runs.fill({ first, last }, first, last);
    first = last - 1;
  }
  return runs;
}

/** Writes the keys of the features of word `i` to `keys`; gives their number. */
export function nameFeatures(s: NameSentence, i: number, keys: Int32Array): number {
  const out: Out = { keys, n: 0 };
  if (s.quiet[i]) {
    put(out, QUIET);
    return out.n;
  }
  ownFeatures(s.forms[i]!, s.kinds[i]!, settingOf(s.capitals, i), out);
  for (const side of SIDES) sideFeatures(side, s.forms[i + side] ?? EDGE_FORM, s.kinds[i + side] ?? 0, out);
  jointFeatures(s, i, out);
  return out.n;
}

/** Features of more than one form, and of what the dictionaries know. */
export function jointFeatures(s: NameSentence, i: number, out: Out): void {
  contextFeatures(s, i, out);
  clusterFeatures(s, i, out);
  dictionaryFeatures(s, i, out);
  runFeatures(s, i, out);
  kindFeatures(s, i, out);
  put(out, hash2(80, s.usage[i]!, flagsAt(s, i)));
}

const lowerAt = (s: NameSentence, i: number): number => (s.forms[i] ?? EDGE_FORM).lowerHash;
const shapeAt = (s: NameSentence, i: number): number => (s.forms[i] ?? EDGE_FORM).shape;
const flagsAt = (s: NameSentence, i: number): number => (s.forms[i] ?? EDGE_FORM).flags;

function contextFeatures(s: NameSentence, i: number, out: Out): void {
  const lower = lowerAt(s, i);
  const before = lowerAt(s, i - 1);
  const after = lowerAt(s, i + 1);
  put(out, hash2(14, before, lower));
  put(out, hash2(15, lower, after));
  put(out, hash2(16, lowerAt(s, i - 2), before));
  put(out, hash2(17, after, lowerAt(s, i + 2)));
  put(out, hash2(18, before, after));
  put(out, hash2(19, shapeAt(s, i - 1), shapeAt(s, i)));
  put(out, hash2(20, shapeAt(s, i), shapeAt(s, i + 1)));
  put(out, hash3(21, shapeAt(s, i - 1), shapeAt(s, i), shapeAt(s, i + 1)));
  put(out, hash4(22, flagsAt(s, i - 2), flagsAt(s, i - 1), flagsAt(s, i), flagsAt(s, i + 1)));
  put(out, hash2(23, before, shapeAt(s, i)));
  put(out, hash2(24, after, shapeAt(s, i)));
}

function clusterFeatures(s: NameSentence, i: number, out: Out): void {
  const { clusters } = s.forms[i]!;
  const before = (s.forms[i - 1] ?? EDGE_FORM).clusters;
  const after = (s.forms[i + 1] ?? EDGE_FORM).clusters;
  for (let c = 0; c < clusters.length; c++) {
    put(out, hash3(33, c, before[c]!, clusters[c]!));
    put(out, hash3(34, c, clusters[c]!, after[c]!));
  }
}

function dictionaryFeatures(s: NameSentence, i: number, out: Out): void {
  const { register, place, word, head } = s.marks;
  const capital = flagsAt(s, i) & SHAPE.capital;
  for (let d = -2; d <= 2; d++) {
    const j = i + d;
    if (register[j]) put(out, hash2(40, d, register[j]!));
    if (place[j]) put(out, hash2(41, d, place[j]!));
    if (head[j]) put(out, hash3(42, d, head[j]!, flagsAt(s, j) & SHAPE.capital));
    for (let bits = word[j] ?? 0; bits !== 0; bits &= bits - 1) put(out, hash3(43, d, bits & -bits, capital));
  }
  put(out, hash4(44, register[i]!, place[i]!, Math.min(i, 1), capital));
  if (place[i]) put(out, hash3(45, place[i]!, lowerAt(s, i - 1), 0));
  if (place[i]) put(out, hash3(46, place[i]!, word[i]!, word[i - 1] ?? -1));
}

function runFeatures(s: NameSentence, i: number, out: Out): void {
  const run = s.runs[i];
  if (!run) return;
  const { first, last } = run;
  const place = Math.min(i - first, 3) * 4 + Math.min(last - 1 - i, 3);
  put(out, hash3(50, place, s.capitals, Math.min(first, 1)));
  put(out, hash2(51, lowerAt(s, first - 1), place));
  put(out, hash2(52, lowerAt(s, last), place));
  if (last - first > 1) {
    endFeatures(s, i, run, out);
    insideFeatures(s, i, run, out);
  }
  put(out, hash2(60, lowerAt(s, first - 1), lowerAt(s, last)));
}

/** The first and the last word of the run: a given name, "University", "Corp". */
function endFeatures(s: NameSentence, i: number, { first, last }: Run, out: Out): void {
  const before = Math.min(i - first, 2);
  const after = Math.min(last - 1 - i, 2);
  const final = s.forms[last - 1]!;
  put(out, hash2(53, final.lowerHash, after));
  put(out, hash2(54, lowerAt(s, first), before));
  for (let c = 0; c < final.clusters.length; c++) {
    put(out, hash3(55, c, final.clusters[c]!, after));
    put(out, hash3(56, c, s.forms[first]!.clusters[c]!, before));
  }
}

/** What the dictionaries know of the run's other words, before this one or after it. */
function insideFeatures({ marks }: NameSentence, i: number, { first, last }: Run, out: Out): void {
  for (let j = first; j < last; j++) {
    const side = Math.sign(j - i);
    if (marks.head[j]) put(out, hash3(57, marks.head[j]!, side, 0));
    if (j !== i && marks.register[j]) put(out, hash3(58, marks.register[j]!, side, 0));
    if (j !== i && marks.word[j]! & WORD.firstName) put(out, hash2(59, side, 0));
  }
}

function kindFeatures(s: NameSentence, i: number, out: Out): void {
  const lead = (j: number): number => leading(s.kinds[j] ?? 0);
  const capital = (j: number): number => flagsAt(s, j) & SHAPE.capital;
  put(out, hash4(94, lead(i - 1), lead(i), capital(i - 1), capital(i)));
  put(out, hash4(95, lead(i), lead(i + 1), capital(i), capital(i + 1)));
  put(out, hash3(97, lead(i), lowerAt(s, i - 1), capital(i)));
  put(out, hash3(98, lead(i), lowerAt(s, i + 1), capital(i)));
  const run = s.runs[i];
  if (run && run.last - run.first > 1) runKindFeatures(s.kinds, i, run, out);
}

function runKindFeatures(kinds: ArrayLike<number>, i: number, { first, last }: Run, out: Out): void {
  let person = 0;
  let body = 0;
  let place = 0;
  for (let j = first; j < last; j++) {
    person = Math.max(person, personStep(kinds[j]!));
    body = Math.max(body, bodyStep(kinds[j]!));
    place = Math.max(place, placeStep(kinds[j]!));
  }
  put(out, hash4(99, person, body, place, Math.min(last - first, 4)));
  put(out, hash2(100, kinds[last - 1]!, Math.min(last - 1 - i, 2)));
  put(out, hash2(101, kinds[first]!, Math.min(i - first, 2)));
}

/** Writes the keys of what the document's other names show of word `i` (`memoryOf`); gives their number, 0 for nothing. */
export function memoryFeatures(
  s: NameSentence,
  memory: ArrayLike<number>,
  i: number,
  keys: Int32Array,
): number {
  const out: Out = { keys, n: 0 };
  const own = memory[i]!;
  if (own === 0) return 0;
  put(out, hash1(81, own));
  put(out, hash2(82, own, flagsAt(s, i) & SHAPE.capital));
  put(out, hash2(83, own, memory[i + 1] ?? 0));
  put(out, hash2(84, memory[i - 1] ?? 0, own));
  return out.n;
}
