export * from './export.ts';
export * from './ingest.ts';
export * from './pool.ts';
export * from './release.ts';
