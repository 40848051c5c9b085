import type { Line } from '../lines/line.ts';
import type { PageWords, Role } from '../words.ts';
import type { Laid } from './blocks.ts';
import { type Headline, headlineOf } from './headline.ts';
import { hintOf, LABEL_MAX, type Reach } from './hint.ts';
import { GOOD_LENGTH, GOOD_LINKS, GOOD_PARAGRAPH } from './spec.ts';
import type { Element, Tree } from './tree.ts';

/** Share of the page's running text in an element that a class name calls chrome, from which the name is not believed. */
const TOO_MUCH = 0.4;
/** Running text that must remain besides comments, for a class name to be believed that calls the rest comments. */
const REMAINS = GOOD_LENGTH;
/** Share of its parent's running text that an element must hold to be the main text rather than a part of it. */
const DOMINANT = 0.75;
/** Running text that an article element must hold to be an article of its own rather than a teaser. */
const ARTICLE_MIN = 200;

const ASIDE: ReadonlySet<Role> = new Set<Role>(['hidden', 'chrome', 'teaser', 'comment']);

/**
 * Gives each block of a page its hint: what markup, text density and link density say it is; and tells whether the
 * page's title is the headline of one article, so that what else stands there is less likely to be another.
 */
export function hintedLines(
  tree: Tree,
  laid: readonly Laid[],
  words: PageWords,
): { lines: Line[]; titled: boolean } {
  const { elements } = tree;
  trustQuotations(elements);
  distrust(elements, laid);
  const roles = inheritedRoles(elements);
  const good = laid.filter((b) => isGood(b, elements) && !ASIDE.has(roles[b.element]!));
  const root = articleAround(elements, mainElement(elements, good));
  const inRoot = descendants(elements, root);
  const articles = articleElements(elements, good, roles);
  const headline = headlineOf(tree, laid, roles, firstIn(good, inRoot));
  const reach = reachOf(good, inRoot, laid[headline.block], headline);
  const goods = new Set(good);
  const lines = laid.map((block, i) => {
    const place = {
      role: roles[block.element] ?? null,
      inRoot: inRoot[block.element] === 1,
      good: goods.has(block),
      reach,
      words,
    };
    const hint = i === headline.block ? 'headline' : hintOf(block, elements[block.element]!, place);
    const { start, end, text } = block;
    const reply = elements[block.element]!.role === 'reply'; // its own: rows of buttons are chrome
    return { start, end, text, hint, element: articles.get(block.element) ?? null, reply };
  });
  return { lines, titled: headline.titled };
}

const firstIn = (good: readonly Laid[], inRoot: Uint8Array) =>
  good.find((b) => inRoot[b.element] === 1)?.start ?? Number.POSITIVE_INFINITY;

function reachOf(
  good: readonly Laid[],
  inRoot: Uint8Array,
  headline: Laid | undefined,
  { titled, top }: Headline,
): Reach {
  const own = good.filter((b) => inRoot[b.element] === 1);
  const first = own[0]?.start ?? Number.POSITIVE_INFINITY;
  const last = own.at(-1)?.start ?? -1;
  const at = headline?.start ?? first;
  const above = lengthOf(own.filter((b) => b.start < at));
  const below = lengthOf(own) - above;
  const heads = at <= last && (above < below || (top && titled && below >= ARTICLE_MIN));
  const head = heads ? Math.min(at, first) : first;
  return { head, first, last, any: good.length > 0, floor: titled && heads ? at : 0 };
}

const lengthOf = (blocks: readonly Laid[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** The nearest element around the main text that says it is an article's body; else the main text itself. */
function articleAround(elements: readonly Element[], main: number): number {
  for (let at = main; at > 0; at = elements[at]!.parent)
    if (elements[at]!.role === 'article' && elements[at]!.tag !== 'main') return at;
  return main;
}

function isGood(block: Laid, elements: readonly Element[]): boolean {
  const { tag } = elements[block.element]!;
  if (/^h[1-6]$/.test(tag) || block.linkDensity > GOOD_LINKS) return false;
  return block.text.length >= (tag === 'p' ? GOOD_PARAGRAPH : GOOD_LENGTH);
}

/** Takes back roles that class names gave to elements which hold the page's text. */
function distrust(elements: readonly Element[], laid: readonly Laid[]): void {
  const good = laid.filter((b) => isGood(b, elements));
  const sums = subtreeSums(elements, good);
  const total = sums[0]!;
  for (const [i, element] of elements.entries()) {
    if (element.sure && element.tag !== 'form') continue;
    const much = sums[i]! > total * TOO_MUCH;
    if ((element.role === 'chrome' || element.role === 'teaser') && much) element.role = null;
    if (element.role === 'comment' && total - sums[i]! < REMAINS) element.role = null;
    if ((element.role === 'byline' || element.role === 'date') && sums[i]! > 2 * LABEL_MAX)
      element.role = null;
  }
}

/** Levels above a quotation in which a class name may call it furniture, as embedded posts are. */
const EMBED_DEPTH = 2;

/** A quotation set in the text is content, whatever the class of the box it was embedded with. */
function trustQuotations(elements: readonly Element[]): void {
  for (const { tag, parent } of elements) {
    if (tag !== 'blockquote') continue;
    for (let at = parent, up = 0; at > 0 && up < EMBED_DEPTH; at = elements[at]!.parent, up++)
      if (elements[at]!.role === 'chrome' && !elements[at]!.sure) elements[at]!.role = null;
  }
}

function subtreeSums(elements: readonly Element[], good: readonly Laid[]): Float64Array {
  const sums = new Float64Array(elements.length);
  for (const block of good) sums[block.element]! += block.text.length;
  for (let i = elements.length - 1; i > 0; i--) sums[elements[i]!.parent]! += sums[i]!;
  return sums;
}

/** An element's role is its own, unless it stands in something set aside. Comments are comments wherever they stand. */
function inheritedRoles(elements: readonly Element[]): (Role | null)[] {
  const roles: (Role | null)[] = [];
  for (const { role, parent } of elements) {
    const above = parent < 0 ? null : roles[parent]!;
    if (role === 'comment' || (above === null && role !== 'article')) roles.push(role);
    else if (above !== null && ASIDE.has(above)) roles.push(above);
    else roles.push(role === null || role === 'article' ? above : role);
  }
  return roles;
}

/** The smallest element that still holds nearly all running text: from the root downwards while one child dominates. */
function mainElement(elements: readonly Element[], good: readonly Laid[]): number {
  const sums = subtreeSums(elements, good);
  const best = new Int32Array(elements.length).fill(-1);
  const holds = new Set(good.map((b) => b.element));
  for (let i = 1; i < elements.length; i++) {
    const { parent } = elements[i]!;
    if (best[parent]! < 0 || sums[i]! > sums[best[parent]!]!) best[parent] = i;
  }
  let at = 0;
  while (best[at]! >= 0 && sums[best[at]!]! >= sums[at]! * DOMINANT && sums[at]! > 0) {
    if (holds.has(best[at]!)) break; // a paragraph itself: its parent is the text
    at = best[at]!;
  }
  return at;
}

function descendants(elements: readonly Element[], root: number): Uint8Array {
  const inside = new Uint8Array(elements.length);
  inside[root] = 1;
  for (let i = root + 1; i < elements.length; i++) if (inside[elements[i]!.parent] === 1) inside[i] = 1;
  return inside;
}

/** For each element, the outermost `<article>` around it, where at least two of those hold text of their own. */
function articleElements(
  elements: readonly Element[],
  good: readonly Laid[],
  roles: readonly (Role | null)[],
): ReadonlyMap<number, number> {
  const sums = subtreeSums(elements, good);
  const around = new Map<number, number>();
  const found = new Set<number>();
  for (const [i, { tag, parent }] of elements.entries()) {
    const outer = around.get(parent);
    if (outer !== undefined) around.set(i, outer);
    else if (tag === 'article' && !ASIDE.has(roles[i]!) && sums[i]! >= ARTICLE_MIN) {
      around.set(i, i);
      found.add(i);
    }
  }
  return found.size > 1 ? around : new Map();
}
