import type { Mention, Sentence } from '../../doc/index.ts';
import { BIT } from '../../lexicon/grammar.ts';
import type { LanguageWords } from '../../lexicon/language.ts';

const WORD = /[\p{L}\p{N}\p{M}’'-]+/gu;
/** Characters looked at on each side of a name; a word is shorter. */
const REACH = 40;
/** Words that may stand before a subject: nothing else than these, or a mark. */
const OPENERS = BIT.determiners | BIT.complementizers | BIT.coordinators | BIT.subordinators | BIT.relatives;
const AUXILIARIES = BIT.have | BIT.modals | BIT.do;

/**
 * Whether a place name stands as the one who acts, which makes it name a government: subject of an active verb of the
 * lists ("Ankara said", "Moscow has sent"), or agent of a passive ("by Tehran"). English word order only; elsewhere no.
 */
export function isActingSubject(
  text: string,
  mention: Mention,
  sentence: Sentence,
  words: LanguageWords,
): boolean {
  if (words.cues.order !== 'svo') return false;
  const before = text.slice(Math.max(sentence.start, mention.start - REACH), mention.start);
  const after = text.slice(mention.end, Math.min(sentence.end, mention.end + REACH));
  return (opensClause(before, words) && followedByVerb(after, words)) || agentOfPassive(before, words);
}

function opensClause(before: string, words: LanguageWords): boolean {
  if (/(?:^|[^\p{L}\p{N}\s])\s*$/u.test(before)) return true;
  const last = lastWords(before)[0];
  return last !== undefined && (words.grammar.classes(last) & OPENERS) !== 0;
}

function followedByVerb(after: string, words: LanguageWords): boolean {
  const next = /^\s+([\p{L}\p{M}’'-]+)/u.exec(after)?.[1];
  if (next === undefined || next !== next.toLowerCase()) return false;
  const bits = words.grammar.classes(next);
  if ((bits & (AUXILIARIES | BIT.pasts)) !== 0) return true;
  return words.cues.verbs.has(next) || (/ed$/u.test(next) && (bits & BIT['not-verbs']) === 0);
}

function agentOfPassive(before: string, words: LanguageWords): boolean {
  const [by, verb] = lastWords(before);
  if (by !== 'by' || verb === undefined || !/\s$/u.test(before)) return false;
  const bits = words.grammar.classes(verb);
  return (bits & BIT.pasts) !== 0 || (/(?:ed|en)$/u.test(verb) && (bits & BIT['not-verbs']) === 0);
}

/** The last two words, nearest first, in lower case. */
function lastWords(before: string): readonly string[] {
  return (before.match(WORD) ?? [])
    .slice(-2)
    .reverse()
    .map((w) => w.toLowerCase());
}
