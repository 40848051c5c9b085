import { statSync } from 'node:fs';
import { Command } from 'commander';
import { StopError } from '../lib/errors.ts';
import { lexiconFrom, readLexiconSource } from '../pipeline/index.ts';
import {
  addRegister,
  checkRegisters,
  faultText,
  where,
  who,
  withRegisterFiles,
} from '../pipeline/register.ts';
import { type Context, EXIT, say, warn } from './context.ts';
import { counted } from './counted.ts';
import type { Finish } from './finish.ts';
import { ownFolder, ownLexicon } from './own.ts';
import { placeJson, placeLines, whoJson, whoLines } from './register-lines.ts';

/** `sayso register check | who | where | add` */
export function registerCommand(context: Context, finish: Finish): Command {
  return new Command('register')
    .addCommand(checkCommand(context, finish))
    .addCommand(whoCommand(context, finish))
    .addCommand(whereCommand(context, finish))
    .addCommand(addCommand(context, finish))
    .addHelpText(
      'after',
      '\nExamples:\n  $ sayso register who MaT --date 2022-06-16\n  $ sayso register where Mayadeen --country SY\n  $ sayso register check',
    );
}

function checkCommand(context: Context, finish: Finish): Command {
  return new Command('check')
    .description(
      'check register files: sorted, unique, licensed, dated, linked; without any, ours and your own',
    )
    .argument('[file...]', 'YAML files of actors or places')
    .option('--register <file>', 'one more file to check', collect, [])
    .option('--json', 'print the faults as JSON')
    .addHelpText('after', '\nExample:\n  $ sayso register check my-actors.yaml')
    .action((paths: string[], flags: { register: string[]; json?: boolean }) => {
      const files = [...paths, ...flags.register].map(there);
      const { faults, ...counts } = checkRegisters(files, readLexiconSource(), ownFolder(context));
      if (flags.json) say(context, JSON.stringify({ ...counts, faults }));
      else {
        for (const fault of faults) warn(context, faultText(fault));
        say(context, verdict(counts, faults.length));
      }
      finish(faults.length > 0 ? EXIT.stopped : EXIT.done);
    });
}

function verdict(counts: { readonly files: number; readonly entries: number }, faults: number): string {
  const looked = `${counted(counts.files, 'file')} with ${counted(counts.entries, 'entry', 'entries')}`;
  return faults === 0
    ? `${looked}: sorted, unique, licensed and dated; no fault.`
    : `${looked}: ${counted(faults, 'fault')}.`;
}

interface WhoFlags {
  readonly date?: string;
  readonly register: readonly string[];
  readonly json?: boolean;
}

function whoCommand(context: Context, finish: Finish): Command {
  return new Command('who')
    .description('say whom a name may mean: bodies, states and persons in public roles')
    .argument('<name>', 'a name, acronym or id, in any spelling')
    .option('--date <date>', 'who it was then, and who held which role: YYYY-MM-DD, YYYY-MM or YYYY')
    .option('--register <file>', 'a register file of your own, beside ours', collect, [])
    .option('--json', 'print the entries as JSON')
    .addHelpText('after', '\nExample:\n  $ sayso register who "MaT" --date 2022-06-16')
    .action((name: string, flags: WhoFlags) => {
      const date = dateOf(flags.date);
      const lexicon = ownLexicon(context);
      const source =
        flags.register.length > 0 ? withRegisterFiles(lexicon.source, flags.register.map(there)) : null;
      const shown = new Set(lexicon.source.setAside);
      const aside = (source?.setAside ?? []).filter((fault) => !shown.has(fault));
      for (const fault of aside) warn(context, `set aside: ${fault}`);
      const { actors } = source ? lexiconFrom(source) : lexicon;
      const answer = who(actors, asked(name), date);
      if (flags.json) say(context, JSON.stringify(whoJson(name, date, answer, actors)));
      else for (const line of whoLines(name, date, answer, actors)) say(context, line);
      finish(aside.length > 0 ? EXIT.setAside : EXIT.done);
    });
}

function whereCommand(context: Context, finish: Finish): Command {
  return new Command('where')
    .description('say which places a name may mean: towns, divisions, countries, features')
    .argument('<name>', 'a name in any spelling')
    .option('--country <code>', 'only places of this country: ISO 3166-1 alpha-2')
    .option('--json', 'print the places as JSON')
    .addHelpText('after', '\nExample:\n  $ sayso register where "Mayadeen" --country SY')
    .action((name: string, flags: { country?: string; json?: boolean }) => {
      const { gazetteer } = ownLexicon(context);
      const country = flags.country?.toUpperCase() ?? null;
      if (country !== null && gazetteer.country(country) === null)
        throw new StopError(
          'no-country',
          `no country has the code "${flags.country}": give one such as SY or IQ`,
          2,
        );
      const places = where(gazetteer, asked(name), country);
      if (flags.json) say(context, JSON.stringify({ name, country, places: places.map(placeJson) }));
      else for (const line of placeLines(name, country, places)) say(context, line);
      finish(EXIT.done);
    });
}

function addCommand(context: Context, finish: Finish): Command {
  return new Command('add')
    .description('keep a register file of your own: it is checked, copied, and loaded from now on')
    .argument('<file>', 'a YAML file of actors or places (docs/registers.md)')
    .option('--json', 'print what was added as JSON')
    .addHelpText('after', '\nExample:\n  $ sayso register add my-actors.yaml')
    .action((path: string, flags: { json?: boolean }) => {
      const added = addRegister(there(path), readLexiconSource(), ownFolder(context));
      for (const fault of added.faults) warn(context, `set aside: ${faultText(fault)}`);
      if (flags.json) say(context, JSON.stringify(added));
      else {
        const noun = added.kind === 'actors' ? 'entry' : 'place';
        const what = counted(added.entries, noun, noun === 'entry' ? 'entries' : 'places');
        const aside = added.faults.length > 0 ? `, ${counted(added.faults.length, 'fault')} named above` : '';
        say(context, `${what} ${added.replaced ? 'replaced in' : 'added as'} ${added.file}${aside}.`);
        say(
          context,
          'It counts for pages taken in from now on; a new workspace reads older ones with it too.',
        );
      }
      finish(added.faults.length > 0 ? EXIT.setAside : EXIT.done);
    });
}

/** The path of a file; throws a StopError, bad usage, when none is there. */
function there(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new StopError('no-file', `${path} is no file: check the name`, 2);
}

/** Longer than any name. */
const MOST_LETTERS = 200;

function asked(name: string): string {
  const text = name.trim();
  if (text === '' || text.length > MOST_LETTERS)
    throw new StopError('no-name', `a name has 1 to ${MOST_LETTERS} letters`, 2);
  return text;
}

function dateOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const [year, month = '01', day = '01'] = text.split('-');
  const iso = `${year}-${month}-${day}`;
  const made = new Date(`${iso}T00:00:00Z`);
  if (
    /^\d{4}(?:-\d{2}){0,2}$/.test(text) &&
    !Number.isNaN(made.getTime()) &&
    made.toISOString().startsWith(iso)
  )
    return text;
  throw new StopError('no-date', `"${text}" is no date: YYYY-MM-DD, YYYY-MM or YYYY`, 2);
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
