import { type Page, settle } from '../page.ts';

/** Longest line that a cue alone makes chrome: an appeal with its addresses; longer lines are running text. */
const APPEAL_MAX = 400;
const LABEL_MAX = 60;

/** Appeals for money and labels of the page itself, by their words. */
export function chromeLines(page: Page): void {
  for (const [i, { text, f }] of page.lines.entries()) {
    if (
      f.cues.has('appeal') &&
      text.length <= APPEAL_MAX &&
      !f.reporting &&
      (!f.closed || addressed(page, text))
    )
      settle(page, i, 'chrome', 'an appeal for support');
    if (f.cues.has('chrome') && text.length <= LABEL_MAX) settle(page, i, 'chrome', 'a label of the page');
  }
}

/** An appeal speaks to its reader or gives an address to pay to. */
function addressed(page: Page, text: string): boolean {
  const { groups } = page.words;
  const tokens =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? [];
  return /https?:|@/.test(text) || tokens.some((t) => groups['second-person'].has(t) || t === 'please');
}
