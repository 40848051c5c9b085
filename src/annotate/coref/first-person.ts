import type { Word } from '../../doc/index.ts';
import type { Markable } from './markables.ts';
import type { Setting } from './pronouns.ts';
import type { Referent } from './referents.ts';

/** Words between a speaker and the verb of speech: "said Colonel Jo Doe", "Doe, of the council, said" is farther. */
const NEAR = 2;

/**
 * "I", "my" and "me" between quotation marks stand for the person who, in the sentence itself or else in the one before or
 * after it, is subject of a verb of speech outside the marks. Gives the referent of each; others are left alone.
 */
export function firstPersons(
  markables: readonly Markable[],
  of: ReadonlyMap<Markable, Referent>,
  setting: Setting,
  isSpeech: (word: Word) => boolean,
): ReadonlyMap<Markable, Referent> {
  const found = new Map<Markable, Referent>();
  const speakers = speakersBySentence(markables, of, setting, isSpeech);
  for (const markable of markables) {
    if (markable.pronoun?.stands !== 'speaker' || !setting.quoted(markable)) continue;
    const { sentence } = markable;
    const referent = speakers.get(sentence) ?? speakers.get(sentence - 1) ?? speakers.get(sentence + 1);
    if (referent) found.set(markable, referent);
  }
  return found;
}

function speakersBySentence(
  markables: readonly Markable[],
  of: ReadonlyMap<Markable, Referent>,
  setting: Setting,
  isSpeech: (word: Word) => boolean,
): ReadonlyMap<number, Referent> {
  const speakers = new Map<number, Referent>();
  for (const markable of markables) {
    const referent = of.get(markable);
    if (!referent?.human || referent.plural || setting.quoted(markable)) continue;
    if (speaks(markable, setting, isSpeech)) speakers.set(markable.sentence, referent);
  }
  return speakers;
}

/** Whether a verb of speech stands right after it, an adverb aside, or right before it. */
function speaks(
  { first, last, sentence }: Markable,
  { words }: Setting,
  isSpeech: (word: Word) => boolean,
): boolean {
  const before = words[first - 1];
  if (before && before.sentence === sentence && isSpeech(before)) return true;
  for (let i = last; i < last + NEAR; i++) {
    const word = words[i];
    if (!word || word.sentence !== sentence || word.upos === 'PUNCT') return false;
    if (isSpeech(word)) return true;
  }
  return false;
}
