import type { Read } from '../lines/features.ts';
import { type Body, type Evidence, WEAK } from '../page.ts';

/** Lines looked at below a deck for its words, and above it. */
const AHEAD = 4;
const BEHIND = 6;
/** Furniture lines that may stand between deck and lead. */
const FURNITURE_MAX = 3;
/** Share of a line's weight that the open article's first lines hold, from which it counts as telling them again. */
const RETOLD = 0.4;

/** A caption by its words, or a noun phrase that stands where captions stand. */
export function isCaption({ f }: Read): boolean {
  return f.cues.has('caption-start') || f.cues.has('caption-end') || f.cues.has('caption-any');
}
const isFurniture = (line: Read) => isCaption(line) || isByline(line) || line.f.cues.has('bio');
export const isByline = ({ f, text }: Read) =>
  f.cues.has('byline') && text.length <= 80 && (!f.closed || f.words <= 4) && /^\P{Ll}/u.test(text);

/**
 * A deck over a caption, a byline or the writer's line, and a paragraph beneath: the way many outlets open. The deck
 * speaks of what follows rather than of what went before, or tells the open article's lead again.
 */
export function deckOverFurniture(body: Body, start: number, i: number, alone = false): Evidence | null {
  const { lines, cohesion } = body;
  const deck = lines[i]!;
  if (!deck.f.deckLike || isFurniture(deck) || deck.f.continues) return null;
  if (deck.f.headlineLike && !headsAnotherTopic(body, start, i)) return null;
  const phrase = !alone && isPhrase(lines[i + 1]) && subheadsAbove(lines, start, i) < SUBHEADS;
  let lead = phrase ? i + 2 : i + 1;
  while (lead - i <= FURNITURE_MAX && lines[lead] && isFurniture(lines[lead]!)) lead++;
  if (lead === i + 1 || !lines[lead]?.f.paragraph) return null;
  const below = cohesion.repeated(i, i + 1, i + 1 + AHEAD);
  const above = i > start ? cohesion.repeated(i, Math.max(start, i - BEHIND), i) : 0;
  const retold = i - start > AHEAD && cohesion.repeated(i, start, start + 3) >= RETOLD;
  return below > above || retold
    ? { weight: WEAK, why: 'a deck over a caption or byline, then a lead' }
    : null;
}

/** A noun phrase without a cue of its own: it stands where captions stand. */
export const isPhrase = (line: Read | undefined) => line?.f.verbless === true && line.f.cues.size === 0;

/** A title-like line over a caption by its words: a headline, if the text below is another topic than that above. */
function headsAnotherTopic({ lines, cohesion }: Body, start: number, i: number): boolean {
  if (!lines[i + 1] || !isCaption(lines[i + 1]!) || !afterText(lines, start, i)) return false;
  return cohesion.between(i - AHEAD, i, i + 1, i + 1 + AHEAD) < APART;
}

/** From so many title-like lines on, an article is one with subheadlines, and the next is one more, no caption. */
const SUBHEADS = 2;

function subheadsAbove(lines: readonly Read[], start: number, i: number): number {
  let found = 0;
  for (let k = Math.max(start + 1, i - LOOK_BACK); k < i && found < SUBHEADS; k++)
    if (lines[k]!.f.headlineLike) found++;
  return found;
}
/** Lines looked back over for subheadlines. */
const LOOK_BACK = 40;

/** Least distance that a caption keeps from what went before, to open an article without a deck. */
const APART = 0.1;

/** A caption right over a dated lead that shares little with the text above. */
export function captionOverLead({ lines, cohesion }: Body, _start: number, i: number): Evidence | null {
  const lead = lines[i + 1];
  if (!isCaption(lines[i]!) || !lead?.f.paragraph || !lead.f.dated || lead.f.continues) return null;
  if (cohesion.between(i - AHEAD, i, i + 1, i + 1 + AHEAD) >= APART) return null;
  return { weight: 1, why: 'a caption over a dated lead, apart from the text above' };
}

/** Markup sets another first-rank headline below running text. */
export function anotherHeadline({ lines }: Body, start: number, i: number): Evidence | null {
  if (lines[i]!.hint !== 'headline' || lines[i - 1]!.hint === 'headline') return null;
  const near = lines.slice(Math.max(start, i - AHEAD), i);
  return near.some(({ f }) => f.paragraph) ? { weight: 1, why: 'markup sets another headline' } : null;
}

/** A byline or a dateline line with a headline above it. */
export function headlineOverByline({ lines }: Body, start: number, i: number): Evidence | null {
  if (!lines[i]!.f.headlineLike || isByline(lines[i]!) || !afterText(lines, start, i)) return null;
  const below = lines.slice(i + 1, i + 4);
  const at = below.findIndex((l) => isByline(l) || l.hint === 'byline' || l.hint === 'date');
  if (at < 0 || !below.slice(0, at).every((l) => l.f.deckLike || l.f.headlineLike)) return null;
  return { weight: 1, why: 'a headline over a byline' };
}

/** Paragraphs that must stand above a headline for it to end an article. */
const TEXT_ABOVE = 2;

function afterText(lines: readonly Read[], start: number, i: number): boolean {
  return lines.slice(Math.max(start, i - BEHIND), i).filter(({ f }) => f.paragraph).length >= TEXT_ABOVE;
}

/** A headline over a paragraph that opens with a place name and a dash. */
export function headlineOverDateline({ lines }: Body, start: number, i: number): Evidence | null {
  const below = lines[i + 1]?.text ?? '';
  if (!afterText(lines, start, i)) return null;
  if (!lines[i]!.f.headlineLike || below === '' || !lines[i + 1]!.f.paragraph || !hasDateline(below))
    return null;
  return { weight: 1, why: 'a headline over a dateline' };
}
/** "HARBOURTON, March 3 —", "Harbourton (Agency) -": a place in capitals, or with a day or an agency, and a dash. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}’'. -]{2,30},?(?: \p{L}+\.? \d{1,2})?|(?:\p{Lu}[\p{L}’'-]{1,30}[ ,]+){1,3} \p{L}+\.? \d{1,2}(?:, \d{4})?|(?:\p{Lu}[\p{L}’'-]{1,30}[ ,]+){1,3}\([^)]{2,40}\))\s*[—–-]+\s+\p{Lu}/u;
/** A dateline is short: nothing beyond is looked at. */
const DATELINE_MAX = 120;

/** Whether a paragraph opens with a dateline. */
export const hasDateline = (text: string) => DATELINE.test(text.slice(0, DATELINE_MAX));
