import type { Span } from '../../doc/index.ts';
import { fold, type PageWords } from '../words.ts';

/** The name in a byline, without "By" and the dash or comma that follows it. */
export function bylineName(
  line: Span & { readonly text: string },
  words: PageWords,
): Span & { text: string } {
  const folded = fold(line.text);
  const cue = words.cues.find(
    ({ cue, match, text }) => cue === 'byline' && match === 'start' && folded.startsWith(`${text} `),
  );
  const from = cue ? cue.text.length + 1 : 0;
  const name = line.text
    .slice(from)
    .trimStart()
    .replace(/[\s,;:|–—-]+$/u, '');
  const start = line.start + line.text.indexOf(name, from);
  return { text: name, start, end: start + name.length };
}
