import { type Sequence, sequencesAt, type Trigger, type VerbRule } from '../lexicon/event-patterns.ts';
import { type Candidate, NO_ROLES, type Roles, withRole } from './candidate.ts';
import { classesOf, hasName, isPronoun, type Range, rangeOf, rangesOf, weaponsIn } from './party.ts';
import type { Sentence } from './sentence.ts';
import {
  objectOf,
  type Phrase,
  type Prep,
  prepsAfter,
  reduced,
  subjectOf,
  subjectOfEarlier,
} from './subject.ts';
import { verbFirstFrame } from './verb-first.ts';

/** Who stands where around a verb, by sense and not by grammar: a passive's subject is its `object`. */
export interface Frame {
  readonly subject: Phrase | null;
  readonly object: Phrase | null;
  readonly preps: readonly Prep[];
  readonly passive: boolean;
}

/** Events that the verbs of a sentence tell. */
export function verbEvents(s: Sentence): Candidate[] {
  return s.els.flatMap((e, j) => {
    if (e.kind !== 'verb' || e.verb!.copula || s.idiomatic.has(e.head)) return [];
    for (const found of sequencesAt(s.patterns.triggers, s.keys, e.head)) {
      const candidate = found.value.pos === 'verb' ? verbEvent(s, j, found, found.value) : null;
      if (candidate) return [candidate];
    }
    return [];
  });
}

function verbEvent(
  s: Sentence,
  j: number,
  found: Sequence<Trigger>,
  { rule, lemma }: Extract<Trigger, { pos: 'verb' }>,
): Candidate | null {
  const e = s.els[j]!;
  const last = e.head + found.words.length - 1;
  const frame = frameOf(s, j, Math.max(j, s.elementAt[last] ?? j));
  if (rule.passive && !frame.passive) return null;
  if (rule.finite && (reduced(e) || e.verb!.to)) return null;
  if (!conditionsHold(s, rule, frame)) return null;
  return {
    act: rule.act,
    rule: `${s.patterns.language}/verbs/${rule.act}:${lemma}`,
    pos: 'verb',
    lemma,
    trigger: [{ from: e.head, to: last + 1 }],
    el: j,
    subjectEl: frame.subject?.at ?? -1,
    objectEl: frame.object?.at ?? -1,
    prepEls: frame.preps.map((p) => p.np),
    roles: rolesOf(s, j, rule, frame),
    casualty: rule.casualty ?? null,
    soft: rule.soft ?? false,
    absorbs: rule.absorbs ?? false,
  };
}

/** The frame of the verb group at `j` whose words end in element `end`. */
export function frameOf(s: Sentence, j: number, end: number): Frame {
  if (s.patterns.order === 'vso') return verbFirstFrame(s, j, end);
  const preps = prepsAfter(s.els, end);
  const grammatical = noPronoun(s, j, subjectOf(s.els, j));
  if (!s.els[j]!.verb!.passive)
    return { subject: grammatical, object: objectOf(s.els, end), preps, passive: false };
  const by = preps.find((p) => s.words[s.els[p.prep]!.head]!.cls === 'passive-by');
  return {
    subject: by ? { at: by.np, last: by.np } : null,
    object: grammatical,
    preps: preps.filter((p) => p !== by),
    passive: true,
  };
}

/** A pronoun stands for the subject of the verb before it, where there is one ("X said it bombed Y"). */
function noPronoun(s: Sentence, j: number, phrase: Phrase | null): Phrase | null {
  if (!phrase || !isPronoun(s.words, rangeOf(s.els[phrase.at]!))) return phrase;
  const earlier = subjectOfEarlier(s.els, phrase.at - 1, 1);
  if (!earlier || earlier.at >= j || isPronoun(s.words, rangeOf(s.els[earlier.at]!))) return null;
  return earlier;
}

function rolesOf(s: Sentence, j: number, rule: VerbRule, frame: Frame): Roles {
  let roles = NO_ROLES;
  if (frame.object) roles = withRole(roles, rule.obj ?? 'target', rangesOf(s, frame.object.at));
  if (frame.subject) roles = withSubject(s, roles, rule.subject ?? 'actor', frame.subject);
  for (const p of frame.preps) {
    const key = s.words[s.els[p.prep]!.head]!.key;
    const role = rule.preps?.[key] ?? s.patterns.prepositions.get(key) ?? 'none';
    const ranges = rangesOf(s, p.np);
    if (rule.preps?.[key] === undefined && role !== 'weapon') {
      if (role === 'actor' || roles.target.length > 0) continue;
      if (role === 'target' && (rule.obj ?? 'target') !== 'target') continue;
    }
    roles =
      role === 'weapon'
        ? withRole(
            roles,
            'weapon',
            ranges.filter((r) => weaponsIn(s, r).length > 0),
          )
        : withRole(roles, role, ranges);
  }
  return withInstrument(s, j, roles);
}

/** "rockets struck": the weapon, and no actor unless one is named beside it ("Norland's rockets"). */
function withSubject(
  s: Sentence,
  roles: Roles,
  role: 'actor' | Exclude<VerbRule['subject'], undefined>,
  phrase: Phrase,
): Roles {
  const ranges = rangesOf(s, phrase.at);
  if (role !== 'actor') return withRole(roles, role, ranges);
  let out = roles;
  for (const r of ranges) {
    const armed = weaponsIn(s, r).some((w) => w.range.to === r.to);
    if (armed) out = withRole(out, 'weapon', [r]);
    if (!armed || hasName(s, r)) out = withRole(out, 'actor', [r]);
  }
  return out;
}

/** Elements looked at after a verb for "using …". */
const INSTRUMENT_REACH = 8;

function withInstrument(s: Sentence, j: number, roles: Roles): Roles {
  for (let i = j + 1; i < s.els.length && i - j < INSTRUMENT_REACH; i++) {
    const e = s.els[i]!;
    const next = s.els[i + 1];
    if (!s.patterns.instruments.has(s.words[e.head]!.key) || next?.kind !== 'np') continue;
    const armed: Range[] = rangesOf(s, i + 1).filter((r) => weaponsIn(s, r).length > 0);
    if (armed.length > 0) return withRole(roles, 'weapon', armed);
  }
  return roles;
}

function conditionsHold(s: Sentence, rule: VerbRule, frame: Frame): boolean {
  const wanted = rule.with;
  if (!wanted) return true;
  const of = (p: Phrase | null): ReadonlySet<string> => (p ? classesUpTo(s, p) : new Set());
  const subject = of(frame.subject);
  const object = of(frame.object);
  const preps = new Set(frame.preps.flatMap((p) => [...classesOf(s, rangeOf(s.els[p.np]!))]));
  const any = (wish: readonly string[] | undefined, ...sets: ReadonlySet<string>[]): boolean =>
    !wish || wish.some((w) => sets.some((set) => set.has(w)));
  return (
    any(wanted.subject, subject) &&
    any(wanted.object, object) &&
    any(wanted.prep, preps) &&
    any(wanted.either, subject, object, preps)
  );
}

function classesUpTo(s: Sentence, p: Phrase): ReadonlySet<string> {
  const ranges = rangesOf(s, p.at);
  return new Set([...classesOf(s, rangeOf(s.els[p.at]!)), ...ranges.flatMap((r) => [...classesOf(s, r)])]);
}
