import type { ExportActor } from '../../../src/doc/export.ts';
import type { Claim, SpeakerRecord } from '../../../src/doc/record.ts';
import { t } from '../strings/index.ts';

export type Names = ReadonlyMap<string, ExportActor>;

export function namesOf(actors: readonly ExportActor[]): Names {
  return new Map(actors.map((a) => [a.id, a]));
}

/** Kinds under which private people speak: outside the article's own text they are a role. */
const PRIVATE_KINDS: ReadonlySet<string> = new Set(['witness', 'medic', 'analyst']);

/** What a speaker is called on the desk: the register's name, a role for a private person, else the text's words. */
export function speakerName(speaker: SpeakerRecord, names: Names): string {
  const known = speaker.actor === null ? undefined : names.get(speaker.actor);
  if (known) return known.name;
  if (speaker.kind === 'unstated') return t.kinds.unstated;
  if (speaker.named && PRIVATE_KINDS.has(speaker.kind)) return t.speaker.role(t.kinds[speaker.kind]);
  return speaker.text || t.kinds[speaker.kind];
}

/** One link of a chain of voices, with the words it rests on. */
export interface Link {
  readonly name: string;
  readonly kind: SpeakerRecord['kind'] | 'outlet';
  readonly speaker: SpeakerRecord | null;
}

/** The chain from the outlet to the root: outlet ← agency ← official. Neighbours of one name are one link. */
export function chainOf(claim: Claim, outlet: string | null, names: Names): readonly Link[] {
  const voices = [...claim.via].reverse().concat(claim.root);
  const links: Link[] = [{ name: outlet ?? t.outletUnknown, kind: 'outlet', speaker: null }];
  for (const speaker of voices) {
    if (speaker.kind === 'narrator') continue;
    const name = speakerName(speaker, names);
    if (links.at(-1)?.name !== name) links.push({ name, kind: speaker.kind, speaker });
  }
  return links;
}
