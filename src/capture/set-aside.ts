import type { SetAside } from '../doc/index.ts';

/** What is wrong and what to do, by code. */
const ADVICE: Readonly<Record<string, readonly [what: string, doThis: string]>> = {
  missing: ['there is no such file or folder', 'check the path'],
  empty: ['the file is empty', 'save the page again'],
  'empty-folder': ['the folder holds no file', 'give the folder that holds the pages'],
  'not-text': ['this is no web page and no text', 'give the page itself, as HTML or text'],
  'too-large': ['the file is too large', 'split it into pages and give those'],
  vanished: ['the file vanished while being read', 'run again once it has settled'],
  unreadable: ['the file cannot be read', 'allow this user to read it'],
  circle: ['its links lead in a circle', 'mend the link, or give the file it should lead to'],
  'name-too-long': ['its name is longer than the file system takes', 'shorten the name or the path'],
  damaged: ['this part of the file is damaged', 'fetch it again, or restore the file from a copy'],
  'cut-short': ['it is incomplete; what is there was taken', 'fetch it again'],
  'wrong-digest': ['its bytes are not those that its digest was made of', 'restore the file from a copy'],
  refused: ['this address is not fetched', 'save the page and give the file'],
  robots: ['the site does not want robots here', 'open the page yourself, save it and give the file'],
  'http-status': ['there is no page at this address', 'check the address'],
  redirect: ['it leads nowhere', 'check the address'],
  timeout: ['the server does not answer', 'try again later'],
  connection: ['the server could not be reached', 'try again later'],
  'no-such-host': ['there is no such server', 'check the address'],
  certificate: ['the server does not prove who it is', 'save the page and give the file'],
  revisit: ['it was found unchanged, and the page itself is not in this file', 'give the file that holds it'],
  unsupported: ['this kind of input is not read yet', 'save the page and give the file'],
};

/** Codes that differ in their advice alone. */
const SHOWN_AS: Readonly<Record<string, string>> = {
  'empty-folder': 'empty',
  circle: 'unreadable',
  'name-too-long': 'unreadable',
};

/** What the system's own refusals come to. */
const REFUSALS: Readonly<Record<string, readonly [code: string, detail?: string]>> = {
  ENOENT: ['missing'],
  ENOTDIR: ['missing'],
  EACCES: ['unreadable', 'permission denied'],
  EPERM: ['unreadable', 'permission denied'],
  ELOOP: ['circle'],
  ENAMETOOLONG: ['name-too-long'],
};

/** The SetAside for an input that the system would not look up, open or read. */
export function refusedBySystem(input: string, error: unknown): SetAside {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return setAsideFor(input, ...(REFUSALS[code] ?? (['unreadable', message] as const)));
}

/** The SetAside for an input, with what happened, where, and what to do about it. */
export function setAsideFor(input: string, code: string, detail?: string): SetAside {
  const [what, doThis] = ADVICE[code] ?? ['the input could not be taken', 'look at the file'];
  const shown = SHOWN_AS[code] ?? code;
  return { input, code: shown, message: `${input}: ${what}${detail ? ` (${detail})` : ''}: ${doThis}` };
}
