/**
 * Sayso as a library.
 *
 * @example
 * import { annotate, read } from 'sayso';
 * const page = read('<h1>Blast in Homs</h1><p>Two people were hurt, police said.</p>', { name: 'page.html' });
 * const row = annotate({ id: '1', text: 'Two people were hurt in Homs, police said.' });
 */
import type {
  AnnotatedRow,
  AnnotateRow,
  ExportRecord,
  IngestSummary,
  ReadOutput,
  Taken,
  WordModels,
} from './doc/index.ts';
import { exportRecord, ingest, openPool, type Progress } from './jobs/index.ts';
import { SkipError } from './lib/errors.ts';
import { detectLanguage } from './lib/language.ts';
import {
  type AnyStage,
  annotateRow,
  captureBytes,
  currentStages,
  documentStages,
  findInputs,
  isUrl,
  type Lexicon,
  loadLexicon,
  wordModels as modelsOf,
  pagesOfFile,
  read as readCapture,
  readOutput,
  recordsOfFile,
  releaseKnowledge,
  type WarcCut,
  webCapture,
} from './pipeline/index.ts';
import { type OpenOptions, openWorkspace as openStore, type Workspace as Store } from './store/index.ts';

export type * from './doc/index.ts';
export { buildDictionary } from './lexicon/dictionary.ts';
export * as lexiconTools from './lexicon/tools.ts';
export { RetryError, SkipError, StopError } from './lib/errors.ts';
export * from './score/index.ts';
export { verifyWorkspace } from './store/index.ts';

let loaded: { readonly lexicon: Lexicon; readonly stages: readonly AnyStage[] } | null = null;

/** The tables and stages of this thread, made at first use (about a third of a second). */
function ready(): { readonly lexicon: Lexicon; readonly stages: readonly AnyStage[] } {
  if (!loaded) {
    const lexicon = loadLexicon();
    loaded = { lexicon, stages: documentStages(lexicon) };
  }
  return loaded;
}

/**
 * Reads one page: what each stretch of it is, where its articles lie, and how all of it leads back to bytes. Offsets are
 * UTF-16 code units of the returned `text`; comments are in the clear. Throws a SkipError for bytes that are no text.
 */
export function read(page: Uint8Array | string, options: { readonly name?: string } = {}): ReadOutput {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  const captured = captureBytes(bytes, options.name ?? 'page');
  if ('code' in captured) throw new SkipError(captured.code, captured.message);
  return readOutput(readCapture(captured, ready().lexicon));
}

/**
 * The pages of a file, one after the other: the file itself, or what a WARC, WACZ or MHTML archive holds. What could not be
 * taken stands among them with its reason; nothing is thrown for a bad file.
 */
export function pagesOf(path: string): AsyncIterable<Taken> {
  return pagesOfFile(path);
}

/** The records of a WARC file, whatever they are, with their blocks as received; damage stands among them as a fault. */
export function warcRecords(path: string): AsyncIterable<WarcCut> {
  return recordsOfFile(path);
}

/** Annotates one bare text, all of it content (docs/record.md). Offsets are UTF-16 code units of the row's `text`. */
export function annotate(row: AnnotateRow): AnnotatedRow {
  return annotateRow(row, ready().stages, row.language ?? detectLanguage(row.text));
}

/** The document stages of this thread in their order, for programs that time or run them one by one. */
export function stages(): readonly AnyStage[] {
  return ready().stages;
}

/**
 * The language models for words that are cut already: tags, lemmas, trees and names (docs/language.md). A language without
 * models gives `null` for what it lacks.
 */
export function wordModels(language = 'en'): WordModels {
  return modelsOf(ready().lexicon, language);
}

/** An open workspace as programs use it; close it, or its lock stays until the process ends. */
export interface OpenedWorkspace {
  /** Keeps and reads files, folders and URLs; what could not be taken is in `setAside`, never thrown. */
  ingest(paths: readonly string[], onProgress?: Progress): Promise<IngestSummary>;
  /** The whole record as it may leave Sayso now. */
  export(): Promise<ExportRecord>;
  /** The store itself, before the recency rule: for tools that stay inside the workspace. */
  readonly store: Store;
  close(): Promise<void>;
}

/** Opens a folder as a workspace, making it when it is not there. Throws a StopError when another process holds it. */
export async function openWorkspace(
  dir: string,
  options: Partial<Pick<OpenOptions, 'now' | 'databaseUrl' | 'onNote' | 'mustExist'>> & {
    readonly version?: string;
  } = {},
): Promise<OpenedWorkspace> {
  const { version = 'library', now = () => new Date(), ...rest } = options;
  const store = await openStore(dir, { role: 'other', now, ...rest });
  const { lexicon } = ready();
  const pool = openPool(lexicon.source);
  return {
    store,
    ingest: async (paths, onProgress) => {
      const found = await findInputs(paths);
      const fetchPages = webCapture({ now, validators: (url) => store.validators(url) });
      const inputs = found.inputs.map((path) => () => (isUrl(path) ? fetchPages(path) : pagesOfFile(path)));
      const stages = currentStages(lexicon);
      const summary = await ingest(store, pool, inputs, { stages, ...(onProgress ? { onProgress } : {}) });
      return { ...summary, setAside: [...found.setAside, ...summary.setAside] };
    },
    export: async () =>
      exportRecord(await store.whole(), { version, now: now(), ...releaseKnowledge(lexicon) }),
    close: async () => {
      await pool.close();
      await store.close();
    },
  };
}
