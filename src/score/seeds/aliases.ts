import { list, type OneOrMany } from '../core/list.ts';
import { isAlias, sameName, similar } from '../core/name-match.ts';
import type { NameLike } from './given.ts';
import type { GoldActor, GoldClaim } from './gold.ts';

const NARRATOR = 'narrator:';
/** Words by which systems say that nobody is named. */
const NOBODY = /^(narrator|outlet|unstated|unknown|author)/i;

/** The alternatives a gold name offers: its parts at ";", without brackets, and the names that stand in brackets. */
export function nameParts(name: string): string[] {
  return String(name)
    .split(';')
    .flatMap((part) => [part.replace(/\([^)]*\)/g, ' '), ...bracketed(part)])
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Names in brackets: with a capital, so not "unnamed"; and no "in X" or "via X". */
function bracketed(part: string): string[] {
  const inside = Array.from(part.matchAll(/\(([^)]*)\)/g), (match) => match[1] ?? '');
  return inside.filter((name) => /\p{Lu}/u.test(name) && !/^(in|via) /.test(name));
}

/** The strings by which a given party or speaker is named. */
export function namesOf(given: OneOrMany<NameLike>): string[] {
  return list(given)
    .flatMap((one): unknown[] => (typeof one === 'string' ? [one] : [one?.text, one?.name, one?.actor]))
    .filter((name): name is string => typeof name === 'string' && name !== '');
}

/** Whether nobody is named: the outlet's own voice, or no source at all. */
export function isNarrator(given: OneOrMany<NameLike>): boolean {
  const names = namesOf(given);
  return names.length === 0 || names.some((name) => NOBODY.test(name));
}

/** Looks up what a gold name goes by: the name itself, and every wording of the actors it denotes. */
export class Aliases {
  readonly #actors: readonly GoldActor[];
  readonly #found = new Map<string, readonly string[]>();

  constructor(actors: readonly GoldActor[]) {
    this.#actors = actors;
  }

  of(name: string): readonly string[] {
    const known = this.#found.get(name);
    if (known) return known;
    const found = this.#search(name);
    this.#found.set(name, found);
    return found;
  }

  #search(name: string): readonly string[] {
    const own = nameParts(name);
    const matches = this.#actors.filter((actor) =>
      wordings(actor).some((w) => own.some((o) => sameName(o, w))),
    );
    const more = matches.flatMap((actor) => [
      ...nameParts(actor.canonical),
      ...(actor.extra ?? []),
      ...actor.mentions.map((mention) => mention.text),
    ]);
    return [...new Set([...own, ...more])];
  }

  /** Whether a given party is the gold's. */
  matches(gold: string, given: OneOrMany<NameLike>): boolean {
    const aliases = this.of(gold);
    return namesOf(given).some((name) => aliases.some((alias) => isAlias(alias, name)));
  }

  /** Whether a given root is the claim's. `unstated` wants none, the outlet's voice none or the outlet. */
  rootRight({ root_source: root }: Pick<GoldClaim, 'root_source'>, given: OneOrMany<NameLike>): boolean {
    if (root === 'unstated') return isNarrator(given);
    if (root.startsWith(NARRATOR))
      return isNarrator(given) || namesOf(given).some((name) => similar(name, root.slice(NARRATOR.length)));
    return (
      this.matches(root, given) ||
      namesOf(given).some((name) => nameParts(root).some((p) => similar(name, p)))
    );
  }
}

function wordings(actor: GoldActor): string[] {
  return [
    ...nameParts(actor.canonical),
    ...actor.canonical.split(' / '),
    ...actor.mentions.map((mention) => mention.text),
  ];
}
