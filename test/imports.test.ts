import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SRC = join(ROOT, 'src');
const STAGES = ['capture', 'read', 'dedupe', 'annotate', 'attribute', 'events', 'resolve', 'corroborate'];
const ALL = [
  ...STAGES,
  'lib',
  'doc',
  'lexicon',
  'store',
  'contract',
  'pipeline',
  'jobs',
  'server',
  'score',
  'cli',
  'index',
];

/** Who may import whom. Each module may import itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  doc: ['lib'],
  lexicon: ['doc', 'lib'],
  store: ['doc', 'lib'],
  contract: ['doc'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['doc', 'lib', 'lexicon']])),
  pipeline: [...STAGES, 'lexicon', 'doc', 'lib'],
  jobs: ['pipeline', 'store', 'doc', 'lib'],
  server: ['pipeline', 'jobs', 'store', 'contract', 'doc', 'lib'],
  cli: ['pipeline', 'jobs', 'store', 'contract', 'doc', 'lib', 'server', 'score'],
  score: ['doc', 'lib'],
  index: ALL.filter((module) => module !== 'cli'),
};

/** Node modules that touch the outside world, and who may import them. */
const WORLD: Readonly<Record<string, readonly string[]>> = {
  'node:net': ['capture', 'jobs', 'server', 'store'],
  'node:http': ['capture', 'jobs', 'server', 'store'],
  'node:https': ['capture', 'jobs', 'server', 'store'],
  'node:fs': ['capture', 'lexicon', 'store', 'cli', 'server'],
  'node:fs/promises': ['capture', 'lexicon', 'store', 'cli', 'server'],
};

function sources(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
    .map((f) => join(dir, f));
}

/** The module a file of `src/` belongs to: its top folder, or its own name at the top. */
function moduleOf(file: string): string {
  return (relative(SRC, file).split(/[/\\]/)[0] ?? '').replace(/\.ts$/, '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1] ?? '');
}

/** "events/x.ts imports resolve": every import that the table does not allow. */
function strays(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const from = moduleOf(file);
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => moduleOf(resolve(dirname(file), name)))
      .filter((to) => to !== from && !(MAY[from] ?? []).includes(to))
      .map((to) => `${relative(SRC, file)} imports ${to}`);
  });
}

describe('who may import whom', () => {
  const files = sources(SRC);

  it('sees the sources', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(new Set(files.map(moduleOf))).toEqual(new Set(ALL));
  });

  it('holds for every file of src', () => {
    expect(strays(files)).toEqual([]);
  });

  it('lets only the edges touch files and sockets', () => {
    const found = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => WORLD[name] && !WORLD[name].includes(moduleOf(file)))
        .map((name) => `${relative(SRC, file)} imports ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('lets only cli and server read the environment and the clock', () => {
    const found = files
      .filter((file) => !['cli', 'server'].includes(moduleOf(file)))
      .filter((file) => /process\.env|Date\.now\(\)|new Date\(\)/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(SRC, file));
    // The library's default clock is the one exception: an argument that callers may leave out.
    expect(found.filter((f) => f !== 'index.ts')).toEqual([]);
  });

  it('keeps eval and bench to the public API', () => {
    const outside = ['eval', 'bench'].flatMap((dir) =>
      readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' })
        .filter((f) => /\.(mjs|ts)$/.test(f) && !f.includes('node_modules'))
        .map((f) => join(ROOT, dir, f)),
    );
    const inner = outside.flatMap((file) =>
      importsOf(file)
        .filter((name) => /(^|\/)(src|dist)\//.test(name) && !name.endsWith('/dist/index.js'))
        .map((name) => `${relative(ROOT, file)} imports ${name}`),
    );
    expect(inner).toEqual([]);
  });

  it('keeps the web app to contract and the types of doc', () => {
    const web = readdirSync(join(ROOT, 'web', 'src'), { recursive: true, encoding: 'utf8' })
      .filter((f) => /\.(ts|svelte)$/.test(f))
      .map((f) => join(ROOT, 'web', 'src', f));
    const stray = web.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(ROOT, resolve(dirname(file), name)))
        .filter((to) => to.startsWith('src') && !/^src\/(contract|doc)\//.test(to))
        .map((to) => `${relative(ROOT, file)} imports ${to}`),
    );
    expect(web.length).toBeGreaterThan(3);
    expect(stray).toEqual([]);
  });
});
