import { BIT } from '../../lexicon/grammar.ts';
import { hash2, hashString } from '../../lib/feature-hash.ts';
import type { Candidate } from '../candidate.ts';
import { dependentsOf, NO_TREE } from '../tree/token-trees.ts';
import { endsAs, is, isCapital, type Range, type View, voiceNoun } from '../view.ts';
import { mayBeSource } from '../voice.ts';

/** What each reading of a cue shares with none but others in its group: which parts the surface and the tree agree on. */
export interface Standing {
  /** Whether the rules over the words, and those over the tree, give this source and this content. */
  readonly surfaceSource: boolean;
  readonly surfaceContent: boolean;
  readonly treeSource: boolean;
  readonly treeContent: boolean;
}

/** Most features of one reading. */
export const MOST_FEATURES = 160;

/** Collects hashed features: a template's number with one or two values (feature hashing, Weinberger et al. 2009). */
class Features {
  readonly keys = new Int32Array(MOST_FEATURES);
  n = 0;
  #template = 0;

  /** The feature alone. */
  one(value: string | number | boolean): void {
    this.#put(++this.#template, hashOf(value), 0);
  }

  /** Each of the values together with one other. */
  with(value: string | number | boolean, others: readonly (string | number | boolean)[]): void {
    const first = hashOf(value);
    for (const other of others) this.#put(++this.#template, first, hashOf(other));
  }

  #put(template: number, a: number, b: number): void {
    if (this.n < MOST_FEATURES) this.keys[this.n++] = hash2(template, a, b);
  }
}

const hashes = new Map<string, number>();
function hashOf(value: string | number | boolean): number {
  if (typeof value !== 'string') return Number(value);
  const known = hashes.get(value);
  if (known !== undefined) return known;
  const hash = hashString(value);
  hashes.set(value, hash);
  return hash;
}

const BUCKETS = [1, 2, 3, 5, 8, 12, 20, 35];
/** Lengths and distances in steps that grow. */
function bucket(n: number): number {
  let b = 0;
  while (b < BUCKETS.length && n > BUCKETS[b]!) b++;
  return n < 0 ? -1 : b;
}

/** The features of one reading of a cue; the keys are valid until the next call ends. */
export function readingFeatures(view: View, c: Candidate, standing: Standing): Int32Array {
  const f = new Features();
  const site = siteOf(view, c);
  const content = contentOf(view, c);
  const source = sourceOf(view, c);
  const agreement = `${+standing.surfaceSource}${+standing.treeSource}${+standing.surfaceContent}${+standing.treeContent}`;
  const frame = c.frame ?? 'none';
  const lemma = `${c.lemma}/${frame}`;
  f.one('bias');
  for (const value of Object.values(site)) f.one(value);
  for (const value of Object.values(content)) f.one(value);
  for (const value of Object.values(source)) f.one(value);
  f.with(c.by, [
    frame,
    c.priority,
    site.voice,
    content.sign,
    content.ends,
    content.firstTag,
    source.kind,
    agreement,
    lemma,
  ]);
  f.with(agreement, [frame, c.priority, content.sign, source.kind, content.relation, site.tag]);
  f.with(lemma, [
    content.sign,
    content.relation,
    source.kind,
    site.tag,
    site.voice,
    content.firstTag,
    agreement,
  ]);
  f.with(frame, [
    content.sign,
    content.relation,
    source.kind,
    site.tag,
    site.relation,
    content.firstTag,
    content.length,
  ]);
  f.with(c.priority, [content.sign, source.kind, site.tag, content.hasVerb, content.firstTag]);
  f.with(content.relation, [content.sign, content.ends, content.firstTag, content.gap, content.length]);
  f.with(source.kind, [content.sign, source.length, site.voice, content.hasVerb]);
  return f.keys.subarray(0, f.n);
}

/** What is true of the cue whatever it says. */
function siteOf(view: View, c: Candidate) {
  const { trees } = view;
  const head = headOf(view, c);
  const parsed = trees.head[head] !== NO_TREE;
  const below = new Set<string>();
  if (parsed) for (const d of dependentsOf(trees, head)) below.add(trees.relation[d]!);
  const has = (relation: string): string => `${relation}${+below.has(relation)}`;
  return {
    lemma: `${c.lemma}/${c.frame}`,
    tag: trees.upos[head]!,
    relation: parsed ? trees.relation[head]! : 'no tree',
    voice: ending(view, head),
    length: c.cue.end - c.cue.start,
    before: wordClass(view, c.cue.start - 1),
    after: wordClass(view, c.cue.end),
    afterTag: `next ${trees.upos[c.cue.end] ?? ''}`,
    subject: has('nsubj'),
    passive: has('nsubj:pass'),
    clause: has('ccomp'),
    open: has('xcomp'),
    object: has('obj'),
    negated: cueHas(view, c.cue, BIT.negations),
    modal: cueHas(view, c.cue, BIT.modals),
    auxiliary: cueHas(view, c.cue, BIT.be),
    capital: isCapital(view, head),
    speech: c.priority,
  };
}

/** The verb of a cue: its last word of the class, else its last word. */
function headOf(view: View, { cue, lemma }: Candidate): number {
  const particles = lemma.split(' ').length - 1;
  return Math.max(cue.start, Math.min(view.tokens.length, cue.end) - 1 - particles);
}

const cueHas = (view: View, cue: Range, bits: number): boolean => {
  for (let i = cue.start; i < cue.end; i++) if (is(view, i, bits)) return true;
  return false;
};

function ending(view: View, i: number): string {
  for (const name of ['past', 'gerund', 'adverb'] as const) if (endsAs(view, i, name)) return name;
  return 'plain';
}

/** Closed word classes count, and marks; other words only by having a capital or not. */
function wordClass(view: View, i: number): string {
  const token = view.tokens[i];
  if (!token) return 'none';
  if (token.kind === 'punctuation') return view.key[i]!;
  const bits = view.classes[i]!;
  return bits !== 0 ? `class ${bits}` : isCapital(view, i) ? 'Capital' : token.kind;
}

function contentOf(view: View, c: Candidate) {
  const first = c.content[0];
  if (!first) return EMPTY;
  const last = c.content.at(-1)!;
  const after = first.start >= c.cue.end;
  let words = 0;
  let hasVerb = false;
  for (const r of c.content)
    for (let i = r.start; i < r.end && words <= MOST_WORDS; i++) {
      words++;
      if (view.trees.upos[i] === 'VERB' || view.trees.upos[i] === 'AUX') hasVerb = true;
    }
  return {
    sign: signOf(view, first.start),
    firstTag: view.trees.upos[first.start] ?? '',
    ends: endOf(view, last.end, c),
    lastTag: `last ${view.trees.upos[last.end - 1] ?? ''}`,
    beforeFirst: `before ${wordClass(view, first.start - 1)}`,
    relation: topOf(view, first),
    length: bucket(words),
    pieces: c.content.length,
    gap: `gap ${after ? bucket(first.start - c.cue.end) : `left ${bucket(c.cue.start - last.end)}`}`,
    hasVerb,
  };
}
/** Words of a content that are counted. */
const MOST_WORDS = 60;
const EMPTY = {
  ...{ sign: 'empty', firstTag: '', ends: '', lastTag: '', beforeFirst: '', relation: '' },
  ...{ length: 0, pieces: 0, gap: '', hasVerb: false },
};

function signOf(view: View, at: number): string {
  if (view.quote[at]! >= 0) return 'quoted';
  if (is(view, at, BIT.complementizers)) return 'that';
  if (view.key[at] === 'to') return 'to';
  return view.key[at - 1] === ':' ? 'colon' : 'bare';
}

function endOf(view: View, end: number, c: Candidate): string {
  const sentence = view.sentences[c.sentence]!;
  if (end >= sentence.end - 1) return 'sentence';
  if (view.quote[end - 1]! >= 0) return 'quote';
  if (end >= c.cue.start - 2 && end <= c.cue.start) return 'cue';
  return `ends ${wordClass(view, end)}`;
}

/** The relation of the highest word of a range, and whether the range is all that hangs below it. */
function topOf({ trees }: View, range: Range): string {
  let top = range.start;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const above = trees.head[top]!;
    if (above < range.start || above >= range.end) break;
    top = above;
  }
  const whole = trees.left[top]! >= range.start && trees.right[top]! <= range.end;
  return `${trees.relation[top] ?? ''}${whole ? '' : '-part'}`;
}
/** Heads climbed inside a content. */
const MAX_STEPS = 40;

function sourceOf(view: View, c: Candidate) {
  const { source } = c;
  if (!source) return NO_SOURCE;
  const gap = source.end <= c.cue.start ? c.cue.start - source.end : source.start - c.cue.end;
  return {
    kind: kindOf(view, source),
    length: `source ${bucket(source.end - source.start)}`,
    gap: `source ${source.end <= c.cue.start ? 'left' : 'right'} ${bucket(gap)}`,
    plausible: mayBeSource(view, source),
    first: `opens ${wordClass(view, source.start)}`,
    relation: `source ${topOf(view, source)}`,
    before: `source after ${wordClass(view, source.start - 1)}`,
  };
}
const NO_SOURCE = {
  ...{ kind: 'none', length: '', gap: '', plausible: false, first: '', relation: '', before: '' },
};

/** What names the speaker: a pronoun as it stands, a noun of the lists, a name, or other words. */
function kindOf(view: View, source: Range): string {
  if (source.end - source.start === 1 && is(view, source.start, BIT.pronouns | BIT.relatives))
    return view.words.grammar.classes(view.key[source.start]!)
      ? `pronoun ${view.key[source.start]}`
      : 'pronoun';
  let named = false;
  for (let i = source.start; i < source.end; i++) {
    const noun = voiceNoun(view, i);
    if (noun) return `noun ${noun.sort ?? 'person'}`;
    const mention = view.mentions[view.mentionOf[i]!];
    if (mention) return `name ${mention.kind}`;
    named ||= isCapital(view, i);
  }
  return named ? 'capital' : 'other';
}
