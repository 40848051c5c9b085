import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { distPath } from '../lib/dist.ts';
import { readLexiconSource } from '../pipeline/index.ts';
import { loadedOwn } from '../pipeline/register.ts';
import { openWorkspace, readHolder } from '../store/index.ts';
import { type Context, EXIT, say } from './context.ts';
import { counted } from './counted.ts';
import type { Finish } from './finish.ts';
import { ownFolder } from './own.ts';
import { openOptions, workspaceOption } from './workspace-option.ts';

interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Oldest Node that Sayso runs on. */
const LEAST_NODE = [20, 19] as const;

/** `sayso doctor` */
export function doctorCommand(context: Context, finish: Finish): Command {
  return new Command('doctor')
    .addOption(workspaceOption())
    .option('--json', 'print the checks as JSON')
    .addHelpText('after', '\nExample:\n  $ sayso doctor --workspace my-case')
    .action(async (flags: { workspace: string; json?: boolean }) => {
      const checks = [
        nodeCheck(),
        ...productChecks(),
        ...ownChecks(context),
        await workspaceCheck(context, flags.workspace),
      ];
      const ok = checks.every((c) => c.ok);
      if (flags.json) say(context, JSON.stringify({ ok, checks }));
      else for (const c of checks) say(context, `${c.ok ? 'ok  ' : 'BAD '} ${c.what}: ${c.detail}`);
      finish(ok ? EXIT.done : EXIT.stopped);
    });
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return {
    what: 'Node',
    ok,
    detail: `${process.versions.node}${ok ? '' : `, needs ${LEAST_NODE.join('.')} or newer`}`,
  };
}

function productChecks(): readonly Check[] {
  const products = [
    ['word lists and registers', 'data/shared/acts.json'],
    ['gazetteer', 'data/shared/gazetteer.bin'],
    ['empty index to start from', 'store/snapshot.tar.gz'],
    ['desk', 'web/index.html'],
  ] as const;
  return products.map(([what, file]) => {
    const ok = existsSync(distPath(import.meta.url, file));
    return { what, ok, detail: ok ? 'built' : 'missing: run "npm run build"' };
  });
}

/** The user's own registers and places, one line each; rows set aside make a line bad. */
function ownChecks(context: Context): readonly Check[] {
  const dir = ownFolder(context);
  const what = `own registers in ${dir}`;
  if (!existsSync(dir)) return [{ what, ok: true, detail: 'none' }];
  const { loaded, setAside } = loadedOwn(readLexiconSource(), dir);
  return [
    { what, ok: true, detail: loaded.length === 0 ? 'none' : `${loaded.length} loaded` },
    ...loaded.map((l) => ({
      what: `own register ${l.name}`,
      ok: true,
      detail: `${counted(l.entries, 'entry', 'entries')}, licence ${l.licence}`,
    })),
    ...setAside.map((fault) => ({ what: 'own register, set aside', ok: false, detail: fault })),
  ];
}

async function workspaceCheck(context: Context, dir: string): Promise<Check> {
  const what = `workspace ${dir}`;
  if (!existsSync(dir)) return { what, ok: true, detail: 'none yet' };
  const holder = await readHolder(dir);
  if (holder)
    return {
      what,
      ok: true,
      detail: `held by process ${holder.pid} (${holder.role})${holder.address ? ` at ${holder.address}` : ''}`,
    };
  const workspace = await openWorkspace(dir, {
    ...openOptions(context, 'other', undefined),
    mustExist: true,
  });
  try {
    const c = await workspace.counts();
    return {
      what,
      ok: true,
      detail: `${c.pages} pages, ${c.claims} claims, ${c.reports} reports, ${c.incidents} incidents`,
    };
  } finally {
    await workspace.close();
  }
}
