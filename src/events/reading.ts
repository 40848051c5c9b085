import { type StatusCue, sequencesAt } from '../lexicon/event-patterns.ts';
import type { Sentence } from './sentence.ts';
import { CLIMB, isRelation, kidsBy, type Tree } from './tree.ts';

/** How the grammar around a word tells what it says: what was found first on the way up its tree. */
export type Reading =
  | 'denied'
  | 'future'
  | 'possible'
  | 'obliged'
  | 'conditional'
  | 'planned'
  | 'purpose'
  | 'infinitive'
  | 'ordered'
  | 'asked'
  | 'doubted'
  | 'present'
  | 'told';

/** Relations over which what is said of the word above holds for the word below. */
const SHARED: readonly string[] = ['xcomp', 'conj', 'cop', 'aux', 'compound', 'fixed', 'flat'];
/** Relations of a noun to the verb that takes it. */
const TAKEN: readonly string[] = ['obj', 'nsubj', 'nsubj:pass', 'obl', 'nmod'];

/** Cues by which a verb tells how far its complement is real. */
const GOVERNORS: readonly (readonly [StatusCue, Reading])[] = [
  ['denial', 'denied'],
  ['failed', 'denied'],
  ['refusal', 'denied'],
  ['threat', 'planned'],
  ['commitment', 'planned'],
  ['demand', 'planned'],
  ['intention', 'planned'],
  ['hypothetical', 'possible'],
];
const AUXILIARIES: readonly (readonly [StatusCue, Reading])[] = [
  ['future', 'future'],
  ['obligation', 'obliged'],
  ['possibility', 'possible'],
];

/** The reading of the word at `i`, off the tree. */
export function readingOf(s: Sentence, tree: Tree, i: number): Reading {
  let v = i;
  for (let n = 0; n < CLIMB; n++) {
    const own = readingAt(s, tree, v);
    if (own) return own;
    const h = tree.heads[v]!;
    const relation = tree.relations[v]!;
    if (h < 0) break;
    const taken = TAKEN.includes(relation) && tree.upos[v] !== 'VERB';
    const governed = governedBy(s, tree, h, v, relation);
    if (governed) return governed;
    if (!SHARED.some((r) => isRelation(relation, r)) && !(taken && n === 0 && tree.upos[h] === 'VERB')) break;
    if (relation === 'conj' && kidsBy(tree, v, 'nsubj').length > 0) break;
    v = h;
  }
  if (s.keys.at(-1) === QUESTION) return 'asked';
  return isPlainPresent(tree, i) ? 'present' : 'told';
}
const QUESTION = '?';

function readingAt(s: Sentence, tree: Tree, v: number): Reading | null {
  const kids = tree.kids[v]!;
  if (kids.some((k) => s.words[k]!.cls === 'negator' || isNegative(s, tree, k))) return 'denied';
  const has = (k: number, cue: StatusCue): boolean => cuesAt(s, k).includes(cue);
  for (const [cue, reading] of AUXILIARIES)
    if (kids.some((k) => k < v && isRelation(tree.relations[k]!, 'aux') && has(k, cue))) return reading;
  if (kids.some((k) => isRelation(tree.relations[k]!, 'mark') && has(k, 'conditional'))) return 'conditional';
  if (kids.some((k) => isModifier(tree, k) && has(k, 'doubt'))) return 'doubted';
  if (kids.some((k) => isModifier(tree, k) && has(k, 'intention'))) return 'planned';
  return isOrder(s, tree, v) ? 'ordered' : null;
}

/** "no attack". */
function isNegative(s: Sentence, tree: Tree, k: number): boolean {
  return tree.relations[k] === 'det' && s.patterns.negatives.has(s.keys[k]!);
}

const isModifier = (tree: Tree, k: number): boolean =>
  isRelation(tree.relations[k]!, 'advmod') || isRelation(tree.relations[k]!, 'amod');

/** What the word above makes of the word it governs. */
function governedBy(s: Sentence, tree: Tree, h: number, v: number, relation: string): Reading | null {
  const infinitive = kidsBy(tree, v, 'mark').some((k) => s.words[k]!.cls === 'to');
  const clause = ['xcomp', 'ccomp', 'acl', 'advcl', 'csubj'].some((r) => isRelation(relation, r));
  const noun = TAKEN.includes(relation);
  if (!clause && !noun) return null;
  const cues = governing(s, h, v);
  if (clause && cues.includes('factive')) return null;
  for (const [cue, reading] of GOVERNORS) if (cues.includes(cue)) return reading;
  if (!infinitive) return null;
  if (relation === 'xcomp') return 'infinitive';
  return relation === 'advcl' || relation === 'acl' ? 'purpose' : null;
}

function cuesAt(s: Sentence, i: number): StatusCue[] {
  return sequencesAt(s.patterns.cues, s.keys, i).map((c) => c.value);
}

/** Cues whose words open at the governor, or end between it and the governed ("is willing to"). */
function governing(s: Sentence, h: number, v: number): StatusCue[] {
  const out = cuesAt(s, h);
  if (h > 0) out.push(...cuesAt(s, h - 1).filter((_, k) => k >= 0 && spans(s, h - 1, h)));
  return v > h ? out : out.filter((c) => c !== 'factive');
}

const spans = (s: Sentence, at: number, to: number): boolean =>
  sequencesAt(s.patterns.cues, s.keys, at).some((c) => at + c.words.length > to);

/** "Send it": a bare verb without a subject at the top of its sentence. */
function isOrder(s: Sentence, tree: Tree, v: number): boolean {
  if (tree.xpos[v] !== 'VB' || kidsBy(tree, v, 'nsubj', 'aux', 'mark').length > 0) return false;
  const relation = tree.relations[v]!;
  return relation === 'root' || relation === 'parataxis' || (relation === 'ccomp' && s.words.length > 0);
}

function isPlainPresent(tree: Tree, i: number): boolean {
  return /^VB[PZ]$/.test(tree.xpos[i]!);
}

/**
 * Certainty of each reading, −3 … 3: between the means that news (MEANTIME) and web texts (UDS-IH2) give it on their rows
 * for training.
 */
const CERTAINTY: Readonly<Record<Reading, number>> = {
  denied: -2,
  future: 1,
  possible: 0,
  obliged: -0.5,
  conditional: 0,
  planned: 0,
  purpose: 1,
  infinitive: 1,
  ordered: -1.8,
  asked: 0.5,
  doubted: 1.5,
  present: 3,
  told: 3,
};

/** How certain the teller is, by the reading. */
export function factualityOf(reading: Reading): number {
  return CERTAINTY[reading];
}
