import { readFile, rm } from 'node:fs/promises';
import { docId } from '../doc/index.ts';
import { readCorpus, removeReadings, writeCorpus } from './derived.ts';
import { writeAtomic } from './files.ts';
import type { IndexStore } from './index-store.ts';
import type { Layout } from './layout.ts';
import type { Catalogue } from './log/catalogue.ts';
import { withoutDoc } from './sql/apply-corpus.ts';
import { erase } from './warc/erase.ts';

interface Parts {
  readonly at: Layout;
  readonly catalogue: Catalogue;
  readonly index: IndexStore;
}

/** Notes, before the log does, which capture is being withdrawn: who opens the workspace after a crash finishes it. */
export async function markWithdrawal(at: Layout, digest: string): Promise<void> {
  await writeAtomic(at.withdrawing, Buffer.from(digest));
}

/**
 * Erases the bytes of the marked capture and all that was derived from it, the index's files included, then removes the
 * mark. Does nothing without a mark, and only removes one whose withdrawal was never logged. Can be repeated.
 */
export async function finishWithdrawal({ at, catalogue, index }: Parts): Promise<void> {
  const digest = await readFile(at.withdrawing, 'utf8').catch(() => null);
  if (digest === null) return;
  const capture = catalogue.captures.get(digest);
  const withdrawal = catalogue.withdrawals.get(digest);
  if (capture && withdrawal) {
    await erase(at.warc, capture.body, withdrawal.at);
    await removeReadings(at.derived, digest);
    await pruneCorpus(at, docId(digest));
    await index.rebuild();
  }
  await rm(at.withdrawing, { force: true });
}

async function pruneCorpus(at: Layout, doc: string): Promise<void> {
  const { families, passages } = await readCorpus(at.corpus, 'families');
  const { incidents } = await readCorpus(at.corpus, 'incidents');
  const kept = withoutDoc({ families, passages, incidents }, doc);
  if (kept.families.length + kept.passages.length < families.length + passages.length)
    await writeCorpus(at.corpus, 'families', { families: kept.families, passages: kept.passages });
  if (kept.incidents.length < incidents.length)
    await writeCorpus(at.corpus, 'incidents', { incidents: kept.incidents });
}
