import type { Outside } from '../html/outside.ts';
import type { Read } from '../lines/features.ts';
import { fold, type PageWords } from '../words.ts';

/** Words of an outlet's name at most. */
const NAME_WORDS = 4;

/** The outlet that a page of text names in a label of its own, as in "Support Northgate Post"; null when none does. */
export function outletByAppeal(lines: readonly Read[], words: PageWords): Outside['outlet'] {
  const opening = words.cues
    .filter(({ cue, match }) => cue === 'appeal' && match === 'start')
    .map(({ text }) => text);
  for (const { text, start, f } of lines) {
    if (f.closed || f.words > NAME_WORDS + 1) continue;
    const cue = opening.find((sought) => fold(text).startsWith(`${sought} `));
    if (!cue) continue;
    const name = text.slice(cue.length).trim();
    if (!name.split(/\s+/).every((word) => /^\p{Lu}/u.test(word))) continue;
    const at = start + text.indexOf(name, cue.length);
    return { name, span: { start: at, end: at + name.length } };
  }
  return null;
}
