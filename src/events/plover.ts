import type { PloverType } from '../doc/index.ts';
import type { ActEntry } from '../lexicon/acts.ts';
import type { Told } from './status.ts';

/** Types of co-operation, in words and in deeds; of conflict in deeds. */
const COOPERATION: ReadonlySet<PloverType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
]);
const CONFLICT: ReadonlySet<PloverType> = new Set(['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']);

/**
 * The PLOVER type of an act as it is told: what is promised is AGREE, what is threatened THREATEN, what is refused
 * REJECT, whatever the act itself; an act that PLOVER has no type for keeps none.
 */
export function ploverOf(entry: ActEntry, told: Told): Pick<ActEntry, 'type' | 'mode'> {
  const { type, mode } = entry;
  if (!type) return { type, mode };
  const as = typeAsTold(type, told);
  return as === type ? { type, mode } : { type: as, mode: null };
}

function typeAsTold(type: PloverType, { status, voice }: Told): PloverType {
  if (status === 'threatened' && (CONFLICT.has(type) || COOPERATION.has(type))) return 'THREATEN';
  if (voice === 'refused' && COOPERATION.has(type)) return 'REJECT';
  if (voice === 'promised' && (COOPERATION.has(type) || type === 'MOBILIZE')) return 'AGREE';
  if (voice !== 'coming') return type;
  if (COOPERATION.has(type)) return 'AGREE';
  return CONFLICT.has(type) ? 'THREATEN' : type;
}
