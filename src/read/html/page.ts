import type { MapEntry } from '../../doc/index.ts';
import { byteFinder } from '../charset/byte-map.ts';
import type { Decoded } from '../charset/decode.ts';
import type { Line } from '../lines/line.ts';
import type { PageWords } from '../words.ts';
import { layOut } from './blocks.ts';
import { hintedLines } from './main-text.ts';
import { type Outside, outsideOf } from './outside.ts';
import { roleFinder } from './roles.ts';
import { parseHtml } from './tree.ts';

/** An HTML page as its visible text, with what its markup says of each line and of the whole. */
export function htmlPage(
  decoded: Decoded,
  words: PageWords,
): { text: string; map: readonly MapEntry[]; lines: readonly Line[]; titled: boolean; outside: Outside } {
  const tree = parseHtml(decoded.source, roleFinder(words));
  const { text, map, laid } = layOut(tree.blocks, byteFinder(decoded.source, decoded.map, decoded.charset));
  const { lines, titled } = hintedLines(tree, laid, words);
  return { text, map, lines, titled, outside: outsideOf(tree.meta, lines, words) };
}
