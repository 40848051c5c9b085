import type { ArticleInput, Block } from '../../doc/index.ts';
import type { Expression } from './index.ts';

/** Where an expression stands, and what its block shares with the others. */
export interface Scope {
  /** Index of its block, -1 outside all. */
  readonly block: number;
  /** Whether its block goes on from the date at which the blocks before it stood. */
  readonly borrows: boolean;
  /** Whether later blocks may go on from its date. */
  readonly lends: boolean;
  /** Whether it stands in the story. */
  readonly story: boolean;
  /** Whether the narrator tells it there: later words such as "a day earlier" may count from it. */
  readonly tells: boolean;
}

/** Blocks that tell the story; a caption or a correction has a time of its own. */
const STORY = new Set<Block['kind']>(['article', 'transcript', 'post']);

/**
 * Which expressions hand their year on. Within a block, each to the next. From block to block only in a narrative of the
 * past: a text that says "today", "last week" or "on Monday" is told from its own day, and the years it states are
 * background. Never from a caption, nor from words quoted.
 */
export function scopesOf(
  { text, blocks }: ArticleInput,
  expressions: readonly Expression[],
  deictic: boolean,
): Scope[] {
  let b = 0;
  let at = 0;
  let quoted = false;
  return expressions.map(({ timex }) => {
    while (b < blocks.length && blocks[b]!.end <= timex.start) b++;
    const block = blocks[b];
    if (block && at < block.start) {
      at = block.start;
      quoted = false;
    }
    for (; at < timex.start; at++) quoted = quoteAfter(text[at]!, quoted);
    const story = block === undefined || STORY.has(block.kind);
    return {
      block: block ? b : -1,
      borrows: story && !deictic,
      lends: story && !deictic && !quoted,
      story,
      tells: story && !quoted,
    };
  });
}

/** Whether a quotation is open after this character. */
function quoteAfter(c: string, open: boolean): boolean {
  if (c === '“' || c === '«') return true;
  if (c === '”' || c === '»') return false;
  return c === '"' ? !open : open;
}

/** A history of many dates may say "today" once; this many stated years stand against one such word. */
const YEARS_TO_ONE = 2;

/** Whether the text is told from its own day rather than from the dates it states. */
export function isDeictic(expressions: readonly Expression[]): boolean {
  const now = expressions.filter((e) => looksFromNow(e)).length;
  const years = expressions.filter(({ kinds }) => /[YI]/.test(kinds)).length;
  return now > 0 && now * YEARS_TO_ONE >= years;
}

/** "yesterday", "three days ago", "last month", a weekday without its date: counted from the day of writing. */
function looksFromNow({ kinds }: Expression): boolean {
  if (/[MYI]/.test(kinds)) return false;
  return /[dgGW]/.test(kinds) || /^l[nN]?U/.test(kinds);
}
