import type { Block, Span } from '../doc/index.ts';

/** A word of a treebank on the characters of its document. Words of one written form without cuts of its own share them. */
export interface GoldWord extends Span {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  /** Index of the head in its sentence; −1 for the root. */
  readonly head: number;
  readonly deprel: string;
}

export interface GoldSentence extends Span {
  readonly words: readonly GoldWord[];
}

/** A document of a treebank: the text as it was written, its paragraphs, its sentences. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  /** One for each paragraph; a document without marks is one. */
  readonly blocks: readonly Block[];
  readonly sentences: readonly GoldSentence[];
}

const ROW = /^\d+(?:-\d+)?\t/;

/**
 * Documents of a CoNLL-U file, their text put together again from forms and "SpaceAfter=No", with an empty line between
 * paragraphs ("newpar"). A multiword token whose parts join to its form is cut there.
 */
export function readTreebank(conllu: string): GoldDocument[] {
  const documents: Draft[] = [];
  for (const part of conllu.replaceAll('\r', '').split(/\n[ \t]*\n/)) {
    const lines = part.split('\n');
    const rows = lines.filter((line) => ROW.test(line)).map((line) => line.split('\t'));
    if (rows.length === 0) continue;
    const opening = lines.find((line) => /^#\s*newdoc\b/.test(line));
    if (opening !== undefined || documents.length === 0)
      documents.push({ id: opening?.replace(/.*=\s*/, '') ?? '', text: '', blocks: [], sentences: [] });
    const draft = documents.at(-1)!;
    if (draft.blocks.length === 0 || lines.some((line) => /^#\s*newpar/.test(line))) openBlock(draft);
    addSentence(draft, rows);
  }
  return documents;
}

interface Draft {
  readonly id: string;
  text: string;
  readonly blocks: { start: number; end: number; kind: 'article' }[];
  readonly sentences: GoldSentence[];
}

function openBlock(draft: Draft): void {
  draft.text = draft.text === '' ? '' : `${draft.text.trimEnd()}\n\n`;
  draft.blocks.push({ start: draft.text.length, end: draft.text.length, kind: 'article' });
}

function addSentence(draft: Draft, rows: readonly (readonly string[])[]): void {
  const start = draft.text.length;
  const words: GoldWord[] = [];
  let end = start;
  for (let i = 0; i < rows.length; i++) {
    const [id = '', form = '', , , , , , , , misc = ''] = rows[i]!;
    const at = draft.text.length;
    end = at + form.length;
    draft.text += /SpaceAfter=No/.test(misc) ? form : `${form} `;
    const [first, last] = id.split('-').map(Number);
    const parts = last === undefined ? [rows[i]!] : rows.slice(i + 1, i + 2 + last - first!);
    if (last !== undefined) i += parts.length;
    words.push(...wordsOn(parts, form, at));
  }
  draft.sentences.push({ start, end, words });
  draft.blocks.at(-1)!.end = end;
}

function wordsOn(parts: readonly (readonly string[])[], form: string, start: number): GoldWord[] {
  const exact = parts.map((p) => p[1]).join('') === form;
  let at = start;
  return parts.map(([, part = '', lemma = '', upos = '', xpos = '', , head, deprel = '']) => {
    const span = exact ? { start: at, end: at + part.length } : { start, end: start + form.length };
    at = span.end;
    return { ...span, form: part, upos, xpos, lemma, head: Number(head) - 1, deprel };
  });
}
