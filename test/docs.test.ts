import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, EXAMPLES, printed, ROOT, scratch, stop } from './support/cli.ts';

const FILES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((f) => f.endsWith('.md'))
    .map((f) => `docs/${f}`),
];

/** Commands that this very run is part of, or that `.ci/run` runs itself. */
const RUN_BY_CI = new Set([
  'npm ci',
  'npm test',
  'npm ci && npm test',
  'npm run build',
  'npm run eval',
  'npm run bench',
]);
/** Commands that go on until stopped: they must print the address of a desk that answers. */
const SERVES = /^(sayso serve|npm start|npm ci && npm start)/;

const room = scratch();
afterAll(() => room.remove());

/** A folder as the docs assume it: some pages, and `sayso` on the path. */
beforeAll(() => {
  cpSync(EXAMPLES, join(room.dir, 'examples', 'pages'), { recursive: true });
  cpSync(EXAMPLES, join(room.dir, 'pages'), { recursive: true });
  mkdirSync(join(room.dir, 'bin'));
  writeFileSync(join(room.dir, 'bin', 'sayso'), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`);
  chmodSync(join(room.dir, 'bin', 'sayso'), 0o755);
  mkdirSync(join(room.dir, 'node_modules'));
  symlinkSync(ROOT, join(room.dir, 'node_modules', 'sayso'));
});

const env = () => ({
  ...process.env,
  INIT_CWD: room.dir,
  SAYSO_OWN: join(room.dir, 'own'),
  PATH: `${join(room.dir, 'bin')}:${process.env.PATH}`,
});

function blocks(file: string, language: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (m) => m[1] ?? '',
  );
}

async function serves(command: string): Promise<void> {
  // npm is left out here: `npm start` is exactly this script, and must not install into a run that is under way
  const own = command.replace(
    /^(npm ci && )?npm start( -- .*)?/,
    `"${process.execPath}" "${join(ROOT, 'scripts/start.mjs')}" ${command.includes('--') ? 'pages' : ''} --workspace w-${command.length}`,
  );
  const child = spawn('sh', ['-c', `exec ${own} --port 0`], {
    cwd: room.dir,
    env: env(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const [, address = ''] = await printed(child, /(http:\/\/127\.0\.0\.1:\d+)/);
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>');
  } finally {
    await stop(child);
  }
}

const WITH_COMMANDS = FILES.filter((file) => blocks(file, 'sh').length + blocks(file, 'js').length > 0);

describe.each(WITH_COMMANDS)('the commands in %s', (file) => {
  const commands = blocks(file, 'sh').flatMap((b) => b.trim().split('\n'));
  for (const command of commands.filter((c) => !RUN_BY_CI.has(c)))
    it(command, { timeout: 180_000 }, async () => {
      if (SERVES.test(command)) return serves(command);
      const done = spawnSync('sh', ['-c', command], {
        cwd: room.dir,
        env: env(),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      expect(done.stderr).toBe('');
      expect(done.status).toBe(0);
      return undefined;
    });

  for (const command of commands.filter((c) => RUN_BY_CI.has(c)))
    it(`${command} (run by CI itself)`, () => {
      const ci =
        readFileSync(join(ROOT, '.ci', 'run'), 'utf8') +
        readFileSync(join(ROOT, 'scripts', 'test.mjs'), 'utf8');
      for (const part of command.split(' && ')) {
        const ran =
          part === 'npm run build' ? 'scripts/build.mjs' : part.replace('npm run', 'npm run --silent');
        expect(ci).toContain(ran);
      }
    });

  for (const [i, program] of blocks(file, 'js').entries())
    it(`program ${i + 1}`, () => {
      writeFileSync(join(room.dir, 'program.mjs'), program);
      const done = spawnSync(process.execPath, ['program.mjs'], { cwd: room.dir, encoding: 'utf8' });
      expect(done.stderr).toBe('');
      expect(done.status).toBe(0);
      expect(done.stdout).not.toBe('');
    });
});

it('no document leads to a file that is not there', () => {
  const docs = [
    ...FILES,
    'ARCHITECTURE.md',
    'GLOSSARY.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'examples/README.md',
  ];
  const dead = docs.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const folder = join(ROOT, file, '..');
    return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map((m) => m[1] ?? '')
      .filter((to) => !existsSync(join(folder, to)))
      .map((to) => `${file} → ${to}`);
  });
  expect(dead).toEqual([]);
});

it('no document has a figure left to be filled in', () => {
  const docs = [
    ...FILES,
    'ARCHITECTURE.md',
    'GLOSSARY.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'examples/README.md',
  ];
  expect(docs.filter((file) => /FIG_|TODO|TBD/.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
