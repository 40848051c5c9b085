import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Lexicon, loadLexicon } from '../pipeline/index.ts';
import { type Context, warn } from './context.ts';

/** The folder of the user's own registers and places: `SAYSO_OWN`, else `sayso` where the system keeps settings. */
export function ownFolder(context: Context): string {
  const { SAYSO_OWN: own, XDG_CONFIG_HOME: config, HOME: home } = context.env;
  return own || join(config || join(home || homedir(), '.config'), 'sayso');
}

/** The lexicon with the user's own registers and places; rows of them that are set aside are named on standard error. */
export function ownLexicon(context: Context): Lexicon {
  const lexicon = loadLexicon(ownFolder(context));
  for (const fault of lexicon.source.setAside ?? []) warn(context, `set aside: ${fault}`);
  return lexicon;
}
