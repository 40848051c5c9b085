/**
 * Words after which the head noun has passed, in the all-caps English of the set. They belong to the metric: the head
 * finder of the published figures is not public, and this rule stands in for it.
 */
const AFTER_HEAD = new Set(
  (
    'OF IN FROM ON AT WITH FOR BY TO NEAR AGAINST BETWEEN DURING INSIDE OUTSIDE UNDER OVER INTO ABOARD AMONG AROUND ' +
    'BELONGING WHO WHICH THAT WHOSE WHERE WHEN AND OR'
  ).split(' '),
);
const BRACKETS = /\[[^\]]*\]|\([^)]*\)/g;

/** The head noun of a filler: the last word before a preposition, comma or relative; "" when there is no word. */
export function headNoun(filler: string): string {
  const upper = filler.toUpperCase();
  const open = upper.replace(BRACKETS, ' ').trim() || upper.replace(/[[\]()]/g, ' ').trim();
  const first = open.split(/\s*[,;]\s+|\s+--\s+/)[0] ?? '';
  const words = first.split(/\s+/).map(bare).filter(Boolean);
  const stop = words.findIndex((word, i) => i > 0 && AFTER_HEAD.has(word));
  return (stop > 0 ? words.slice(0, stop) : words).at(-1) ?? '';
}

function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
}

/** A filler as the CEAF scores compare it: lower case, no punctuation, no article. */
export function normalFiller(filler: string): string {
  const flat = filler.toLowerCase().replace(/[!-/:-@[-`{-~]/g, '');
  return flat
    .replace(/\b(a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');
}
