import { fileURLToPath } from 'node:url';

/**
 * The path of a build product, wherever the calling module runs from: `dist/` itself, or `src/` under the test runner,
 * which shares the built tables, workers and snapshot.
 */
export function distPath(moduleUrl: string, ...parts: readonly string[]): string {
  const root = moduleUrl.replace(/\/(src|dist)\/(?!.*\/(src|dist)\/).*$/, '/dist/');
  return fileURLToPath(new URL(parts.join('/'), root));
}
