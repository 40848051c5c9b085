#!/usr/bin/env node
// `npm start [-- paths…] [--workspace DIR] [--port N]`: builds what is stale, reads the bundled examples or the paths given, serves the desk.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const from = process.env.INIT_CWD ?? process.cwd();

/** Splits the arguments into paths, and the flags that are meant for the commands. */
function parse(args) {
  const flags = { workspace: null, port: null };
  const paths = [];
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = args[i].split('=');
    if (name === '--workspace' || name === '--port') flags[name.slice(2)] = inline ?? args[++i];
    else paths.push(args[i]);
  }
  return { paths, flags };
}

const { paths, flags } = parse(process.argv.slice(2));
const examples = paths.length === 0;
const workspace = flags.workspace ?? join(root, '.sayso', examples ? 'examples' : 'pages');
const cli = join(root, 'dist', 'cli', 'main.js');

const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

console.log(examples ? 'Reading the bundled examples …' : `Reading ${paths.join(' ')} …`);
const inputs = examples ? [join(root, 'examples', 'pages')] : paths;
const ingested = spawnSync(process.execPath, [cli, 'ingest', ...inputs, '--workspace', workspace], {
  stdio: 'inherit',
  cwd: from,
});
// 3 = some inputs were set aside and named: the rest is there to be looked at
if (ingested.status !== 0 && ingested.status !== 3) process.exit(ingested.status ?? 1);

const port = flags.port === null ? [] : ['--port', flags.port];
const desk = spawn(process.execPath, [cli, 'serve', '--workspace', workspace, ...port], {
  stdio: 'inherit',
  cwd: from,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => desk.kill(signal));
desk.on('exit', (code) => process.exit(code ?? 0));
