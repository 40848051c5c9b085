import { join } from 'node:path';

/** Where everything lies inside a workspace (ARCHITECTURE.md). */
export interface Layout {
  readonly root: string;
  readonly lock: string;
  readonly warc: string;
  readonly log: string;
  readonly derived: string;
  readonly corpus: string;
  readonly index: string;
  /** Names the capture whose withdrawal is under way. */
  readonly withdrawing: string;
}

/** The folders and files of the workspace at `dir`; nothing is touched. */
export function layout(dir: string): Layout {
  return {
    root: dir,
    lock: join(dir, 'lock'),
    warc: join(dir, 'evidence', 'warc'),
    log: join(dir, 'log'),
    derived: join(dir, 'derived'),
    corpus: join(dir, 'derived', 'corpus'),
    index: join(dir, 'index'),
    withdrawing: join(dir, 'withdrawing'),
  };
}
