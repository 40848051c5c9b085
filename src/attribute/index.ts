import type { Attribution, Stage } from '../doc/index.ts';
import { BIT } from '../lexicon/grammar.ts';
import { type Lexicon, languageFor } from '../lexicon/index.ts';
import type { Candidate } from './candidate.ts';
import { findAttributions } from './find.ts';
import { findLoaded } from './loaded.ts';
import { SpeakerMemory } from './memory.ts';
import { type Ranker, rankerFrom } from './rank/ranker.ts';
import { formOf, hedgesOf, joinPieces, stanceOf } from './stance.ts';
import { is, type Range, textSpan, type View, viewOf } from './view.ts';
import { mayBeSource } from './voice.ts';

/**
 * Who says what: source, cue and content by rules over the words (PolNeAR's terms; Newell, Margolin and Ruths 2018),
 * the chain from speaker to root, and the loaded words with their users. A language without lists gets none.
 */
export function attribute(
  lexicon: Lexicon,
): Stage<
  'sentences' | 'tokens' | 'words' | 'parses' | 'mentions' | 'timexes' | 'chains',
  'attributions' | 'loaded'
> {
  const rankerOf = rankers(lexicon);
  return {
    name: 'attribute',
    version: 2,
    requires: ['sentences', 'tokens', 'words', 'parses', 'mentions', 'timexes', 'chains'],
    assigns: ['attributions', 'loaded'],
    run: ({ text, blocks, language, outlet }, found) => {
      const words = lexicon.language(languageFor(language, text, blocks[0]?.start ?? 0));
      if (!words) return { attributions: [], loaded: [] };
      const view = viewOf(text, blocks, words, found);
      const memory = new SpeakerMemory({ view, lexicon, outlet });
      const attributions = findAttributions(view, rankerOf(words.code)).map((c) =>
        toAttribution(view, c, memory),
      );
      attributions.sort((a, b) => a.cue[0]!.start - b.cue[0]!.start);
      return { attributions, loaded: findLoaded(view, attributions) };
    },
  };
}

/** The ranker of each language, made once. */
function rankers(lexicon: Lexicon): (language: string) => Ranker | null {
  const made = new Map<string, Ranker | null>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const ranker = rankerFrom(lexicon.models(language, 'attribution'));
    made.set(language, ranker);
    return ranker;
  };
}

/** Whether the source's words are there and name no one who speaks: "the photographs show", "policy asks". */
const isThing = (view: View, { source }: Candidate): boolean => source !== null && !mayBeSource(view, source);

/** "it can be seen that …", "may be described as": no one has said it, only someone might. */
function isConceivable(view: View, { source, cue, by }: Candidate): boolean {
  if (source || by === 'adverb') return false;
  for (let i = cue.start; i < cue.end; i++) if (is(view, i, BIT.modals)) return true;
  return false;
}

function toAttribution(view: View, c: Candidate, memory: SpeakerMemory): Attribution {
  const span = (range: Range) => textSpan(view, range);
  const hedges = hedgesOf(view, c);
  return {
    source: c.source ? [span(c.source)] : [],
    cue: [span(c.cue)],
    content: joinPieces(view.text, c.content.map(span)),
    ...memory.resolve(c),
    stance: stanceOf(view, c, hedges),
    hedges: hedges.map(span),
    form: formOf(view, c.content),
    states: (c.states ?? true) && !isThing(view, c) && !isConceivable(view, c),
    by: c.by,
  };
}
