import type { CueVerb } from '../lexicon/cues.ts';
import { BIT } from '../lexicon/grammar.ts';
import { type Candidate, statesBy } from './candidate.ts';
import {
  type Bounds,
  contentLeft,
  contentRight,
  objectRight,
  openingRight,
  opensQuotation,
} from './content.ts';
import type { CueGroup } from './cue-group.ts';
import { clauseSubject, MAX_SOURCE, type Source, sourceLeft } from './source-left.ts';
import { sourceRight } from './source-right.ts';
import { endsAs, is, isCapital, type Range, type View } from './view.ts';
import { mayBeSource } from './voice.ts';

/** A cue verb with what the first pass found about it. */
export interface Site extends Bounds {
  readonly group: CueGroup;
  readonly source: Source | null;
  /** End of the sentence. */
  readonly end: number;
  /** Where what a cue before this one says must end, or `null`. */
  readonly cut: number | null;
}

/** The attribution that a cue verb makes where it stands, or `null` when its frame is not filled. */
export function fromVerb(view: View, site: Site): Candidate | null {
  const { group } = site;
  for (const entry of ranked(view, group)) {
    const found = build(view, site, entry);
    if (found) return found;
  }
  return null;
}

/** "agreed to" is an infinitive, "agreed that" a clause: the frame that the next word asks for is tried first. */
function ranked(view: View, group: CueGroup): readonly CueVerb[] {
  const toVerb =
    view.key[group.end] === 'to' || (view.key[group.end] === 'not' && view.key[group.end + 1] === 'to');
  const fits = (e: CueVerb): number =>
    e.frame === 'infinitive' ? (toVerb ? 0 : 9) : e.frame === 'object' ? 2 : 1;
  return [...group.entries].filter((e) => fits(e) < 9).sort((a, b) => fits(a) - fits(b));
}

function build(view: View, site: Site, entry: CueVerb): Candidate | null {
  if (entry.noun && looksLikeNoun(view, site, entry)) return null;
  if (entry.frame === 'relay') return relay(view, site, entry);
  if (entry.frame === 'seem' || site.group.voice === 'passive') return impersonal(view, site, entry);
  if (entry.frame === 'infinitive') return infinitive(view, site, entry);
  if (entry.frame === 'object') return object(view, site, entry);
  return clause(view, site, entry);
}

/** "the state said": a base form that is a noun too counts as a verb after an auxiliary or a subject that takes it. */
export function looksLikeNoun(
  view: View,
  { group, source }: Pick<Site, 'group' | 'source'>,
  entry: CueVerb,
): boolean {
  if (isCapital(view, group.head) && group.head > (source?.start ?? group.head)) return true;
  if (view.key[group.head] !== entry.base || group.start < group.head || group.voice === 'infinitive')
    return false;
  if (is(view, group.end, BIT.complementizers) || opensQuotation(view, group.end)) return false;
  const subject = source ? view.key[source.end - 1]! : '';
  return !(
    source &&
    (source.how !== 'subject' || subject.endsWith('s') || is(view, source.end - 1, BIT.pronouns))
  );
}

function make(
  site: Site,
  entry: CueVerb,
  by: string,
  source: Source | null,
  content: readonly (Range | null)[],
): Candidate | null {
  const pieces = content.filter((c) => c !== null);
  if (pieces.length === 0 && by !== 'colon') return null;
  return {
    source: source && { start: source.start, end: source.end },
    antecedent: source?.antecedent ?? null,
    dropped: false,
    relay: null,
    frame: entry.frame,
    cue: { start: site.group.start, end: site.group.end },
    content: pieces,
    sentence: site.group.sentence,
    stance: entry.stance,
    states: statesBy(entry),
    priority: entry.priority,
    lemma: entry.lemma,
    by,
  };
}

/** "X said that …", "…, X said", "X said, “…”", and "said X" where no subject stands before. */
function clause(view: View, site: Site, entry: CueVerb): Candidate | null {
  const { group, source } = site;
  if (!source || (view.words.grammar.verbSecond && !mayBeSource(view, source)))
    return group.voice === 'active'
      ? (inverted(view, site, entry) ?? subjectBehind(view, site, entry))
      : null;
  if (is(view, source.start - 1, BIT.asides) && view.key[group.end] === ',')
    return make(site, entry, 'aside', source, [contentRight(view, group.end + 1, site.limit)]);
  const left = source.how === 'subject' ? contentLeft(view, source.start, site.floor) : null;
  const opening = openingRight(view, group.end, site.limit, entry.frame === 'tell');
  const hearerOnly = entry.frame === 'tell' && opening.sign === 'bare';
  if (left && (left.quoted || opening.sign === 'none' || hearerOnly || isPause(view, group.end)))
    if (opening.sign !== 'that' || left.quoted)
      return make(site, entry, 'parenthetical', source, [left.range, resumed(view, site, left.quoted)]);
  if (opening.sign === 'none') return null;
  if (opening.sign === 'colon' && opening.at >= site.limit) return make(site, entry, 'colon', source, []);
  if (opening.sign === 'bare' && (entry.bare === false || !opensClause(view, opening.at, entry))) return null;
  const made = make(site, entry, 'clause', source, [contentRight(view, opening.at, site.limit)]);
  return made && { ...made, relay: citing(view, site) };
}

/** "The daily cited a source claiming that …": who cites stands before the source. */
function citing(view: View, { group, source }: Site): Range | null {
  const verb = (source?.start ?? 0) - 1;
  if (group.voice !== 'participle' || !view.words.voices.relays.has(view.key[verb] ?? '')) return null;
  return sourceLeft(view, verb, view.sentences[group.sentence]!.start);
}

const PAUSES: ReadonlySet<string> = new Set([',', '.', '—', '–', '--']);
const isPause = (view: View, i: number): boolean => i >= view.key.length || PAUSES.has(view.key[i]!);

/** "“A,” X said, “B.”": the words after the cue go on with the content. */
function resumed(view: View, site: Site, quoted: boolean): Range | null {
  let at = site.group.end;
  const last = Math.min(site.limit, at + MAX_SOURCE);
  while (at < last && !isPause(view, at) && !opensQuotation(view, at)) at++;
  while (at < last && isPause(view, at)) at++;
  if (quoted && !opensQuotation(view, at)) return null;
  if (endsAs(view, at, 'gerund') || (!quoted && at !== site.group.end + 1)) return null;
  return contentRight(view, at, site.limit);
}

/** Words that no clause opens with, so that nothing was said: "said so", "asked about". */
function opensClause(view: View, at: number, entry: CueVerb): boolean {
  if (entry.frame === 'clause' && is(view, at, BIT.coordinators | BIT.relatives)) return false;
  return entry.priority < 3 || !is(view, at, BIT.prepositions) || is(view, at, BIT.subordinators);
}

/** "“…,” said X, head of …" */
function inverted(view: View, site: Site, entry: CueVerb): Candidate | null {
  const { group } = site;
  const left = contentLeft(view, group.start, site.floor);
  if (!left) return null;
  const found = sourceRight(view, afterDay(view, group.end), site.end);
  if (!found) return null;
  const source: Source = { ...found, how: 'agent', antecedent: null };
  const after = { ...site, group: { ...group, end: found.end } };
  const more = left.quoted ? resumed(view, after, true) : null;
  return make(site, entry, 'inverted', source, [left.range, more]);
}

/** "dijo ayer el ministro": a day between an inverted cue and its source. */
const afterDay = (view: View, at: number): number => (is(view, at, BIT.days) ? at + 1 : at);

/** Words between a subject behind its verb and what opens the content: "teilte die Armee am Montag mit, dass". */
const MAX_BETWEEN = 5;

/** "Am Montag teilte die Armee mit, dass …": only where the language puts the verb second. */
function subjectBehind(view: View, site: Site, entry: CueVerb): Candidate | null {
  if (!view.words.grammar.verbSecond) return null;
  const found = sourceRight(view, site.group.end, site.end, true);
  if (!found || !mayBeSource(view, found)) return null;
  for (let i = found.end; i < site.limit && i - found.end <= MAX_BETWEEN; i++) {
    const colon = view.key[i] === ':';
    if (!colon && !is(view, i, BIT.complementizers) && !opensQuotation(view, i)) continue;
    const source: Source = { ...found, how: 'agent', antecedent: null };
    return make(site, entry, 'verb-second', source, [contentRight(view, colon ? i + 1 : i, site.limit)]);
  }
  return null;
}

/** "X denied the report", "X called for calm". */
function object(view: View, site: Site, entry: CueVerb): Candidate | null {
  const { group, source } = site;
  if (!source || isPause(view, group.end)) return null;
  if (is(view, group.end, BIT.coordinators | BIT.relatives)) return null;
  const at = view.key[group.end] === ':' ? group.end + 1 : group.end;
  return make(site, entry, 'object', source, [objectRight(view, at, site.limit)]);
}

/** "X vowed to …" */
function infinitive(view: View, site: Site, entry: CueVerb): Candidate | null {
  if (!site.source) return null;
  return make(site, entry, 'infinitive', site.source, [objectRight(view, site.group.end, site.limit)]);
}

/** "B quoted A as saying …", "A was quoted by B as saying …": A speaks, B passes it on. */
function relay(view: View, site: Site, entry: CueVerb): Candidate | null {
  const { group, source, limit } = site;
  for (let i = group.end; i < limit && i - group.end < MAX_SOURCE; i++) {
    const opener = view.words.cues.relayed.find((row) => row.every((word, k) => view.key[i + k] === word));
    if (!opener) continue;
    const between = i > group.end ? { start: group.end, end: i } : null;
    const passive = group.voice === 'passive';
    const quoted: Source | null = passive
      ? source
      : between && { ...between, how: 'agent', antecedent: null };
    const medium = passive ? between && { ...between, start: between.start + 1 } : source;
    const at = i + opener.length;
    const content = relayedContent(view, site, at);
    const made = quoted && make(site, entry, 'relay', quoted, [content]);
    const by = passive && !medium ? byPhrase(view, at, site.end) : null;
    const teller = by ?? (medium && medium.end > medium.start ? medium : null);
    return made && { ...made, relay: teller && { start: teller.start, end: teller.end } };
  }
  return null;
}

/** "X appears to …", "X is expected to …", "it was reported that …", "X was accused of … by Y". */
function impersonal(view: View, site: Site, entry: CueVerb): Candidate | null {
  const { group } = site;
  if (entry.bare === false) return null;
  const subject = site.source?.how === 'subject' ? site.source : clauseSubject(view, site.floor, group.start);
  const rest = objectRight(view, group.end, site.limit);
  if (!rest) return null;
  const expletive = subject && subject.end - subject.start === 1 && view.key[subject.start] === 'it';
  const by = byPhrase(view, group.end, site.limit);
  const content = by ? [subject] : expletive ? [rest] : [subject, rest];
  const agent = by ? ({ ...by, how: 'agent', antecedent: null } as const) : null;
  return make(site, entry, 'passive', agent, content);
}

/** What a relay passes on: after "as saying", or before the one who quotes when nothing follows. */
function relayedContent(view: View, { source, floor, end }: Site, at: number): Range | null {
  if (at < end && view.key[at] !== '.' && view.key[at] !== 'by') return contentRight(view, at, end);
  return source && (contentLeft(view, source.start, floor)?.range ?? null);
}

function byPhrase(view: View, at: number, limit: number): Range | null {
  return view.key[at] === 'by' ? sourceRight(view, at, limit) : null;
}
