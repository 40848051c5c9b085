import { Command } from 'commander';
import type { CountsOut } from '../contract/index.ts';
import type { SetAside } from '../doc/index.ts';
import { ingest, openPool } from '../jobs/index.ts';
import { currentStages } from '../pipeline/index.ts';
import { openWorkspace, readHolder, type Workspace } from '../store/index.ts';
import { askHolder } from './client.ts';
import { type Context, EXIT, say, warn } from './context.ts';
import type { Finish } from './finish.ts';
import { ownLexicon } from './own.ts';
import { progressBar } from './progress.ts';
import { databaseOption, openOptions, workspaceOption } from './workspace-option.ts';

interface Flags {
  readonly workspace: string;
  readonly database?: string;
  readonly json?: boolean;
}

/** `sayso rebuild` */
export function rebuildCommand(context: Context, finish: Finish): Command {
  return new Command('rebuild')
    .addOption(workspaceOption())
    .addOption(databaseOption())
    .option('--json', 'print what the record then holds, and what could not be read, as JSON')
    .addHelpText('after', '\nExample:\n  $ sayso rebuild --workspace my-case')
    .action(async (flags: Flags) => {
      const holder = await readHolder(flags.workspace);
      const { counts, setAside } = holder?.address
        ? { counts: (await askHolder(holder, 'POST', '/api/v1/rebuild', {})) as CountsOut, setAside: [] }
        : await rebuildHere(context, flags);
      for (const s of setAside) warn(context, `set aside: ${s.message}`);
      say(context, flags.json ? JSON.stringify({ ...counts, setAside }) : 'The index was built anew.');
      finish(setAside.length > 0 ? EXIT.setAside : EXIT.done);
    });
}

/** What the record holds afterwards, and the pages that could not be read. */
interface Rebuilt {
  readonly counts: CountsOut;
  readonly setAside: readonly SetAside[];
}

async function rebuildHere(context: Context, flags: Flags): Promise<Rebuilt> {
  const options = { ...openOptions(context, 'rebuild', flags.database), mustExist: true };
  const workspace = await openWorkspace(flags.workspace, options);
  try {
    const setAside = await rebuildAll(context, workspace);
    return { counts: await workspace.counts(), setAside };
  } finally {
    await workspace.close();
  }
}

/** Index from the log, what older stages read is read again, and incidents are worked out anew. */
async function rebuildAll(context: Context, workspace: Workspace): Promise<readonly SetAside[]> {
  const lexicon = ownLexicon(context);
  const pool = openPool(lexicon.source);
  const bar = progressBar(context);
  try {
    await workspace.rebuild((done, total) => bar.onProgress('read', done, total));
    const options = {
      stages: currentStages(lexicon),
      onProgress: bar.onProgress,
      corroborate: 'always',
    } as const;
    return (await ingest(workspace, pool, [], options)).setAside;
  } finally {
    bar.stop();
    await pool.close();
  }
}
