import type { Read } from '../lines/features.ts';
import { withoutQuotations } from '../lines/quotes.ts';
import { type Page, settle } from '../page.ts';
import { fold } from '../words.ts';

/**
 * Comments glued beneath an article without a mark show by their voice: a reader speaks as "I" to "you", in slang, in
 * capitals, with rows of marks, or answers a quotation from above. Weights are log-odds in spirit, set by reading the
 * development pages: one sure sign is about 2, running news prose about −1.
 */
const SIGN = {
  first: 2,
  second: 1.5,
  slang: 2,
  opinion: 0.75,
  marks: 1.5,
  lower: 0.75,
  url: 1,
  loud: 1,
  quotes: 3,
  name: 0.75,
};
const PROSE = { reporting: -1.5, dated: -1, long: -1, caption: -2 };
/** Price of going from article to comments, and back: comments come last, so going back is dear. */
const ENTER = 10;
const LEAVE = 14;
/** Paragraphs of news prose are at least this long. */
const LONG = 160;
/** Shortest quotation that shows a reader quoting the article. */
const QUOTE_MIN = 25;
const LOUD_WORDS = 3;

/** First lines of a text, a third of it at most, that show whose voice it is written in. */
const OPENING = 6;
/** A column speaks as "I" or to "you" from the start: then the voice tells nothing. */
const COLUMN = 2;

/** Finds the comments of a text by the cheapest path through two states (Viterbi), article first. */
export function commentsByVoice(page: Page): void {
  const open = page.lines.map((line, i) => ({ line, i })).filter(({ i }) => page.verdicts[i] === undefined);
  const opening = open
    .slice(0, Math.min(OPENING, Math.ceil(open.length / 3)))
    .filter(({ line }) => personal(line, page));
  if (opening.length >= COLUMN) return;
  const above = new Set<string>();
  let article = 0;
  let comment = Number.POSITIVE_INFINITY;
  /** For each line, whether the cheapest path to either state came from a comment. */
  const came: { toArticle: boolean; toComment: boolean }[] = [];
  for (const { line } of open) {
    const sign = signOf(line, page, above);
    const step = { toArticle: comment + LEAVE < article, toComment: comment <= article + ENTER };
    came.push(step);
    const next = (step.toArticle ? comment + LEAVE : article) + sign;
    comment = (step.toComment ? comment : article + ENTER) - sign;
    article = next;
    for (const shingle of shingles(line.text)) above.add(shingle);
  }
  const inComment: boolean[] = [];
  let state = comment < article;
  for (let k = open.length - 1; k >= 0; k--) {
    inComment[k] = state;
    state = state ? came[k]!.toComment : came[k]!.toArticle;
  }
  settleRuns(page, open, inComment);
}

/** Paragraphs of an article that must stand above comments: no page begins with them. */
const ABOVE_MIN = 3;
/** Ways of speaking, of three, that a run of comments must show. */
const WAYS_MIN = 2;

/** Settles each run of comment lines that has an article above it and speaks as readers do in more than one way. */
function settleRuns(page: Page, open: readonly Placed[], inComment: readonly boolean[]): void {
  let paragraphs = 0;
  for (let from = 0, to = 1; from < open.length; from = to, to++) {
    while (to < open.length && inComment[to] === inComment[from]) to++;
    const run = open.slice(from, to);
    if (!inComment[from]) paragraphs += run.filter(({ line }) => line.f.paragraph).length;
    else if (paragraphs >= ABOVE_MIN && waysOf(run, open.slice(0, from), page) >= WAYS_MIN)
      for (const { i } of run) settle(page, i, 'comment', "in a reader's voice, beneath the article");
  }
}

interface Placed {
  readonly line: Read;
  readonly i: number;
}

/** How many ways of readers a run shows: speaking as "I" or to "you", speaking loosely, answering the text above. */
function waysOf(run: readonly Placed[], above: readonly Placed[], page: Page): number {
  const shingled = new Set(above.flatMap(({ line }) => shingles(line.text)));
  const person = run.some(({ line }) => personal(line, page));
  const loose = run.some(({ line }) => isLoose(line, page));
  const answer = run.some(({ line }) => quotesAbove(line.text, shingled));
  return Number(person) + Number(loose) + Number(answer);
}

/** Slang, rows of marks, smileys or capitals, outside quotations. */
function isLoose({ text }: Read, { words: { groups } }: Page): boolean {
  const own = withoutQuotations(text);
  const tokens = fold(own).match(/[\p{L}][\p{L}']*/gu) ?? [];
  return MARKS.test(own) || isLoud(own) || tokens.some((t) => groups.slang.has(t));
}

const MARKS = /!|\?\?|\.{4,}|…\.|[.…]{2,}\s|[:;]-?[)(]/u;
const isLoud = (own: string) => (own.match(/\b\p{Lu}{4,}\b/gu)?.length ?? 0) >= LOUD_WORDS;

function signOf(line: Read, page: Page, above: ReadonlySet<string>): number {
  const { groups } = page.words;
  const own = withoutQuotations(line.text);
  const tokens = fold(own).match(/[\p{L}][\p{L}']*/gu) ?? [];
  const count = (group: keyof typeof groups) =>
    tokens.reduce((n, t) => n + (groups[group].has(t) ? 1 : 0), 0);
  const cap = (n: number, most: number) => Math.min(n, most);
  let sign = SIGN.first * cap(count('first-person'), 2) + SIGN.second * cap(count('second-person'), 2);
  sign += SIGN.slang * cap(count('slang'), 2) + SIGN.opinion * cap(count('opinion'), 2);
  if (MARKS.test(own)) sign += SIGN.marks;
  if (/^\p{Ll}/u.test(line.text) && line.f.words > 3) sign += SIGN.lower;
  if (/https?:\/\//.test(own)) sign += SIGN.url;
  if (isLoud(own)) sign += SIGN.loud;
  if (line.f.words <= 4 && !line.f.closed) sign += SIGN.name;
  if (quotesAbove(line.text, above)) sign += SIGN.quotes;
  return sign + proseOf(line);
}

/** Speaks as "I" or to "you" outside quotations. */
function personal({ text }: Read, { words: { groups } }: Page): boolean {
  const tokens = fold(withoutQuotations(text)).match(/[\p{L}][\p{L}']*/gu) ?? [];
  return tokens.some((t) => groups['first-person'].has(t) || groups['second-person'].has(t));
}

function proseOf({ text, f }: Read): number {
  let sign = 0;
  if (f.reporting) sign += PROSE.reporting;
  if (f.dated) sign += PROSE.dated;
  if (text.length >= LONG) sign += PROSE.long;
  if ([...f.cues].some((cue) => cue.startsWith('caption'))) sign += PROSE.caption;
  return sign;
}

/** Opens with a quotation of words that stood above. */
function quotesAbove(text: string, above: ReadonlySet<string>): boolean {
  const quoted = /^[‘'“"«]\s*([^’”"»]{0,400})/u.exec(text)?.[1] ?? '';
  return quoted.length >= QUOTE_MIN && shingles(quoted).some((shingle) => above.has(shingle));
}

const SHINGLE = 5;

/** Runs of five words, lower case. */
function shingles(text: string): string[] {
  const tokens = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs: string[] = [];
  for (let i = 0; i + SHINGLE <= tokens.length; i++) runs.push(tokens.slice(i, i + SHINGLE).join(' '));
  return runs;
}
