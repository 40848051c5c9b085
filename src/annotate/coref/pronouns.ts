import type { Word } from '../../doc/index.ts';
import type { CoreferenceWords } from '../../lexicon/coreference.ts';
import { wordKey } from '../../lexicon/key.ts';
import type { Markable } from './markables.ts';
import { lastLink, type Referent } from './referents.ts';

/** Sentences back that a pronoun can lead. */
const REACH: Readonly<Record<string, number>> = { male: 3, female: 3, thing: 1, many: 2 };
/** What a candidate loses for each sentence between, and gains for standing as subject, for each earlier link, for parallel role. */
const PER_SENTENCE = 2;
const SUBJECT = 1.5;
const PER_LINK = 0.3;
const MOST_LINKS = 4;
const PARALLEL = 0.7;
/** What a name of a place, which seldom acts, loses. */
const PLACE = 1.5;
/** What several who are no people lose when "they" is read. */
const LIFELESS = 1.5;
/** What a name loses of which nothing shows that it is a person's, when "he" is read. */
const UNKNOWN = 1;
/** A lead smaller than this is a guess: nothing is tied. */
const MARGIN = 0.4;

/** What pronoun resolution needs to know of the text. */
export interface Setting {
  readonly words: readonly Word[];
  readonly lexis: CoreferenceWords;
  /** Whether a markable is the subject of its clause. */
  readonly isSubject: (markable: Markable) => boolean;
  /** Whether words stand between quotation marks. */
  readonly quoted: (markable: Markable) => boolean;
}

/**
 * The referent that a pronoun stands for: of those that agree in number, sex and life, the most salient one (recency and
 * role, after Lappin & Leass 1994). `null` where two are as good as each other, or where it stands for nothing.
 */
export function pronounTie(
  pronoun: Markable,
  recent: readonly Referent[],
  setting: Setting,
): Referent | null {
  const stands = pronoun.pronoun!.stands;
  if (stands === 'speaker' || isEmpty(pronoun, setting)) return null;
  let best: Referent | null = null;
  let most = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (let i = recent.length - 1; i >= 0; i--) {
    const r = recent[i]!;
    if (pronoun.sentence - lastLink(r).sentence > REACH[stands]!) break;
    if (!agrees(stands, r) || binds(pronoun, r, setting)) continue;
    const score = salience(pronoun, r, setting);
    if (score > most) {
      second = most;
      most = score;
      best = r;
    } else if (score > second) second = score;
  }
  return most - second >= MARGIN ? best : null;
}

function agrees(stands: string, r: Referent): boolean {
  if (stands === 'many') return r.plural || r.group;
  if (stands === 'thing') return !r.human && !r.plural;
  return (r.human || isUnknown(r)) && !r.plural && (r.sex === null || r.sex === stands);
}

const isSexed = ({ pronoun }: Markable): boolean =>
  pronoun?.stands === 'male' || pronoun?.stands === 'female';

/** A name of which nothing shows what it names. */
const isUnknown = (r: Referent): boolean => r.names.size > 0 && (r.kind === null || r.kind === 'other');

/** An object cannot stand for the subject of its own clause ("he hit him"), unless reflexive. */
function binds(pronoun: Markable, r: Referent, { words, isSubject }: Setting): boolean {
  const last = lastLink(r);
  if (last.end > pronoun.start) return true;
  if (pronoun.pronoun!.role !== 'object' || last.sentence !== pronoun.sentence || !isSubject(last))
    return false;
  for (let i = last.last; i < pronoun.first; i++) if (divides(words[i]!)) return false;
  return true;
}

const divides = (word: Word): boolean =>
  word.upos === 'SCONJ' || word.upos === 'CCONJ' || word.upos === 'PUNCT' || word.xpos === 'TO';

function salience(pronoun: Markable, r: Referent, { isSubject, quoted }: Setting): number {
  const last = lastLink(r);
  const subject = isSubject(last);
  const role = pronoun.pronoun!.role;
  return (
    -PER_SENTENCE * (pronoun.sentence - last.sentence) +
    (subject ? SUBJECT : 0) +
    (subject === (role === 'subject') ? PARALLEL : 0) +
    PER_LINK * Math.min(MOST_LINKS, r.links.length - 1) -
    (r.kind === 'location' ? PLACE : 0) -
    (isSexed(pronoun) && !r.human ? UNKNOWN : 0) -
    (pronoun.pronoun!.stands === 'many' && !r.human && !r.group ? LIFELESS : 0) -
    (quoted(pronoun) !== quoted(last) ? PARALLEL : 0)
  );
}

/** "it" that stands for nothing: "it is clear that", "it seems". */
function isEmpty(pronoun: Markable, { words, lexis }: Setting): boolean {
  if (pronoun.pronoun!.stands !== 'thing' || pronoun.pronoun!.role !== 'subject') return false;
  const { verbs, be, after } = lexis.empty;
  const LOOK = 5;
  let sawBe = false;
  for (let i = pronoun.last; i < Math.min(words.length, pronoun.last + LOOK); i++) {
    const word = words[i]!;
    if (word.sentence !== pronoun.sentence) break;
    const key = wordKey(word.form);
    if (verbs.has(key) && !sawBe) return true;
    if (sawBe && after.has(key)) return true;
    if (be.has(key)) sawBe = true;
    else if (word.upos !== 'AUX' && word.upos !== 'ADV' && word.upos !== 'PART') break;
  }
  return false;
}
