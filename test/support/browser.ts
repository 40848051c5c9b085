import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'];

/** Where a Chromium is: as the environment names it, else at the usual paths; `null` when there is none. */
export function chromiumPath(): string | null {
  return [process.env.SAYSO_CHROMIUM, ...USUAL].find((path) => path && existsSync(path)) ?? null;
}

/** A browser with a profile of its own below `dir`, that asks for nothing by itself. */
export function openBrowser(executablePath: string, dir: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(join(dir, 'profile'), {
    executablePath,
    headless: true,
    viewport: { width: 1200, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
