import type { Features } from '../lines/features.ts';
import { type Page, settle } from '../page.ts';

/** Lines of the comment widget that stand together at most this far apart. */
const HEADER_SPAN = 6;

/**
 * Readers' comments below the header of a comment widget: everything from its last header line to the page's end, or to
 * its closing line. What follows is a reader's word even where it quotes the article.
 */
export function commentsBelowHeader(page: Page): void {
  const last = page.lines.length;
  for (let i = 0; i < last; i++) {
    if (!page.lines[i]!.f.cues.has('comment-header') || !opensComments(page, i)) continue;
    for (; i < last && !page.lines[i]!.f.cues.has('comment-footer'); i++) {
      if (page.lines[i]!.f.cues.has('comment-header')) settle(page, i, 'chrome', 'header of the comments');
      else settle(page, i, 'comment', 'follows the comment header');
    }
    for (; i < last && page.lines[i]!.f.cues.has('comment-footer'); i++)
      settle(page, i, 'chrome', 'foot of the comments');
    for (; i < last; i++) settle(page, i, 'chrome', 'below the comments');
  }
}

/** Lines looked back over for the text that is commented on. */
const LOOK_BACK = 40;

/** Fewest words of a sentence that may be all the text above: a label has fewer. */
const SENTENCE_WORDS = 6;

const isProse = (f: Features) => !f.headlineLike && (f.paragraph || (f.closed && f.words >= SENTENCE_WORDS));

/** A lone "Comments" may be a tab at the top of the page: it opens comments only with text above it, or with company. */
function opensComments(page: Page, i: number): boolean {
  const from = Math.max(0, i - LOOK_BACK);
  const marked = page.lines[i]!.hint !== null; // markup may set a bar of links anywhere
  if (marked && /\p{N}/u.test(page.lines[i]!.text)) return false; // or a count, beside the date of the article
  if (!marked && page.lines.slice(i + 1, i + HEADER_SPAN).some(({ f }) => f.cues.has('comment-header')))
    return true;
  return page.lines
    .slice(from, i)
    .some(
      ({ f }, k) =>
        (marked ? f.paragraph && !f.headlineLike : isProse(f)) && page.verdicts[from + k] === undefined,
    );
}
