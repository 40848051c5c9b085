import { Command, InvalidArgumentError } from 'commander';
import type { IngestSummary, SetAside } from '../doc/index.ts';
import { type Input, ingest, openPool } from '../jobs/index.ts';
import {
  currentStages,
  type FetchOptions,
  findInputs,
  isUrl,
  pagesOfFile,
  webCapture,
} from '../pipeline/index.ts';
import { openWorkspace, readHolder } from '../store/index.ts';
import { ingestThrough } from './client.ts';
import { type Context, EXIT, say, warn } from './context.ts';
import type { Finish } from './finish.ts';
import { ownLexicon } from './own.ts';
import { progressBar } from './progress.ts';
import { databaseOption, openOptions, workspaceOption } from './workspace-option.ts';

interface Flags {
  readonly workspace: string;
  readonly database?: string;
  readonly json?: boolean;
  readonly userAgent?: string;
  readonly proxy?: URL;
  readonly allowHost?: readonly string[];
}

const HELP = `
An archive (WARC 1.0 or 1.1, plain or gzip; WACZ) gives one page a response record, with its URL and the time of its capture.
A feed (RSS, Atom, JSON Feed) gives a page for each entry that brings a text of its own.
A URL is fetched politely: as robots.txt allows, with pauses, and again only where it changed. A feed or sitemap leads to the
pages it lists. Addresses of this machine and of private networks are refused, after every redirect and look-up too.
Records that are damaged are named and set aside, the others are read. See docs/capture.md for formats and caps.

Examples:
  $ sayso ingest pages/ more.html --workspace my-case
  $ sayso ingest https://news.example/feed.xml --proxy http://127.0.0.1:8118
  $ sayso ingest crawl.warc.gz site.wacz saved.mhtml --workspace my-case`;

/** `sayso ingest <path…>` */
export function ingestCommand(context: Context, finish: Finish): Command {
  return new Command('ingest')
    .argument(
      '<path...>',
      'files or folders: HTML pages, text that was scraped from them, MHTML, WARC, WACZ, feeds; or URLs of pages, feeds and sitemaps',
    )
    .addOption(workspaceOption())
    .addOption(databaseOption())
    .option('--user-agent <text>', 'how to introduce itself to servers')
    .option('--proxy <url>', 'an HTTP proxy to fetch through, http://host:port', proxyOf)
    .option(
      '--allow-host <host...>',
      'hosts (host or host:port) to fetch from although they are of a private network',
    )
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', HELP)
    .action(async (paths: string[], flags: Flags) => {
      const found = await findInputs(paths);
      const summary = await ingestHereOrThere(context, found.inputs, flags);
      finish(report(context, summary, [...found.setAside, ...summary.setAside], flags.json === true));
    });
}

async function ingestHereOrThere(
  context: Context,
  paths: readonly string[],
  flags: Flags,
): Promise<IngestSummary> {
  const holder = await readHolder(flags.workspace);
  const bar = progressBar(context);
  try {
    if (holder?.address) return await ingestThrough(holder, inputsOf(context, paths, flags), bar.onProgress);
    const workspace = await openWorkspace(flags.workspace, openOptions(context, 'ingest', flags.database));
    const lexicon = ownLexicon(context);
    const pool = openPool(lexicon.source);
    const inputs = inputsOf(context, paths, flags, (url) => workspace.validators(url));
    try {
      const options = { stages: currentStages(lexicon), onProgress: bar.onProgress };
      return await ingest(workspace, pool, inputs, options);
    } finally {
      await pool.close();
      await workspace.close();
    }
  } finally {
    bar.stop();
  }
}

/** Files as they lie there, addresses as they are fetched. */
function inputsOf(
  context: Context,
  paths: readonly string[],
  { userAgent, proxy, allowHost }: Flags,
  validators?: FetchOptions['validators'],
): readonly Input[] {
  if (paths.some(isUrl) && !proxy)
    warn(
      context,
      'note: fetching shows these servers your address and what you read; --proxy hides it from them',
    );
  const fetchPages = webCapture({
    now: context.now,
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(allowHost === undefined ? {} : { allowed: allowHost }),
    ...(validators === undefined ? {} : { validators }),
  });
  return paths.map((path) => () => (isUrl(path) ? fetchPages(path) : pagesOfFile(path)));
}

function proxyOf(text: string): URL {
  if (!URL.canParse(text) || new URL(text).protocol !== 'http:')
    throw new InvalidArgumentError('an HTTP proxy is given as http://host:port');
  return new URL(text);
}

function report(
  context: Context,
  summary: IngestSummary,
  setAside: readonly SetAside[],
  json: boolean,
): number {
  for (const s of setAside) warn(context, `set aside: ${s.message}`);
  if (json) say(context, JSON.stringify({ ...summary, setAside }));
  else for (const line of summaryLines(summary, setAside.length)) say(context, line);
  return setAside.length > 0 ? EXIT.setAside : EXIT.done;
}

/** What was found, in words. */
export function summaryLines(s: IngestSummary, setAside: number): readonly string[] {
  const taken = `${count(s.taken, 'page')} taken in`;
  const known = s.known > 0 ? `, ${s.known} known already` : '';
  const aside = setAside > 0 ? `, ${setAside} set aside` : '';
  return [
    `${taken}${known}${aside}.`,
    ...passedOverLine(s),
    `The record now holds ${count(s.pages, 'page')} with ${count(s.articles, 'article')}: ${count(s.claims, 'claim')}, ` +
      `${count(s.reports, 'report')}, ${count(s.incidents, 'incident')}.`,
  ];
}

function passedOverLine({ passedOver = {} }: IngestSummary): readonly string[] {
  const kinds = Object.entries(passedOver).map(([what, n]) => `${n.toLocaleString('en')} ${what}`);
  return kinds.length === 0 ? [] : [`Passed over: ${kinds.join(', ')}.`];
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
