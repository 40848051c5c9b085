// Opens a workspace, says so, and holds it until it is ended. Arguments: the compiled store, the workspace, the role.
import { writeSync } from 'node:fs';

const [store, dir, role = 'serve'] = process.argv.slice(2);
const { openWorkspace } = await import(store);
try {
  const w = await openWorkspace(dir, { role, now: () => new Date() });
  await w.announce('http://127.0.0.1:9', 'token');
  writeSync(1, 'held\n');
  process.stdin.resume().on('end', () => w.close().then(() => process.exit(0)));
} catch (error) {
  writeSync(1, `refused ${error.code} ${error.exitCode} ${error.message}\n`);
  process.exit(4);
}
