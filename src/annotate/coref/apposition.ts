import type { Word } from '../../doc/index.ts';
import type { Markable } from './markables.ts';
import { isPersonNoun, type Lexis } from './referents.ts';

/**
 * Phrases set beside another between commas: "Jo Doe, the group's spokesman," and "the Rafid Battalions, a militia,".
 * Gives for each second phrase the one that it stands beside.
 */
export function appositions(
  words: readonly Word[],
  markables: readonly Markable[],
  lexis: Lexis,
): ReadonlyMap<Markable, Markable> {
  const endingAt = new Map<number, Markable>();
  const beside = new Map<Markable, Markable>();
  for (const markable of markables) {
    if (markable.sort === 'pronoun') continue;
    const before = isComma(words[markable.first - 1]) ? endingAt.get(markable.first - 1) : undefined;
    if (before && before.sentence === markable.sentence && standsBeside(before, markable, words, lexis))
      beside.set(markable, before);
    // Of phrases that end together the outermost comes first and stays.
    if (!endingAt.has(markable.last)) endingAt.set(markable.last, markable);
  }
  return beside;
}

/** Rules of names that only guess at the kind: the description beside a name knows better. */
const WEAK: ReadonlySet<string> = new Set(['capitals', 'statistic']);

const isComma = (word: Word | undefined): boolean => word?.form === ',' || word?.form === '،';

/** One is a name and the other a description of its sort, closed by a comma, a stop or a bracket: else it is a list. */
function standsBeside(first: Markable, second: Markable, words: readonly Word[], lexis: Lexis): boolean {
  if (first.sort === second.sort || first.plural !== second.plural) return false;
  const noun = first.sort === 'nominal' ? first : second;
  const name = first.sort === 'name' ? first : second;
  if (noun.determiner === 'bare' && !noun.words.size) return false;
  const after = words[second.last];
  const closed =
    !after || after.upos === 'PUNCT' || after.upos === 'PRON' || after.upos === 'ADP' || isVerb(after);
  if (!closed || isList(words, second.last)) return false;
  const mention = name.mention === null ? null : lexis.mentions[name.mention]!;
  const kind = mention && (WEAK.has(mention.by) && mention.kind !== 'person' ? null : mention.kind);
  const person = isPersonNoun(noun.headKey, lexis);
  return kind === null || kind === 'other'
    ? person
    : (kind === 'person') === person && (person || namesKind(noun, kind, lexis));
}

function namesKind(noun: Markable, kind: string, { coreference }: Lexis): boolean {
  for (const k of coreference.kinds.get(noun.headKey) ?? []) if (k === kind) return true;
  return false;
}

const isVerb = (word: Word): boolean => word.upos === 'VERB' || word.upos === 'AUX';

/** "A, the b and C": what a coordination closes is a list. */
const isList = (words: readonly Word[], at: number): boolean =>
  words[at]?.upos === 'CCONJ' || (isComma(words[at]) && words[at + 1]?.upos === 'CCONJ');
