import { Option } from 'commander';
import { type Context, warn } from './context.ts';

/** Where commands keep and look for the record unless told otherwise. */
export const DEFAULT_WORKSPACE = './sayso-workspace';

/** `--workspace DIR`, shared by all commands that open one. */
export function workspaceOption(): Option {
  return new Option('-w, --workspace <dir>', 'the folder that holds the record').default(DEFAULT_WORKSPACE);
}

/** `--database URL`, or SAYSO_DATABASE: PostgreSQL in place of the embedded index. */
export function databaseOption(): Option {
  return new Option('--database <url>', 'PostgreSQL ≥ 15 for the index, in place of the embedded one').env(
    'SAYSO_DATABASE',
  );
}

/** The options that open a workspace, without `undefined` where no database is named. */
export function openOptions<R extends string>(
  context: Context,
  role: R,
  database: string | undefined,
): { role: R; now: () => Date; onNote: (message: string) => void; databaseUrl?: string } {
  return {
    role,
    now: context.now,
    onNote: (message) => warn(context, `note: ${message}`),
    ...(database === undefined ? {} : { databaseUrl: database }),
  };
}
