import type { WordRules } from '../../lexicon/word-rules.ts';

/** Addresses, tags of people and topics, and anything else that holds marks of an address: never parted. */
const ADDRESS = /^@|^#\D|^https?:|^www\.|.@.|[_/]/u;
const HYPHEN = /[-‐‑]/u;
const NUMBER = /^\p{N}[\p{N}.,:٫٬]*/u;
/** Numbers that a hyphen does not part: telephone numbers and dates by number. */
const WHOLE_NUMBER = /^(?:\d-)?(?:\d{3}-){1,2}\d{4}$|^\d{1,2}-\d{1,2}-\d{2,4}$|^\d{4}-\d{2}-\d{2}$/;

/** Where a token is parted into words: ascending offsets inside it, neither 0 nor its length. */
export function cutsOf(form: string, rules: WordRules): number[] {
  if (ADDRESS.test(form)) return [];
  if (form[0] === '#') return [1];
  const parts = rules.contractions.get(form.toLowerCase().replaceAll('’', "'"));
  if (parts) return ends(parts);
  if (HYPHEN.test(form)) return hyphenCuts(form, rules);
  return unitCuts(form, rules);
}

/** Where the parts end, but the last. */
function ends(parts: readonly string[]): number[] {
  let at = 0;
  return parts.slice(0, -1).map((part) => {
    at += part.length;
    return at;
  });
}

/** The parts of a hyphenated word and the hyphens between them; bound first and last parts stay joined. */
function hyphenCuts(form: string, rules: WordRules): number[] {
  const lower = form.toLowerCase();
  if (WHOLE_NUMBER.test(form)) return [];
  const cuts: number[] = [];
  let from = 0;
  for (let i = 1; i < form.length; i++) {
    if (!HYPHEN.test(form[i]!)) continue;
    const rest = i + 1;
    if (joins(lower, from, i, rules)) continue;
    if (from < i) cuts.push(...unitCuts(form.slice(from, i), rules).map((c) => from + c), i);
    if (rest < form.length) cuts.push(rest);
    from = rest;
  }
  if (from > 0) cuts.push(...unitCuts(form.slice(from), rules).map((c) => from + c));
  return cuts;
}

/** "over-the-counter": a short word with more to follow is no part that a prefix binds to. */
const LOOSE = /^\p{Ll}{1,3}[-‐‑]/u;
/** Whether the hyphen at `at` is inside one word, whose part before it began at `from`. */
function joins(lower: string, from: number, at: number, { prefixes, suffixes }: WordRules): boolean {
  const after = lower.slice(at + 1);
  if (after === '') return false;
  return suffixes.has(after) || (from === 0 && prefixes.has(lower.slice(0, at)) && !LOOSE.test(after));
}

/** A number with its unit ("10am", "5.5bn") or a currency with its amount ("USD5"). */
function unitCuts(form: string, rules: WordRules): number[] {
  const lower = form.toLowerCase();
  const number = NUMBER.exec(form)?.[0].length ?? 0;
  if (number > 0) return number < form.length && rules.units.has(lower.slice(number)) ? [number] : [];
  const letters = lower.search(/\p{N}/u);
  return letters > 0 && rules.currencies.has(lower.slice(0, letters)) && NUMBER.exec(form.slice(letters))
    ? [letters]
    : [];
}
