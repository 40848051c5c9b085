import { z } from 'zod';
import { SPEAKER_KINDS, STATUSES } from '../doc/index.ts';
import { type LexiconSource, table } from './source.ts';

/** What two reports can agree in. */
export const FACETS = [
  'actor',
  'back-reference',
  'count',
  'date',
  'denial',
  'follows',
  'lead',
  'like-act',
  'nearby',
  'news',
  'odd-count',
  'place-near',
  'place-within',
  'published',
  'same-act',
  'same-sentence',
  'same-words',
  'same-toll',
  'same-words-for-target',
  'target',
] as const;
export type Facet = (typeof FACETS)[number];

/** Facets that only reports of one article can agree in. */
const INSIDE_ONLY: ReadonlySet<Facet> = new Set([
  'back-reference',
  'denial',
  'follows',
  'nearby',
  'same-sentence',
]);

/** Why two voices count as one. */
export const VOICE_JOINS = [
  'same-actor',
  'copy',
  'same-outlet',
  'same-words',
  'same-chain',
  'same-crowd',
  'same-name',
  'comment',
  'sources-given',
  'part-of',
  'same-state',
  'party-line',
] as const;
export type VoiceJoin = (typeof VOICE_JOINS)[number];

const RuleName = z.enum(['strict', 'standard', 'broad']);
export type RuleName = z.infer<typeof RuleName>;
const Sets = z.array(z.array(z.enum(FACETS)).min(1)).min(1);

/** A named rule of grouping. */
export const GroupingRule = z.strictObject({
  name: RuleName,
  version: z.number().int().positive(),
  /** How like the acts must be: equal, of one family, or of kindred families. */
  acts: z.enum(['same', 'family', 'kin']),
  /** Farthest that two places of one incident lie apart, in kilometres, when both are exact. */
  km: z.number().nonnegative(),
  /** Days that may lie between two date intervals of one incident. */
  days: z.number().int().nonnegative(),
  across: Sets,
  inside: Sets,
});
export type GroupingRule = z.infer<typeof GroupingRule>;

/** `data/shared/corroborate/corroborate-rules.yaml`. */
export const CorroborateRules = z
  .object({
    default: RuleName,
    kin: z.array(z.array(z.string()).min(2)).min(1),
    'words-only': z.strictObject({ family: z.string(), except: z.array(z.string()) }),
    rules: z.array(GroupingRule).length(3),
    /** Acts that tell what came of a thing, or how it looked, and leave open what it was. */
    'open-acts': z.array(z.string()).min(1),
    'back-references': z.array(z.string()).min(1),
    unnamed: z.array(z.string()).min(1),
    /** Consonants of a script in Latin letters, so that a name is known in both. */
    consonants: z.record(z.string().min(1), z.string()),
    nobody: z.array(z.string()).min(1),
    determiners: z.array(z.string()).min(1),
    'loose-types': z.array(z.string()).min(1),
    voices: z.array(z.strictObject({ name: RuleName, joins: z.array(z.enum(VOICE_JOINS)).min(1) })).length(3),
    roles: z.partialRecord(z.enum(SPEAKER_KINDS), z.string().min(1)),
    titles: z.record(z.enum([...STATUSES, 'unknown-outlet', 'unknown-source']), z.string().min(1)),
  })
  .refine((f) => f.rules.every((r) => r.across.every((set) => !set.some((f) => INSIDE_ONLY.has(f)))), {
    message: 'reports of two articles share no sentence and are not near each other',
    path: ['rules'],
  });
export type CorroborateRules = z.infer<typeof CorroborateRules>;

/** The rules of grouping and counting. */
export function corroborateRules(source: LexiconSource): CorroborateRules {
  return table<CorroborateRules>(source, 'shared/corroborate/corroborate-rules');
}
