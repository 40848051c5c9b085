import { z } from 'zod';

/** One cue of page furniture: a line that opens with, ends with, holds or consists of `text` is of kind `cue`. */
const PageCue = z.strictObject({
  cue: z.enum([
    'appeal',
    'bio',
    'byline',
    'caption-any',
    'caption-end',
    'caption-start',
    'chrome',
    'comment-footer',
    'comment-header',
    'correction',
    'end-marker',
    'lead',
    'teaser-header',
    'transcript-end',
    'transcript-start',
  ]),
  match: z.enum(['line', 'start', 'end', 'any']),
  text: z.string().min(1),
  /** A line it must match, and one it must not. */
  yes: z.string().min(1),
  no: z.string().min(1),
});
export type PageCue = z.infer<typeof PageCue>;

/** A word by the group it belongs to; months count from 1, weekdays from 0 = Sunday. */
const PageWord = z.strictObject({
  group: z.enum([
    'connective',
    'date-lead',
    'days-ago',
    'finite',
    'first-person',
    'month',
    'opinion',
    'published',
    'reply-control',
    'reporting',
    'second-person',
    'shared-person',
    'slang',
    'stamp',
    'stop',
    'today',
    'weekday',
    'year-deictic',
    'yesterday',
  ]),
  word: z.string().min(1),
  value: z.int().min(0).max(12).optional(),
});
export type PageWord = z.infer<typeof PageWord>;

/** What an element of a page is by its tag or by a word of one of its attributes; under `meta`, what a `<meta>` field gives. */
const PageSelector = z.strictObject({
  role: z.enum([
    'article',
    'author',
    'byline',
    'caption',
    'chrome',
    'comment',
    'date',
    'deck',
    'hidden',
    'outlet',
    'published',
    'reply',
    'teaser',
  ]),
  where: z.enum(['tag', 'name', 'aria', 'itemprop', 'itemtype', 'rel', 'meta']),
  text: z.string().min(1),
});
export type PageSelector = z.infer<typeof PageSelector>;

export const PageCuesFile = z.object({ entries: z.array(PageCue).min(1) });
export const PageWordsFile = z.object({ entries: z.array(PageWord).min(1) });
export const PageSelectorsFile = z.object({ entries: z.array(PageSelector).min(1) });
