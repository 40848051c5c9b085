export * from './annotate.ts';
export * from './api.ts';
export * from './base.ts';
export * from './export.ts';
export * from './page.ts';
export * from './record.ts';
