import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HttpFault, sendFault } from './faults.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
/** The build puts a digest into the name of every file below `assets/`: such a file never changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

interface Asset {
  readonly body: Buffer;
  readonly type: string;
  readonly cache: string;
}

/**
 * Serves the built desk. Only names found in the folder when the server starts are answered, so no address can lead
 * out of it; links and unknown file types are not served. A client route gets `index.html`.
 */
export function serveDesk(server: FastifyInstance, webRoot: string): void {
  const assets = readAssets(webRoot);
  server.get('/*', async (request, reply) => {
    const path = request.url.split(/[?#]/, 1)[0] ?? '/';
    const asset = assets.get(path);
    if (asset) return sendAsset(reply, asset);
    const index = assets.get('/index.html');
    if (!isClientRoute(path))
      return sendFault(reply, new HttpFault(404, 'not-found', 'there is no such file: start again at /'));
    if (!index)
      return sendFault(reply, new HttpFault(503, 'not-built', 'the desk is not built: run "npm run build"'));
    return sendAsset(reply, index);
  });
}

/** A file has an ending or lies in a folder of files; what remains is a view of the desk. */
function isClientRoute(path: string): boolean {
  return !path.startsWith('/assets/') && !/\.[a-z0-9]{1,8}$/i.test(path);
}

function sendAsset(reply: FastifyReply, asset: Asset): FastifyReply {
  return reply.type(asset.type).header('cache-control', asset.cache).send(asset.body);
}

function readAssets(webRoot: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const { folder, name } of filesBelow(webRoot, '')) {
    const type = MEDIA_TYPES[extname(name)];
    if (!type) continue;
    const path = `${folder}/${name}`;
    const cache = folder.startsWith('/assets') ? IMMUTABLE : 'no-cache';
    assets.set(path, { body: readFileSync(join(webRoot, path)), type, cache });
  }
  const index = assets.get('/index.html');
  if (index) assets.set('/', index);
  return assets;
}

function* filesBelow(root: string, folder: string): Generator<{ folder: string; name: string }> {
  for (const entry of listed(join(root, folder))) {
    if (entry.isFile()) yield { folder, name: entry.name };
    else if (entry.isDirectory()) yield* filesBelow(root, `${folder}/${entry.name}`);
  }
}

function listed(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return []; // not built yet: said by the route
  }
}
