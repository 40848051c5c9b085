import type { Claim, CorpusArticle, Join, Report, SpeakerRecord } from '../doc/index.ts';
import type { VoiceJoin } from '../lexicon/corroborate-rules.ts';
import { keysOf } from '../lexicon/dictionary.ts';
import type { ActorRegister } from '../lexicon/index.ts';
import { unions } from '../lib/groups.ts';

/** One time that someone is heard on an incident: a claim, or a report in the outlet's own voice. */
export interface Voice {
  /** The claim's id, or the report's where the outlet speaks for itself. */
  readonly id: string;
  readonly claim: Claim | null;
  readonly reports: readonly Report[];
  readonly article: string;
  /** The root; `null` for the outlet's own voice. */
  readonly root: SpeakerRecord | null;
}

/** What is known of the articles that voices stand in. */
export interface Press {
  readonly articles: ReadonlyMap<string, CorpusArticle>;
  /** Family of copies of an article, if it has one. */
  readonly family: (article: string) => string | undefined;
  /** Numbers of the shared passages that a claim's content touches. */
  readonly passages: (claim: Claim) => readonly number[];
  /** The body that a root is; `null` for somebody unnamed of a body, and for those the register lacks. */
  readonly bodyOf: (root: SpeakerRecord) => string | null;
  /** A speaker's words as they are compared. */
  readonly wordsOf: (root: SpeakerRecord) => string;
  /** The key of the outlet or agency that such words name. */
  readonly agency: (text: string) => string;
  /** Whether a claim's root is the only unnamed source of its kind that its article has by that way. */
  readonly sole: (claim: Claim) => boolean;
  /** Whether the words are those of nobody: "no group". */
  readonly isNobody: (root: SpeakerRecord) => boolean;
  readonly register: ActorRegister;
}

/** A reason to count a voice with others: all that share a key are one. */
interface Key {
  readonly join: VoiceJoin;
  readonly key: string;
  readonly why: string;
}

/** The name an outlet is known by: its folded words, or its page where it does not say who it is. */
export function outletKey(article: string, { articles }: Press): string {
  const found = articles.get(article);
  return found?.outlet ? keysOf(found.outlet).join(' ') : `page ${found?.doc ?? article}`;
}

/** Every reason to count a voice with others, surest first. */
export function keysOfVoice(voice: Voice, press: Press): readonly Key[] {
  if (!voice.root) return ownVoiceKeys(voice, press);
  const body = press.bodyOf(voice.root);
  return body ? actorKeys(body, press.register) : wordKeys(voice, voice.root, press);
}

function ownVoiceKeys({ article }: Voice, press: Press): readonly Key[] {
  const outlet = outletKey(article, press);
  const family = press.family(article);
  const keys: Key[] = [{ join: 'same-outlet', key: `outlet ${outlet}`, why: "the same outlet's own voice" }];
  if (family) keys.push({ join: 'copy', key: `copy ${family}`, why: 'one article is a copy of the other' });
  return keys;
}

function actorKeys(id: string, register: ActorRegister): readonly Key[] {
  const body = register.body(id);
  const name = register.name(body) ?? body;
  const keys: Key[] = [{ join: 'same-actor', key: `actor ${body}`, why: `both are ${name}` }];
  const force = topForce(body, register);
  if (force)
    keys.push({ join: 'part-of', key: `force ${force}`, why: `parts of one force: ${register.name(force)}` });
  const top = register.chain(body).at(-1)!;
  keys.push({ join: 'same-state', key: `state ${top}`, why: `bodies of one side: ${register.name(top)}` });
  const line = register.partyLine(body);
  const party = line && register.chain(line.party).at(-1)!;
  if (party)
    keys.push({
      join: 'party-line',
      key: `state ${party}`,
      why: `${name} carries its line (${line.source})`,
    });
  return keys;
}

/** The largest force that a force is part of. */
function topForce(id: string, register: ActorRegister): string | null {
  return (
    register
      .chain(id)
      .filter((x) => register.kind(x) === 'state-military')
      .at(-1) ?? null
  );
}

/** Shortest word that says who unnamed witnesses are ("residents"). */
const MIN_CROWD_WORD = 5;

/** Voices that the register does not know: by their words and the way they came. */
function wordKeys(voice: Voice, root: SpeakerRecord, press: Press): readonly Key[] {
  const words = press.wordsOf(root);
  const chain = chainOf(voice, press);
  const family = press.family(voice.article);
  const keys: Key[] = [
    { join: 'same-chain', key: `chain ${chain} ${words}`, why: 'the same words through the same outlet' },
  ];
  if (!root.named && voice.claim && press.sole(voice.claim))
    keys.push({
      join: 'same-chain',
      key: `sole ${chain} ${root.kind}`,
      why: 'the one unnamed source of this kind that came through one outlet',
    });
  if (!root.named && root.kind === 'witness')
    for (const word of words.split(' ').filter((w) => w.length >= MIN_CROWD_WORD))
      keys.push({
        join: 'same-crowd',
        key: `crowd ${chain} ${word}`,
        why: 'unnamed witnesses who cannot be told apart',
      });
  if (root.named && !root.actor) keys.push({ join: 'same-name', key: `name ${words}`, why: 'the same name' });
  if (family)
    keys.push({ join: 'copy', key: `copy ${family} ${words}`, why: 'one article is a copy of the other' });
  const top = root.actor ? press.register.chain(press.register.body(root.actor)).at(-1)! : null;
  if (top)
    keys.push({ join: 'same-state', key: `state ${top}`, why: `somebody of ${press.register.name(top)}` });
  for (const n of voice.claim ? press.passages(voice.claim) : [])
    keys.push({
      join: 'same-words',
      key: `passage ${n}`,
      why: 'the claims stand in one passage that both articles share',
    });
  return keys;
}

/** Voices that count as one, and why they were joined; `a` and `b` of a join are ids of voices. */
export interface Joined {
  readonly groups: readonly (readonly Voice[])[];
  readonly joins: readonly Join[];
}

/** Joins voices by the reasons allowed. Voices come in content order, which the groups keep. */
export function joinVoices(voices: readonly Voice[], allowed: ReadonlySet<VoiceJoin>, press: Press): Joined {
  const first = new Map<string, number>();
  const homes = unions(voices.length);
  const joins: Join[] = [];
  voices.forEach((voice, i) => {
    for (const { key, why } of keysOfVoice(voice, press).filter((k) => allowed.has(k.join))) {
      const other = first.get(key);
      if (other === undefined) first.set(key, i);
      else if (homes.join(other, i)) joins.push({ a: voices[other]!.id, b: voice.id, why });
    }
  });
  const groups = new Map<number, Voice[]>();
  voices.forEach((voice, i) => {
    const group = groups.get(homes.of(i));
    if (group) group.push(voice);
    else groups.set(homes.of(i), [voice]);
  });
  return { groups: [...groups.values()], joins };
}

/** The outlet or agency that heard a voice first: the first one between, else the article's own outlet. */
function chainOf({ claim, article }: Voice, press: Press): string {
  const via = claim?.via.find((v) => v.kind === 'media' || v.actor) ?? null;
  if (!via) return outletKey(article, press);
  return via.actor ?? press.agency(via.text);
}
