import type {
  ArticleInput,
  Attribution,
  EventDraft,
  Harm,
  Layers,
  Party,
  Sentence as SentenceSpan,
  Stage,
  Token,
} from '../doc/index.ts';
import { overlaps } from '../doc/index.ts';
import type { Acts } from '../lexicon/acts.ts';
import type { EventPatterns } from '../lexicon/event-patterns.ts';
import { loadHarms } from '../lexicon/harms.ts';
import { type Lexicon, languageFor } from '../lexicon/index.ts';
import { textAsRead } from '../lib/text-as-read.ts';
import { antecedentsOf } from './antecedents.ts';
import { type Candidate, NO_ROLES } from './candidate.ts';
import { isAnchored, isFigurative, isOtherTopic } from './context.ts';
import { countReader, type FoundCount, type FoundHarm, type SentenceCounts } from './counts/index.ts';
import { joinCandidates } from './join.ts';
import { nounEvents } from './noun-events.ts';
import { obligations } from './obligations.ts';
import { partyOf, type Range } from './party.ts';
import { ploverOf } from './plover.ts';
import { factualityOf, readingOf } from './reading.ts';
import { isKind, type LastAttack, refine } from './refine.ts';
import { prepare, type Sentence, type TextContext } from './sentence.ts';
import { type Earlier, toldBefore, withSides } from './sides.ts';
import { toldAt } from './status.ts';
import { verbEvents } from './verb-events.ts';
import { mentionFinder } from './words.ts';

type Needs = 'sentences' | 'tokens' | 'words' | 'parses' | 'chains' | 'mentions' | 'attributions';
type Gives = 'drafts' | 'harms' | 'factualities';

/** The stage that codes who did what to whom, and whether it is said to have happened at all. */
export function events(lexicon: Lexicon): Stage<Needs, Gives> {
  return {
    name: 'events',
    version: 2,
    requires: ['sentences', 'tokens', 'words', 'parses', 'chains', 'mentions', 'attributions'],
    assigns: ['drafts', 'harms', 'factualities'],
    run: (input, layers) => run(input, layers, lexicon),
  };
}

/** Everything of one text that its sentences share. */
interface Text {
  readonly input: ArticleInput;
  readonly sentences: readonly Sentence[];
  readonly attributions: readonly Attribution[];
  readonly attributionAt: (offset: number) => number | null;
  readonly acts: Acts;
  readonly countsIn: (s: Sentence) => SentenceCounts;
}

function run(input: ArticleInput, layers: Pick<Layers, Needs>, lexicon: Lexicon): Pick<Layers, Gives> {
  const language = languageFor(input.language, input.text, input.blocks[0]?.start ?? 0);
  const patterns = lexicon.events.get(language);
  if (!patterns) return { drafts: [], harms: [], factualities: input.asked.map(() => 0) };
  const sentences = prepared(input, layers, patterns);
  const attributionAt = innermost(layers.attributions);
  const text: Text = {
    input,
    sentences,
    attributions: layers.attributions,
    attributionAt,
    acts: lexicon.acts,
    countsIn: countReader(layers, loadHarms(lexicon.source, language), attributionAt),
  };
  const told = isOtherTopic(sentences) ? [] : draftsOf(text);
  return { ...layersOf(told), factualities: input.asked.map((span) => askedFactuality(text, span.start)) };
}

function prepared(input: ArticleInput, layers: Pick<Layers, Needs>, patterns: EventPatterns): Sentence[] {
  const mentionOf = mentionFinder(layers.mentions);
  const context: TextContext = {
    text: input.text,
    read: textAsRead(input.text, layers.words),
    mentions: layers.mentions,
    mentionOf,
    patterns,
    words: layers.words,
    parses: new Map(layers.parses.map((p) => [p.sentence, p])),
    antecedents: antecedentsOf(layers.chains, layers.mentions),
  };
  const bySentence: Token[][] = layers.sentences.map(() => []);
  for (const t of layers.tokens) bySentence[t.sentence]?.push(t);
  return layers.sentences.flatMap((span: SentenceSpan, i) =>
    pieces(bySentence[i]!).map((tokens) => prepare(i, span, tokens, context)),
  );
}

/** Tokens of a sentence that the rules look at together: a longer one is a list or a page without stops. */
const LONGEST_SENTENCE = 160;

function pieces(tokens: readonly Token[]): (readonly Token[])[] {
  if (tokens.length <= LONGEST_SENTENCE) return [tokens];
  const out: (readonly Token[])[] = [];
  for (let i = 0; i < tokens.length; i += LONGEST_SENTENCE) out.push(tokens.slice(i, i + LONGEST_SENTENCE));
  return out;
}

/** Makes the look-up of the shortest attribution whose content holds an offset. */
function innermost(attributions: readonly Attribution[]): (offset: number) => number | null {
  const pieces = attributions
    .flatMap((a, i) => a.content.map((c) => ({ ...c, i })))
    .sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (pieces[mid]!.start <= offset) low = mid + 1;
      else high = mid;
    }
    let best: (typeof pieces)[number] | null = null;
    for (let k = low - 1; k >= 0 && low - k <= NESTED; k--) {
      const p = pieces[k]!;
      if (offset < p.end && (!best || p.end - p.start < best.end - best.start)) best = p;
    }
    return best?.i ?? null;
  };
}
/** Pieces of content looked at before a position; more never nest. */
const NESTED = 12;

/** A draft with the people who came to harm in it. */
interface Told {
  readonly draft: EventDraft;
  readonly harms: readonly FoundHarm[];
}

/** Drafts in text order; each harm points to its own. */
function layersOf(told: readonly Told[]): Pick<Layers, 'drafts' | 'harms'> {
  const sorted = [...told].sort((a, b) => a.draft.trigger[0]!.start - b.draft.trigger[0]!.start);
  const harms = sorted.flatMap(({ draft: { sentence }, harms: own }, draft) =>
    own.map(
      ({ harm, trigger, start, end, low, best, high, who }): Harm => ({
        ...{ harm, draft, sentence, trigger, start, end, low, best, high, who },
      }),
    ),
  );
  return { drafts: sorted.map((t) => t.draft), harms: harms.sort((a, b) => a.start - b.start) };
}

function draftsOf(text: Text): Told[] {
  const drafts: Told[] = [];
  let last: LastAttack | null = null;
  const earlier: Earlier[] = [];
  for (const s of text.sentences) {
    if (isFigurative(s)) continue;
    const { counts, harms } = text.countsIn(s);
    const joined = joinCandidates(s, [...verbEvents(s), ...obligations(s)], nounEvents(s), text.acts);
    const pool = withCasualties(joined, counts, harms, text.acts);
    for (const [i, candidate] of pool.entries()) {
      const refined = withSides(s, refine(s, candidate, pool, last, text.acts));
      const { family } = text.acts.get(refined.act);
      const before = toldBefore(s, refined, family, earlier);
      const own = countsFor(refined, i, pool, counts, text.acts);
      if (!isAnchored(s, refined, family, own.length > 0)) continue;
      const hurt = harmsFor(i, pool, harms, text.acts);
      const told = withVictims(draftOf(text, s, refined, own), hurt);
      const draft = before ? withParties(told, before.draft) : told;
      drafts.push({ draft, harms: hurt });
      earlier.push({ family, sentence: s.index, draft });
      if (isKind(refined.act, text.acts)) last = { act: refined.act, sentence: s.index };
    }
  }
  return drafts;
}

/** A sentence that gives casualties and no cause tells of casualties. */
function withCasualties(
  pool: readonly Candidate[],
  counts: readonly FoundCount[],
  harms: readonly FoundHarm[],
  acts: Acts,
): readonly Candidate[] {
  const counted = counts.find(
    (c) => c.kind !== 'unit' && (c.count.what === 'killed' || c.count.what === 'injured'),
  );
  const harm = counted ?? harms[0];
  if (!harm || pool.some((c) => takesCasualties(c, acts))) return pool;
  const range: Range = { from: harm.at, to: harm.at + 1 };
  return [...pool, { ...BARE, trigger: [range] }];
}
const BARE: Candidate = {
  act: 'casualties',
  rule: 'shared/counts/casualties',
  pos: 'count',
  lemma: '',
  trigger: [],
  args: { subject: [], object: [], preps: [] },
  roles: NO_ROLES,
  casualty: 'mixed',
  soft: false,
  absorbs: false,
  complement: -1,
};

const HARMING: ReadonlySet<string> = new Set(['attack', 'combat', 'abuse', 'protest', 'interception']);
function takesCasualties(c: Candidate, acts: Acts): boolean {
  return HARMING.has(acts.get(c.act).family);
}

/** A draft with those who came to harm among its victims. */
function withVictims(draft: EventDraft, harms: readonly FoundHarm[]): EventDraft {
  const harmed = harms.flatMap((h) => h.party ?? []);
  const others = draft.victim.filter((p) => !harmed.some((h) => overlaps(h.spans[0]!, p.spans[0]!)));
  return harmed.length === 0 ? draft : { ...draft, victim: [...harmed, ...others] };
}

/** People who came to harm go to the nearest candidate that can hold them. */
function harmsFor(
  i: number,
  pool: readonly Candidate[],
  harms: readonly FoundHarm[],
  acts: Acts,
): FoundHarm[] {
  const distance = (k: number, at: number): number =>
    Math.min(...pool[k]!.trigger.map((t) => Math.abs(t.from - at)));
  const fits = pool.flatMap((p, k) => (takesCasualties(p, acts) ? [k] : []));
  return harms.filter(
    (h) => fits.reduce((a, b) => (distance(b, h.at) < distance(a, h.at) ? b : a), fits[0] ?? -1) === i,
  );
}

/** Counts go to the nearest candidate that can hold them. */
function countsFor(
  c: Candidate,
  i: number,
  pool: readonly Candidate[],
  counts: readonly FoundCount[],
  acts: Acts,
): FoundCount[] {
  return counts.filter((f) => {
    const fits = pool
      .map((p, k) => ({ k, ok: f.kind === 'unit' || takesCasualties(p, acts) || k === i }))
      .filter((x) => x.ok);
    const distance = (k: number): number => Math.min(...pool[k]!.trigger.map((t) => Math.abs(t.from - f.at)));
    const best = fits.reduce((a, b) => (distance(b.k) < distance(a.k) ? b : a), fits[0]!);
    return (
      best.k === i &&
      (f.kind === 'unit' ||
        takesCasualties(c, acts) ||
        acts.get(c.act).family === 'custody' ||
        acts.get(c.act).family === 'civil')
    );
  });
}

/** A report of an event told of before, with the sides that only the earlier report names. */
function withParties(draft: EventDraft, before: EventDraft): EventDraft {
  const told = draft.target.length + draft.victim.length > 0;
  return { ...draft, actor: before.actor, target: told ? draft.target : before.target };
}

function draftOf(text: Text, s: Sentence, c: Candidate, counts: readonly FoundCount[]): EventDraft {
  const entry = text.acts.get(c.act);
  const main = c.trigger[0]!;
  const attribution = text.attributionAt(s.words[main.from]!.start);
  const told = toldAt(
    s,
    main.to - 1 >= main.from ? main.from : main.from,
    attribution === null ? null : text.attributions[attribution]!,
    isHeadline(text, s),
  );
  const parties = (ranges: readonly Range[]): Party[] => ranges.flatMap((r) => partyOf(s, r) ?? []);
  return {
    act: c.act,
    ...ploverOf(entry, told),
    acled: entry.acled,
    cameo: entry.cameo,
    trigger: [...c.trigger]
      .sort((a, b) => a.from - b.from)
      .map((t) => ({ start: s.words[t.from]!.start, end: s.words[t.to - 1]!.end })),
    sentence: s.index,
    actor: parties(c.roles.actor),
    recipient: parties(c.roles.recipient),
    target: parties(c.roles.target),
    victim: parties(c.roles.victim),
    weapon: parties(c.roles.weapon),
    counts: counts.map((f) => f.count),
    factuality: told.factuality,
    status: told.status === 'ongoing' && entry.family === 'statement' ? 'happened' : told.status,
    attribution,
    by: c.rule,
  };
}

/** A headline, by its block, or a line without a closing stop: its present tense tells what happened. */
function isHeadline(text: Text, s: Sentence): boolean {
  const kind = text.input.blocks[s.span.block]?.kind;
  if (kind === 'headline' || kind === 'subheadline' || kind === 'deck') return true;
  return s.words.at(-1)?.kind === 'word';
}

function askedFactuality(text: Text, offset: number): number {
  const s = text.sentences.find((x) => offset < (x.words.at(-1)?.end ?? 0));
  const at = s?.words.findIndex((w) => w.start <= offset && offset < w.end) ?? -1;
  if (!s || at < 0) return 0;
  if (s.tree) return factualityOf(readingOf(s, s.tree, at));
  const attribution = text.attributionAt(offset);
  return toldAt(s, at, attribution === null ? null : text.attributions[attribution]!, isHeadline(text, s))
    .factuality;
}
