import type { Mention } from '../doc/index.ts';
import type { ActorRegister } from '../lexicon/index.ts';

/** What a name that sounds like a register entry may have been taken for. */
const MAY_BE_BODIES: ReadonlySet<string> = new Set([
  'other',
  'person',
  'organisation',
  'armed-group',
  'state-military',
]);

/** Gives names in no list the entry that they sound like, with its kind; a person is never a body, nor a body a person. */
export function withSounds(mentions: readonly Mention[], actors: ActorRegister): Mention[] {
  return mentions.map((m) => {
    if (m.candidates.length > 0 || !MAY_BE_BODIES.has(m.kind)) return m;
    const entry = actors.get(actors.soundsLike(m.text) ?? '');
    if (!entry || entry.country) return m;
    if (m.kind !== 'other' && (m.kind === 'person') !== (entry.kind === 'person')) return m;
    return { ...m, kind: entry.kind, candidates: [entry.id], publicRole: m.publicRole || isPublic(entry) };
  });
}

const isPublic = (entry: {
  readonly kind: string;
  readonly roles?: readonly unknown[] | undefined;
}): boolean => entry.kind === 'person' && (entry.roles?.length ?? 0) > 0;
