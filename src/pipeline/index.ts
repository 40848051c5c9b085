export { wordModels } from '../annotate/index.ts';
export {
  captureBytes,
  captureFile,
  type FetchOptions,
  findInputs,
  isUrl,
  MAX_BYTES,
  pagesOfBytes,
  pagesOfFile,
  recordsOfFile,
  type WarcCut,
  webCapture,
} from '../capture/index.ts';
export { corroborate } from '../corroborate/index.ts';
export { findFamilies } from '../dedupe/index.ts';
export {
  type Lexicon,
  type LexiconSource,
  lexiconFrom,
  loadLexicon,
  readLexiconSource,
} from '../lexicon/index.ts';
export { type AnyStage, currentStages, documentStages } from '../pipeline.ts';
export { read } from '../read/index.ts';
export { annotateRow } from './annotate-row.ts';
export { articleBlocks } from './blocks.ts';
export { readOutput } from './read-output.ts';
export { type ReleaseKnowledge, releaseKnowledge } from './release-knowledge.ts';
export { publishedDays, readingOf, runStages, stageNames } from './run.ts';
