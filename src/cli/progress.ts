import cliProgress from 'cli-progress';
import type { Progress } from '../jobs/index.ts';
import type { Context } from './context.ts';

const WORDS = { capture: 'keeping pages', read: 'reading', corroborate: 'comparing reports' } as const;

/** A progress bar on a terminal, silence in a pipe. Call `stop` when done. */
export function progressBar(context: Context): { readonly onProgress: Progress; stop(): void } {
  if (!context.stderr.isTTY) return { onProgress: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} {step}',
    stream: context.stderr as NodeJS.WritableStream,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 30,
  });
  let started = false;
  const onProgress: Progress = (step, done, total) => {
    if (total === 0) return;
    if (!started) bar.start(total, done, { step: WORDS[step] });
    started = true;
    bar.setTotal(total);
    bar.update(done, { step: WORDS[step] });
  };
  return { onProgress, stop: () => bar.stop() };
}

/** A progress bar over the bytes of files, in megabytes, on a terminal; silence in a pipe. Call `stop` when done. */
export function byteBar(
  context: Context,
  what: string,
): { readonly onBytes: (bytes: number, total: number) => void; stop(): void } {
  if (!context.stderr.isTTY) return { onBytes: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    format: `{bar} {value}/{total} MB ${what}`,
    stream: context.stderr as NodeJS.WritableStream,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 30,
  });
  let shown = -1;
  const onBytes = (bytes: number, total: number): void => {
    const megabytes = Math.floor(bytes / MEGABYTE);
    if (megabytes === shown) return;
    if (shown < 0) bar.start(Math.ceil(total / MEGABYTE), 0);
    shown = megabytes;
    bar.update(megabytes);
  };
  return { onBytes, stop: () => bar.stop() };
}
const MEGABYTE = 1e6;
