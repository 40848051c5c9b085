import { Command } from 'commander';
import type { PageList } from '../contract/index.ts';
import { corroborateAll, openPool } from '../jobs/index.ts';
import { type Holder, openWorkspace, readHolder } from '../store/index.ts';
import { askHolder } from './client.ts';
import { type Context, EXIT, say } from './context.ts';
import { findCapture, findDigest } from './find-capture.ts';
import type { Finish } from './finish.ts';
import { databaseOption, openOptions, workspaceOption } from './workspace-option.ts';

interface Flags {
  readonly workspace: string;
  readonly database?: string;
  readonly reason: string;
  readonly coder: string;
  readonly json?: boolean;
}

/** `sayso withdraw <capture> --reason …` */
export function withdrawCommand(context: Context, finish: Finish): Command {
  return new Command('withdraw')
    .argument('<capture>', 'its SHA-256, or the first 8 digits or more')
    .requiredOption('--reason <text>', 'why: it is logged and shown for ever')
    .option('--coder <pseudonym>', 'who withdraws it', 'operator')
    .option('--json', 'print the digest of what was withdrawn as JSON')
    .addOption(workspaceOption())
    .addOption(databaseOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ sayso withdraw 9b3450c8 --reason "names a minor" --workspace my-case',
    )
    .action(async (capture: string, flags: Flags) => {
      const holder = await readHolder(flags.workspace);
      const withdrawn = holder?.address
        ? await withdrawThrough(holder, capture, flags)
        : await withdrawHere(context, capture, flags);
      if (flags.json) say(context, JSON.stringify({ withdrawn }));
      else say(context, `Withdrawn: ${withdrawn}. Its digest and the reason stay in the log.`);
      finish(EXIT.done);
    });
}

async function withdrawThrough(holder: Holder, prefix: string, { reason, coder }: Flags): Promise<string> {
  const { pages } = (await askHolder(holder, 'GET', '/api/v1/pages')) as PageList;
  const sha256 = findDigest(
    pages.map((p) => p.sha256),
    prefix,
  );
  await askHolder(holder, 'POST', '/api/v1/withdrawals', { sha256, reason, coder });
  return sha256;
}

async function withdrawHere(context: Context, prefix: string, flags: Flags): Promise<string> {
  const options = { ...openOptions(context, 'withdraw', flags.database), mustExist: true };
  const workspace = await openWorkspace(flags.workspace, options);
  try {
    const pool = openPool();
    try {
      const sha256 = await findCapture(workspace, prefix);
      await workspace.withdraw(sha256, flags.reason, flags.coder);
      await corroborateAll(workspace, pool);
      return sha256;
    } finally {
      await pool.close();
    }
  } finally {
    await workspace.close();
  }
}
