import type { Segment } from '../doc/index.ts';
import { headlinesAbove } from './boundaries/headline-above.ts';
import { findStarts, type Start } from './boundaries/index.ts';
import { chromeLines } from './kinds/chrome.ts';
import { commentsBelowHeader } from './kinds/comment-header.ts';
import { commentThreads } from './kinds/comment-thread.ts';
import { commentsByVoice } from './kinds/comment-voice.ts';
import { kindsInside } from './kinds/inside.ts';
import { meters } from './kinds/meter.ts';
import { repeatedHeadlines } from './kinds/repeated-headline.ts';
import { teaserLists } from './kinds/teaser.ts';
import { transcriptLines } from './kinds/transcript.ts';
import { cohesionOf } from './lines/cohesion.ts';
import { type Read, withFeatures } from './lines/features.ts';
import type { Line } from './lines/line.ts';
import { type Body, type Page, settle, type Verdict } from './page.ts';
import type { PageWords } from './words.ts';

/** One article as the segmenter cuts it: its lines, with what each is. */
export interface Cut {
  readonly id: string;
  readonly lines: readonly Read[];
  readonly verdicts: readonly Verdict[];
}

/** What a page was divided into. */
export interface Segmented {
  readonly segments: readonly Segment[];
  readonly cuts: readonly Cut[];
  readonly lines: readonly Read[];
}

/**
 * Divides a page: which lines are what and why, and which articles there are. `titled`: the page's title is the
 * headline of one article, so that a second needs more to show.
 */
export function segment(text: string, lines: readonly Line[], words: PageWords, titled = false): Segmented {
  const read = withFeatures(lines, words);
  const page: Page = { text, lines: read, words, titled, verdicts: new Array(lines.length) };
  setAside(page);
  const open = read.flatMap((_, i) => (page.verdicts[i] === undefined ? [i] : []));
  const cuts: Cut[] = [];
  const articleOf = new Map<number, string>();
  for (const { own, why } of stretches(page, open)) {
    const cut = cutOf(page, own, `a${cuts.length + 1}`, why);
    cuts.push(cut);
    for (const [k, i] of own.entries()) {
      page.verdicts[i] = cut.verdicts[k];
      articleOf.set(i, cut.id);
    }
  }
  return { segments: cover(page, articleOf), cuts, lines: read };
}

/** The lines of each article among the open ones; what turns out to be no article's is set aside on the way. */
function stretches(page: Page, open: readonly number[]): { own: number[]; why: string }[] {
  const lines = open.map((i) => page.lines[i]!);
  const body: Body = { lines, cohesion: cohesionOf(lines), words: page.words, titled: page.titled };
  const found = findStarts(body);
  if (page.titled) otherElements(page, open, found);
  pageTitle(page, open, found);
  const { starts, orphans } = headlinesAbove(body, found);
  for (const k of orphans) settle(page, open[k]!, 'teaser', 'a headline whose article is not below');
  const own = starts.map(({ line, why }, n) => ({
    own: open.slice(line, starts[n + 1]?.line ?? open.length).filter((i) => page.verdicts[i] === undefined),
    why,
  }));
  return own.filter((stretch) => stretch.own.length > 0);
}

/** Everything that is no article's, surest sign first: a line settled once stays so. */
function setAside(page: Page): void {
  commentThreads(page); // before markup: who wrote a comment, and when, is part of it
  for (const [i, { hint }] of page.lines.entries())
    if (hint === 'chrome' || hint === 'teaser' || hint === 'comment')
      settle(page, i, hint, `markup and text density say ${hint}`);
  meters(page);
  chromeLines(page);
  commentsBelowHeader(page); // before voices: what a widget announces needs no guess
  teaserLists(page);
  repeatedHeadlines(page);
  if (!page.lines.some(({ hint }) => hint !== null)) commentsByVoice(page); // markup knows better
}

/** Share of the text in `<article>` elements that the first holds, if the rest lead elsewhere; in lists and threads it is small. */
const MAIN_SHARE = 0.5;

/** Where one article is the page's, text of other `<article>` elements that opened none leads elsewhere. */
function otherElements(page: Page, open: readonly number[], starts: readonly Start[]): void {
  for (const [n, { line }] of starts.entries()) {
    const own = open.slice(line, starts[n + 1]?.line ?? open.length);
    const inElement = own.filter((i) => page.lines[i]!.element !== null);
    const mine = page.lines[inElement[0] ?? -1]?.element;
    const others = inElement.filter((i) => page.lines[i]!.element !== mine);
    if (lengthOf(page, others) > lengthOf(page, inElement) * (1 - MAIN_SHARE)) continue;
    for (const i of others)
      settle(page, i, 'teaser', 'in another article element, beside the article of the page');
  }
}

const lengthOf = ({ lines }: Page, of: readonly number[]) =>
  of.reduce((sum, i) => sum + lines[i]!.text.length, 0);

/** A first-rank heading right over the second-rank heading of the first of several articles is the page's title. */
function pageTitle(page: Page, open: readonly number[], starts: readonly Start[]): void {
  const hints = [0, 1].map((k) => page.lines[open[k] ?? -1]?.hint);
  const ranked = starts.slice(1).every(({ line }) => page.lines[open[line]!]!.hint === 'subheadline');
  if (starts.length > 1 && ranked && hints[0] === 'headline' && hints[1] === 'subheadline')
    settle(page, open[0]!, 'other', 'the title of a page of several articles');
}

/** The lines `own` as one article; the reason of its first line says why it begins there. */
function cutOf(page: Page, own: readonly number[], id: string, why: string): Cut {
  const lines = own.map((i) => page.lines[i]!);
  const transcript = transcriptLines(lines);
  const verdicts = kindsInside(lines, page.words).map((verdict, k): Verdict => {
    if (transcript.has(k)) return { kind: 'transcript', reason: 'between the words that frame a transcript' };
    return k === 0 ? { ...verdict, reason: `${verdict.reason}; begins an article: ${why}` } : verdict;
  });
  return { id, lines, verdicts };
}

/** Segments over all of the text: each line takes the white space that follows it, neighbours alike are joined. */
function cover({ text, lines, verdicts }: Page, articleOf: ReadonlyMap<number, string>): Segment[] {
  const segments: Segment[] = [];
  for (const [i] of lines.entries()) {
    const { kind, reason } = verdicts[i] ?? { kind: 'other' as const, reason: 'no rule decided' };
    const start = i === 0 ? 0 : lines[i]!.start;
    const end = lines[i + 1]?.start ?? text.length;
    const article = articleOf.get(i) ?? null;
    const last = segments.at(-1);
    if (
      last &&
      last.kind === kind &&
      last.article === article &&
      (last.reason === reason || last.reason.startsWith(`${reason};`))
    )
      segments[segments.length - 1] = { ...last, end };
    else segments.push({ start, end, kind, article, reason });
  }
  if (lines.length === 0 && text.length > 0)
    segments.push({ start: 0, end: text.length, kind: 'other', article: null, reason: 'white space alone' });
  return segments;
}
