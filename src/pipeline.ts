import { annotate } from './annotate/index.ts';
import { attribute } from './attribute/index.ts';
import { articleIncidents } from './corroborate/index.ts';
import type { LayerName, Stage } from './doc/index.ts';
import { events } from './events/index.ts';
import type { Lexicon } from './lexicon/index.ts';
import { StopError } from './lib/errors.ts';
import { READ_BY } from './read/index.ts';
import { resolve } from './resolve/index.ts';

/** A document stage of whatever layers. */
export type AnyStage = Stage<LayerName, LayerName>;

/**
 * The ordered list of document stages. `read` comes before them (it makes the Doc), `dedupe` and `corroborate` after
 * them (they see all articles at once).
 */
export function documentStages(lexicon: Lexicon): readonly AnyStage[] {
  return checked([
    annotate(lexicon), // sentences first: everything after points into them
    attribute(lexicon), // before events, so that a report knows whose words it stands in
    events(lexicon), // drafts carry no place or date yet
    resolve(lexicon), // countries before towns, single dates before ranges; last, with all mentions known
    articleIncidents(lexicon), // needs places and times to tell two strikes apart
  ] as readonly AnyStage[]);
}

/** Fails at once when a stage requires a layer that none before it assigns, or assigns one twice. */
export function checked(stages: readonly AnyStage[]): readonly AnyStage[] {
  const assigned = new Map<LayerName, string>();
  for (const stage of stages) {
    for (const layer of stage.requires)
      if (!assigned.has(layer))
        throw new StopError(
          'pipeline',
          `stage ${stage.name} requires "${layer}", which no stage before it assigns`,
        );
    for (const layer of stage.assigns) {
      const by = assigned.get(layer);
      if (by)
        throw new StopError('pipeline', `layer "${layer}" is assigned by ${by} and again by ${stage.name}`);
      assigned.set(layer, stage.name);
    }
  }
  return stages;
}

/** Names and versions of all that reads a page: `read@1`, `annotate@1` … A capture read by others is read again. */
export function currentStages(lexicon: Lexicon): readonly string[] {
  return [READ_BY, ...documentStages(lexicon).map((s) => `${s.name}@${s.version}`)];
}
