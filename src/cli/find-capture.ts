import { StopError } from '../lib/errors.ts';
import type { Workspace } from '../store/index.ts';

/** Fewer digits could name the wrong page. */
const LEAST_DIGITS = 8;

/** The one capture whose digest begins with `prefix`. */
export async function findCapture(workspace: Workspace, prefix: string): Promise<string> {
  return findDigest(
    (await workspace.captures()).map((c) => c.capture.sha256),
    prefix,
  );
}

/** The one of `digests` that begins with `prefix`. */
export function findDigest(digests: readonly string[], prefix: string): string {
  if (prefix.length < LEAST_DIGITS || !/^[0-9a-f]+$/.test(prefix))
    throw new StopError(
      'bad-digest',
      `"${prefix}" is no digest: give ${LEAST_DIGITS} or more hex digits of the SHA-256`,
      2,
    );
  const all = digests.filter((s) => s.startsWith(prefix));
  const [one, ...more] = all;
  if (one === undefined)
    throw new StopError('no-capture', `no capture begins with ${prefix}: "sayso export" lists them`, 2);
  if (more.length > 0)
    throw new StopError('many-captures', `${all.length} captures begin with ${prefix}: give more digits`, 2);
  return one;
}
