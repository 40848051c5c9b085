import { z } from 'zod';
import { type AcledType, PLOVER_TYPES, type PloverType } from '../doc/index.ts';
import { StopError } from '../lib/errors.ts';
import { type LexiconSource, table } from './source.ts';

/** Modes of the PLOVER manual v0.8, by type. */
const PLOVER_MODES: Readonly<Partial<Record<PloverType, readonly string[]>>> = {
  CONSULT: ['visit', 'third-party', 'multilateral', 'phone'],
  RETREAT: ['withdraw', 'release', 'disarm', 'ceasefire', 'access', 'resign'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'investigate', 'allege'],
  THREATEN: ['restrict', 'arrest', 'relations', 'expel', 'territory', 'violence'],
  PROTEST: ['demo', 'riot', 'strike', 'hunger', 'boycott', 'obstruct', 'vandalize'],
  SANCTION: ['convict', 'expel', 'withdraw', 'discontinue'],
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  COERCE: 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber'.split(' '),
  ASSAULT:
    'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional'.split(
      ' ',
    ),
};

/** Sub-event types of the ACLED codebook, by event type. */
const ACLED_TYPES: Readonly<Record<string, readonly string[]>> = {
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
};

const Act = z
  .strictObject({
    act: z.string().regex(/^[a-z][a-z-]*$/),
    label: z.string().min(1),
    /** Acts of one family can be told of one thing. */
    family: z.string().min(1),
    plover: z.enum(PLOVER_TYPES).nullable(),
    mode: z.string().nullable(),
    acled: z.string().nullable(),
    sub: z.string().nullable(),
    cameo: z
      .string()
      .regex(/^(0[1-9]|1\d|20)$/)
      .nullable(),
    /** A movement of forces: held back longer (SECURITY.md). */
    movement: z.literal(true).optional(),
    /** Says less than its neighbours do, and takes their kind when they tell of the same thing. */
    generic: z.literal(true).optional(),
    /** What it is when those it is done to are civilians; when state forces do it; when an armed group does. */
    onCivilians: z.string().optional(),
    byState: z.string().optional(),
    byGroup: z.string().optional(),
  })
  .refine((a) => a.mode === null || (a.plover && PLOVER_MODES[a.plover]?.includes(a.mode)), {
    message: 'mode is not one of its PLOVER type',
  })
  .refine((a) => (a.acled === null) === (a.sub === null), {
    message: 'acled and sub stand together or not at all',
  })
  .refine((a) => a.acled === null || ACLED_TYPES[a.acled]?.includes(a.sub ?? ''), {
    message: 'unknown ACLED event or sub-event type',
  });

/** `data/shared/acts.yaml`. */
export const ActsFile = z
  .looseObject({ acts: z.array(Act).min(1) })
  .refine((f) => new Set(f.acts.map((a) => a.act)).size === f.acts.length, {
    message: 'an act stands twice',
  });

/** One of Sayso's own act codes with what other vocabularies call it; `null` where they have nothing that fits. */
export interface ActEntry {
  readonly act: string;
  readonly label: string;
  readonly family: string;
  readonly type: PloverType | null;
  readonly mode: string | null;
  readonly acled: AcledType | null;
  readonly cameo: string | null;
  readonly movement: boolean;
  readonly generic: boolean;
  /** More exact codes by who does it and to whom; `null` when it has none. */
  readonly onCivilians: string | null;
  readonly byState: string | null;
  readonly byGroup: string | null;
}

export interface Acts {
  /** Throws a StopError for a code that `data/shared/acts.yaml` does not hold. */
  get(act: string): ActEntry;
  has(act: string): boolean;
  /** Whether it is a movement of forces, which is held back for longer. */
  isMovement(act: string): boolean;
  /** Neutral English words for it; the code itself when it is unknown. */
  label(act: string): string;
}

/** Makes the table of acts. */
export function loadActs(source: LexiconSource): Acts {
  const file = table<z.infer<typeof ActsFile>>(source, 'shared/acts');
  const entries = new Map(file.acts.map((a) => [a.act, entryOf(a)]));
  return {
    get(act) {
      const entry = entries.get(act);
      if (!entry) throw new StopError('bad-data', `data/shared/acts.yaml has no act "${act}"`);
      return entry;
    },
    has: (act) => entries.has(act),
    isMovement: (act) => entries.get(act)?.movement ?? false,
    label: (act) => entries.get(act)?.label ?? act,
  };
}

function entryOf(a: z.infer<typeof Act>): ActEntry {
  return {
    act: a.act,
    label: a.label,
    family: a.family,
    type: a.plover,
    mode: a.mode,
    acled: a.acled === null ? null : { eventType: a.acled, subEventType: a.sub ?? '' },
    cameo: a.cameo,
    movement: a.movement ?? false,
    generic: a.generic ?? false,
    onCivilians: a.onCivilians ?? null,
    byState: a.byState ?? null,
    byGroup: a.byGroup ?? null,
  };
}
