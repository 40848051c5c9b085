import type { ExportOptions } from '../jobs/index.ts';
import { type Lexicon, releaseKnowledge } from '../pipeline/index.ts';
import { version } from './version.ts';

/** All that the release gate needs, at this moment. */
export function releaseOptions(lexicon: Lexicon, now: Date): ExportOptions {
  return { version: version(), now, ...releaseKnowledge(lexicon) };
}
