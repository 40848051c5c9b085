import type { ExportOptions } from '../jobs/index.ts';
import { corroborateAll, exportRecord, ingest, type Pool } from '../jobs/index.ts';
import { currentStages, type Lexicon, pagesOfBytes } from '../pipeline/index.ts';
import type { DeskJobs } from '../server/index.ts';
import type { Workspace } from '../store/index.ts';
import { findCapture } from './find-capture.ts';

/** What the long work behind the desk's routes runs on. */
export interface DeskParts {
  readonly workspace: Workspace;
  readonly pool: Pool;
  readonly lexicon: Lexicon;
  /** The release gate as of now. */
  readonly release: () => ExportOptions;
}

/** The long work of a serving process: the same jobs that the commands run when no one holds the workspace. */
export function deskJobs({ workspace, pool, lexicon, release }: DeskParts): DeskJobs {
  const stages = currentStages(lexicon);
  return {
    ingest: (files, onProgress, more = false) => {
      const inputs = files.map((file) => () => pagesOfBytes(file.bytes, file.name));
      return ingest(workspace, pool, inputs, { stages, onProgress, corroborate: more ? 'later' : 'changed' });
    },
    exportRecord: async () => exportRecord(await workspace.whole(), release()),
    rebuild: async () => {
      await workspace.rebuild();
      await ingest(workspace, pool, [], { stages, corroborate: 'always' });
    },
    withdraw: async (sha256, reason, coder) => {
      await workspace.withdraw(await findCapture(workspace, sha256), reason, coder);
      await corroborateAll(workspace, pool);
    },
  };
}
