import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StopError } from '../lib/errors.ts';
import { ACTORS, NAMES, registerNames } from './actors.ts';
import { type DataFile, type Fault, faultAt, faultText, openDataFile } from './data-file.ts';
import { ORDERS, orderFault } from './order.ts';
import { registerFaults } from './register/check.ts';
import { Header, TOPICS, topicOf } from './topics.ts';

/** Checks one YAML data file and returns its JSON value. Throws a StopError "file:line: what" at the first fault. */
export function checkDataFile(file: string, text: string): unknown {
  return checkedFile(file, text).value;
}

/** The same, with the way back to its lines. */
function checkedFile(file: string, text: string): DataFile {
  const opened = openDataFile(file, text);
  if ('message' in opened) throw bad(opened);
  const [, folder = '', topic = ''] = /([^/]+)\/([^/]+)\.yaml$/.exec(file) ?? [];
  const known = topicOf(folder, topic);
  if (known === null)
    throw new StopError('bad-data', `${file}: no schema for "${topic}" in src/lexicon/topics.ts`);
  for (const s of [Header, TOPICS[known]!]) {
    const result = s.safeParse(opened.value);
    if (!result.success) throw bad(faultAt(opened, result.error.issues[0]));
  }
  const stray = orderFault(opened.value, ORDERS[known] ?? []);
  if (stray) throw bad(faultAt(opened, stray));
  return opened;
}

const bad = (fault: Fault): StopError => new StopError('bad-data', faultText(fault));

/** Compiles every `data/**.yaml` into `out/**.json`, and removes what an earlier run left of files since gone. */
export function compileData(dataDir: string, out: string): number {
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((f) => f.replaceAll('\\', '/'))
    .filter((f) => f.endsWith('.yaml'))
    .sort();
  const registers: DataFile[] = [];
  for (const file of files) {
    const opened = checkedFile(`data/${file}`, readFileSync(join(dataDir, file), 'utf8'));
    if (/^shared\/(?:actors|places)\//.test(file)) registers.push(opened);
    const { value } = opened;
    const target = join(out, file.replace(/\.yaml$/, '.json'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(value));
  }
  const [fault] = registerFaults(registers);
  if (fault) throw bad(fault);
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
