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
