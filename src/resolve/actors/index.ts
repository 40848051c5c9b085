import type { ArticleInput, DayInterval, Layers, Mention, Resolution, Sentence } from '../../doc/index.ts';
import { type Lexicon, languageFor } from '../../lexicon/index.ts';
import { formKey, type Introduced, introducedForms } from './introduced.ts';
import { isActingSubject } from './metonym.ts';
import { canAct } from './roles.ts';

/** Language whose rules are used where a text's own has none. */
const FALL_BACK = 'en';

/**
 * Chooses a register entry for each mention, in the order of the mentions, or `null` with the reason. Place names stay
 * `null` unless they stand as the one who acts; adjectives ("Syrian") name no body. Acronyms and surnames that the
 * document introduces count for the whole of it.
 */
export function resolveActors(
  input: ArticleInput,
  layers: Pick<Layers, 'mentions' | 'sentences'>,
  lexicon: Lexicon,
): Resolution[] {
  const acting = actingPlaces(input, layers, lexicon);
  const first = layers.mentions.map((m, i) => byRegister(m, acting.has(i), lexicon));
  const timely = first.map((r, i) => byDay(r, layers.mentions[i]!, input.published, lexicon));
  const settled = timely.map((r, i) => settle(r, layers.mentions[i]!, timely, lexicon));
  const forms = introducedForms(
    input.text,
    layers.mentions,
    settled.map((r) => r.chosen),
  );
  return settled.map((r, i) => byDocument(r, layers.mentions[i]!, forms, lexicon));
}

/** Indices of place names that stand as the one who acts. */
function actingPlaces(
  { text, language, blocks }: ArticleInput,
  { mentions, sentences }: Pick<Layers, 'mentions' | 'sentences'>,
  lexicon: Lexicon,
): ReadonlySet<number> {
  const words =
    lexicon.language(languageFor(language, text, blocks[0]?.start ?? 0)) ?? lexicon.language(FALL_BACK);
  const found = new Set<number>();
  let s = 0;
  mentions.forEach((m, i) => {
    while (s + 1 < sentences.length && sentences[s]!.end <= m.start) s++;
    const sentence: Sentence | undefined = sentences[s];
    if (m.kind !== 'location' || m.candidates.length === 0 || !words || !sentence) return;
    if (isActingSubject(text, m, sentence, words)) found.add(i);
  });
  return found;
}

function byRegister(m: Mention, acts: boolean, lexicon: Lexicon): Resolution {
  const { candidates } = m;
  const none = (reason: string): Resolution => ({ chosen: null, candidates, reason });
  const [only] = candidates;
  if (only === undefined) return none('not in the register');
  if (m.kind === 'location')
    return acts
      ? { chosen: only, candidates, reason: 'a place name that acts stands for its government' }
      : none('names a place here');
  if (m.kind === 'other') return none('an adjective names no body by itself');
  if (candidates.length > 1) return none(AMBIGUOUS);
  return { chosen: only, candidates, reason: `in the register: ${lexicon.actors.name(only) ?? only}` };
}

const AMBIGUOUS = 'the register has several of this name';

/** Of several bearers of a name, the only one who existed and held office when the text was published. */
function byDay(r: Resolution, m: Mention, published: DayInterval | null, lexicon: Lexicon): Resolution {
  if (r.chosen !== null || r.reason !== AMBIGUOUS || m.kind === 'location' || published === null) return r;
  const fits = r.candidates.filter((id) => {
    const entry = lexicon.actors.get(id);
    return entry !== null && canAct(entry, published);
  });
  if (fits.length !== 1) return r;
  return { ...r, chosen: fits[0]!, reason: 'of several of this name, the one in office at the time' };
}

/** Of several bearers of a name, the one that the document names elsewhere without doubt, itself or as a part of it. */
function settle(r: Resolution, m: Mention, all: readonly Resolution[], lexicon: Lexicon): Resolution {
  if (r.chosen !== null || r.reason !== AMBIGUOUS || m.kind === 'location') return r;
  const clear = new Set(all.flatMap((x) => (x.chosen ? lexicon.actors.chain(x.chosen) : [])));
  const named = r.candidates.filter((c) => lexicon.actors.chain(c).some((up) => clear.has(up)));
  if (named.length !== 1) return r;
  return { ...r, chosen: named[0]!, reason: 'of several of this name, the one the text names elsewhere' };
}

/** Mentions that the register leaves open, by what the document introduced. Places and adjectives stay open. */
function byDocument(r: Resolution, m: Mention, forms: Introduced, lexicon: Lexicon): Resolution {
  if (r.chosen !== null || m.kind === 'location' || m.kind === 'other') return r;
  const id = forms.get(formKey(m.text));
  if (!id || (m.candidates.length > 0 && !m.candidates.includes(id))) return r;
  return {
    chosen: id,
    candidates: r.candidates,
    reason: `the text introduces it as ${lexicon.actors.name(id) ?? id}`,
  };
}
