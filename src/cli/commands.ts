import type { Command } from 'commander';
import type { Context } from './context.ts';
import type { Finish } from './finish.ts';

/** A command, loaded only when it is called for: the tables and the store take most of a second to load. */
export interface CommandEntry {
  readonly name: string;
  readonly describe: string;
  readonly load: () => Promise<(context: Context, finish: Finish) => Command>;
}

/** All commands, in the order of the help text. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'ingest',
    describe: 'keep pages as evidence, read them, and bring the record up to date',
    load: async () => (await import('./ingest.ts')).ingestCommand,
  },
  {
    name: 'serve',
    describe: 'serve the desk on this machine, and hold the workspace for other commands',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'read',
    describe: 'read one page and show what each stretch of it is (comments are shown to you alone)',
    load: async () => (await import('./read.ts')).readCommand,
  },
  {
    name: 'annotate',
    describe:
      'annotate texts, one JSON object a line: names, places, times, who says what, what is said to have happened',
    load: async () => (await import('./annotate.ts')).annotateCommand,
  },
  {
    name: 'export',
    describe: 'write the whole record to standard output; comments masked, young incidents coarsened',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'verify',
    describe: 're-hash all evidence and the whole log; needs no lock and no index',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'score',
    describe: 'score Sayso, or a prediction you give, against a gold file',
    load: async () => (await import('./score.ts')).scoreCommand,
  },
  {
    name: 'rebuild',
    describe: 'empty the index and fill it again from evidence, log and derived files',
    load: async () => (await import('./rebuild.ts')).rebuildCommand,
  },
  {
    name: 'withdraw',
    describe: 'erase the bytes and derived text of a capture; digest, reason and chain stay',
    load: async () => (await import('./withdraw.ts')).withdrawCommand,
  },
  {
    name: 'register',
    describe: 'say who is who and where is where; check registers, add your own',
    load: async () => (await import('./register.ts')).registerCommand,
  },
  {
    name: 'gazetteer',
    describe: "add places of your own, from GeoNames or Who's On First",
    load: async () => (await import('./gazetteer.ts')).gazetteerCommand,
  },
  {
    name: 'doctor',
    describe: 'check this installation and, where there is one, the workspace',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
];
