import { type Page, settle } from '../page.ts';

/** Longest line of a list of links. */
const TEASER_MAX = 140;

/** A header such as "Related" and the short lines without a full stop beneath it. */
export function teaserLists(page: Page): void {
  let open = false;
  for (const [i, { text, f }] of page.lines.entries()) {
    if (f.cues.has('teaser-header')) open = true;
    else if (open && (text.length > TEASER_MAX || (f.closed && !/[?؟…]$/u.test(text)))) open = false;
    if (open)
      settle(
        page,
        i,
        'teaser',
        f.cues.has('teaser-header') ? 'header of a list of links' : 'in a list of links',
      );
  }
}
