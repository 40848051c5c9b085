import type { Lexicon } from '../lexicon/index.ts';
import type { PageCue, PageSelector, PageWord } from '../lexicon/page.ts';
import { table } from '../lexicon/source.ts';

export type CueKind = PageCue['cue'];
export type WordGroup = PageWord['group'];
export type Role = PageSelector['role'];

/** The reader's word lists of all languages together: one page may hold several. */
export interface PageWords {
  readonly cues: readonly PageCue[];
  /** Cues that are a whole line, by that line folded. */
  readonly wholeLines: ReadonlyMap<string, readonly CueKind[]>;
  readonly groups: Readonly<Record<WordGroup, ReadonlyMap<string, number | null>>>;
  /** Role by `where:text`, as in "tag:nav". */
  readonly selectors: ReadonlyMap<string, Role>;
}

const made = new WeakMap<object, PageWords>();

/** The reader's words of a lexicon; compiled once and kept with it. */
export function pageWords(lexicon: Pick<Lexicon, 'source'>): PageWords {
  const known = made.get(lexicon.source);
  if (known) return known;
  const words = compile(lexicon);
  made.set(lexicon.source, words);
  return words;
}

function compile({ source }: Pick<Lexicon, 'source'>): PageWords {
  const all = <T>(topic: string): T[] => {
    const names = Object.keys(source.json).filter((name) => name.endsWith(`/read/${topic}`));
    const wanted = names.length > 0 ? names.sort() : [`en/read/${topic}`];
    return wanted.flatMap((name) => table<{ entries: T[] }>(source, name).entries);
  };
  const cues = all<PageCue>('page-cues').map((c) => ({ ...c, text: fold(c.text) }));
  const wholeLines = new Map<string, CueKind[]>();
  for (const { cue, match, text } of cues)
    if (match === 'line') wholeLines.set(text, [...(wholeLines.get(text) ?? []), cue]);
  const groups = {} as Record<WordGroup, Map<string, number | null>>;
  for (const { group, word, value } of all<PageWord>('page-words')) {
    groups[group] ??= new Map();
    groups[group].set(fold(word), value ?? null);
  }
  const selectors = new Map(
    all<PageSelector>('page-selectors').map((s) => [`${s.where}:${s.text}`, s.role] as const),
  );
  return { cues: cues.filter((c) => c.match !== 'line'), wholeLines, groups, selectors };
}

/** A line as it is matched: lower case, plain quotes, single spaces. Length may differ: it carries no offsets. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
