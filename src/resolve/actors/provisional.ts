import type { Mention, MentionKind, Resolution } from '../../doc/index.ts';
import { keysOf } from '../../lexicon/dictionary.ts';
import { contentId } from '../../lib/hash.ts';

/** Kinds of bodies; a person is never given an entry, since only public roles have one. */
const BODIES: ReadonlySet<MentionKind> = new Set<MentionKind>([
  'organisation',
  'international',
  'government',
  'agency',
  'state-military',
  'armed-group',
  'media',
]);
/** Shorter words are initials that many bodies share. */
const MIN_LETTERS = 3;

/**
 * The resolutions with a provisional entry for each named body that the register does not know: the same name has the
 * same id in every text, so that a person can merge it into an entry. It stays unknown until then.
 */
export function withProvisional(
  resolutions: readonly Resolution[],
  mentions: readonly Mention[],
): Resolution[] {
  return resolutions.map((resolution, i) => {
    const mention = mentions[i]!;
    const unknown = resolution.chosen === null && mention.candidates.length === 0;
    if (!unknown || !BODIES.has(mention.kind) || !isName(mention.text)) return resolution;
    const key = keysOf(mention.text).join(' ');
    const id = contentId('provisional', key);
    return { ...resolution, provisional: { id, name: mention.text, kind: mention.kind } };
  });
}

/** Written as a name: a capital in scripts that have them, and more than initials. */
function isName(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= MIN_LETTERS && /^(?:\P{L}*(?:\p{Lu}|\p{Lo}))/u.test(text);
}
