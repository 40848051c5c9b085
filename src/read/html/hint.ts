import { findDays } from '../dates/find.ts';
import { cuesOf } from '../lines/cues.ts';
import type { Hint } from '../lines/line.ts';
import type { PageWords, Role } from '../words.ts';
import type { Laid } from './blocks.ts';
import { GOOD_LINKS, GOOD_PARAGRAPH } from './spec.ts';
import type { Element } from './tree.ts';

/** Longest byline or date. */
export const LABEL_MAX = 160;
/** A link of this many characters leads to a story; a shorter one is a label. */
const TEASER_LENGTH = 25;

/** How far the page's article reaches, as starts of blocks. */
export interface Reach {
  /** The headline, or the first running text where there is none above it. */
  readonly head: number;
  /** First and last running text in the main element. */
  readonly first: number;
  readonly last: number;
  /** Whether the page holds running text at all. */
  readonly any: boolean;
  /** What stands above is no article's: the headline, where the page's title repeats it; else 0. */
  readonly floor: number;
}

/** Where a block stands. */
export interface Place {
  readonly role: Role | null;
  readonly inRoot: boolean;
  /** Long and without links: running text. */
  readonly good: boolean;
  readonly reach: Reach;
  readonly words: PageWords;
}

/** What markup, place and density say of one block. */
export function hintOf(block: Laid, element: Element, place: Place): Hint {
  const { role, inRoot, good, reach } = place;
  if (role === 'comment' || role === 'chrome' || role === 'teaser') return role;
  if (/^<[a-z!/]/i.test(block.text)) return 'chrome'; // markup shown as text
  if (!reach.any) return block.linkDensity > GOOD_LINKS ? listed(block) : 'content';
  const within = block.start >= reach.head && block.start <= reach.last;
  const label = labelOf(block, place, within);
  if (label) return label;
  const near = inRoot || (block.start >= reach.first && block.start <= reach.last) || (within && good);
  if (!near || block.start < reach.floor) return listed(block);
  return insideOf(block, element, reach);
}

/** A caption, byline, date or deck: by its class, or between headline and text by its words. */
function labelOf(block: Laid, { role, inRoot, reach, words }: Place, within: boolean): Hint | null {
  const near = inRoot || within;
  const over = block.start < reach.first && block.start >= reach.floor;
  if (role === 'caption' && near) return 'caption';
  if (role === 'deck') return near || over ? role : 'chrome';
  if (block.text.length > LABEL_MAX) return null;
  if (role === 'byline') return near || block.start < reach.first ? role : 'chrome';
  if (role === 'date') return near || over ? role : 'chrome'; // far above stands today's date
  const above = block.start > reach.head && block.start < reach.first && block.linkDensity <= 0.5;
  if (!above) return null;
  if (cuesOf(block.text, words).has('byline')) return 'byline';
  return findDays(block.text, 0, words).length > 0 ? 'date' : null;
}

/** A block of the main text: heading, running text, or one of the labels and links strewn among it. */
function insideOf(block: Laid, { tag }: Element, reach: Reach): Hint {
  if (block.linkDensity > 0.5 && block.text.length < 200) return listed(block);
  if (/^h[1-6]$/.test(tag)) {
    if (block.start > reach.last) return 'chrome';
    return tag === 'h1' ? 'headline' : 'subheadline';
  }
  const outer = block.start < reach.first || block.start > reach.last;
  if (!outer || block.text.length >= GOOD_PARAGRAPH) return 'content';
  return isSentence(block, tag) ? 'content' : 'chrome';
}

/** A short paragraph that closes as sentences do: the last of many articles is one. */
const isSentence = ({ text, linkDensity }: Laid, tag: string) =>
  tag === 'p' && linkDensity === 0 && /[.!?…؟。۔][\s"'”’»)\]]*$/u.test(text);

const listed = (block: Laid): Hint =>
  block.linkDensity > 0.5 && block.text.length >= TEASER_LENGTH ? 'teaser' : 'chrome';
