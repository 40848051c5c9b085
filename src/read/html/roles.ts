import type { PageWords, Role } from '../words.ts';

/** Says what role an element has by its tag and attributes; `sure` when the tag alone says so. */
export type RoleFinder = (
  tag: string,
  attributes: ReadonlyMap<string, string>,
) => { readonly role: Role | null; readonly sure: boolean };

/** Elements whose class describes the page as a whole, not what it holds. */
const WHOLE = new Set(['html', 'body', 'main', 'head']);

/** Makes the finder from data/shared/read/page-selectors. */
export function roleFinder({ selectors }: PageWords): RoleFinder {
  const named = (tag: string, attributes: ReadonlyMap<string, string>): Role | null => {
    const names = namesOf(attributes);
    const roles = names.map((name) => selectors.get(`name:${name}`)).filter((role) => role !== undefined);
    if (roles.includes('comment') || isComment(attributes)) return 'comment';
    return tag === 'article' ? null : (roles[0] ?? null);
  };
  /** By a part of a name in camel case too, as in "userComment": other roles have no such risk to weigh. */
  const isComment = (attributes: ReadonlyMap<string, string>) =>
    rawNames(attributes)
      .split(CAMEL)
      .some((part) => selectors.get(`name:${part.toLowerCase()}`) === 'comment');
  return (tag, attributes) => {
    if (isHidden(attributes)) return { role: 'hidden', sure: true };
    const byTag = selectors.get(`tag:${tag}`);
    if (byTag === 'hidden') return { role: byTag, sure: true };
    const name = WHOLE.has(tag) ? null : named(tag, attributes);
    if (name === 'comment') return { role: name, sure: false };
    if (byTag) return { role: byTag, sure: true };
    const byUse =
      selectors.get(`aria:${attributes.get('role') ?? ''}`) ??
      selectors.get(`itemprop:${(attributes.get('itemprop') ?? '').toLowerCase()}`) ??
      selectors.get(
        `itemtype:${/[^/]*$/.exec((attributes.get('itemtype') ?? '').toLowerCase())?.[0] ?? ''}`,
      ) ??
      selectors.get(`rel:${attributes.get('rel') ?? ''}`);
    return { role: byUse ?? name, sure: false };
  };
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  return (
    attributes.has('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '')
  );
}

/** Longest class list looked at: longer ones are a style sheet in disguise. */
const NAMES_MAX = 400;

const rawNames = (attributes: ReadonlyMap<string, string>) =>
  `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, NAMES_MAX);

/** Borders of words in a name. */
const CAMEL = /[\s_\d-]+|(?<=\p{Ll})(?=\p{Lu})/u;

/** Class names and id, whole and in their hyphenated parts. */
function namesOf(attributes: ReadonlyMap<string, string>): string[] {
  const whole = rawNames(attributes).toLowerCase().split(/\s+/).filter(Boolean);
  return [...whole, ...whole.flatMap((name) => name.split(/[-_]+|\d+/))];
}
