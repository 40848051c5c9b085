import type { Candidate } from './candidate.ts';
import type { Standing } from './rank/features.ts';
import { treeReadings } from './tree/verb-readings.ts';
import type { Site } from './verb-frames.ts';
import type { Range, View } from './view.ts';

/** One way to read a cue, with what stands behind its parts. */
export interface Reading {
  readonly candidate: Candidate;
  readonly standing: Standing;
}

/** Readings of one cue looked at; bounds the work of a cue in a sentence of nothing but commas. */
const MAX_READINGS = 24;

/**
 * All readings of a cue verb: by the words, by the tree, the source of the one with the content of the other, and each with
 * its content cut at its first comma. The first is that of the rules over the words, where they give one.
 */
export function readingsOf(view: View, site: Site, surface: Candidate | null): Reading[] {
  const trees = treeReadings(view, site);
  const all = [...(surface ? [surface] : []), ...trees, ...crossed(surface, trees)];
  const cut = all.flatMap((c) => cutAtComma(view, c) ?? []);
  return standings([...all, ...cut], surface, trees).slice(0, MAX_READINGS);
}

/** A cue that is no verb has one reading. */
export const onlyReading = (candidate: Candidate): Reading => ({
  candidate,
  standing: { surfaceSource: true, surfaceContent: true, treeSource: false, treeContent: false },
});

function crossed(surface: Candidate | null, trees: readonly Candidate[]): Candidate[] {
  if (!surface) return [];
  return trees.flatMap((t) => [
    { ...t, source: surface.source, antecedent: surface.antecedent, by: `${t.by}-source` },
    { ...surface, source: t.source, antecedent: t.antecedent, by: `${surface.by}-tree` },
  ]);
}

/** Words of a content in which a comma is looked for. */
const MOST_WORDS = 60;

/** The reading with its last piece cut before its first comma outside quotations. */
function cutAtComma(view: View, c: Candidate): Candidate | null {
  const last = c.content.at(-1);
  if (!last || last.start < c.cue.end) return null;
  for (let i = last.start + 2; i < last.end && i - last.start < MOST_WORDS; i++)
    if (view.key[i] === ',' && view.quote[i]! < 0)
      return { ...c, content: [...c.content.slice(0, -1), { start: last.start, end: i }], by: `${c.by}-cut` };
  return null;
}

const rangeKey = (r: Range | null): string => (r ? `${r.start}-${r.end}` : '');
const contentKey = (c: Candidate): string => c.content.map(rangeKey).join();

/** Each different reading once, with who stands behind its source and its content. */
function standings(
  all: readonly Candidate[],
  surface: Candidate | null,
  trees: readonly Candidate[],
): Reading[] {
  const treeSources = new Set(trees.map((t) => rangeKey(t.source)));
  const treeContents = new Set(trees.map(contentKey));
  const seen = new Set<string>();
  return all.flatMap((candidate) => {
    const [source, content] = [rangeKey(candidate.source), contentKey(candidate)];
    const key = `${source}/${content}/${rangeKey(candidate.cue)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const standing = {
      surfaceSource: surface !== null && rangeKey(surface.source) === source,
      surfaceContent: surface !== null && contentKey(surface) === content,
      treeSource: treeSources.has(source),
      treeContent: treeContents.has(content),
    };
    return [{ candidate, standing }];
  });
}
