import type { Event, Layers, Mention, Party, Place, Resolution, Stage } from '../doc/index.ts';
import { type Lexicon, languageFor } from '../lexicon/index.ts';
import { resolveActors } from './actors/index.ts';
import { withProvisional } from './actors/provisional.ts';
import { daysOf, withRoles } from './actors/roles.ts';
import { resolveDates } from './dates/index.ts';
import { linkDrafts } from './link.ts';
import { withRetold } from './link-chains.ts';
import { resolvePlaces } from './places/index.ts';

type Needs = 'chains' | 'sentences' | 'tokens' | 'words' | 'mentions' | 'timexes' | 'attributions' | 'drafts';
type Gives = 'actors' | 'places' | 'times' | 'events';

/** The stage that gives names, places and dates an identifier or a value, and each event its own. */
export function resolve(lexicon: Lexicon): Stage<Needs, Gives> {
  return {
    name: 'resolve',
    version: 2,
    requires: ['chains', 'sentences', 'tokens', 'words', 'mentions', 'timexes', 'attributions', 'drafts'],
    assigns: ['actors', 'places', 'times', 'events'],
    run: (input, layers) => {
      const { sentences, tokens, mentions, timexes, attributions, drafts } = layers;
      const actors = resolveActors(input, { mentions, sentences }, lexicon);
      const found = resolvePlaces(input, { sentences, tokens, words: layers.words, mentions }, lexicon);
      const times = resolveDates(input, timexes, lexicon);
      const language = languageFor(input.language, input.text, input.blocks[0]?.start ?? 0);
      const patterns = lexicon.events.get(language) ?? null;
      const { anaphors } = lexicon.places(input.language);
      const linked = linkDrafts(
        { text: input.text, sentences, attributions, drafts, places: found, times, anaphors },
        lexicon.acts,
        patterns,
      );
      const links = withRetold(linked, { drafts, chains: layers.chains, places: found });
      const events = drafts.map((draft, i): Event => ({ ...named(draft, actors, mentions), ...links[i]! }));
      const days = daysOf(events, times, input.published);
      const told = withProvisional(withRoles(actors, days, lexicon.actors), mentions);
      return { actors: told, places: withEventRole(found, events), times, events };
    },
  };
}

/** The draft with the register ids of the names its parties rest on. */
function named(
  draft: Layers['drafts'][number],
  actors: readonly Resolution[],
  mentions: readonly Mention[],
): Layers['drafts'][number] {
  const id = (p: Party): string | null => (p.mention === null ? null : (actors[p.mention]?.chosen ?? null));
  const parties = (list: readonly Party[]): Party[] =>
    list.map((p) => (p.mention === null ? p : { ...p, actor: id(p) }));
  return {
    ...draft,
    // An adjective names who acts ("Israeli strikes"), not what is hit: a Syrian base can be an American one.
    actor: draft.actor.map((p) =>
      p.mention === null ? p : { ...p, actor: id(p) ?? adjective(mentions[p.mention]) },
    ),
    recipient: parties(draft.recipient),
    target: parties(draft.target),
    victim: parties(draft.victim),
    weapon: parties(draft.weapon),
  };
}

/** The body that an adjective stands for where a party rests on it: "Israeli strikes". `null` where it could be several. */
function adjective(mention: Mention | undefined): string | null {
  if (mention?.kind !== 'other' || mention.candidates.length !== 1) return null;
  return mention.candidates[0]!;
}

/** Places that an event was tied to are the event's; the others keep the role they were found in. */
function withEventRole(places: readonly Place[], events: readonly Event[]): Place[] {
  const chosen = new Set(events.map((e) => e.place));
  return places.map((p, i) => (chosen.has(i) && p.role === 'mentioned' ? { ...p, role: 'event' } : p));
}
