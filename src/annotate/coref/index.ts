import type { Chain, ChainLink, Mention, Parse, Timex, Word } from '../../doc/index.ts';
import type { CoreferenceWords } from '../../lexicon/coreference.ts';
import type { Cues } from '../../lexicon/cues.ts';
import { wordKey } from '../../lexicon/key.ts';
import type { Voices } from '../../lexicon/voices.ts';
import { appositions } from './apposition.ts';
import { firstPersons } from './first-person.ts';
import { type Markable, markablesOf } from './markables.ts';
import { nameTie } from './names.ts';
import { nominalTie } from './nominals.ts';
import { pronounTie, type Setting } from './pronouns.ts';
import { type Lexis, type Referent, referentOf, tie } from './referents.ts';
import { settingOf } from './setting.ts';

/** What coreference looks at. `lexis` is `null` in a language without words for it: names alone are then tied. */
export interface CoreferenceInput {
  readonly text: string;
  readonly words: readonly Word[];
  readonly parses: readonly Parse[];
  readonly mentions: readonly Mention[];
  readonly timexes: readonly Timex[];
  readonly lexis: CoreferenceWords | null;
  readonly voices: Voices;
  readonly cues: Cues;
}

/** Referents that are looked back at; bounds the work of an article of nothing but names. */
const MOST_RECENT = 80;

/**
 * Coreference inside one article, in one pass from left to right by rules from sure to less sure (sieves: Raghunathan et
 * al. 2010, Lee et al. 2013): names, short forms and acronyms, appositions, descriptions, pronouns. Where two readings are as
 * good as each other nothing is tied. Chains in the order of their first links.
 */
export function findChains(input: CoreferenceInput): Chain[] {
  const coreference = input.lexis ?? NO_WORDS;
  const lexis: Lexis = { coreference, voices: input.voices, mentions: input.mentions };
  const setting = settingOf(input, coreference);
  const markables = markablesOf({ ...input, lexis: coreference });
  const beside = appositions(input.words, markables, lexis);
  const all: Referent[] = [];
  const recent: Referent[] = [];
  const of = new Map<Markable, Referent>();
  for (const markable of markables) {
    const found = findReferent(
      input.text,
      markable,
      recent,
      of.get(beside.get(markable)!) ?? null,
      lexis,
      setting,
    );
    if (!found && markable.sort === 'pronoun') continue;
    const referent = found?.referent ?? referentOf(markable, firstForm(markable), lexis);
    if (found) tie(referent, markable, found.form, found.by, lexis);
    else all.push(referent);
    of.set(markable, referent);
    moveToEnd(recent, referent);
  }
  const isSpeech = (word: Word): boolean => input.cues.verbs.has(wordKey(word.form));
  for (const [markable, referent] of firstPersons(markables, of, setting, isSpeech))
    tie(referent, markable, 'pronoun', 'first-person', lexis);
  return all.filter((r) => r.links.length > 1).map(chainOf);
}

interface Found {
  readonly referent: Referent;
  readonly form: ChainLink['form'];
  readonly by: string;
}

function findReferent(
  text: string,
  markable: Markable,
  recent: readonly Referent[],
  beside: Referent | null,
  lexis: Lexis,
  setting: Setting,
): Found | null {
  if (markable.sort === 'pronoun') {
    const referent = pronounTie(markable, recent, setting);
    return referent && { referent, form: 'pronoun', by: 'pronoun' };
  }
  const mention = markable.mention === null ? null : lexis.mentions[markable.mention]!;
  const own = markable.sort === 'name' ? nameTie(text, markable, mention, recent) : null;
  if (own) return own;
  if (beside) return { referent: beside, form: firstForm(markable), by: 'apposition' };
  return markable.sort === 'nominal' ? nominalTie(markable, recent, lexis) : null;
}

const firstForm = (markable: Markable): ChainLink['form'] => (markable.sort === 'name' ? 'name' : 'nominal');

/** Keeps the referents in the order in which they were last spoken of, the last at the end. */
function moveToEnd(recent: Referent[], referent: Referent): void {
  const at = recent.lastIndexOf(referent);
  if (at >= 0) recent.splice(at, 1);
  recent.push(referent);
  if (recent.length > MOST_RECENT) recent.shift();
}

function chainOf(referent: Referent): Chain {
  const links = referent.links.map(
    ({ markable, form, by }): ChainLink => ({
      start: markable.start,
      end: markable.end,
      form,
      mention: markable.mention,
      by,
    }),
  );
  return { name: bestName(referent), links: links.sort((a, b) => a.start - b.start) };
}

/** The mention of its longest name; `null` where nothing names it. */
function bestName(referent: Referent): number | null {
  let best: Markable | null = null;
  for (const { markable } of referent.links)
    if (markable.mention !== null && (!best || markable.end - markable.start > best.end - best.start))
      best = markable;
  return best?.mention ?? null;
}

const NONE: ReadonlySet<string> = new Set();
const NO_WORDS: CoreferenceWords = {
  pronouns: new Map(),
  definite: NONE,
  indefinite: NONE,
  joins: NONE,
  empty: { verbs: NONE, be: NONE, after: NONE },
  kinds: new Map(),
  events: new Map(),
  incidents: NONE,
  people: new Map(),
  titles: new Map(),
  crowds: NONE,
  things: NONE,
};
