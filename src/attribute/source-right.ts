import { BIT } from '../lexicon/grammar.ts';
import { clean, MAX_SOURCE } from './source-left.ts';
import { endsAs, is, isCapital, isVerbish, type Range, type View } from './view.ts';

const HARD_STOPS: ReadonlySet<string> = new Set([';', ':', '—', '–', '--', '.', '?', '!']);

/**
 * The source that follows its cue at `from` ("said Jo Doe, head of the bureau", "according to residents"), or `null`.
 * It ends at a stop, a quotation, a verb, a remark on the day, or a comma after which no apposition stands; with `closes`
 * at the first comma, since the content follows it.
 */
export function sourceRight(view: View, from: number, limit: number, closes = false): Range | null {
  let relative = false;
  let i = from;
  for (; i < limit && i - from < MAX_SOURCE; i++) {
    if (view.quote[i]! >= 0 || HARD_STOPS.has(view.key[i]!)) break;
    if (view.key[i] === ',') {
      if (closes ? !is(view, i + 1, BIT.relatives) : !appositionAt(view, i + 1, limit)) break;
      relative = is(view, i + 1, BIT.relatives);
    } else if (is(view, i, BIT.relatives)) relative = true;
    else if (!relative && stops(view, i, from)) break;
  }
  while (i > from && view.key[i - 1] === ',') i--;
  return i > from ? clean(view, { start: from, end: i }) : null;
}

/** Whether the words after a comma go on describing the speaker, rather than opening another clause. */
function appositionAt(view: View, at: number, limit: number): boolean {
  if (at >= limit) return false;
  if (is(view, at, BIT.relatives)) return true;
  if (is(view, at, BIT.pronouns | BIT.coordinators | BIT.subordinators | BIT.adverbs)) return false;
  if (endsAs(view, at, 'gerund') || endsAs(view, at, 'adverb')) return false;
  if (is(view, at, BIT.prepositions)) return false;
  return !clauseBefore(view, at, limit);
}

/** Whether a verb comes before the next comma or stop: then it is a clause. */
function clauseBefore(view: View, at: number, limit: number): boolean {
  for (let i = at; i < limit && i - at < MAX_SOURCE; i++) {
    if (view.key[i] === ',' || HARD_STOPS.has(view.key[i]!) || view.quote[i]! >= 0) return false;
    if (is(view, i, BIT.relatives | BIT.subordinators)) return false;
    if (isVerbish(view, i) || cueEnds(view, i)) return true;
  }
  return false;
}

/** "…, the report read": a cue at the end of the words makes them a clause of its own. */
function cueEnds(view: View, i: number): boolean {
  if (!view.words.cues.verbs.has(view.key[i]!)) return false;
  return view.key[i + 1] === '.' || view.key[i + 1] === ',' || i + 1 >= view.key.length;
}

function stops(view: View, i: number, from: number): boolean {
  if (isVerbish(view, i) || is(view, i, BIT.days)) return true;
  if (is(view, i, BIT.subordinators) && !is(view, i, BIT.prepositions)) return true;
  if (!is(view, i, BIT.adjuncts | BIT.prepositions) || i === from) return false;
  return !joins(view, i);
}

/** "head of the bureau", "clinic in Doma": the preposition belongs to the description. */
function joins(view: View, i: number): boolean {
  if (!is(view, i, BIT.joiners)) return false;
  if (is(view, i + 1, BIT.days)) return false;
  if (view.key[i] === 'of' || view.key[i] === 'for') return true;
  if (view.words.cues.order === 'vso') return view.classes[i + 1] === 0;
  return isCapital(view, i + 1) || (is(view, i + 1, BIT.determiners) && isCapital(view, i + 2));
}
