import type { Read } from '../lines/features.ts';
import { type Page, settle } from '../page.ts';
import { fold, type PageWords } from '../words.ts';

/**
 * Threads of readers' comments by their form, in text and in HTML: a short line that names someone, a line that says
 * when, what was said, and a line of controls ("Reply", "Like", "Report"), again and again beneath an article. A page
 * that begins with such a post is a forum: its posts are its content.
 */
export function commentThreads(page: Page): void {
  const threads = threadsOf(page);
  for (const { start, end } of threads) {
    const counted = page.lines[start - 1];
    if (counted?.f.cues.has('comment-header')) settle(page, start - 1, 'chrome', 'header of the comments');
    for (let i = start; i < end; i++) settle(page, i, 'comment', 'in a thread of names, times and replies');
  }
}

/** Threads as runs of lines `[start, end)`; none where the page is a forum. */
function threadsOf(page: Page): { start: number; end: number }[] {
  const marks = page.lines.map((line, i) => markOf(page, line, i));
  const threads: { start: number; end: number }[] = [];
  let prose = 0;
  let said = 0;
  for (let i = 0; i < page.lines.length; i++) {
    const post = marks[i] === 'head' ? postAt(page, marks, i) : null;
    const own = post?.long === true && post.length > prose; // an article with its byline and its controls
    if (post && !own) {
      if (prose === 0) return [];
      const end = threadEnd(page, marks, post);
      threads.push({ start: i, end });
      said += lengthOf(page.lines.slice(i, end));
      i = end - 1;
    } else if (isSentence(page.lines[i]!)) prose += page.lines[i]!.text.length;
  }
  const marked = page.lines.some(({ hint }) => hint !== null);
  return marked && threads.length > 1 && said > prose * FORUM ? [] : threads;
}

const lengthOf = (lines: readonly Read[]) => lines.reduce((sum, { text }) => sum + text.length, 0);

/** What a line is in a thread: the first of a post's head, controls, or neither. */
type Mark = 'head' | 'control' | null;

/** Longest line that names who wrote, with the time or without. */
const NAME_MAX = 60;
const NAME_WORDS = 5;
/** Most words of a line of controls, counts left out. */
const CONTROLS = 6;
/** Lines a badge or a rank may take between name and time. */
const HEAD_LINES = 2;
/** Longest post, in lines. */
const POST_LINES = 40;
/** Lines of counts and pictures between one post's controls and the next head. */
const BETWEEN = 3;
/** Running text of an article rather than a comment: in characters. */
const LONG_POST = 1200;
/** Fewest words of a sentence of running text. */
const SENTENCE_WORDS = 6;

/**
 * Text of posts by other text, from which a marked-up page of several threads is a forum: signatures and ranks break up
 * its one thread, and its first post is the other text. A comment widget is unbroken.
 */
const FORUM = 2;

/** A sentence of running text; in HTML, not of the furniture. */
const isSentence = ({ f, hint }: Read) =>
  f.closed && f.words >= SENTENCE_WORDS && (hint === null || hint === 'content');

function markOf(page: Page, line: Read, i: number): Mark {
  if (line.text.length > NAME_MAX || line.f.cues.has('comment-header')) return null;
  if (/^\p{Pd}/u.test(line.text)) return null; // the signature of a post quoted in the article
  if (isControl(line, page.words)) return 'control';
  const { named, stamped } = headOf(line.text, page.words);
  if (named && stamped) return 'head';
  if (named && isSpeaker(line.text, page.words)) return 'head';
  if (!named || line.f.closed) return null;
  const below = page.lines.slice(i + 1, i + 1 + HEAD_LINES);
  return below.some(({ text }) => isStamp(text, page.words)) ? 'head' : null;
}

const tokensOf = (text: string) => fold(text).match(/\p{L}+(?:['.]\p{L}+)*|\p{N}+/gu) ?? [];
const isNumber = (token: string) => /^\p{N}/u.test(token);

/** Nothing but controls and counts: "Reply", "Like 3 Reply Report". */
function isControl({ text, reply }: Read, { groups }: PageWords): boolean {
  const words = tokensOf(text).filter((token) => !isNumber(token));
  if (words.length === 0 || words.length > CONTROLS) return false;
  return reply === true || words.every((w) => groups['reply-control'].has(w));
}

/** "Almar says:" */
function isSpeaker(text: string, { groups }: PageWords): boolean {
  return /:$/u.test(text) && groups.reporting.has(tokensOf(text).at(-1) ?? '');
}

/** Nothing but a time: "2 hours ago", "March 4, 2022 at 3:14 pm", "14. 01. 2020, 13:29". */
function isStamp(text: string, words: PageWords): boolean {
  if (text.length > NAME_MAX) return false;
  const { named, stamped } = headOf(text, words);
  return stamped && !named;
}

/** Whether a line ends in a time, and whether a name of a few words stands before it. */
function headOf(text: string, { groups }: PageWords): { named: boolean; stamped: boolean } {
  const tokens = tokensOf(text);
  let from = tokens.length;
  const timely = (t: string) => groups.stamp.has(t) || groups.month.has(t) || groups.weekday.has(t);
  while (from > 0 && (isNumber(tokens[from - 1]!) || timely(tokens[from - 1]!))) from--;
  const time = tokens.slice(from);
  const dated = time.some(timely) || /\d[./:-]\s?\d/.test(text);
  const stamped = time.some(isNumber) && dated;
  const names = stamped ? from : tokens.length;
  return { named: names > 0 && names <= NAME_WORDS && text.length <= NAME_MAX, stamped };
}

interface Post {
  /** Line after its last control. */
  readonly end: number;
  readonly length: number;
  readonly long: boolean;
}

/** The post whose head is line `i`: closed by controls before another head begins; else null. */
function postAt(page: Page, marks: readonly Mark[], i: number): Post | null {
  const last = Math.min(page.lines.length, i + POST_LINES);
  let length = 0;
  for (let k = i + 1; k < last; k++) {
    if (marks[k] === 'control' && length > 0)
      return { end: afterControls(marks, k), length, long: length > LONG_POST };
    if (marks[k] === 'head' && length > 0) return null;
    if (marks[k] === null && !isStamp(page.lines[k]!.text, page.words)) length += page.lines[k]!.text.length;
  }
  return null;
}

function afterControls(marks: readonly Mark[], k: number): number {
  let end = k + 1;
  while (marks[end] === 'control') end++;
  return end;
}

/** Where the thread ends that this post begins: no further head follows its controls closely. */
function threadEnd(page: Page, marks: readonly Mark[], first: Post): number {
  let end = first.end;
  for (;;) {
    const next = marks.slice(end, end + BETWEEN).indexOf('head');
    if (next < 0) return end;
    const post = postAt(page, marks, end + next) ?? unclosed(page, marks, end + next);
    end = post.end;
  }
}

/** A post in a thread without controls of its own runs to the next head, or to the end of the page. */
function unclosed(page: Page, marks: readonly Mark[], i: number): Post {
  const next = marks.indexOf('head', i + 1 + HEAD_LINES);
  return { end: next < 0 ? page.lines.length : next, length: 0, long: false };
}
