import type { MentionKind } from '../../doc/index.ts';
import type { Markable } from './markables.ts';
import { isPersonNoun, type Lexis, lastLink, type Referent } from './referents.ts';

/** A referent that a description goes back to, with the rule that says so. */
export interface NominalTie {
  readonly referent: Referent;
  readonly form: 'nominal' | 'event';
  readonly by: string;
}

/** Sentences over which a description leads back: the same noun far, another noun for it near. */
const SAME_NOUN_REACH = 8;
const OTHER_NOUN_REACH = 3;

/**
 * What a definite description means: something called by the same noun before, an event by another noun of its group, or
 * something whose kind the noun names ("the group", "the town", "the minister").
 */
export function nominalTie(phrase: Markable, recent: readonly Referent[], lexis: Lexis): NominalTie | null {
  if (phrase.determiner !== 'definite') return null;
  return (
    sameNoun(phrase, recent) ??
    partOfName(phrase, recent) ??
    sameEvent(phrase, recent, lexis) ??
    roleOf(phrase, recent, lexis) ??
    ofKind(phrase, recent, lexis)
  );
}

function sameNoun(phrase: Markable, recent: readonly Referent[]): NominalTie | null {
  const referent = nearest(phrase, recent, SAME_NOUN_REACH, (r) =>
    r.links.some(
      ({ markable }) =>
        markable.sort === 'nominal' &&
        markable.headKey === phrase.headKey &&
        markable.plural === phrase.plural &&
        fitsIn(phrase, r),
    ),
  );
  return referent
    ? { referent, form: referent.events.length > 0 ? 'event' : 'nominal', by: 'same-noun' }
    : null;
}

/** Whether all that a description says was said before: "the second blast" is no "blast". */
function fitsIn(phrase: Markable, { words }: Referent): boolean {
  for (const word of describing(phrase)) if (!words.has(word)) return false;
  return true;
}

/** The words of a phrase but its head, in the plural or not, and its determiner. */
function* describing({ words, headKey }: Markable): Generator<string> {
  for (const word of words) if (!word.startsWith(headKey.slice(0, -1))) yield word;
}

/** "the brigade" after "Harun Brigade". */
function partOfName(phrase: Markable, recent: readonly Referent[]): NominalTie | null {
  const key = phrase.headKey;
  const referent = nearest(phrase, recent, SAME_NOUN_REACH, (r) =>
    [...r.names].some((name) => {
      const words = name.split(' ');
      return words.length > 1 && words.includes(key) && fitsIn(phrase, r);
    }),
  );
  return referent && !phrase.plural ? { referent, form: 'nominal', by: 'part-of-name' } : null;
}

function sameEvent(phrase: Markable, recent: readonly Referent[], { coreference }: Lexis): NominalTie | null {
  const groups = coreference.events.get(phrase.headKey) ?? [];
  const general = coreference.incidents.has(phrase.headKey);
  if (groups.length === 0 && !general) return null;
  const referent = nearest(phrase, recent, OTHER_NOUN_REACH, (r) => {
    if (r.events.length === 0 || r.plural !== phrase.plural || !onlyHead(phrase)) return false;
    return general ? true : r.events.some((g) => groups.includes(g));
  });
  return referent ? { referent, form: 'event', by: 'same-event' } : null;
}

/** Whether nothing but a determiner stands before its head. */
const onlyHead = (phrase: Markable): boolean => phrase.last - phrase.first <= 2;

/** "the minister" after "Foreign Minister Jo Doe" or "Jo Doe, a minister,". */
function roleOf(phrase: Markable, recent: readonly Referent[], lexis: Lexis): NominalTie | null {
  if (!isPersonNoun(phrase.headKey, lexis) || phrase.plural) return null;
  const fits = (r: Referent): boolean =>
    r.human && !r.plural && r.words.has(phrase.headKey) && fitsIn(phrase, r);
  const referent = nearest(phrase, recent, SAME_NOUN_REACH, fits);
  return referent ? { referent, form: 'nominal', by: 'role' } : null;
}

function ofKind(phrase: Markable, recent: readonly Referent[], { coreference }: Lexis): NominalTie | null {
  const kinds = coreference.kinds.get(phrase.headKey);
  if (!kinds || phrase.plural || !onlyHead(phrase)) return null;
  const referent = nearest(phrase, recent, OTHER_NOUN_REACH, (r) => r.names.size > 0 && isOf(r.kind, kinds));
  return referent ? { referent, form: 'nominal', by: 'kind' } : null;
}

const isOf = (kind: MentionKind | null, kinds: ReadonlySet<MentionKind>): boolean =>
  kind !== null && kinds.has(kind);

/** The referent spoken of last, within so many sentences, that fits. */
function nearest(
  phrase: Markable,
  recent: readonly Referent[],
  reach: number,
  fits: (r: Referent) => boolean,
): Referent | null {
  for (let i = recent.length - 1; i >= 0; i--) {
    const r = recent[i]!;
    const last = lastLink(r);
    if (phrase.sentence - last.sentence > reach) break;
    if (last.end <= phrase.start && fits(r)) return r;
  }
  return null;
}
