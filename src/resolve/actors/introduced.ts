import type { Mention } from '../../doc/index.ts';
import { acronymLike } from '../../lexicon/actor-schema.ts';
import { keysOf } from '../../lexicon/dictionary.ts';

/** Names that the document itself ties to a register entry, by their folded words; `null` where it ties two. */
export type Introduced = ReadonlyMap<string, string | null>;

/** Longest gap between a name and the acronym in brackets after it: a space, a bracket, a quotation mark. */
const MAX_GAP = 3;
const OPENS = /^\s*[([][“"'‘]?$/u;
/** Shortest last word that stands for a whole name later ("Observatory", "Kanaani"). */
const MIN_SHORT = 4;

/**
 * What the text introduces: "the Haddar River Guard (HRG)" ties HRG to the guard's entry, and a full name ties its
 * last word for later mention. A form that could stand for two entries is tied to none.
 */
export function introducedForms(
  text: string,
  mentions: readonly Mention[],
  chosen: readonly (string | null)[],
): Introduced {
  const forms = new Map<string, string | null>();
  const tie = (words: string, id: string): void => {
    const key = formKey(words);
    if (key === '') return;
    const before = forms.get(key);
    forms.set(key, before === undefined || before === id ? id : null);
  };
  mentions.forEach((m, i) => {
    const id = chosen[i];
    const next = mentions[i + 1];
    if (id && next && bracketed(text, m, next)) tie(next.text, id);
    const after = chosen[i + 1];
    if (!id && after && next && bracketed(text, m, next)) tie(m.text, after);
    if (id) for (const short of shortForms(m)) tie(short, id);
  });
  return forms;
}

/** A form's words as one key; acronyms keep their capitals. */
export function formKey(words: string): string {
  return acronymLike(words) ? words : keysOf(words).join(' ');
}

function bracketed(text: string, a: Mention, b: Mention): boolean {
  return b.start - a.end <= MAX_GAP && b.start > a.end && OPENS.test(text.slice(a.end, b.start));
}

/** A person's last word; a body's last word only when it is written with a capital. */
function shortForms(m: Mention): readonly string[] {
  const words = m.text.match(/[\p{L}\p{N}\p{M}’'-]+/gu) ?? [];
  const last = words.at(-1) ?? '';
  if (words.length < 2 || last.length < MIN_SHORT) return [];
  return m.kind === 'person' ? [last] : [];
}
