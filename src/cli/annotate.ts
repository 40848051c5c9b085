import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { AnnotateRowSchema } from '../contract/index.ts';
import { detectLanguage } from '../lib/language.ts';
import { annotateRow, documentStages } from '../pipeline/index.ts';
import { type Context, EXIT, put, warn } from './context.ts';
import type { Finish } from './finish.ts';
import { ownLexicon } from './own.ts';

/** `sayso annotate < docs.jsonl` */
export function annotateCommand(context: Context, finish: Finish): Command {
  return new Command('annotate')
    .addHelpText(
      'after',
      '\nExample:\n  $ echo \'{"id":"1","text":"Two people were hurt in Homs, police said."}\' | sayso annotate',
    )
    .action(async () => {
      const stages = documentStages(ownLexicon(context));
      let line = 0;
      let bad = 0;
      for await (const text of createInterface({
        input: context.stdin,
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        line++;
        if (text.trim() === '') continue;
        const row = parseRow(text);
        if (typeof row === 'string') {
          bad++;
          warn(context, `set aside: standard input, line ${line}: ${row}`);
          continue;
        }
        await put(
          context.stdout,
          `${JSON.stringify(annotateRow(row, stages, row.language ?? detectLanguage(row.text)))}\n`,
        );
      }
      finish(bad > 0 ? EXIT.setAside : EXIT.done);
    });
}

/** The row, or what is wrong with the line. */
function parseRow(line: string): ReturnType<typeof AnnotateRowSchema.parse> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `is not JSON (${error instanceof Error ? error.message : error}): give one object a line`;
  }
  const result = AnnotateRowSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  return `${issue?.path.join('.') || 'row'}: ${issue?.message}; a row is {"id", "text", "language"?, "published"?, "spans"?, "layers"?}`;
}
