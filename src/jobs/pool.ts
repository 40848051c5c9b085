import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { CapturedBytes, Reading } from '../doc/index.ts';
import { distPath } from '../lib/dist.ts';
import { type LexiconSource, readLexiconSource } from '../pipeline/index.ts';
import type { CorpusInput, CorpusOutput, Job } from './worker.ts';

/** More threads than this cost memory (each has its own lexicon views) without reading faster on a laptop. */
const MOST_THREADS = 8;

/** Worker threads for the stages: one lexicon source, shared by all. */
export interface Pool {
  readonly threads: number;
  read(captured: CapturedBytes): Promise<Reading>;
  corpus(input: CorpusInput): Promise<CorpusOutput>;
  close(): Promise<void>;
}

/** Starts the pool; threads start when work comes, and end when idle. */
export function openPool(
  source: LexiconSource = readLexiconSource(),
  threads: number = Math.min(MOST_THREADS, Math.max(1, availableParallelism())),
): Pool {
  const pool = new Piscina({
    filename: distPath(import.meta.url, 'jobs/worker.js'),
    workerData: source,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 5_000,
  });
  const run = (job: Job): Promise<unknown> => pool.run(job);
  return {
    threads,
    read: async ({ capture, body }) => (await run({ kind: 'read', capture, body })) as Reading,
    corpus: async (corpus) => (await run(corpusJob(corpus))) as CorpusOutput,
    close: () => pool.destroy(),
  };
}

/** The job with each page's text once: a page of thousands of articles would be copied thousands of times. */
function corpusJob(corpus: CorpusInput): Job {
  const texts = new Map(corpus.articles.map((a) => [a.doc, a.text]));
  const articles = corpus.articles.map((a) => ({ ...a, text: '' }));
  return { kind: 'corpus', corpus: { ...corpus, articles }, texts };
}
