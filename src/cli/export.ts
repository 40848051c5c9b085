import { Command, Option } from 'commander';
import type { ExportRecord } from '../doc/index.ts';
import { exportRecord } from '../jobs/index.ts';
import { openWorkspace, readHolder } from '../store/index.ts';
import { exportThrough } from './client.ts';
import { type Context, EXIT, put } from './context.ts';
import type { Finish } from './finish.ts';
import { ownLexicon } from './own.ts';
import { releaseOptions } from './release-options.ts';
import { databaseOption, openOptions, workspaceOption } from './workspace-option.ts';

interface Flags {
  readonly workspace: string;
  readonly database?: string;
  readonly format: 'json';
}

/** `sayso export --format json` */
export function exportCommand(context: Context, finish: Finish): Command {
  return new Command('export')
    .addOption(workspaceOption())
    .addOption(databaseOption())
    .addOption(new Option('--format <format>', 'how to write it').choices(['json']).default('json'))
    .addHelpText('after', '\nExample:\n  $ sayso export --workspace my-case --format json > record.json')
    .action(async (flags: Flags) => {
      const record = await exportHereOrThere(context, flags);
      await writeRecord(context, record);
      finish(EXIT.done);
    });
}

async function exportHereOrThere(context: Context, flags: Flags): Promise<ExportRecord> {
  const holder = await readHolder(flags.workspace);
  if (holder?.address) return exportThrough(holder);
  const workspace = await openWorkspace(flags.workspace, {
    ...openOptions(context, 'export', flags.database),
    mustExist: true,
  });
  try {
    return exportRecord(await workspace.whole(), releaseOptions(ownLexicon(context), context.now()));
  } finally {
    await workspace.close();
  }
}

/** One array element a line: large records stay greppable, and memory stays flat. */
async function writeRecord(context: Context, record: ExportRecord): Promise<void> {
  const parts = Object.entries(record);
  await put(context.stdout, '{');
  for (const [i, [key, value]] of parts.entries()) {
    await put(context.stdout, `${i > 0 ? ',' : ''}\n${JSON.stringify(key)}:`);
    if (!Array.isArray(value)) await put(context.stdout, JSON.stringify(value));
    else {
      await put(context.stdout, '[');
      for (const [j, item] of value.entries())
        await put(context.stdout, `${j > 0 ? ',' : ''}\n${JSON.stringify(item)}`);
      await put(context.stdout, ']');
    }
  }
  await put(context.stdout, '\n}\n');
}
