import type { Hint, Line } from '../lines/line.ts';
import type { Role } from '../words.ts';
import type { Laid } from './blocks.ts';
import type { Element, Tree } from './tree.ts';

/** Length and link density of a block of running text (Kohlschütter, Fankhauser & Nejdl, WSDM 2010, put links at 1/3). */
const GOOD_LENGTH = 60;
const GOOD_PARAGRAPH = 30;
const GOOD_LINKS = 0.34;
/** A link of this many characters leads to a story; a shorter one is a label. */
const TEASER_LENGTH = 25;
/** Share of the page's running text in an element that a class name calls chrome, from which the name is not believed. */
const TOO_MUCH = 0.4;
/** Running text that must remain besides comments, for a class name to be believed that calls the rest comments. */
const REMAINS = 120;
/** Share of its parent's running text that an element must hold to be the main text rather than a part of it. */
const DOMINANT = 0.75;
/** Longest byline or date. */
const LABEL_MAX = 160;
/** Running text that an article element must hold to be an article of its own rather than a teaser. */
const ARTICLE_MIN = 200;

const ASIDE: ReadonlySet<Role> = new Set<Role>(['hidden', 'chrome', 'teaser', 'comment']);

/** Gives each block of a page its hint: what markup, text density and link density say it is. */
export function hintedLines(tree: Tree, laid: readonly Laid[]): Line[] {
  distrust(tree.elements, laid);
  const roles = inheritedRoles(tree.elements);
  const good = laid.filter((b) => isGood(b, tree.elements) && !ASIDE.has(roles[b.element]!));
  const root = mainElement(tree.elements, good);
  const inRoot = descendants(tree.elements, root);
  const articles = articleElements(tree.elements, good, roles);
  const inside = good.filter((b) => inRoot[b.element] === 1);
  const reach: Reach = {
    first: inside[0]?.start ?? Number.POSITIVE_INFINITY,
    last: inside.at(-1)?.start ?? -1,
    any: good.length > 0,
  };
  const headline = headlineBlock(tree, laid, roles, reach.first);
  return laid.map((block, i) => {
    const place = { role: roles[block.element] ?? null, inRoot: inRoot[block.element] === 1, reach };
    const hint = i === headline ? 'headline' : hintOf(block, tree.elements[block.element]!, place);
    return {
      start: block.start,
      end: block.end,
      text: block.text,
      hint,
      element: articles.get(block.element) ?? null,
    };
  });
}

interface Reach {
  /** Start of the first and of the last block of running text in the main element. */
  readonly first: number;
  readonly last: number;
  readonly any: boolean;
}

function hintOf(
  block: Laid,
  { tag }: Element,
  { role, inRoot, reach }: { role: Role | null; inRoot: boolean; reach: Reach },
): Hint {
  if (role === 'comment' || role === 'chrome' || role === 'teaser') return role;
  const near = inRoot || (block.start >= reach.first && block.start <= reach.last);
  const heading = /^h[1-6]$/.test(tag);
  if (!reach.any) return block.linkDensity > GOOD_LINKS ? listed(block) : 'content';
  if (role === 'caption' && near) return 'caption';
  if (role === 'byline' || role === 'date' || role === 'deck')
    if (block.text.length <= LABEL_MAX || role === 'deck')
      return near || block.start < reach.first ? role : 'chrome';
  if (!near) return listed(block);
  if (block.linkDensity > 0.5 && block.text.length < 200) return listed(block);
  if (heading && block.start > reach.last) return 'chrome';
  if (heading) return tag === 'h1' ? 'headline' : 'subheadline';
  const outer = block.start < reach.first || block.start > reach.last;
  return outer && block.text.length < GOOD_PARAGRAPH ? 'chrome' : 'content';
}

const listed = (block: Laid): Hint =>
  block.linkDensity > 0.5 && block.text.length >= TEASER_LENGTH ? 'teaser' : 'chrome';

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

/** Longest title compared with headings. */
const TITLE_MAX = 500;

/** The first `<h1>` before or at the running text that is not the site's name; else the last heading above the text. */
function headlineBlock(
  tree: Tree,
  laid: readonly Laid[],
  roles: readonly (Role | null)[],
  first: number,
): number {
  const title = (tree.meta.fields.get('og:title') ?? tree.meta.title).slice(0, TITLE_MAX).toLowerCase();
  const site = tree.meta.fields.get('og:site_name')?.toLowerCase();
  const open = (b: Laid) =>
    roles[b.element] !== 'comment' && roles[b.element] !== 'teaser' && b.text.toLowerCase() !== site;
  const tagOf = (b: Laid) => headingOf(tree.elements, b.element);
  const inTitle = laid.findIndex(
    (b) => open(b) && tagOf(b) !== null && b.text.length > 8 && title.includes(b.text.toLowerCase()),
  );
  if (inTitle >= 0) return inTitle;
  const h1 = laid.findLastIndex((b) => open(b) && tagOf(b) === 'h1' && b.start <= first && b.linkDensity < 1);
  if (h1 >= 0) return h1;
  return laid.findLastIndex((b) => open(b) && tagOf(b) === 'h2' && b.start <= first && b.linkDensity < 1);
}

function headingOf(elements: readonly Element[], i: number): string | null {
  const { tag, parent } = elements[i]!;
  if (/^h[1-6]$/.test(tag)) return tag;
  return parent > 0 && /^h[1-6]$/.test(elements[parent]!.tag) ? elements[parent]!.tag : null;
}
