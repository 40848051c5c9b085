import { incidentTitle } from '../corroborate/index.ts';
import type { ExportActor, Report, SpeakerKind } from '../doc/index.ts';
import { corroborateRules } from '../lexicon/corroborate-rules.ts';
import type { Lexicon } from '../lexicon/index.ts';

/** What the release gate needs to know of acts, actors and titles. */
export interface ReleaseKnowledge {
  readonly isMovement: (act: string) => boolean;
  readonly title: (reports: readonly Report[]) => string;
  readonly role: (kind: SpeakerKind) => string;
  readonly actor: (id: string) => ExportActor | null;
}

/** The release gate's knowledge, out of the lexicon. */
export function releaseKnowledge(lexicon: Lexicon): ReleaseKnowledge {
  const { roles } = corroborateRules(lexicon.source);
  return {
    isMovement: (act) => lexicon.acts.isMovement(act),
    title: (reports) => incidentTitle(reports, lexicon),
    role: (kind) => roles[kind] ?? roles.unstated ?? '',
    actor: (id) => {
      const name = lexicon.actors.name(id);
      if (name === null) return null;
      return { id, name, kind: lexicon.actors.kind(id) ?? 'other', partyLine: lexicon.actors.partyLine(id) };
    },
  };
}
