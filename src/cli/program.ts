import { Command, CommanderError } from 'commander';
import { RetryError, SkipError, StopError } from '../lib/errors.ts';
import { COMMANDS, type CommandEntry } from './commands.ts';
import { type Context, EXIT, visibleLines, warn, warnOf } from './context.ts';
import type { Finish } from './finish.ts';
import { version } from './version.ts';

const FOOTER = `
Exit codes: 0 done · 2 bad usage · 3 some inputs set aside (named on stderr) · 4 storage refused · 5 cannot continue

Example:
  $ sayso ingest pages/ --workspace my-case && sayso serve --workspace my-case`;

/** Runs one command line and returns its exit code. Never throws. */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command('sayso')
    .description(
      'On whose say-so? Reads news about armed conflict and keeps a checkable record of who says what.',
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.stdout.write(visibleLines(text)),
      writeErr: (text) => void context.stderr.write(visibleLines(text)),
    })
    .showHelpAfterError('(add --help for usage and an example)')
    .addHelpText('after', FOOTER);
  const finish: Finish = (c) => {
    code = c;
  };
  try {
    for (const entry of COMMANDS) program.addCommand(await commandOf(entry, argv, context, finish, program));
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    return failed(error, context);
  }
}

/** The command itself when the line calls it, else its name and description for the help text. */
async function commandOf(
  entry: CommandEntry,
  argv: readonly string[],
  context: Context,
  finish: Finish,
  program: Command,
): Promise<Command> {
  const called = argv.slice(2).includes(entry.name);
  const command = called ? (await entry.load())(context, finish) : new Command(entry.name);
  return command.description(entry.describe).copyInheritedSettings(program).exitOverride();
}

function failed(error: unknown, context: Context): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof StopError) {
    warn(context, `sayso: ${error.message}`);
    return error.exitCode;
  }
  if (error instanceof SkipError || error instanceof RetryError) {
    warn(context, `sayso: ${error.message}`);
    return EXIT.setAside;
  }
  warnOf(context, 'sayso: this should not happen', error);
  return EXIT.stopped;
}
