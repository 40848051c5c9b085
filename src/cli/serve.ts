import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { INCIDENT_HOLD_HOURS, recencyRule } from '../doc/index.ts';
import { openPool } from '../jobs/index.ts';
import { distPath } from '../lib/dist.ts';
import { StopError } from '../lib/errors.ts';
import { buildServer } from '../server/index.ts';
import { openWorkspace, readHolder } from '../store/index.ts';
import { type Context, EXIT, say, warn, warnOf } from './context.ts';
import { deskJobs } from './desk-jobs.ts';
import type { Finish } from './finish.ts';
import { ownLexicon } from './own.ts';
import { releaseOptions } from './release-options.ts';
import { version } from './version.ts';
import { databaseOption, openOptions, workspaceOption } from './workspace-option.ts';

/** Where the desk is served unless told otherwise: a number nothing else on a desk computer tends to use. */
const DEFAULT_PORT = 4717;

/** What asks the desk to end. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** How long ending may take, in ms: service managers send SIGKILL after 10 s or more. */
const MOST_ENDING_MS = 5_000;

interface Flags {
  readonly workspace: string;
  readonly database?: string;
  readonly port: number;
  readonly holdHours?: number;
}

/** `sayso serve` */
export function serveCommand(context: Context, finish: Finish): Command {
  return new Command('serve')
    .addOption(workspaceOption())
    .addOption(databaseOption())
    .option('-p, --port <number>', 'port on 127.0.0.1; 0 takes any free one', portOf, DEFAULT_PORT)
    .option(
      '--hold-hours <hours>',
      `hold fresh incidents back for longer than ${INCIDENT_HOLD_HOURS} hours`,
      hoursOf,
    )
    .addHelpText('after', '\nExample:\n  $ sayso serve --workspace my-case --port 4717')
    .action(async (flags: Flags) => {
      await refuseSecond(flags.workspace);
      await serve(context, flags);
      finish(EXIT.done);
    });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535');
  return port;
}

function hoursOf(text: string): number {
  const hours = Number(text);
  if (!Number.isFinite(hours) || hours < INCIDENT_HOLD_HOURS)
    throw new InvalidArgumentError(
      `${INCIDENT_HOLD_HOURS} or more: the hold can be lengthened, never shortened`,
    );
  return hours;
}

async function refuseSecond(dir: string): Promise<void> {
  const holder = await readHolder(dir);
  if (holder?.address)
    throw new StopError(
      'served',
      `${dir} is served already by process ${holder.pid} at ${holder.address}: open that address, or stop it first`,
      4,
    );
}

async function serve(context: Context, flags: Flags): Promise<void> {
  const workspace = await openWorkspace(flags.workspace, openOptions(context, 'serve', flags.database));
  const lexicon = ownLexicon(context);
  const pool = openPool(lexicon.source);
  const token = randomBytes(32).toString('base64url');
  const release = releaseOptions(lexicon, context.now());
  const recency = recencyRule(flags.holdHours === undefined ? {} : { incidentHours: flags.holdHours });
  let ending = false;
  const server = buildServer({
    workspace,
    version: version(),
    now: context.now,
    token,
    webRoot: distPath(import.meta.url, 'web'),
    recency,
    release,
    onError: (error) => {
      if (!ending) warnOf(context, 'error', error); // what Ctrl-C cuts short fails, as it should
    },
    jobs: deskJobs({
      workspace,
      pool,
      lexicon,
      release: () => ({ ...releaseOptions(lexicon, context.now()), recency }),
    }),
  });
  try {
    const address = await listen(server, flags.port);
    await workspace.announce(address, token);
    say(context, `The desk is at ${address}  (stop with Ctrl-C)`);
    await stopped();
  } finally {
    ending = true;
    const late = setTimeout(() => giveUp(context), MOST_ENDING_MS);
    await pool.close(); // first, so that no request waits for a long reading
    await server.close();
    await workspace.close();
    clearTimeout(late);
  }
}

/**
 * Nothing acknowledged is lost: the next command finishes what was begun, and takes over the lock. An ordinary exit would
 * wait for every thread, and one that is deep in a long search hears nothing.
 */
function giveUp(context: Context): void {
  warn(context, 'note: work under way did not end in time and was cut short; the next command takes it up');
  process.kill(process.pid, 'SIGKILL');
}

async function listen(server: ReturnType<typeof buildServer>, port: number): Promise<string> {
  try {
    return await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StopError(
      'port',
      `port ${port} of 127.0.0.1 is taken, perhaps by another "sayso serve": stop it, or give --port 0`,
      5,
    );
  }
}

/** Resolves at Ctrl-C or a polite kill. From then on no signal is caught: a second one ends the process at once. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}
