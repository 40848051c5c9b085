import { eld } from 'eld/extrasmall';

/** How much of a text is looked at: languages show early. UTF-16 code units. */
const SAMPLE = 4_000;
/** Shorter texts than this tell too little. */
const LEAST_LETTERS = 20;

/** BCP 47 primary subtag of the language a text is written in, or `null` when too short or unclear. (eld, n-grams; its
 * smallest tables tell 98.4 % of English sentences and all Arabic ones apart at a third of the memory.) */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return null;
  const found = eld.detect(sample);
  return found.language === '' ? null : found.language;
}
