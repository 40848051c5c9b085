import type { Read, Script } from '../lines/features.ts';
import type { Body, Evidence } from '../page.ts';

/** Characters in the new script that make an article of it; a name or a list of languages is shorter. */
const ENOUGH_TEXT = 200;
const NEXT = 3;

/** A change of script between two stretches of running text: another language, hence another article. */
export function changeOfScript({ lines }: Body, start: number, i: number): Evidence | null {
  const here = lines[i]!.f.script;
  const before = lines[i - 1]?.f.script ?? here;
  if (here === before || here === 'none' || before === 'none' || lines[i]!.f.words < 4) return null;
  if (lengthIn(lines.slice(i, i + NEXT), here) < ENOUGH_TEXT) return null;
  if (lengthIn(lines.slice(Math.max(start, i - NEXT), i), before) < ENOUGH_TEXT) return null;
  return { weight: 1, why: `the script changes from ${before} to ${here}` };
}

/** Characters of the lines that are in one script. */
function lengthIn(lines: readonly Read[], script: Script): number {
  return lines.reduce((sum, { f, text }) => sum + (f.script === script ? text.length : 0), 0);
}
