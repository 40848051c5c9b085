import type { Role } from '../words.ts';
import type { Laid } from './blocks.ts';
import type { Element, Tree } from './tree.ts';

/** The block that is a page's headline (-1: none), and whether the page's title repeats it. */
export interface Headline {
  readonly block: number;
  readonly titled: boolean;
  /** Whether it is of the first rank, which stands above its text; a lower one may stand inside it. */
  readonly top: boolean;
}

/** Longest title compared with headings. */
const TITLE_MAX = 500;
/** A heading shorter than this stands in many titles by chance. */
const HEADING_MIN = 9;
/** Words from which a heading in the title is a headline; shorter ones name a section or the site. */
const HEADLINE_WORDS = 4;

/** The heading that the title repeats; else the last `<h1>`, else the last `<h2>`, that stands above the running text. */
export function headlineOf(
  { elements, meta }: Tree,
  laid: readonly Laid[],
  roles: readonly (Role | null)[],
  first: number,
): Headline {
  const title = plain((meta.fields.get('og:title') ?? meta.title).slice(0, TITLE_MAX));
  const site = plain(meta.fields.get('og:site_name') ?? '');
  const open = (b: Laid) =>
    roles[b.element] !== 'comment' && roles[b.element] !== 'teaser' && plain(b.text) !== site;
  const tagOf = (b: Laid) => headingOf(elements, b.element);
  const named = laid.findIndex(
    (b) => open(b) && b.text.length >= HEADING_MIN && tagOf(b) !== null && title.includes(plain(b.text)),
  );
  if (named >= 0) {
    const block = laid[named]!;
    const titled = block.text.split(/\s+/).length >= HEADLINE_WORDS;
    return { block: named, titled, top: tagOf(block) === 'h1' };
  }
  const above = (tag: string) =>
    laid.findLastIndex((b) => open(b) && tagOf(b) === tag && b.start <= first && b.linkDensity < 1);
  const h1 = above('h1');
  return { block: h1 >= 0 ? h1 : above('h2'), titled: false, top: h1 >= 0 };
}

/** As titles are compared: lower case, straight quotes, single spaces. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

function headingOf(elements: readonly Element[], i: number): string | null {
  const { tag, parent } = elements[i]!;
  if (/^h[1-6]$/.test(tag)) return tag;
  return parent > 0 && /^h[1-6]$/.test(elements[parent]!.tag) ? elements[parent]!.tag : null;
}
