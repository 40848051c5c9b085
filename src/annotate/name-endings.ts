import type { Mention, Token } from '../doc/index.ts';
import {
  isWritten,
  type KnownName,
  type KnownNames,
  PLACE_KIND,
  placeOf,
  plainForms,
  type WordPart,
  wordParts,
} from '../lexicon/known-names.ts';

/** What the register knows of an id; the part of it that names need. */
export interface NameRegister {
  get(id: string): { readonly kind: Mention['kind']; readonly country?: string | undefined } | null;
}

/**
 * Names of the language's own list (`data/<lang>/names.yaml`), also with the endings of its cases; leftmost, longest,
 * disjoint. `candidates` are register ids, empty for places. A name written with a capital counts only with one.
 */
export function knownNames(
  text: string,
  tokens: readonly Token[],
  names: KnownNames,
  register: NameRegister,
): Mention[] {
  if (names.byFirst.size === 0) return [];
  const pieces = piecesOf(text, tokens, names);
  const found: Mention[] = [];
  for (let at = 0; at < pieces.length; ) {
    const name = longestAt(text, pieces, at, names);
    if (name) found.push(mentionOf(text, pieces, at, name, register));
    at += name?.words.length ?? 1;
  }
  return found;
}

/** A word of the text with the plain forms it may have, and whether a name may run on into it. */
interface Piece extends WordPart {
  readonly forms: readonly string[];
  readonly joined: boolean;
}

/** What may stand between two words of one name. */
const GLUE = /^[\s\-‐‑–.'’“”"«»&/]{0,4}$/u;
/** Longest stretch looked at between two words. */
const MAX_GLUE = 4;

function piecesOf(text: string, tokens: readonly Token[], { endings }: KnownNames): Piece[] {
  const pieces: Piece[] = [];
  let sentence = -1;
  for (const token of tokens) {
    if (token.kind === 'punctuation') continue;
    for (const part of wordParts(text.slice(token.start, token.end), token.start)) {
      const from = pieces.at(-1)?.end ?? 0;
      const near = token.sentence === sentence && part.start - from <= MAX_GLUE;
      const joined = near && GLUE.test(text.slice(from, part.start));
      pieces.push({ ...part, forms: plainForms(part.key, endings), joined });
      sentence = token.sentence;
    }
  }
  return pieces;
}

function longestAt(text: string, pieces: readonly Piece[], at: number, names: KnownNames): KnownName | null {
  let best: KnownName | null = null;
  for (const first of pieces[at]!.forms)
    for (const name of names.byFirst.get(first) ?? [])
      if (name.words.length > (best?.words.length ?? 0) && standsAt(text, pieces, at, name)) best = name;
  return best;
}

function standsAt(text: string, pieces: readonly Piece[], at: number, name: KnownName): boolean {
  for (let k = 1; k < name.words.length; k++) {
    const piece = pieces[at + k];
    if (!piece?.joined || !piece.forms.includes(name.words[k]!)) return false;
  }
  return isWritten(text.slice(pieces[at]!.start, pieces[at + name.words.length - 1]!.end), name);
}

function mentionOf(
  text: string,
  pieces: readonly Piece[],
  at: number,
  name: KnownName,
  register: NameRegister,
): Mention {
  const start = pieces[at]!.start;
  const end = pieces[at + name.words.length - 1]!.end;
  const actor = placeOf(name.id) ? null : register.get(name.id);
  const kind = !actor || actor.country ? PLACE_KIND : actor.kind;
  const candidates = actor ? [name.id] : [];
  return {
    start,
    end,
    text: text.slice(start, end),
    kind,
    candidates,
    publicRole: kind === 'person',
    by: 'language-name',
  };
}
