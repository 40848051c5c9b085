import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { StopError } from '../lib/errors.ts';
import { ACTORS, NAMES, registerNames } from './actors.ts';
import { ORDERS, orderFault } from './order.ts';
import { Header, TOPICS } from './topics.ts';

/** Checks one YAML data file and returns its JSON value. Throws a StopError "file:line: what" at the first fault. */
export function checkDataFile(file: string, text: string): unknown {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const fault = doc.errors[0];
  if (fault) throw new StopError('bad-data', `${file}:${lines.linePos(fault.pos[0]).line}: ${fault.message}`);
  const value: unknown = doc.toJS();
  const [, folder = '', topic = ''] = /([^/]+)\/([^/]+)\.yaml$/.exec(file) ?? [];
  const schema = TOPICS[topic] ?? TOPICS[folder];
  if (!schema) throw new StopError('bad-data', `${file}: no schema for "${topic}" in src/lexicon/topics.ts`);
  for (const s of [Header, schema]) {
    const result = s.safeParse(value);
    if (!result.success) throw new StopError('bad-data', describe(file, result.error.issues[0], doc, lines));
  }
  const stray = orderFault(value, ORDERS[topic] ?? []);
  if (stray) throw new StopError('bad-data', describe(file, stray, doc, lines));
  return value;
}

function describe(
  file: string,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
  doc: ReturnType<typeof parseDocument>,
  lines: LineCounter,
): string {
  const path = issue?.path ?? [];
  let node: unknown;
  for (let n = path.length; n >= 0 && !node; n--) node = doc.getIn(path.slice(0, n), true);
  const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0;
  return `${file}:${lines.linePos(offset).line}: ${path.join('.')}: ${issue?.message ?? 'does not fit its schema'}`;
}

/** Compiles every `data/**.yaml` into `out/**.json`, and removes what an earlier run left of files since gone. */
export function compileData(dataDir: string, out: string): number {
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((f) => f.replaceAll('\\', '/'))
    .filter((f) => f.endsWith('.yaml'))
    .sort();
  for (const file of files) {
    const value = checkDataFile(`data/${file}`, readFileSync(join(dataDir, file), 'utf8'));
    const target = join(out, file.replace(/\.yaml$/, '.json'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(value));
  }
  const made = new Set(files.map((f) => f.replace(/\.yaml$/, '.json')));
  for (const old of readdirSync(out, { recursive: true, encoding: 'utf8' }))
    if (old.endsWith('.json') && !made.has(old.replaceAll('\\', '/'))) rmSync(join(out, old));
  return files.length;
}

/** Makes the buffer of the register's names out of its compiled tables; returns its size in bytes. */
export function compileNames(out: string): number {
  const json = Object.fromEntries(
    readdirSync(join(out, ACTORS))
      .filter((f) => f.endsWith('.json'))
      .map((f) => [ACTORS + f.slice(0, -5), JSON.parse(readFileSync(join(out, ACTORS, f), 'utf8'))]),
  );
  const names = registerNames({ json, buffers: {} });
  writeFileSync(join(out, `${NAMES}.bin`), new Uint8Array(names));
  return names.byteLength;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [dataDir = 'data', out = 'dist/data'] = process.argv.slice(2);
  try {
    console.log(`data: ${compileData(dataDir, out)} files compiled`);
    console.log(`names: ${(compileNames(out) / 2 ** 20).toFixed(1)} MB`);
  } catch (error) {
    console.error(error instanceof StopError ? error.message : error);
    process.exitCode = 5;
  }
}
