import { Command } from 'commander';
import { ingest, openPool } from '../jobs/index.ts';
import { currentStages, loadLexicon } from '../pipeline/index.ts';
import { openWorkspace, readHolder, type Workspace } from '../store/index.ts';
import { askHolder } from './client.ts';
import { type Context, EXIT, say } from './context.ts';
import type { Finish } from './finish.ts';
import { progressBar } from './progress.ts';
import { databaseOption, openOptions, workspaceOption } from './workspace-option.ts';

interface Flags {
  readonly workspace: string;
  readonly database?: string;
}

/** `sayso rebuild` */
export function rebuildCommand(context: Context, finish: Finish): Command {
  return new Command('rebuild')
    .addOption(workspaceOption())
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  $ sayso rebuild --workspace my-case')
    .action(async (flags: Flags) => {
      const holder = await readHolder(flags.workspace);
      if (holder?.address) await askHolder(holder, 'POST', '/api/v1/rebuild', {});
      else await rebuildHere(context, flags);
      say(context, 'The index was built anew.');
      finish(EXIT.done);
    });
}

async function rebuildHere(context: Context, flags: Flags): Promise<void> {
  const options = { ...openOptions(context, 'rebuild', flags.database), mustExist: true };
  const workspace = await openWorkspace(flags.workspace, options);
  try {
    await rebuildAll(context, workspace);
  } finally {
    await workspace.close();
  }
}

/** Index from the log, what older stages read is read again, and incidents are worked out anew. */
async function rebuildAll(context: Context, workspace: Workspace): Promise<void> {
  const lexicon = loadLexicon();
  const pool = openPool(lexicon.source);
  const bar = progressBar(context);
  try {
    await workspace.rebuild((done, total) => bar.onProgress('read', done, total));
    const options = {
      stages: currentStages(lexicon),
      onProgress: bar.onProgress,
      corroborate: 'always',
    } as const;
    await ingest(workspace, pool, [], options);
  } finally {
    bar.stop();
    await pool.close();
  }
}
