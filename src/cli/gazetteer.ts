import { Command } from 'commander';
import { addPlaces } from '../pipeline/register.ts';
import { type Context, EXIT, say, warn } from './context.ts';
import { counted } from './counted.ts';
import type { Finish } from './finish.ts';
import { ownFolder } from './own.ts';
import { byteBar } from './progress.ts';

/** `sayso gazetteer add FILE` */
export function gazetteerCommand(context: Context, finish: Finish): Command {
  const add = new Command('add')
    .description('add places of your own: compiled once, looked up after ours from then on')
    .argument('<path>', "a GeoNames dump (SY.txt), or a Who's On First record, bundle or folder (.geojson)")
    .option('--json', 'print what was added as JSON')
    .addHelpText('after', '\nExample:\n  $ sayso gazetteer add SY.txt')
    .action(async (path: string, flags: { json?: boolean }) => {
      const bar = byteBar(context, 'reading places');
      const date = context.now().toISOString().slice(0, 10);
      const added = await addPlaces(path, {
        own: ownFolder(context),
        date,
        onProgress: bar.onBytes,
      }).finally(() => bar.stop());
      for (const fault of added.faults) warn(context, `set aside: ${fault}`);
      const unnamed = added.setAside - added.faults.length;
      if (unnamed > 0) warn(context, `set aside: ${counted(unnamed, 'more record')}`);
      if (flags.json) say(context, JSON.stringify(added));
      else for (const line of addedLines(added)) say(context, line);
      finish(added.setAside > 0 ? EXIT.setAside : EXIT.done);
    });
  return new Command('gazetteer')
    .addCommand(add)
    .addHelpText('after', '\nExample:\n  $ sayso gazetteer add SY.txt');
}

function addedLines(added: Awaited<ReturnType<typeof addPlaces>>): readonly string[] {
  const rest = [
    added.leftOut > 0
      ? `${counted(added.leftOut, 'record')} left out (countries, and places that are no more)`
      : '',
    added.setAside > 0 ? `${counted(added.setAside, 'record')} set aside` : '',
  ].filter(Boolean);
  return [
    [
      `${counted(added.places, 'place')} ${added.replaced ? 'replaced in' : 'added as'} ${added.file}`,
      ...rest,
    ].join(', '),
    `Licence: ${added.licence}`,
    'It counts for pages taken in from now on; a new workspace reads older ones with it too.',
  ];
}
