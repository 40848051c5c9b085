import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IngestSummary, recencyRule } from '../../src/doc/index.ts';
import { StopError } from '../../src/lib/errors.ts';
import type { GivenFile, ServerDeps } from '../../src/server/index.ts';
import { memoryWorkspace } from './memory-workspace.ts';
import { sampleRecord } from './sample.ts';

export const TOKEN = 'a-token-of-the-test';
export const AUTH = { authorization: `Bearer ${TOKEN}` };
export const root = mkdtempSync(join(tmpdir(), 'sayso-server-'));
export const record = sampleRecord();
export const given: (GivenFile & { more: boolean })[] = [];
export const errors: unknown[] = [];
export const SUMMARY: IngestSummary = {
  taken: 1,
  known: 0,
  setAside: [],
  pages: 2,
  articles: 2,
  claims: 4,
  reports: 4,
  incidents: 1,
};

/** Long after the sample's events, so that nothing is held back unless a test says so. */
const LATER = new Date('2022-01-01T00:00:00Z');

export function deps(changes: Partial<ServerDeps> = {}): ServerDeps {
  return {
    workspace: memoryWorkspace(record),
    version: '0.0.0',
    now: () => LATER,
    token: TOKEN,
    webRoot: join(root, 'web'),
    recency: recencyRule(),
    release: {
      version: '0.0.0',
      now: LATER,
      isMovement: () => false,
      title: (reports) => `released: ${reports[0]?.place?.name}`,
      role: (kind) => `a ${kind}`,
      actor: () => null,
    },
    jobs: {
      ingest: async (files, _onProgress, more = false) => {
        given.push(...files.map((f) => ({ ...f, more })));
        return SUMMARY;
      },
      exportRecord: async () => {
        throw new Error('a secret path');
      },
      rebuild: async () => {
        throw new StopError('locked', 'the index is locked: stop the other process', 4);
      },
      withdraw: async () => undefined,
    },
    onError: (error) => errors.push(error),
    ...changes,
  };
}

/** A built desk of two files, beside one that must never be served and a link that leads to it. */
export function layDesk(): void {
  mkdirSync(join(root, 'web/assets'), { recursive: true });
  writeFileSync(join(root, 'web/index.html'), '<!doctype html><title>desk</title>');
  writeFileSync(join(root, 'web/assets/a-1b2c.js'), 'export {}');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  symlinkSync(join(root, 'secret.txt'), join(root, 'web/link.txt'));
}

export function removeDesk(): void {
  rmSync(root, { recursive: true });
}
