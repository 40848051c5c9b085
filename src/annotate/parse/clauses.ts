import type { Clause, Parse, Word } from '../../doc/annotation.ts';

/** Relations (without subtype) that make their dependent the predicate of a clause. */
const CLAUSAL = new Set(['root', 'csubj', 'ccomp', 'xcomp', 'advcl', 'acl', 'parataxis']);
/** Relations that do so only where the dependent is a verb or has a subject or copula of its own. */
const MAYBE_CLAUSAL = new Set(['conj', 'list', 'appos', 'dislocated', 'orphan']);
const SUBJECTS = new Set(['nsubj', 'csubj']);
const PREDICATIVE = new Set(['nsubj', 'csubj', 'cop', 'aux']);
const VERB = 'VERB';

/** A relation without its subtype. */
function stem(relation: string): string {
  const at = relation.indexOf(':');
  return at < 0 ? relation : relation.slice(0, at);
}

/**
 * The clauses of all parsed sentences, by start: predicate, head of its subject, what it hangs on, and the stretch it covers. A
 * conjoined predicate without a subject shares that of the one it is joined to; an open complement ("wants to go") has none
 * of its own. `words` are all words of the text; parses are sorted by sentence.
 */
export function clausesOf(words: readonly Word[], parses: readonly Parse[]): Clause[] {
  const clauses: Clause[] = [];
  for (const parse of parses) {
    const found = clausesOfSentence(words, parse);
    // Parents are numbers in the sentence until its place in the layer is known.
    const from = clauses.length;
    for (const clause of found)
      clauses.push(clause.parent === null ? clause : { ...clause, parent: clause.parent + from });
  }
  return clauses;
}

function clausesOfSentence(words: readonly Word[], parse: Parse): Clause[] {
  const { first, sentence, relations } = parse;
  const subjects = subjectsOf(parse);
  const isPredicate = predicatesOf(words, parse, subjects);
  const owner = ownersOf(parse, isPredicate);
  const hulls = hullsOf(parse, owner);
  const predicates = [...isPredicate.keys()].filter((i) => isPredicate[i]);
  const startOf = (i: number): number => words[first + hulls.from[i]!]!.start;
  predicates.sort((a, b) => startOf(a) - startOf(b) || depthFirst(parse, a, b));
  const place = new Map(predicates.map((p, i) => [p, i]));
  return predicates.map((p) => {
    const subject = subjects[p]!;
    const head = parse.heads[p]!;
    return {
      start: startOf(p),
      end: words[first + hulls.to[p]!]!.end,
      sentence,
      predicate: first + p,
      subject: subject < 0 ? null : first + subject,
      relation: relations[p]!,
      parent: head < 0 ? null : (place.get(owner[head]!) ?? null),
    };
  });
}

/** Of two clauses that start together the outer comes first. */
function depthFirst({ heads }: Parse, a: number, b: number): number {
  for (let w = heads[b]!; w >= 0; w = heads[w]!) if (w === a) return -1;
  for (let w = heads[a]!; w >= 0; w = heads[w]!) if (w === b) return 1;
  return a - b;
}

/** Head of each word's subject, its own or shared along conjunctions; −1 for none. */
function subjectsOf(parse: Parse): Int32Array {
  const { heads, relations } = parse;
  const subjects = new Int32Array(heads.length).fill(-1);
  // "nsubj:outer" belongs to the clause around a clausal predicate: it yields to any other.
  for (let w = 0; w < heads.length; w++)
    if (SUBJECTS.has(stem(relations[w]!)) && relations[w]!.endsWith(':outer')) subjects[heads[w]!] = w;
  for (let w = heads.length - 1; w >= 0; w--)
    if (SUBJECTS.has(stem(relations[w]!)) && !relations[w]!.endsWith(':outer') && heads[w]! >= 0)
      subjects[heads[w]!] = w;
  for (const w of topDown(heads))
    if (subjects[w]! < 0 && stem(relations[w]!) === 'conj' && heads[w]! >= 0)
      subjects[w] = subjects[heads[w]!]!;
  return subjects;
}

function predicatesOf(words: readonly Word[], parse: Parse, subjects: Int32Array): boolean[] {
  const { heads, relations, first } = parse;
  const own = new Array<boolean>(heads.length).fill(false);
  relations.forEach((relation, w) => {
    if (PREDICATIVE.has(stem(relation)) && heads[w]! >= 0) own[heads[w]!] = true;
  });
  const isPredicate = new Array<boolean>(heads.length).fill(false);
  for (const w of topDown(heads)) {
    const relation = stem(relations[w]!);
    const head = heads[w]!;
    const verbal = own[w]! || words[first + w]!.upos === VERB;
    const joined = relation === 'conj' && head >= 0 && isPredicate[head]! && subjects[w]! >= 0 && verbal;
    isPredicate[w] = CLAUSAL.has(relation) || joined || (MAYBE_CLAUSAL.has(relation) && verbal);
  }
  return isPredicate;
}

/** For each word, the nearest predicate at or above it. */
function ownersOf({ heads }: Parse, isPredicate: readonly boolean[]): Int32Array {
  const owner = new Int32Array(heads.length).fill(-1);
  for (const w of topDown(heads)) owner[w] = isPredicate[w] || heads[w]! < 0 ? w : owner[heads[w]!]!;
  return owner;
}

/**
 * First and last word of each predicate's clause. Punctuation at its ends is left out, so that a clause does not begin with
 * the comma before it; a clause of nothing else keeps its predicate.
 */
function hullsOf({ heads, relations }: Parse, owner: Int32Array): { from: Int32Array; to: Int32Array } {
  const from = Int32Array.from(heads, (_, w) => w);
  const to = from.slice();
  for (let w = 0; w < heads.length; w++) {
    if (stem(relations[w]!) === 'punct') continue;
    const p = owner[w]!;
    from[p] = Math.min(from[p]!, w);
    to[p] = Math.max(to[p]!, w);
  }
  return { from, to };
}

/** Words of a tree, every head before its dependents. */
function topDown(heads: readonly number[]): Int32Array {
  const first = new Int32Array(heads.length).fill(-1);
  const next = new Int32Array(heads.length).fill(-1);
  const order = new Int32Array(heads.length);
  let n = 0;
  for (let w = heads.length - 1; w >= 0; w--) {
    const head = heads[w]!;
    if (head < 0) order[n++] = w;
    else {
      next[w] = first[head]!;
      first[head] = w;
    }
  }
  for (let i = 0; i < n; i++) for (let d = first[order[i]!]!; d >= 0; d = next[d]!) order[n++] = d;
  return order;
}
