import { type CueKind, fold, type PageWords } from '../words.ts';

/** Lines longer than this are running text, and only their beginning and end are matched against cues. */
const CUE_LINE_MAX = 420;
const EDGE = 120;

/** The furniture cues that a line matches, by data/<lang>/read/page-cues. */
export function cuesOf(text: string, words: PageWords): ReadonlySet<CueKind> {
  const found = new Set<CueKind>();
  const long = text.length > CUE_LINE_MAX;
  const head = fold(unglued(long ? text.slice(0, EDGE) : text));
  const tail = long ? fold(text.slice(-EDGE)) : head;
  if (!long) for (const cue of words.wholeLines.get(uncounted(head)) ?? []) found.add(cue);
  for (const { cue, match, text: sought } of words.cues) {
    if (found.has(cue)) continue;
    if (
      match === 'start'
        ? startsAt(head, sought)
        : match === 'end'
          ? endsAt(tail, sought)
          : !long && head.includes(sought)
    )
      found.add(cue);
  }
  return found;
}

/** "ByIlse Varga": a label of two letters that lost its space to a name set apart by markup. */
const unglued = (text: string) => text.replace(GLUED, '$& ');
export const GLUED = /^\p{Lu}\p{Ll}(?=\p{Lu})/u;

/** A whole line as it is looked up: no mark at its end, its count as "#" ("3 replies", "Comments (2)"). */
const uncounted = (line: string) =>
  line
    .replace(/[:.\s]+$/, '')
    .replace(/\p{N}[\p{N}.,]*/u, '#')
    .replace(/:?\s*[([]?#[)\]]?$/, ' #');

/** A cue ends where its word ends, unless it ends in white space or a mark of its own. */
function startsAt(line: string, sought: string): boolean {
  if (!line.startsWith(sought)) return false;
  return !/\p{L}$/u.test(sought) || !/^\p{L}/u.test(line.slice(sought.length, sought.length + 1));
}

const endsAt = (line: string, sought: string) => line.replace(/[.\s]+$/, '').endsWith(sought);
