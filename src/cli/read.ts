import { Command, Option } from 'commander';
import { type CapturedBytes, CONTENT_KINDS, type Doc } from '../doc/index.ts';
import { SkipError } from '../lib/errors.ts';
import { captureBytes, captureFile, read, readOutput } from '../pipeline/index.ts';
import { type Context, EXIT, put } from './context.ts';
import type { Finish } from './finish.ts';
import { ownLexicon } from './own.ts';

/** `sayso read <file|->` */
export function readCommand(context: Context, finish: Finish): Command {
  return new Command('read')
    .argument('<file>', 'a file, or - for standard input')
    .addOption(
      new Option('--format <format>', 'json: the whole read report; text: the content alone')
        .choices(['json', 'text'])
        .default('json'),
    )
    .addHelpText('after', '\nExample:\n  $ sayso read page.html --format text')
    .action(async (file: string, flags: { format: 'json' | 'text' }) => {
      const captured = file === '-' ? await fromStdin(context) : await captureFile(file);
      if ('code' in captured) throw new SkipError(captured.code, captured.message);
      const doc = read(captured, ownLexicon(context));
      const out = flags.format === 'json' ? JSON.stringify(readOutput(doc)) : contentOf(doc);
      await put(context.stdout, `${out}\n`);
      finish(EXIT.done);
    });
}

async function fromStdin(context: Context): Promise<CapturedBytes | { code: string; message: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of context.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return captureBytes(Buffer.concat(chunks), 'stdin');
}

function contentOf(doc: Doc): string {
  return doc.articles
    .map((article) =>
      doc.segments
        .filter((s) => s.article === article.id && CONTENT_KINDS.has(s.kind))
        .map((s) => doc.text.slice(s.start, s.end).trim())
        .join('\n'),
    )
    .join('\n\n\n');
}
