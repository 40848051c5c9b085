import { shareOf } from '../core/figures.ts';
import { scoreArticles, scorePublication } from './articles.ts';
import { scoreClaims } from './claims.ts';
import { scoreContradictions } from './contradictions.ts';
import { scoreEvents } from './events.ts';
import type { GivenRecord, GivenRow, SeedTexts } from './given.ts';
import type { SeedsGold } from './gold.ts';
import { scoreIncidents } from './incidents.ts';
import { scoreLoaded } from './loaded.ts';
import { locate } from './locate.ts';
import { scorePlaces } from './places.ts';
import { scoreQuestions } from './questions.ts';
import { scoreTimes } from './times.ts';

export { eventLabel } from './event-label.ts';
export type { GivenRecord, GivenRow, SeedTexts } from './given.ts';
export { GOLD_FILES, type SeedsGold, seedsGold } from './gold.ts';
export { loadedUser } from './loaded.ts';
export { loadedLeftOut } from './loaded-left-out.ts';
export { eventDatesYearApart } from './year-apart.ts';

export interface SeedsOptions {
  /** Layers the export does not carry, as rows of `sayso annotate`. */
  readonly rows?: readonly GivenRow[];
  /** Whether to list what was missed and what was wrong. */
  readonly misses?: boolean;
}

const MISS_LISTS: readonly string[] = ['missed', 'wrong', 'wrongRoots', 'rootCounts'];

/** Every figure of Sayso's own gold for an export of the seed files. Definitions stand at each part. */
export function scoreSeeds(
  gold: SeedsGold,
  record: GivenRecord,
  texts: SeedTexts,
  options: SeedsOptions = {},
) {
  const system = locate(record, texts, gold, options.rows ?? []);
  const files = Object.entries(gold.segments.files).filter(([, segments]) => segments.length > 0);
  const parts = {
    docsWhoseTextIsNotTheFile: changedDocs(record, texts),
    docs: shareOf(files, ([file]) => system.files.includes(file)),
    articles: scoreArticles(gold, system),
    publication: scorePublication(gold, system),
    claims: scoreClaims(gold, system, texts),
    events: scoreEvents(gold, system),
    times: scoreTimes(gold, system),
    places: scorePlaces(gold, system),
    loaded: scoreLoaded(gold, system),
    incidents: scoreIncidents(gold, system),
    contradictions: scoreContradictions(gold, system),
    questions: scoreQuestions(gold, system),
  };
  return options.misses ? parts : withoutMisses(parts);
}

/** Named docs whose text is not the file's; masked comments alone cause this too. */
function changedDocs(record: GivenRecord, texts: SeedTexts): string[] {
  return (record.docs ?? [])
    .filter(
      ({ name, text }) => name !== undefined && name in texts && text !== undefined && text !== texts[name],
    )
    .map((doc) => doc.name ?? '');
}

function withoutMisses<T extends object>(parts: T): T {
  const bare = (part: unknown) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).filter(([key]) => !MISS_LISTS.includes(key)));
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, bare(part)])) as T;
}
