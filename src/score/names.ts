import { type Prf, prf } from './core/figures.ts';

/** Words and BIO tags of a file; "" with O marks a sentence end. */
export interface BioFile {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** A name by its first word and the word after its last. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** A tag that opens or continues a name; "B-O" of older releases is none. */
const NAME_TAG = /^[BI]-(?!O$)\S+$/;
/** Types dropped by default: a label of the older training release. */
const DROPPED = ['OTH'];

/** Reads "1 word B-PER …" or "word B-PER" lines, by tab or blank; "#" opens a comment. */
export function readBio(text: string): BioFile {
  const rows = text.split('\n').flatMap((line) => {
    const row = readLine(line);
    return row ? [row] : [];
  });
  let length = rows.length;
  while (length > 0 && !rows[length - 1]?.word) length--;
  const kept = rows.slice(0, length);
  return { words: kept.map((row) => row.word), tags: kept.map((row) => row.tag) };
}

/** A line as word and tag; "" at a sentence end; `null` where it is a comment, a multiword range or an empty node. */
function readLine(line: string): { word: string; tag: string } | null {
  const tabbed = line.includes('\t');
  if (/^#\s/.test(line) && !tabbed) return null;
  const cells = line.trim().split(tabbed ? '\t' : /\s+/);
  if (cells.length < 2) return { word: '', tag: 'O' };
  const numbered = cells.length > 2 && /^\d+([-.]\d+)?$/.test(cells[0] ?? '');
  if (numbered && !/^\d+$/.test(cells[0] ?? '')) return null;
  const [word = '', tag = 'O'] = numbered ? cells.slice(1) : cells;
  return { word, tag: NAME_TAG.test(tag) ? tag : 'O' };
}

/** Names in a row of tags. An I- of another type, or without a B- before it, opens a name (as in conlleval). */
export function nameSpans(tags: readonly string[]): NameSpan[] {
  const spans: { start: number; end: number; type: string }[] = [];
  let open: { start: number; end: number; type: string } | null = null;
  tags.forEach((tag, i) => {
    const type = tag.slice(2);
    if (tag === 'O') open = null;
    else if (open && tag[0] !== 'B' && open.type === type) open.end = i + 1;
    else {
      open = { start: i, end: i + 1, type };
      spans.push(open);
    }
  });
  return spans;
}

/** P/R/F1 of names by first word, last word and type, each type alone, and untyped. Both files need the same words. */
export function scoreNames(gold: BioFile, predicted: BioFile, drop: readonly string[] = DROPPED) {
  requireSameWords(gold, predicted);
  const kept = (file: BioFile) => nameSpans(file.tags).filter((span) => !drop.includes(span.type));
  const wanted = kept(gold);
  const given = kept(predicted);
  const types = [...new Set([...wanted, ...given].map((span) => span.type))].sort();
  const only = (spans: readonly NameSpan[], type: string) => spans.filter((span) => span.type === type);
  return {
    words: gold.words.filter(Boolean).length,
    all: compare(wanted, given, true),
    untyped: compare(wanted, given, false),
    types: Object.fromEntries(
      types.map((type) => [type, compare(only(wanted, type), only(given, type), true)]),
    ),
  };
}

function compare(wanted: readonly NameSpan[], given: readonly NameSpan[], typed: boolean): Prf {
  const key = ({ start, end, type }: NameSpan) => `${start}-${end}${typed ? type : ''}`;
  const keys = new Set(wanted.map(key));
  return prf(given.filter((span) => keys.has(key(span))).length, given.length, wanted.length);
}

function requireSameWords(gold: BioFile, predicted: BioFile): void {
  const at = gold.words.findIndex((word, i) => word !== predicted.words[i]);
  if (at < 0 && gold.words.length === predicted.words.length) return;
  throw new Error(`words differ at line ${at}: "${gold.words[at]}" and "${predicted.words[at]}"`);
}
