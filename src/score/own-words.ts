import type { Analysis, NamedSpan, WordModels } from '../doc/index.ts';

/** A line of a CoNLL-U or IOB2 file that holds a word: its cells. Other lines are kept as they stand. */
const WORD_LINE = /^\d+\t/;
const NEW_DOCUMENT = /^#\s*newdoc\b/;

/** Sayso's own tags, lemmas and trees for the words of a CoNLL-U file: the same file with other columns. */
export function ownConllu(gold: string, models: WordModels): string {
  return sentencesOf(gold)
    .map((lines) => {
      const words = lines.filter((line) => WORD_LINE.test(line)).map((line) => line.split('\t')[1] ?? '');
      const analysis = words.length > 0 ? models.analyse(words) : null;
      let at = 0;
      return lines.map((line) =>
        analysis && WORD_LINE.test(line) ? conlluLine(line, analysis, at++) : line,
      );
    })
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function conlluLine(line: string, a: Analysis, at: number): string {
  const cells = line.split('\t');
  const head = a.heads?.[at];
  const own = [a.lemmas[at], a.upos[at], a.xpos[at], a.feats[at] || null];
  const tree = [head === undefined ? null : String(head + 1), a.relations?.[at]];
  const filled = [...cells.slice(0, 2), ...[...own, ...tree].map((cell) => cell ?? '_'), ...cells.slice(8)];
  return filled.join('\t');
}

/** Sayso's own names for the words of an IOB2 file whose rows are number, word, tag; document by document. */
export function ownNames(gold: string, models: WordModels): string {
  const blocks = sentencesOf(gold);
  const tagged = blocks.map((lines) => [...lines]);
  for (const [from, to] of documentsOf(blocks)) {
    const words = blocks
      .slice(from, to)
      .map((lines) => wordRows(lines).map((at) => cellsOf(lines[at])[1] ?? ''));
    const names = models.names(words);
    for (let s = from; s < to; s++)
      writeTags(
        tagged[s]!,
        names.filter((n) => n.sentence === s - from),
      );
  }
  return tagged.map((lines) => lines.join('\n')).join('\n\n');
}

const sentencesOf = (text: string): string[][] =>
  text
    .replaceAll('\r', '')
    .split(/\n[ \t]*\n/)
    .map((block) => block.split('\n'));
const cellsOf = (line: string | undefined): string[] => (line ?? '').split('\t');
const wordRows = (lines: readonly string[]): number[] =>
  lines.flatMap((line, i) => (WORD_LINE.test(line) ? [i] : []));

/** Ranges of blocks that make one document each; a file without marks is one document. */
function documentsOf(blocks: readonly (readonly string[])[]): [from: number, to: number][] {
  const starts = blocks.flatMap((lines, i) => (lines.some((line) => NEW_DOCUMENT.test(line)) ? [i] : []));
  const cuts = [...new Set([0, ...starts]), blocks.length];
  return cuts.slice(0, -1).map((from, i): [number, number] => [from, cuts[i + 1]!]);
}

function writeTags(lines: string[], names: readonly NamedSpan[]): void {
  wordRows(lines).forEach((row, at) => {
    const name = names.find((n) => n.first <= at && at < n.last);
    const cells = cellsOf(lines[row]);
    cells[2] = name ? `${name.first === at ? 'B' : 'I'}-${name.type}` : 'O';
    lines[row] = cells.join('\t');
  });
}
