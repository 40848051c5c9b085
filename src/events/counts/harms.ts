import type { HarmKind, Party, Who } from '../../doc/index.ts';
import { type Bounds, sequencesAt } from '../../lexicon/event-patterns.ts';
import type { HarmRule } from '../../lexicon/harms.ts';
import { isNone } from './none.ts';
import { type People, peopleAt } from './people.ts';
import { isReal } from './real.ts';
import type { Tree } from './tree.ts';
import { victimsOf } from './victims.ts';

/** People whom one word of a sentence says to have come to harm. */
export interface FoundHarm extends Bounds {
  readonly harm: HarmKind;
  /** The word of harm, in the words of the event rules. */
  readonly at: number;
  /** Where that word starts in the text. */
  readonly trigger: number;
  readonly start: number;
  readonly end: number;
  readonly said: boolean;
  readonly who: Who;
  /** Who was harmed, as a party to the event; `null` for a pronoun or a number alone. */
  readonly party: Party | null;
}

/** Whether a sentence sums up a year or speaks of another time than its text. */
const isElsewhen = ({ forms, harms }: Tree): boolean =>
  forms.some((_, i) => sequencesAt(harms.elsewhen, forms, i).length > 0);

const STRENGTH: Readonly<Record<HarmKind, number>> = { hit: 0, injured: 1, killed: 2 };

/** Everyone whom a sentence says to have come to harm, in text order; the worst that is said of a phrase stands. */
export function harmsIn(t: Tree, chainAt: (start: number, end: number) => number | null): FoundHarm[] {
  const worst = new Map<number, FoundHarm>();
  if (isElsewhen(t)) return [];
  t.lemmas.forEach((_, i) => {
    const rule = ruleAt(t, i);
    if (!rule) return;
    if (isNone(t, i, rule)) {
      worst.set(i, noneOf(t, i, rule.harm));
      return;
    }
    const victims = victimsOf(t, i, rule);
    if (victims.length === 0 || !isReal(t, i)) return;
    for (const n of victims) {
      const found = harmOf(t, i, rule.harm, peopleAt(t, n, chainAt));
      const known = worst.get(n);
      if (found && (!known || STRENGTH[found.harm] > STRENGTH[known.harm])) worst.set(n, found);
    }
  });
  return [...worst.values()].sort((a, b) => a.start - b.start);
}

/** The rule for a word by its lemma, its tag and what hangs on it; the worst that holds. */
function ruleAt(t: Tree, i: number): HarmRule | null {
  const { harms, lemmas } = t;
  const { upos } = t.words[i]!;
  const shotNoun = harms.nounlike.has(lemmas[i]!) && t.words[i]!.xpos === 'NN';
  const verbal =
    shotNoun || upos === 'VERB' || upos === 'AUX' || t.kids[i]!.some((k) => t.relations[k] === 'cop');
  const lemma = lemmas[i]!;
  const lists = [
    ...(verbal ? (harms.verbs.get(lemma) ?? []) : []),
    ...(upos === 'NOUN' || upos === 'PROPN' ? (harms.nouns.get(lemma) ?? []) : []),
    ...(harms.adjectives.get(t.forms[i]!) ?? []).filter(() => !verbal || upos === 'ADJ'),
  ];
  const holding = lists.filter(
    (r) => r.child.size === 0 || around(t, i).some((k) => r.child.has(t.lemmas[k]!)),
  );
  return holding.reduce<HarmRule | null>((a, b) => (!a || STRENGTH[b.harm] > STRENGTH[a.harm] ? b : a), null);
}

/** Nobody was harmed, as a noun says. */
function noneOf(t: Tree, i: number, harm: HarmKind): FoundHarm {
  const { start: trigger, end } = t.words[i]!;
  const none = t.kids[i]!.find((k) => k < i && t.harms.none.has(t.lemmas[k]!));
  const { start } = t.words[none ?? i]!;
  const { who } = peopleAt(t, i, () => null);
  return { harm, at: at(t, i), trigger, low: 0, best: 0, high: 0, start, end, said: true, who, party: null };
}

/** What hangs on a word, and on the verb above it where it is read as its object ("found shot to death"). */
function around(t: Tree, i: number): readonly number[] {
  const head = t.heads[i]!;
  const lifted = head >= 0 && (t.relations[i] === 'obj' || t.relations[i] === 'xcomp') ? t.kids[head]! : [];
  return [...t.kids[i]!, ...lifted.filter((k) => k !== i)];
}

function harmOf(t: Tree, i: number, harm: HarmKind, people: People): FoundHarm | null {
  const { low, best, high, from, to, said, who } = people;
  if (best === 0 && who.more) return null;
  const start = t.words[from]!.start;
  const end = t.words[to - 1]!.end;
  const own = { start, end, said, who, party: partyOf(t, people) };
  return { harm, at: at(t, i), trigger: t.words[i]!.start, low, best, high, ...own };
}

function partyOf(t: Tree, { who, phrase: [from, to], best }: People): Party | null {
  if (best === 0 || (who.noun === null && who.name.length === 0)) return null;
  const span = { start: t.words[from]!.start, end: t.words[to - 1]!.end };
  const mention = t.sentence.words[t.at[to - 1]!]?.mention ?? -1;
  const text = t.sentence.text.slice(span.start, span.end);
  return { spans: [span], text, mention: mention < 0 ? null : mention, actor: null };
}

/** The word of the event rules at or before a word of the tree. */
function at(t: Tree, i: number): number {
  for (let k = i; k >= 0; k--) if (t.at[k]! >= 0) return t.at[k]!;
  return 0;
}
