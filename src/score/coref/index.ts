import { byId, groupBy } from '../core/list.ts';
import { bcubed } from './bcubed.ts';
import { ceafe } from './ceafe.ts';
import { type Clusters, size } from './clusters.ts';
import { muc } from './muc.ts';

/** A topic of an event coreference set in the manner of ECB+. */
export interface TopicGold {
  readonly topic: string | number;
  readonly mentions: readonly {
    readonly text: string;
    readonly cluster: string | number;
    readonly kind: string;
    readonly scored: boolean;
  }[];
}

/** Clusters of indices into the topic's mentions. */
export interface TopicPrediction {
  readonly topic: string | number;
  readonly clusters: readonly (readonly number[])[];
}

/** MUC, B-cubed, CEAF-e and their mean, the CoNLL F1, with and without clusters of one. */
export function scorePartition(key: Clusters, response: Clusters) {
  const many = (clusters: Clusters) => clusters.filter((cluster) => cluster.length > 1);
  return { withSingletons: measures(key, response), withoutSingletons: measures(many(key), many(response)) };
}

function measures(key: Clusters, response: Clusters) {
  const parts = { muc: muc(key, response), b3: bcubed(key, response), ceafe: ceafe(key, response) };
  return { conllF1: (parts.muc.f1 + parts.b3.f1 + parts.ceafe.f1) / 3, ...parts };
}

/** Indices of the mentions that count. */
export function scoredMentions(row: TopicGold, kind = 'event'): number[] {
  return row.mentions.flatMap((mention, i) => (mention.scored && mention.kind === kind ? [i] : []));
}

/** The honest bar: mentions of one topic with the same lower-cased last word are one event. */
export function headBaseline(row: TopicGold, kind = 'event'): TopicPrediction {
  const head = (i: number) => (row.mentions[i]?.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']).at(-1);
  return { topic: row.topic, clusters: [...groupBy(scoredMentions(row, kind), head).values()] };
}

/** All topics as one partition; clusters never cross topics, and a scored mention left out is a cluster of its own. */
export function scoreCoref(
  gold: readonly TopicGold[],
  predicted: readonly TopicPrediction[],
  kind = 'event',
) {
  const predictions = byId(predicted, (row) => row.topic);
  const key = gold.flatMap((row) =>
    [...groupBy(scoredMentions(row, kind), (i) => row.mentions[i]?.cluster).values()].map((c) =>
      named(row, c),
    ),
  );
  const response = gold.flatMap((row) => responseOf(row, predictions.get(String(row.topic)), kind));
  return {
    topics: gold.length,
    mentions: size(key),
    clusters: key.length,
    predictedClusters: response.length,
    ...scorePartition(key, response),
  };
}

const named = (row: TopicGold, cluster: readonly number[]) => cluster.map((i) => `${row.topic}/${i}`);

function responseOf(row: TopicGold, prediction: TopicPrediction | undefined, kind: string): string[][] {
  const left = new Set(scoredMentions(row, kind));
  const clusters: number[][] = [];
  for (const cluster of prediction?.clusters ?? []) {
    const own = cluster.filter((i) => left.has(i));
    for (const i of own) left.delete(i);
    if (own.length > 0) clusters.push(own);
  }
  return [...clusters, ...[...left].map((i) => [i])].map((cluster) => named(row, cluster));
}
