import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentList, PageDetail, PageHead, PageList } from '../src/contract/index.ts';
import { FILLER } from '../src/doc/index.ts';
import { chromiumPath, openBrowser } from './support/browser.ts';
import { EXAMPLES, printed, ROOT, sayso, scratch, start, stop } from './support/cli.ts';

const PAYLOAD = '<img src=x onerror="window.__sayso_xss=1"><script>window.__sayso_xss=1</script>';
const ESCAPED = PAYLOAD.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page that tries to run code in the desk, from its title, its text, its comments and its own scripts. */
const HOSTILE = `<!doctype html><html lang="en"><head><title>Shells hit ${ESCAPED} Raqqa</title>
<script>window.__sayso_xss=1</script></head><body onload="window.__sayso_xss=1"><article>
<h1>Shells hit ${ESCAPED} Raqqa</h1><p>By Odile Farn, 4 May 2021</p>
<p>Three people were killed when shells hit a bakery ${ESCAPED} in Raqqa on Tuesday, the city's mayor said.</p>
<p>The army denied that it had shelled the city. <img src=x onerror="window.__sayso_xss=1">"We did not fire,"
a spokesman said.</p></article>
<section class="comments" id="comments"><h3>Comments</h3><div class="comment"><b>nightowl_77</b>
<p>zanzibar words of a reader ${ESCAPED}</p></div></section></body></html>`;

const ARABIC = `<!doctype html><html lang="ar" dir="rtl"><head><title>مقتل شخصين في قصف على الرقة</title></head><body><article>
<h1>مقتل شخصين في قصف على الرقة</h1><p>5 مايو 2021</p>
<p>قال محافظ الرقة إن شخصين قتلا يوم الثلاثاء في قصف على مخبز في المدينة.</p>
<p>ونفى الجيش أنه قصف المدينة.</p></article></body></html>`;

const executable = chromiumPath();
if (!executable)
  console.warn(
    '\n!!! THE BROWSER PART OF THE DESK WAS LEFT OUT: no Chromium was found.\n!!! Install one (Debian: apt-get install chromium) or name it in SAYSO_CHROMIUM.\n',
  );

describe.skipIf(!executable)('the desk in a browser', () => {
  const room = scratch();
  const faults: string[] = [];
  let served: ChildProcess;
  let base = '';
  let browser: BrowserContext;
  let page: Page;
  let pages: readonly PageHead[];

  beforeAll(async () => {
    mkdirSync(join(room.dir, 'own'));
    mkdirSync(join(ROOT, 'artefacts'), { recursive: true });
    writeFileSync(join(room.dir, 'own', 'hostile.html'), HOSTILE);
    writeFileSync(join(room.dir, 'own', 'arabic.html'), ARABIC);
    const workspace = join(room.dir, 'w');
    expect(sayso(['ingest', EXAMPLES, join(room.dir, 'own'), '--workspace', workspace])).toMatchObject({
      code: 0,
    });
    served = start(['serve', '--workspace', workspace, '--port', '0']);
    base = (await printed(served, /http:\/\/127\.0\.0\.1:\d+/))[0];
    pages = ((await (await fetch(`${base}/api/v1/pages`)).json()) as PageList).pages;
    browser = await openBrowser(executable ?? '', room.dir);
    page = browser.pages()[0] ?? (await browser.newPage());
    page.on('console', (m) => m.type() === 'error' && faults.push(`console: ${m.text()} (${page.url()})`));
    page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
    page.on('request', (r) => new URL(r.url()).origin === base || faults.push(`request: ${r.url()}`));
    page.on('dialog', (d) => faults.push(`dialog: ${d.message()}`));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    if (served) await stop(served);
    room.remove();
  });

  const doc = (name: string): string => pages.find((p) => p.name === name)?.doc ?? '';
  const shot = (name: string) => page.screenshot({ path: join(ROOT, 'artefacts', `${name}.png`) });
  const visit = async (path: string) => {
    await page.goto(base + path);
    await page.waitForSelector('main h1');
    await page.waitForLoadState('networkidle');
  };
  /** The words of an element, white space made even. */
  const said = async (locator: Locator): Promise<string> =>
    ((await locator.textContent()) ?? '').replace(/\s+/g, ' ').trim();
  /** How far the page can be scrolled sideways, in pixels. */
  const sideways = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
  const view = async (name: string) =>
    (await (await fetch(`${base}/api/v1/pages/${doc(name)}`)).json()) as PageDetail;

  it('lists incidents with their roots, and finds some by words', async () => {
    await visit('/');
    const found = (await (await fetch(`${base}/api/v1/incidents`)).json()) as IncidentList;
    expect(found.total).toBeGreaterThan(0);
    expect(await page.locator('main ol > li').count()).toBe(found.incidents.length);
    await page.locator('main ol > li summary').first().click();
    expect(await said(page.locator('main ol > li details').first())).toMatch(
      /at most \d+ roots?.*strict.*broad/,
    );
    await shot('list');
    await page.fill('input[type=search]', 'zzqx');
    await page.press('input[type=search]', 'Enter');
    await page.waitForSelector('.message');
    expect(page.url()).toBe(`${base}/?q=zzqx`);
    await page.goBack();
    await page.waitForSelector('main ol > li');
  });

  it('shows an incident with its voices, and leads from a claim to its words', async () => {
    const { incidents } = (await (await fetch(`${base}/api/v1/incidents`)).json()) as IncidentList;
    const most = [...incidents].sort(
      (a, b) => b.contradictions.length - a.contradictions.length || b.articles - a.articles,
    )[0];
    await visit(`/incidents/${most?.id}`);
    expect(await said(page.locator('main h1'))).toBe(most?.title);
    expect(await page.locator('section[aria-labelledby=voices] li').count()).toBeGreaterThan(0);
    await shot('incident');
    const quote = page
      .locator('section[aria-labelledby=voices] .words a, section[aria-labelledby=reports] .words a')
      .first();
    const words = (await said(quote)).replace(/ …$/, '');
    await quote.click();
    await page.waitForSelector('.here');
    expect(page.url()).toMatch(/\/pages\/d-[0-9a-f]{16}#\d+-\d+$/);
    const here = (await page.locator('.here').allTextContents()).join('').replace(/\s+/g, ' ');
    expect(here.slice(0, 25)).toBe(words.slice(0, 25));
    await shot('reader-deep-link');
  });

  it('steps from mark to mark in the reader, and tells all of the mark chosen', async () => {
    const name = [...pages].sort((a, b) => b.claims + b.reports - a.claims - a.reports)[0]?.name ?? '';
    await visit(`/pages/${doc(name)}`);
    await page.keyboard.press('n');
    await page.waitForSelector('main aside h2');
    const first = page.url();
    await page.keyboard.press('n');
    expect(page.url()).not.toBe(first);
    await page.keyboard.press('p');
    expect(page.url()).toBe(first);
    await page.locator('.run').nth(3).click();
    expect(await page.locator('main aside dd').count()).toBeGreaterThan(3);
    await shot('reader');
    const marks = await page.locator('.run').count();
    for (const box of await page.locator('fieldset input').all()) await box.uncheck();
    expect(await page.locator('.run .mark:not(.here)').count()).toBe(0);
    expect(marks).toBeGreaterThan(0);
  });

  it('accounts for every page read', async () => {
    await visit('/pages');
    expect(await page.locator('main > ol > li').count()).toBe(pages.length);
    await shot('pages');
  });

  it('reads Arabic from right to left', async () => {
    await visit(`/pages/${doc('arabic.html')}`);
    const direction = "getComputedStyle(document.querySelector('[lang=ar] p')).direction";
    expect(await page.evaluate(direction)).toBe('rtl');
    await page.keyboard.press('n');
    await shot('reader-arabic');
  });

  it('shows what a page tries to run as words, and masks what readers wrote', async () => {
    await visit(`/pages/${doc('hostile.html')}`);
    expect(await said(page.locator('main'))).toContain('<img src=x onerror=');
    const text = await said(page.locator('.page'));
    expect(text).not.toContain('zanzibar');
    expect(text).not.toContain('nightowl');
    expect((await view('hostile.html')).page.text).toContain(FILLER);
    expect(await page.locator('main img, main script, main iframe').count()).toBe(0);
    for (const summary of await page.locator('.fold summary').all()) await summary.click();
    await shot('reader-hostile');
    for (const path of [
      '/',
      '/pages',
      ...(await view('hostile.html')).incidents.map((i) => `/incidents/${i.id}`),
    ])
      await visit(path);
    expect(await page.evaluate('window.__sayso_xss')).toBeUndefined();
  });

  it('fits a narrow screen, in the dark too', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    const { incidents } = (await (await fetch(`${base}/api/v1/incidents`)).json()) as IncidentList;
    for (const [name, path] of [
      ['list', '/'],
      ['incident', `/incidents/${incidents[0]?.id}`],
      ['pages', '/pages'],
      ['reader', `/pages/${doc('hostile.html')}`],
    ] as const) {
      await visit(path);
      expect(await sideways(), path).toBeLessThanOrEqual(0);
      await shot(`narrow-${name}`);
    }
  });

  it('told of no error and asked nothing of another origin', () => {
    expect(faults).toEqual([]);
  });
});
