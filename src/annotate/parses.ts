import type { Parse, Word } from '../doc/index.ts';
import type { Parser } from './parse/parser.ts';

/**
 * Trees of the sentences that `wanted` marks (an entry a sentence). None for a sentence that is too long to parse, or whose
 * words have no tags.
 */
export function findParses(words: readonly Word[], wanted: Uint8Array, parser: Parser | null): Parse[] {
  const parses: Parse[] = [];
  if (!parser) return parses;
  for (let first = 0; first < words.length; ) {
    const { sentence } = words[first]!;
    let end = first;
    while (end < words.length && words[end]!.sentence === sentence) end++;
    const parse = wanted[sentence] === 1 ? parseOf(words.slice(first, end), first, parser) : null;
    if (parse) parses.push(parse);
    first = end;
  }
  return parses;
}

function parseOf(words: readonly Word[], first: number, parser: Parser): Parse | null {
  if (words[0]!.upos === null) return null;
  const tree = parser.parse(
    words.map((w) => w.form),
    words.map((w) => w.upos!),
    words.map((w) => w.xpos ?? ''),
  );
  return tree && { sentence: words[0]!.sentence, first, heads: tree.heads, relations: tree.relations };
}
