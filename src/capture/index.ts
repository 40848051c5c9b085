export { captureBytes, captureFile, MAX_BYTES } from './file.ts';
export { findInputs } from './find.ts';
export { sniff } from './sniff.ts';
