import type { Candidate } from './candidate.ts';
import type { Sentence } from './sentence.ts';

/** Topic words an article needs before its war words are taken for another thing's. */
const TOPIC_LEAST = 4;
/** Classes of noun that show that force is really meant. */
const REAL: ReadonlySet<string> = new Set(['force', 'weapon', 'captive', 'base']);

/** Whether a text speaks of sport, stage, trade, illness or play more than of forces. */
export function isOtherTopic(sentences: readonly Sentence[]): boolean {
  let topic = 0;
  let force = 0;
  const seen = new Set<string>();
  for (const s of sentences)
    for (const key of s.keys) {
      if (s.patterns.topics.has(key)) {
        topic++;
        seen.add(key);
      } else if (s.patterns.nounClasses.get(key)?.some((c) => REAL.has(c))) force++;
    }
  return seen.size >= 2 && topic >= TOPIC_LEAST && topic > force;
}

/** Whether one sentence uses war words of another thing: a topic word, and neither force nor weapon in it. */
export function isFigurative(s: Sentence): boolean {
  if (!s.keys.some((k) => s.patterns.topics.has(k))) return false;
  return !s.words.some((w, i) => {
    const kind = w.mention >= 0 ? s.mentions[w.mention]!.kind : null;
    if (kind === 'state-military' || kind === 'armed-group' || kind === 'weapon') return true;
    return (
      s.patterns.nounClasses.get(s.keys[i]!)?.some((c) => REAL.has(c)) ||
      (s.patterns.weapons.get(s.keys[i]!)?.length ?? 0) > 0
    );
  });
}

/** Families of acts that a text tells of without an event in mind ("the killing goes on"). */
const LOOSE: ReadonlySet<string> = new Set(['attack', 'combat', 'abuse', 'custody', 'territory']);

/**
 * Whether a mention of violence tells of an event of its own where no tree stands behind it: something is counted, a
 * weapon is named, its sentence says when and the event has a party, or a verb names both sides and a place. Elsewhere the mention may be one of a habit.
 */
export function isAnchored(s: Sentence, c: Candidate, family: string, counted: boolean): boolean {
  if (s.patterns.order !== 'vso' || !LOOSE.has(family)) return true;
  if (counted || c.roles.weapon.length > 0) return true;
  const { actor, target, victim } = c.roles;
  const struck = target.length + victim.length;
  if (actor.length > 0 && struck > 0 && c.pos === 'verb' && s.words.some((w) => isPlace(s, w.mention)))
    return true;
  return s.words.some((w) => w.cls === 'time') && actor.length + struck > 0;
}

const isPlace = (s: Sentence, mention: number): boolean =>
  mention >= 0 && s.mentions[mention]!.kind === 'location';
