import type { Body, Evidence } from '../page.ts';

/** Characters in the new script that make an article of it; a name or a list of languages is shorter. */
const ENOUGH_TEXT = 200;
const NEXT = 3;

/** A change of script between neighbouring lines: another language, hence another article. */
export function changeOfScript({ lines }: Body, i: number): Evidence | null {
  const here = lines[i]!.f.script;
  const before = lines[i - 1]?.f.script ?? here;
  if (here === before || here === 'none' || before === 'none' || lines[i]!.f.words < 4) return null;
  const next = lines.slice(i, i + NEXT).filter(({ f }) => f.script === here);
  if (next.reduce((sum, { text }) => sum + text.length, 0) < ENOUGH_TEXT) return null;
  return { weight: 1, why: `the script changes from ${before} to ${here}` };
}
