/**
 * The workspace store (ARCHITECTURE.md). Truth lies in two places that are only ever appended to: `evidence/warc` keeps the
 * bytes as received, one gzip member a WARC record, and `log` a hash-chained line for each capture, reading, decision,
 * withdrawal and minted key. `openWorkspace` takes the lock, reads the log through, cuts off what an interrupted write
 * left, and brings the index level; from then on the one recorder writes a group of records, makes evidence and then
 * log durable with one fsync each, and only then acknowledges and indexes them. `derived/` keeps the masked output of
 * each reading and of the corpus stages, so that the index (an embedded PGlite in a worker thread, or a PostgreSQL) can
 * be thrown away and rebuilt at any time. A withdrawal is logged first; then the record is overwritten in place by a
 * tombstone of just its length, so that every offset in the chained log stays true, and everything derived from it is
 * removed. `verifyWorkspace` reads evidence and log alone and needs no lock.
 */
export { openWorkspace, readHolder } from './open.ts';
export type {
  Counts,
  DecisionInput,
  Fault,
  Holder,
  IncidentPageOfList,
  IncidentQuery,
  IncidentView,
  OpenOptions,
  Verification,
  WholeRecord,
  Workspace,
} from './types.ts';
export { type VerifyOptions, verifyWorkspace } from './verify.ts';
export { captureMember } from './warc/records.ts';
