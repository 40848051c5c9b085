import { Command } from 'commander';
import { verifyWorkspace } from '../store/index.ts';
import { type Context, EXIT, say, warn } from './context.ts';
import type { Finish } from './finish.ts';

/** `sayso verify <workspace>` */
export function verifyCommand(context: Context, finish: Finish): Command {
  return new Command('verify')
    .argument('<workspace>', 'the folder that holds the record')
    .option('--head <hash>', 'a head noted earlier: fails unless the log still holds that entry')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', '\nExample:\n  $ sayso verify my-case --head 4f2c…')
    .action(async (dir: string, flags: { head?: string; json?: boolean }) => {
      const outcome = await verifyWorkspace(dir, flags.head === undefined ? {} : { knownHead: flags.head });
      if (flags.json) say(context, JSON.stringify(outcome));
      else {
        for (const fault of outcome.faults) warn(context, `fault: ${fault.where}: ${fault.what}`);
        say(
          context,
          `${outcome.entries} log entries, ${outcome.captures} captures, ${outcome.withdrawn.length} withdrawn, ${outcome.faults.length} faults.`,
        );
        if (outcome.head)
          say(context, `Head: ${outcome.head} (keep it elsewhere: a later cut or rewrite will show)`);
      }
      finish(outcome.faults.length > 0 ? EXIT.storage : EXIT.done);
    });
}
