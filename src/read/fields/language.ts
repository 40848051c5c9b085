import { eld } from 'eld/extrasmall';

/** Letters below which a guess is worth little. */
const LETTERS_MIN = 40;
/** Characters looked at: more changes nothing. */
const SAMPLE = 2000;

/** The language of a text as a BCP 47 primary subtag, or null when it cannot be told. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < LETTERS_MIN) return null;
  const found = eld.detect(sample);
  return found.language && found.isReliable() ? found.language : null;
}
