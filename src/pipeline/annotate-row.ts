import type {
  AnnotatedRow,
  AnnotateRow,
  Attribution,
  AttributionOut,
  Count,
  CountOut,
  DayInterval,
  Event,
  EventOut,
  Layers,
  Offsets,
  Party,
  PartyOut,
  Span,
  Speaker,
  SpeakerOut,
} from '../doc/index.ts';
import { offsets } from '../doc/index.ts';
import type { AnyStage } from '../pipeline.ts';
import { textBlocks } from './blocks.ts';
import { languageLayers } from './language-layers.ts';
import { publishedDays, runStages } from './run.ts';

/** Annotates one bare text: all of it is content. `language` is the caller's, or `detected`, or unknown. */
export function annotateRow(
  row: AnnotateRow,
  stages: readonly AnyStage[],
  detected: string | null,
): AnnotatedRow {
  const language = row.language ?? detected;
  const asked = (row.spans ?? []).map(([start, end]) => ({ start, end }));
  const layers = runStages(stages, {
    id: row.id,
    text: row.text,
    blocks: textBlocks(row.text),
    language,
    published: intervalOf(row.published),
    outlet: null,
    asked,
  });
  return { ...rowOf(row.id, language, layers, asked), ...languageLayers(layers, row.layers ?? []) };
}

function intervalOf(published: AnnotateRow['published']): DayInterval | null {
  if (published === undefined || published === null) return null;
  if (typeof published === 'string') return publishedDays({ value: published });
  return { earliest: published[0], latest: published[1] };
}

function rowOf(id: string, language: string | null, layers: Layers, asked: readonly Span[]): AnnotatedRow {
  return {
    id,
    language,
    sentences: layers.sentences.map(({ start, end }) => ({ start, end })),
    mentions: layers.mentions.map(({ start, end, text, kind }, i) => ({
      start,
      end,
      text,
      kind,
      actor: layers.actors[i]?.chosen ?? null,
    })),
    places: layers.places,
    times: layers.times.map(({ reason: _why, ...time }) => time),
    attributions: layers.attributions.map((a) => attributionOut(a, layers)),
    loaded: layers.loaded,
    events: layers.events.map((e, i) => eventOut(e, i, layers)),
    incidents: layers.incidents,
    factualities: asked.map((span, i) => ({ span: offsets(span), value: layers.factualities[i] ?? 0 })),
  };
}

const pairs = (spans: readonly Span[]): readonly Offsets[] => spans.map(offsets);

function actorOf(mention: number | null, actor: string | null, layers: Layers): string | null {
  return actor ?? (mention === null ? null : (layers.actors[mention]?.chosen ?? null));
}

function speakerOut(s: Speaker, layers: Layers): SpeakerOut {
  const { text, kind, named } = s;
  return { spans: pairs(s.spans), text, actor: actorOf(s.mention, s.actor, layers), kind, named };
}

function attributionOut(a: Attribution, layers: Layers): AttributionOut {
  return {
    source: pairs(a.source),
    cue: pairs(a.cue),
    content: pairs(a.content),
    speaker: speakerOut(a.speaker, layers),
    root: speakerOut(a.root, layers),
    via: a.via.map((v) => speakerOut(v, layers)),
    stance: a.stance,
    hedges: pairs(a.hedges),
    form: a.form,
  };
}

function partiesOut(parties: readonly Party[], layers: Layers): readonly PartyOut[] {
  return parties.map((p) => ({
    spans: pairs(p.spans),
    text: p.text,
    mention: p.mention,
    actor: actorOf(p.mention, p.actor, layers),
  }));
}

function countOut(count: Count): CountOut {
  return { ...count, spans: pairs(count.spans) };
}

function eventOut(e: Event, index: number, layers: Layers): EventOut {
  const { by: _rule, ...fields } = e;
  return {
    ...fields,
    trigger: pairs(e.trigger),
    actor: partiesOut(e.actor, layers),
    recipient: partiesOut(e.recipient, layers),
    target: partiesOut(e.target, layers),
    victim: partiesOut(e.victim, layers),
    weapon: partiesOut(e.weapon, layers),
    counts: e.counts.map(countOut),
    incident: layers.incidents.find((i) => i.events.includes(index))?.id ?? null,
  };
}
