import { Command } from 'commander';
import { corroborateAll, openPool } from '../jobs/index.ts';
import { openWorkspace, readHolder } from '../store/index.ts';
import { askHolder } from './client.ts';
import { type Context, EXIT, say } from './context.ts';
import { findCapture } from './find-capture.ts';
import type { Finish } from './finish.ts';
import { databaseOption, openOptions, workspaceOption } from './workspace-option.ts';

interface Flags {
  readonly workspace: string;
  readonly database?: string;
  readonly reason: string;
  readonly coder: string;
}

/** `sayso withdraw <capture> --reason …` */
export function withdrawCommand(context: Context, finish: Finish): Command {
  return new Command('withdraw')
    .argument('<capture>', 'its SHA-256, or the first 8 digits or more')
    .requiredOption('--reason <text>', 'why: it is logged and shown for ever')
    .option('--coder <pseudonym>', 'who withdraws it', 'operator')
    .addOption(workspaceOption())
    .addOption(databaseOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ sayso withdraw 9b3450c8 --reason "names a minor" --workspace my-case',
    )
    .action(async (capture: string, flags: Flags) => {
      const holder = await readHolder(flags.workspace);
      const { reason, coder } = flags;
      if (holder?.address)
        await askHolder(holder, 'POST', '/api/v1/withdrawals', { sha256: capture, reason, coder });
      else await withdrawHere(context, capture, flags);
      say(context, `Withdrawn: ${capture}. Its digest and the reason stay in the log.`);
      finish(EXIT.done);
    });
}

async function withdrawHere(context: Context, prefix: string, flags: Flags): Promise<void> {
  const options = { ...openOptions(context, 'withdraw', flags.database), mustExist: true };
  const workspace = await openWorkspace(flags.workspace, options);
  try {
    const pool = openPool();
    try {
      await workspace.withdraw(await findCapture(workspace, prefix), flags.reason, flags.coder);
      await corroborateAll(workspace, pool);
    } finally {
      await pool.close();
    }
  } finally {
    await workspace.close();
  }
}
