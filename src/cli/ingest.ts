import { Command } from 'commander';
import type { IngestSummary, SetAside } from '../doc/index.ts';
import { ingest, openPool } from '../jobs/index.ts';
import { currentStages, findInputs, pagesOfFile } from '../pipeline/index.ts';
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
}

const HELP = `
An archive (WARC 1.0 or 1.1, plain or gzip; WACZ) gives one page a response record, with its URL and the time of its capture.
A feed (RSS, Atom, JSON Feed) gives a page for each entry that brings a text of its own.
Records that are damaged are named and set aside, the others are read. See docs/capture.md for formats and caps.

Examples:
  $ sayso ingest pages/ more.html --workspace my-case
  $ sayso ingest crawl.warc.gz site.wacz saved.mhtml --workspace my-case`;

/** `sayso ingest <path…>` */
export function ingestCommand(context: Context, finish: Finish): Command {
  return new Command('ingest')
    .argument(
      '<path...>',
      'files or folders: HTML pages, text that was scraped from them, MHTML, WARC, WACZ, feeds',
    )
    .addOption(workspaceOption())
    .addOption(databaseOption())
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
  const inputs = paths.map((path) => () => pagesOfFile(path));
  try {
    if (holder?.address) return await ingestThrough(holder, inputs, bar.onProgress);
    const workspace = await openWorkspace(flags.workspace, openOptions(context, 'ingest', flags.database));
    const lexicon = ownLexicon(context);
    const pool = openPool(lexicon.source);
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
  return kinds.length === 0 ? [] : [`Passed over, as they are no pages: ${kinds.join(', ')}.`];
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
