import { z } from 'zod';
import { MENTION_KINDS } from '../doc/index.ts';
import { edtfDays } from '../lib/edtf.ts';
import { keysOf } from './dictionary.ts';

const ID = /^(state|gov|mil|group|coalition|org|monitor|agency|media|person)\/[a-z0-9]+(-[a-z0-9]+)*$/;
const ActorId = z.string().regex(ID, 'an id looks like "mil/us-centcom"');
const Day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD')
  .refine(isDay, 'is no day of the calendar');

/** Whether a date of day, month or year precision stands in the calendar. */
function isDay(date: string): boolean {
  const { earliest } = edtfDays(date);
  const day = new Date(`${earliest}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${earliest}T`);
}

/** Something that holds from one day until before another; the days may be known to the month or year only. */
interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether a time can have begun before it ended: half-open, so that it cannot end on the day it begins. */
function beginsFirst({ from, until }: Dated): boolean {
  if (from === undefined || until === undefined) return true;
  return (edtfDays(until).latest ?? '') > (edtfDays(from).earliest ?? '');
}

const ENDS_FIRST = {
  message: 'ends before it begins: "until" is the first day on which it no longer holds',
  path: ['until'],
};

/** A name of a body: plain, or with who uses it and whether another body bears it too. */
export const Alias = z.union([
  z.string().min(2),
  z.strictObject({
    text: z.string().min(2),
    /** `self`: what the body calls itself; `others`: what only others call it. Absent: both. */
    by: z.enum(['self', 'others']).optional(),
    /** Another entry bears this name too; both say so. */
    ambiguous: z.literal(true).optional(),
  }),
]);
export type Alias = z.infer<typeof Alias>;

/** A public role; `from` is its first day, `until` the first day it no longer holds. Absent: unknown or open. */
const Role = z
  .strictObject({
    role: z.string().min(1),
    of: ActorId.optional(),
    from: Day.optional(),
    until: Day.optional(),
  })
  .refine(beginsFirst, ENDS_FIRST);

/** One body, state or public figure. Names say nothing of who is right. */
export const ActorEntry = z
  .strictObject({
    id: ActorId,
    name: z.string().min(2),
    kind: z.enum(MENTION_KINDS),
    en: z.array(Alias).optional(),
    ar: z.array(Alias).optional(),
    parent: ActorId.optional(),
    /** The body whose word this one's word is: a spokesperson's or an office's. */
    speaksFor: ActorId.optional(),
    /** The belligerent whose line it carries, and who says so. */
    partyLine: z.strictObject({ party: ActorId, source: z.string().min(1) }).optional(),
    roles: z.array(Role).optional(),
    from: Day.optional(),
    until: Day.optional(),
    /** States: ISO 3166-1 alpha-2, adjectives ("Syrian", "السوري"), seats of government named for it ("Damascus"). */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    adjectives: z.array(z.string().min(2)).optional(),
    adjectivesAr: z.array(z.string().min(2)).optional(),
    seats: z.array(z.string().min(2)).optional(),
    seatsAr: z.array(z.string().min(2)).optional(),
    /** Texts in which the entry must be found, and texts in which it must not be: the tests run them. */
    examples: z.array(z.string().min(2)).optional(),
    not: z.array(z.string().min(2)).optional(),
    /** Where the entry's facts come from. */
    source: z.string().min(1),
  })
  .refine(beginsFirst, ENDS_FIRST);
export type ActorEntry = z.infer<typeof ActorEntry>;

/** `data/shared/actors/*.yaml`: sorted by id, ids once, no name borne by two entries unless both say so. */
export const ActorFile = z.object({ entries: z.array(ActorEntry).min(1) }).superRefine(({ entries }, ctx) => {
  const owners = new Map<string, string>();
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    const say = (message: string): void =>
      void ctx.addIssue({ code: 'custom', path: ['entries', i], message });
    if (before && before.id >= entry.id) say(`${entry.id} does not come after ${before.id}`);
    for (const clash of clashes(entry, owners)) say(clash);
  });
});

/** Names of an entry that another entry bears, in words; adds the entry's own names to `owners`. */
export function clashes(entry: ActorEntry, owners: Map<string, string>): readonly string[] {
  const found: string[] = [];
  for (const alias of namesOf(entry)) {
    if (alias.ambiguous) continue;
    const key = `${acronymLike(alias.text) ? 'A' : 'a'} ${keysOf(alias.text).join(' ')}`;
    const owner = owners.get(key);
    if (owner && owner !== entry.id)
      found.push(`"${alias.text}" of ${entry.id} also names ${owner}: mark both "ambiguous: true"`);
    owners.set(key, entry.id);
  }
  return found;
}

/** A name with what is known of it. */
export interface NameForm {
  readonly text: string;
  readonly by: 'self' | 'others' | null;
  readonly ambiguous: boolean;
}

/** Every name of an entry, its canonical name first. */
export function namesOf(entry: ActorEntry): readonly NameForm[] {
  const forms = [...(entry.en ?? []), ...(entry.ar ?? [])].map((a) =>
    typeof a === 'string'
      ? { text: a, by: null, ambiguous: false }
      : { text: a.text, by: a.by ?? null, ambiguous: a.ambiguous ?? false },
  );
  if (forms.some((f) => f.text === entry.name)) return forms;
  return [{ text: entry.name, by: null, ambiguous: false }, ...forms];
}

/** Longest word that is taken for an acronym. */
const LONGEST_ACRONYM = 6;

/** Whether a name holds an acronym ("SDF", "MaT", "CJTF-OIR"), which counts only in just these capitals. */
export function acronymLike(name: string): boolean {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some(
    (w) => w.length <= LONGEST_ACRONYM && (w.match(/\p{Lu}/gu) ?? []).length >= Math.min(2, w.length),
  );
}

const Template = z.string().regex(/\{(adj|name|adjf)\}/, 'a head holds {adj}, {adjf} or {name}');

/** `data/shared/actors/actor-heads.yaml`: how names of a state's bodies are made, and particles that names carry. */
export const ActorHeads = z.object({
  /** Spellings of the Arabic article in Latin letters, made one with the first. */
  articles: z.array(z.string()).min(1),
  /** Arabic particles written onto a word, by slot, in the order they are taken off. */
  clitics: z.array(z.array(z.string()).min(1)).min(1),
  heads: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        kind: z.enum(MENTION_KINDS),
        /** The first of these that the register has is meant; `{cc}` is the state's own part of its id. */
        targets: z.array(z.string().includes('{cc}')).min(1),
        en: z.array(Template).optional(),
        ar: z.array(Template).optional(),
        examples: z.array(z.string()).min(1),
        not: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});
export type ActorHeads = z.infer<typeof ActorHeads>;
