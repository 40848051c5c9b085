import { workerData } from 'node:worker_threads';
import type {
  Capture,
  Claim,
  CorpusArticle,
  Family,
  Incident,
  IncidentKey,
  Passage,
  Reading,
  Report,
} from '../doc/index.ts';
import {
  corroborate,
  documentStages,
  findFamilies,
  type LexiconSource,
  lexiconFrom,
  read,
  readingOf,
} from '../pipeline/index.ts';

/** What a worker thread is asked for. Everything is plain data: it is copied over, the tables are shared. */
export type Job =
  | { readonly kind: 'read'; readonly capture: Capture; readonly body: Uint8Array }
  | {
      readonly kind: 'corpus';
      /** Its articles come without their texts, which would be copied once an article. */
      readonly corpus: CorpusInput;
      /** The text of each page, by Doc id. */
      readonly texts: ReadonlyMap<string, string>;
    };

/** Everything the corpus stages look at. */
export interface CorpusInput {
  readonly articles: readonly CorpusArticle[];
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
  readonly keys: readonly IncidentKey[];
}

export interface CorpusOutput {
  readonly families: readonly Family[];
  readonly passages: readonly Passage[];
  readonly incidents: readonly Incident[];
  readonly minted: readonly IncidentKey[];
}

// `workerData` is [threadOptions, ours] or ours, depending on how the pool hands it over.
const source = (Array.isArray(workerData) ? workerData[1] : workerData) as LexiconSource;
const lexicon = lexiconFrom(source);
const stages = documentStages(lexicon);

/** Reads one capture into its part of the record, or runs the corpus stages over the whole of it. */
export default function work(job: Job): Reading | CorpusOutput {
  if (job.kind === 'read') return readingOf(read({ capture: job.capture, body: job.body }, lexicon), stages);
  const articles = job.corpus.articles.map((a) => ({ ...a, text: job.texts.get(a.doc) ?? '' }));
  const { families, passages } = findFamilies(articles);
  const { incidents, minted } = corroborate({ ...job.corpus, articles, families, passages }, lexicon);
  return { families, passages, incidents, minted };
}
