import { Command, CommanderError } from 'commander';
import { RetryError, SkipError, StopError } from '../lib/errors.ts';
import { annotateCommand } from './annotate.ts';
import { type Context, EXIT, warn } from './context.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { ingestCommand } from './ingest.ts';
import { readCommand } from './read.ts';
import { rebuildCommand } from './rebuild.ts';
import { scoreCommand } from './score.ts';
import { serveCommand } from './serve.ts';
import { verifyCommand } from './verify.ts';
import { version } from './version.ts';
import { withdrawCommand } from './withdraw.ts';

/** A command's own action hands its exit code here. */
export type Finish = (code: number) => void;

const COMMANDS = [
  ingestCommand,
  serveCommand,
  readCommand,
  annotateCommand,
  exportCommand,
  verifyCommand,
  scoreCommand,
  rebuildCommand,
  withdrawCommand,
  doctorCommand,
];

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
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
    })
    .showHelpAfterError('(add --help for usage and an example)')
    .addHelpText('after', FOOTER);
  const finish: Finish = (c) => {
    code = c;
  };
  for (const make of COMMANDS) program.addCommand(inherit(make(context, finish), program));
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    return failed(error, context);
  }
}

function inherit(command: Command, program: Command): Command {
  return command.copyInheritedSettings(program).exitOverride();
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
  warn(
    context,
    `sayso: this should not happen: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
  );
  return EXIT.stopped;
}
