import type { ChainLink, Mention } from '../../doc/index.ts';
import type { Markable } from './markables.ts';
import { lastLink, type Referent } from './referents.ts';

/** A referent that a name goes back to, with the rule that says so. */
export interface NameTie {
  readonly referent: Referent;
  readonly form: ChainLink['form'];
  readonly by: string;
}

/** A capitalised word of up to this many letters can be the acronym of a longer name. */
const MOST_LETTERS = 8;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.-]+$/u;

/**
 * The referent that a name means: the same register entry or the same words, an acronym (in brackets after the name, or of
 * its initials), the last name of a person, or a short form of a longer name.
 */
export function nameTie(
  text: string,
  name: Markable,
  mention: Mention | null,
  recent: readonly Referent[],
): NameTie | null {
  return (
    sameName(name, mention, recent) ?? acronymOf(text, name, recent) ?? shortForm(text, name, mention, recent)
  );
}

function sameName(name: Markable, mention: Mention | null, recent: readonly Referent[]): NameTie | null {
  const key = [...name.words].join(' ');
  const actor = mention?.candidates.length === 1 ? mention.candidates[0]! : null;
  const referent = find(recent, (r) => r.names.has(key) || (actor !== null && r.actor === actor));
  return referent ? { referent, form: 'name', by: 'same-name' } : null;
}

function acronymOf(text: string, name: Markable, recent: readonly Referent[]): NameTie | null {
  const form = text.slice(name.start, name.end);
  if (form.length > MOST_LETTERS || !ACRONYM.test(form)) return null;
  const introduced = find(recent, (r) => isBracketed(text, lastLink(r), name));
  const referent =
    introduced ?? find(recent, (r) => r.links.some((l) => initials(text, l.markable) === plain(form)));
  return referent ? { referent, form: 'acronym', by: introduced ? 'acronym-in-brackets' : 'initials' } : null;
}

const plain = (form: string): string => form.replace(/[^\p{L}\p{N}]/gu, '');

/** "Free Plateau Front (FPF)": nothing but an opening bracket and blanks between. */
function isBracketed(text: string, before: Markable, name: Markable): boolean {
  return (
    before.sort === 'name' &&
    name.start - before.end <= 3 &&
    text.slice(before.end, name.start).trim() === '('
  );
}

/** First letters of the capitalised words of a name; "" for one of a single word. */
function initials(text: string, markable: Markable): string {
  if (markable.sort !== 'name') return '';
  const words = text.slice(markable.start, markable.end).split(/[\s-]+/);
  return words.length < 2 ? '' : words.map((w) => (/^\p{Lu}/u.test(w) ? w[0] : '')).join('');
}

/** "Okoro" after "Danladi Okoro", "the Assembly" after "Eastern Assembly". */
function shortForm(
  text: string,
  name: Markable,
  mention: Mention | null,
  recent: readonly Referent[],
): NameTie | null {
  const kind = mention?.kind ?? null;
  const referent = find(recent, (r) => {
    if (kind && kind !== 'other' && r.kind && r.kind !== 'other' && kind !== r.kind) return false;
    return r.links.some(({ markable }) => markable.sort === 'name' && isShortOf(text, name, markable, r));
  });
  return referent ? { referent, form: 'short-form', by: 'short-form' } : null;
}

function isShortOf(text: string, short: Markable, long: Markable, referent: Referent): boolean {
  const of = wordsOf(text, long);
  const words = wordsOf(text, short);
  if (words.length >= of.length || words.length === 0) return false;
  const tail = words.at(-1) === of.at(-1) && words.every((w) => of.includes(w));
  if (tail) return true;
  // A longer form may follow a shorter one only for a person's first name; bodies shorten to their head.
  return referent.kind === 'person' && words.length === 1 && words[0] === of[0] && of.length === 2;
}

const wordsOf = (text: string, m: Markable): string[] => text.slice(m.start, m.end).split(/[\s-]+/);

/** The last used of those that fit. */
function find(recent: readonly Referent[], fits: (r: Referent) => boolean): Referent | null {
  for (let i = recent.length - 1; i >= 0; i--) if (fits(recent[i]!)) return recent[i]!;
  return null;
}
