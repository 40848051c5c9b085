import { type Chain, type EventDraft, hull, overlaps, type Place, type Span } from '../doc/index.ts';
import type { Link } from './link.ts';
import { isWide } from './link-place.ts';

/** Drafts of one act that the text tells of again: "a drill … during the drill". */
interface Retold {
  readonly drafts: readonly EventDraft[];
  readonly chains: readonly Chain[];
  readonly places: readonly Place[];
}

/** An event told of again has the time, and the place where it has none finer, of the first telling of its chain. */
export function withRetold(links: readonly Link[], { drafts, chains, places }: Retold): Link[] {
  const chainOf = chainsByTrigger(drafts, chains);
  const first = new Map<string, Link>();
  return links.map((link, i) => {
    const chain = chainOf[i]!;
    if (chain < 0) return link;
    const key = `${chain} ${drafts[i]!.act}`;
    const told = first.get(key);
    const place =
      link.place === null || isWide(places[link.place]!) ? (told?.place ?? link.place) : link.place;
    const merged = { place, time: link.time ?? told?.time ?? null };
    first.set(key, merged);
    return merged;
  });
}

/** Index of the chain with an event link on each draft's trigger, or -1. Both are in text order. */
function chainsByTrigger(drafts: readonly EventDraft[], chains: readonly Chain[]): number[] {
  const links = chains
    .flatMap((chain, index) => chain.links.filter((l) => l.form === 'event').map((l) => ({ ...l, index })))
    .sort((a, b) => a.start - b.start);
  return drafts.map((draft) => {
    const trigger: Span = hull(draft.trigger)!;
    let low = 0;
    for (let high = links.length; low < high; ) {
      const mid = (low + high) >> 1;
      if (links[mid]!.end <= trigger.start) low = mid + 1;
      else high = mid;
    }
    const link = links[low];
    return link && overlaps(link, trigger) ? link.index : -1;
  });
}
