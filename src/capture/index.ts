export { captureBytes, MAX_BYTES } from './bytes.ts';
export { type CaptureOptions, captureFile, pagesOfBytes, pagesOfFile, recordsOfFile } from './file.ts';
export { findInputs } from './find.ts';
export { sniff } from './sniff.ts';
export type { Cut as WarcCut, WarcFault, WarcRecord } from './warc/index.ts';
export { type FetchOptions, isUrl, type Validators, webCapture } from './web/index.ts';
