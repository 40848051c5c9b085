import type { Attribution, Status } from '../doc/index.ts';
import { type StatusCue, sequencesAt } from '../lexicon/event-patterns.ts';
import type { Sentence } from './sentence.ts';

/** How an event is told, and how sure the teller is: −3 certainly not … 3 certainly. */
export interface Told {
  readonly status: Status;
  readonly factuality: number;
  /** Whether it is told as promised, as about to be done, as refused; `null` for any other telling. */
  readonly voice: 'promised' | 'coming' | 'refused' | null;
}

/** Words before a trigger in which a cue governs it. */
const REACH = 9;
/** Words before a trigger in which a modal or a hedge governs it. */
const NEAR = 5;

interface Cue {
  readonly cue: StatusCue;
  /** Words between the cue's end and the trigger. */
  readonly distance: number;
}

/** Status and factuality of the event whose trigger word is at `at`; `attribution` holds it, or `null`. */
export function toldAt(s: Sentence, at: number, attribution: Attribution | null, headline: boolean): Told {
  const verb = s.els[s.elementAt[at] ?? -1]?.verb ?? null;
  const cues = cuesBefore(s, at);
  const near = (cue: StatusCue, reach = REACH): boolean =>
    cues.some((c) => c.cue === cue && c.distance <= reach);
  const negated = verb ? verb.negated : false;
  const told = (status: Status, factuality: number, voice: Told['voice'] = null): Told => ({
    status,
    factuality,
    voice,
  });
  if (near('denial')) return told('denied', -2);
  if (negated) return told('denied', -3, 'refused');
  if (near('refusal')) return told('denied', -2, 'refused');
  if (near('failed', NEAR)) return told('denied', -3);
  if (near('threat')) return told('threatened', 0);
  if (near('conditional')) return told('hypothetical', 0);
  if (near('demand')) return told('planned', 1);
  if (near('commitment')) return told('planned', 1, 'promised');
  if (near('intention')) return told('planned', 1, 'coming');
  if (near('possibility', NEAR) && (!verb || verb.modal)) return told('hypothetical', 1);
  if (near('hypothetical', NEAR)) return told('hypothetical', 0);
  if (verb?.modal) return told('planned', 2, 'coming');
  if (verb?.to && !subjectSpotted(s, at) && !near('factive')) return told('planned', 0);
  if (attribution?.stance === 'denied') return told('denied', -2);
  const sure = attribution?.stance === 'doubted' ? 1 : near('doubt') ? 2 : 3;
  if (hasCue(s, 'background', at) || near('background-verb')) return told('background', sure);
  return told(isOngoing(s, at, headline) ? 'ongoing' : 'happened', sure);
}

/** "were seen to cross" tells what happened. */
function subjectSpotted(s: Sentence, at: number): boolean {
  const before = s.els[(s.elementAt[at] ?? 0) - 1];
  return before?.kind === 'verb' && before.verb!.passive;
}

/** Cues that end before the word, nearest last, within reach and on this side of a full clause break. */
function cuesBefore(s: Sentence, at: number): Cue[] {
  const out: Cue[] = [];
  const start = s.els[s.elementAt[at] ?? -1]?.from ?? at;
  for (let i = Math.max(0, start - REACH); i < at; i++)
    for (const found of sequencesAt(s.patterns.cues, s.keys, i)) {
      const end = i + found.words.length;
      if (end <= at) out.push({ cue: found.value, distance: Math.max(0, start - end) });
    }
  return out;
}

/** Words to either side in which a cue of time speaks of the event. */
const CLAUSE = 9;

function hasCue(s: Sentence, cue: StatusCue, at: number): boolean {
  return s.keys.slice(Math.max(0, at - CLAUSE), at + CLAUSE).some((_, k) => {
    const i = Math.max(0, at - CLAUSE) + k;
    const found = sequencesAt(s.patterns.cues, s.keys, i).find((f) => f.value === cue);
    return !!found && !s.patterns.possessives.has(s.keys[i + found.words.length] ?? '');
  });
}

/** Present progressive, plain present outside headlines, or a word of frequency. */
function isOngoing(s: Sentence, at: number, headline: boolean): boolean {
  const e = s.els[s.elementAt[at] ?? -1];
  if (hasCueNear(s, at, 'ongoing')) return true;
  if (!e?.verb || headline) return false;
  const present = presentAuxiliary(s, e.from, e.head);
  if (e.verb.tag === 'gerund') return present;
  const plain = e.verb.tag === 'base' || e.verb.tag === 'third' || e.verb.tag === 'present';
  return plain && !e.verb.to && !e.verb.modal && !e.verb.be && !e.verb.have && s.patterns.order === 'svo';
}

function hasCueNear(s: Sentence, at: number, cue: StatusCue): boolean {
  for (let i = Math.max(0, at - NEAR); i < Math.min(s.keys.length, at + NEAR); i++)
    if (sequencesAt(s.patterns.cues, s.keys, i).some((f) => f.value === cue)) return true;
  return false;
}

function presentAuxiliary(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (sequencesAt(s.patterns.cues, s.keys, i).some((f) => f.value === 'present')) return true;
  return false;
}
