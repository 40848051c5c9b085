import type { Stance } from '../doc/index.ts';
import type { CueVerb, Frame } from '../lexicon/cues.ts';
import type { Range, View } from './view.ts';

/** A possible attribution; `select` decides which of those that overlap is kept. Ranges count tokens. */
export interface Candidate {
  readonly source: Range | null;
  /** What a pronoun or relative in `source` points to inside the sentence, or `null`. */
  readonly antecedent: Range | null;
  /** True where the language leaves the subject out: the last speaker goes on. */
  readonly dropped: boolean;
  /** Who passes it on by the frame of the cue ("B quoted A as saying", "A told B"), or `null`. */
  readonly relay: Range | null;
  /** Who reports the whole: "A said that …, B reported". */
  readonly outer?: Range;
  /** The statement that fills its content: "B reported that A said …". */
  readonly inner?: Candidate;
  readonly cue: Range;
  /** Pieces in text order. Empty while the content is still to come: a colon before the next paragraph's quotation. */
  readonly content: readonly Range[];
  readonly sentence: number;
  readonly stance: Stance;
  /** False for cues of intent, attitude and topic, which state nothing. */
  readonly states?: boolean;
  /** 1 speech, 2 documents, 3 belief and intent; less wins among overlaps that begin together. */
  readonly priority: number;
  /** Lemma of the cue. */
  readonly lemma: string;
  /** The verb's frame; `null` for cues that are no verbs. */
  readonly frame: Frame | null;
  /** The rule that found it: "clause", "inverted", "according" … */
  readonly by: string;
}

/** Whether a cue verb states what it takes: wishes and judgements only with a clause ("believes that …"). */
export const statesBy = ({ states, priority, frame }: CueVerb): boolean =>
  states ?? (priority < 3 || frame === 'clause' || frame === 'tell');

const TRAILING: ReadonlySet<string> = new Set(['.', ',', ';', ':', '—', '–', '--', '؟', '،', '!', '?']);
/** Marks that belong to what was said, so that they stay at its end. */
const SPOKEN: ReadonlySet<string> = new Set(['?', '!', '؟']);

/** The range without commas and stops at its ends, or `null` when no word is left. Marks inside a quotation stay. */
export function trimRange(view: View, range: Range): Range | null {
  let { start, end } = range;
  while (
    end > start &&
    view.quote[end - 1]! < 0 &&
    TRAILING.has(view.key[end - 1]!) &&
    !SPOKEN.has(view.key[end - 1]!)
  )
    end--;
  while (start < end && view.quote[start]! < 0 && TRAILING.has(view.key[start]!)) start++;
  for (let i = start; i < end; i++) if (view.tokens[i]!.kind !== 'punctuation') return { start, end };
  return null;
}
