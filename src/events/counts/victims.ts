import type { HarmRule } from '../../lexicon/harms.ts';
import { isAge, isPeople } from './people.ts';
import { joined, kidsBy, MOST_STEPS, type Tree } from './tree.ts';

/** Heads of the phrases that name whom the word at `i` harms, as its rule takes them. */
export function victimsOf(t: Tree, i: number, rule: HarmRule): readonly number[] {
  const found = TAKEN[rule.victim](t, i);
  return found
    .map((n) => antecedent(t, n))
    .flatMap((n) => (isPeople(t, n) ? [n] : beside(t, n)))
    .flatMap((n) => joined(t, n).filter((k) => !isAge(t, k) && isPeople(t, k)));
}

const TAKEN: Readonly<Record<HarmRule['victim'], (t: Tree, i: number) => readonly number[]>> = {
  object: (t, i) => patients(t, i, MOST_STEPS),
  subject: (t, i) => subjects(t, i, MOST_STEPS),
  of: ofPhrase,
  'of-people': owned,
  'of-noun': (t, i) => owned(t, i).filter((k) => t.words[k]!.upos !== 'PRON'),
  holder: (t, i) => peopleOr(t, holders(t, i), kidsBy(t, i, 'nummod')),
  self: (_t, i) => [i],
  adjective: described,
};

/** Behind a dateline the subject can hang on the place: "DOMA -- Two men were killed". */
function beside(t: Tree, n: number): readonly number[] {
  return kidsBy(t, n, 'parataxis', 'appos').filter((k) => isPeople(t, k));
}

/** The first list where it holds people; else the number that stands for them ("two injuries were reported"). */
const peopleOr = (t: Tree, found: readonly number[], numbers: readonly number[]): readonly number[] =>
  numbers.length > 0 && !found.some((n) => isPeople(t, antecedent(t, n))) ? numbers : found;

/** "who" stands for the noun that its clause describes. */
function antecedent(t: Tree, n: number): number {
  if (isAge(t, n) && t.heads[n]! >= 0) return t.heads[n]!;
  if (t.harms.pronouns.get(t.lemmas[n]!) !== 'antecedent') return n;
  for (let i = t.heads[n]!, steps = 0; i >= 0 && steps < MOST_STEPS; i = t.heads[i]!, steps++)
    if (t.relations[i] === 'acl:relcl' || t.relations[i] === 'acl') return t.heads[i]!;
  return n;
}

const isParticiple = (t: Tree, i: number): boolean => /^(?:VBN|VBD|JJ|NN)$/.test(t.words[i]!.xpos ?? '');
/** "was shot" is tagged a noun at times. */
const isPassive = (t: Tree, i: number): boolean =>
  kidsBy(t, i, 'nsubj:pass', 'cop').length > 0 ||
  kidsBy(t, i, 'aux').some((k) => t.lemmas[k] === 'be' && t.words[i]!.xpos !== 'VBG');

/** Whom a verb befalls: a passive's subject, an object, the noun that a participle describes. */
function patients(t: Tree, i: number, steps: number): readonly number[] {
  if (steps === 0) return [];
  const objects = kidsBy(t, i, 'obj');
  if (objects.some((o) => t.harms.reflexive.has(t.forms[o]!))) return subjects(t, i, steps - 1);
  const passive = isPassive(t, i);
  const subject = kidsBy(t, i, 'nsubj:pass', 'nsubj');
  if (passive && subject.length > 0) return subject;
  if (objects.length > 0) return objects;
  if (t.words[i]!.upos === 'NOUN' && !passive) return asNoun(t, i, steps);
  const shared = kidsBy(t, i, 'conj').find((k) => kidsBy(t, k, 'obj').length > 0 && !subjectOwn(t, k));
  if (shared !== undefined && !passive) return kidsBy(t, shared, 'obj');
  if (!isParticiple(t, i)) return t.words[i]!.xpos === 'VBG' ? fromBeing(t, i, steps) : [];
  if (subject.length > 0)
    return kidsBy(t, i, 'obl').some((k) => kidsBy(t, k, 'case').some((c) => t.lemmas[c] === 'at'))
      ? []
      : subject;
  return inherited(t, i, steps);
}

/** "found a boy shot" is read as "a boy shot" at times, "was found shot" as an object. */
function asNoun(t: Tree, i: number, steps: number): readonly number[] {
  const before = kidsBy(t, i, 'compound', 'nmod', 'nummod').filter((k) => k < i && isPeople(t, k));
  if (before.length > 0) return before;
  const head = t.heads[i]!;
  return t.relations[i] === 'obj' && head >= 0 && isPassive(t, head) ? subjects(t, head, steps - 1) : [];
}

const subjectOwn = (t: Tree, i: number): boolean => kidsBy(t, i, 'nsubj', 'nsubj:pass').length > 0;

/** "after being shot". */
function fromBeing(t: Tree, i: number, steps: number): readonly number[] {
  return isPassive(t, i) ? above(t, i, steps) : [];
}

/** A participle without subject takes what it describes, or the one that the verb before it befalls. */
function inherited(t: Tree, i: number, steps: number): readonly number[] {
  const relation = t.relations[i]!;
  const head = t.heads[i]!;
  if (head < 0) return [];
  if (relation === 'acl' || relation === 'amod' || relation === 'acl:relcl') return [head];
  if (relation === 'conj') {
    const own = isPassive(t, head) || t.relations[head] === 'acl' || t.relations[head] === 'amod';
    if (own || kidsBy(t, head, 'obj').length === 0)
      return own || t.words[i]!.xpos !== 'VBD' ? patients(t, head, steps - 1) : subjects(t, head, steps - 1);
    return [];
  }
  return above(t, i, steps);
}

/** Whom a clause without subject speaks of: what befalls the object of the verb above it, else its subject. */
function above(t: Tree, i: number, steps: number): readonly number[] {
  const head = t.heads[i]!;
  if (head < 0 || steps === 0) return [];
  const relation = t.relations[i]!;
  if (relation === 'acl') return [head];
  if (
    relation !== 'advcl' &&
    relation !== 'xcomp' &&
    relation !== 'ccomp' &&
    relation !== 'dep' &&
    relation !== 'conj'
  )
    return [];
  const objects = kidsBy(t, head, 'obj').filter((o) => isPeople(t, o));
  if (objects.length > 0) return objects;
  return subjects(t, head, steps - 1);
}

/** The subject of a verb, or of the verb it goes on from. */
function subjects(t: Tree, i: number, steps: number): readonly number[] {
  if (steps === 0) return [];
  const own = kidsBy(t, i, 'nsubj', 'nsubj:pass');
  if (own.length > 0) return own;
  const head = t.heads[i]!;
  if (head < 0) return [];
  const relation = t.relations[i]!;
  if (relation === 'acl' || relation === 'acl:relcl') return [head];
  if (relation === 'conj' || relation === 'advcl' || relation === 'xcomp' || relation === 'parataxis')
    return relation === 'xcomp' || relation === 'advcl' ? above(t, i, steps) : subjects(t, head, steps - 1);
  return [];
}

/** "the death of two men", "his death", "the man's body". */
function ofPhrase(t: Tree, i: number): readonly number[] {
  const shared = t.relations[i] === 'conj' && t.heads[i]! >= 0 ? owned(t, t.heads[i]!) : [];
  const own = owned(t, i).length > 0 ? owned(t, i) : shared;
  const below =
    own.length > 0 ? own : kidsBy(t, i, 'obj').flatMap((k) => (t.lemmas[k] === 'life' ? ofPhrase(t, k) : []));
  return below.length > 0 ? below : numbered(t, i);
}

function owned(t: Tree, i: number): readonly number[] {
  return kidsBy(t, i, 'nmod').filter((k) => {
    const marks = kidsBy(t, k, 'case').map((c) => t.lemmas[c]!);
    return marks.includes('of') || marks.includes("'s") || t.words[k]!.xpos === 'PRP$' || marks.length === 0;
  });
}

/** "two deaths": the number alone stands for the people. */
function numbered(t: Tree, i: number): readonly number[] {
  return kidsBy(t, i, 'nummod', 'det').filter(
    (k) => t.relations[k] === 'nummod' || t.harms.none.has(t.lemmas[k]!),
  );
}

/** Who has a wound or a condition: its owner, the noun that it hangs on, or the subject of the verb. */
function holders(t: Tree, i: number): readonly number[] {
  const owner = kidsBy(t, i, 'nmod').filter(
    (k) => t.words[k]!.xpos === 'PRP$' || kidsBy(t, k, 'case').some((c) => t.words[c]!.xpos === 'POS'),
  );
  if (owner.length > 0) return owner;
  const subject = kidsBy(t, i, 'nsubj');
  if (subject.length > 0) return subject;
  const denied = kidsBy(t, i, 'det').filter((k) => t.harms.none.has(t.lemmas[k]!));
  if (denied.length > 0) return denied;
  const head = t.heads[i]!;
  if (head < 0) return [];
  const relation = t.relations[i]!;
  if (relation === 'nmod' || relation === 'conj')
    return isPeople(t, head) ? [head] : relation === 'conj' ? holders(t, head) : [];
  if (relation === 'obl' && kidsBy(t, i, 'case').some((c) => t.lemmas[c] === 'of' || t.lemmas[c] === 'from'))
    return subjects(t, head, MOST_STEPS);
  const objects = kidsBy(t, head, 'obj').filter((o) => o !== i && isPeople(t, o));
  if (objects.length > 0) return objects;
  const counted = kidsBy(t, i, 'nummod');
  if (relation === 'nsubj:pass' || relation === 'nsubj') return counted;
  return subjects(t, head, MOST_STEPS);
}

/** Whom an adjective describes. */
function described(t: Tree, i: number): readonly number[] {
  const subject = kidsBy(t, i, 'obj', 'nsubj', 'nsubj:pass').filter((k) => isPeople(t, k));
  if (subject.length > 0) return subject;
  const number = kidsBy(t, i, 'nummod', 'obl', 'compound').filter((k) => k < i && isPeople(t, k));
  if (number.length > 0) return number;
  const head = t.heads[i]!;
  const relation = t.relations[i]!;
  if (head >= 0 && (relation === 'amod' || relation === 'acl')) return [head];
  if (relation === 'advmod') return head >= 0 && isPeople(t, head) ? [head] : [];
  if (i > 0 && isPeople(t, i - 1)) return [i - 1];
  return above(t, i, MOST_STEPS);
}
