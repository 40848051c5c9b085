import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The version of the installed package. */
export function version(): string {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
