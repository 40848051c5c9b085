import type { SegmentKind } from '../../doc/index.ts';
import { hasDateline, isByline, isCaption } from '../boundaries/opening.ts';
import { bylineName } from '../fields/byline.ts';
import type { Read } from '../lines/features.ts';
import type { Hint } from '../lines/line.ts';
import type { Verdict } from '../page.ts';
import type { PageWords } from '../words.ts';

/** Lines of an article's head: headline, deck, byline, caption come before this many lines have passed. */
const HEAD = 6;
const SUBHEAD_MAX = 100;

const BY_HINT: Partial<Record<Hint, SegmentKind>> = {
  headline: 'headline',
  subheadline: 'subheadline',
  deck: 'deck',
  byline: 'byline',
  date: 'dateline',
  caption: 'caption',
};

/** What each line of one article is: headline, deck, byline, caption, subheadline, correction, or running text. */
export function kindsInside(lines: readonly Read[], words: PageWords): Verdict[] {
  const verdicts: Verdict[] = [];
  let leadSeen = false;
  let headlineSeen = false;
  for (const [i, line] of lines.entries()) {
    const dateAlone = line.hint === 'byline' && bylineName(line, words) === null;
    const first = i === 0 && line.hint === 'subheadline';
    const hinted = first ? 'headline' : dateAlone ? 'dateline' : line.hint ? BY_HINT[line.hint] : undefined;
    const verdict: Verdict = hinted
      ? { kind: hinted, reason: `markup says ${line.hint}` }
      : kindOf(line, lines[i - 1], lines[i + 1], { i, leadSeen, headlineSeen });
    verdicts.push(verdict);
    headlineSeen ||= verdict.kind === 'headline';
    leadSeen ||= verdict.kind === 'article';
  }
  return verdicts;
}

interface Place {
  readonly i: number;
  readonly leadSeen: boolean;
  readonly headlineSeen: boolean;
}

function kindOf(line: Read, above: Read | undefined, below: Read | undefined, at: Place): Verdict {
  const { f, text } = line;
  if (isCaption(line) && text.length < 300)
    return { kind: 'caption', reason: 'worded like a caption or its credit' };
  if (f.cues.has('correction')) return { kind: 'correction', reason: 'worded like a correction' };
  if (f.cues.has('end-marker')) return { kind: 'other', reason: 'closes the article in so many words' };
  if (at.i < HEAD && isByline(line)) return { kind: 'byline', reason: 'worded like a byline' };
  if (f.cues.has('bio')) return { kind: 'byline', reason: 'says who the writer is' };
  if (!at.leadSeen && text.length <= DATE_MAX && DATE_ALONE.test(text))
    return { kind: 'dateline', reason: 'a date alone, above the text' };
  if (!at.leadSeen && !at.headlineSeen && f.headlineLike && below)
    return { kind: 'headline', reason: 'a title-like line first' };
  if (!at.leadSeen && isDeck(line, below))
    return { kind: 'deck', reason: 'one sentence over a caption, byline or lead' };
  if (f.verbless && !f.headlineLike && !at.leadSeen && at.i > 0)
    return { kind: 'caption', reason: 'a noun phrase under the deck' };
  if (at.i > 0 && f.verbless && f.headlineLike && !at.leadSeen && below?.f.paragraph)
    return { kind: 'caption', reason: 'a noun phrase between deck and lead' };
  if (f.headlineLike && text.length <= SUBHEAD_MAX && above && below?.f.paragraph)
    return { kind: 'subheadline', reason: 'a title-like line inside the article' };
  return { kind: 'article', reason: hasDateline(text) ? 'running text after a dateline' : 'running text' };
}

/** Longest line that is a date alone. */
const DATE_MAX = 60;
/** A date and nothing else, with a weekday or without, or after "Published". */
const DATE_ALONE =
  /^(?:\p{L}+(?: on)?: ?)?(?:\p{L}+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? \p{L}+,? \d{4}|\p{L}+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d)$/u;

function isDeck({ f }: Read, below: Read | undefined): boolean {
  if (!f.deckLike || !below) return false;
  if (!f.closed && below.f.paragraph) return true;
  return isCaption(below) || isByline(below) || below.f.cues.has('bio') || below.f.verbless;
}
