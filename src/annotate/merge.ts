import type { Mention, Sentence, Span } from '../doc/index.ts';

/** Where a mention came from, the surer first. */
export const ORIGINS = ['register', 'place', 'pattern', 'statistic'] as const;
export type Origin = (typeof ORIGINS)[number];
export interface Found {
  readonly mention: Mention;
  readonly origin: Origin;
}

/**
 * The one rule for overlaps: the longer mention wins; of equal length the register's, then the place's, then the
 * pattern's, then the statistic's. A winner takes the candidates and the role of a mention that it holds at its end
 * ("General Jo Doe" those of "Jo Doe"), and its kind when it has none of its own. A statistical name that touches one of a
 * register or of a place is dropped first: it fills gaps, and says what names are that show nothing but capitals. So is a
 * compound of such a name ("Norland-backed"). No mention
 * crosses a sentence. Sorted by start.
 */
export function mergeMentions(found: readonly Found[], sentences: readonly Sentence[]): Mention[] {
  const inside = withoutOverruled(found.filter((f) => f.mention.end > f.mention.start).sort(byStart));
  const kept: Mention[] = [];
  let group: Found[] = [];
  let end = -1;
  for (const f of withinSentences(inside, sentences)) {
    if (f.mention.start >= end) {
      kept.push(...settle(group));
      group = [];
    }
    group.push(f);
    end = Math.max(end, f.mention.end);
  }
  kept.push(...settle(group));
  return withRoles(kept);
}

const lastWord = (m: Mention): string => m.text.slice(m.text.lastIndexOf(' ') + 1);

/** A person whose last name one with a public role bears in the same text is that one: "General Jo Doe … Doe". */
function withRoles(mentions: readonly Mention[]): Mention[] {
  const known = mentions.filter((m) => m.kind === 'person' && m.publicRole && m.text !== '');
  const lastNames = new Set(known.map(lastWord));
  return mentions.map((m) =>
    m.kind === 'person' && !m.publicRole && m.candidates.length === 0 && lastNames.has(lastWord(m))
      ? { ...m, publicRole: true }
      : m,
  );
}

const isSure = ({ origin }: Found): boolean => origin === 'register' || origin === 'place';

/** Without the statistical names that touch a surer one. Sorted in, sorted out; linear, as both kinds are read once. */
function withoutOverruled(found: readonly Found[]): readonly Found[] {
  const sure = found.filter(isSure).map((f) => f.mention);
  // The furthest end so far tells whether any that starts before reaches in; mentions of one origin may overlap.
  const ends: number[] = [];
  for (const { end } of sure) ends.push(Math.max(end, ends.at(-1) ?? 0));
  let next = 0;
  return found.filter(({ origin, mention }) => {
    while (next < sure.length && sure[next]!.start <= mention.start) next++;
    if (origin === 'pattern') return !isCompoundOf(mention, sure[next - 1]);
    if (origin !== 'statistic') return true;
    const before = next > 0 && ends[next - 1]! > mention.start;
    return !before && (sure[next]?.start ?? Number.POSITIVE_INFINITY) >= mention.end;
  });
}

/** "Norland-backed" holds the register's "Norland", and is no name itself. */
function isCompoundOf(whole: Mention, sure: Mention | undefined): boolean {
  if (sure?.start !== whole.start || whole.kind !== 'other') return false;
  const at = sure.end - whole.start;
  return /^[-‐‑]\p{Ll}/u.test(whole.text.slice(at, at + 2));
}

const byStart = (a: Found, b: Found): number =>
  a.mention.start - b.mention.start || b.mention.end - a.mention.end;
const length = (s: Span): number => s.end - s.start;

function* withinSentences(found: readonly Found[], sentences: readonly Sentence[]): Generator<Found> {
  let s = 0;
  for (const f of found) {
    while (s < sentences.length && sentences[s]!.end <= f.mention.start) s++;
    const sentence = sentences[s];
    if (sentence && f.mention.start >= sentence.start && f.mention.end <= sentence.end) yield f;
  }
}

/** Settles a chain of overlapping mentions: best first, each later one only where it is free. Linear in their length. */
function settle(group: readonly Found[]): Mention[] {
  const origin = group.reduce((low, f) => Math.min(low, f.mention.start), Number.POSITIVE_INFINITY);
  const holders = new Int32Array(group.reduce((high, f) => Math.max(high, f.mention.end - origin), 0));
  const kept: Mention[] = [];
  for (const { mention } of [...group].sort(best)) {
    let at = mention.start - origin;
    while (at < mention.end - origin && holders[at] === 0) at++;
    const holder = (holders[at] ?? 0) - 1;
    if (at < mention.end - origin) kept[holder] = inherit(kept[holder]!, mention);
    else holders.fill(kept.push(mention), mention.start - origin, mention.end - origin);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const best = (a: Found, b: Found): number =>
  length(b.mention) - length(a.mention) || ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin);

function inherit(holder: Mention, part: Mention): Mention {
  if (part.end !== holder.end || part.start < holder.start) return holder;
  if (holder.candidates.length > 0) return { ...holder, publicRole: holder.publicRole || part.publicRole };
  const kind = holder.kind === 'other' ? part.kind : holder.kind;
  const sameKind = kind === part.kind;
  return {
    ...holder,
    kind,
    candidates: sameKind ? part.candidates : [],
    publicRole: holder.publicRole || part.publicRole,
  };
}
