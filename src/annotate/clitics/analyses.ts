import type { Clitics, Proclitic } from '../../lexicon/clitics.ts';
import { hash2, hashString } from '../../lib/feature-hash.ts';

/** One way to cut a word: `proclitics`, then the host `[from, to)` of its letters, then an enclitic, or "". */
export interface Analysis {
  readonly proclitics: readonly Proclitic[];
  /** Hash of the proclitics, in order. */
  readonly front: number;
  readonly from: number;
  readonly to: number;
  readonly enclitic: string;
}

/** Where digits or Latin letters follow, what stands before them is clitics or nothing is. */
const NO_LETTER = /[\p{N}\p{Script=Latin}]/u;
/** A host has at least so many letters; a lone letter is no word. */
const LEAST_HOST = 2;

/**
 * Every way to cut a word that its letters allow, the whole word first. Their number is bounded by the clitics, not by
 * the word's length.
 */
export function analysesOf(word: string, clitics: Clitics): Analysis[] {
  const found: Analysis[] = [];
  const foreign = word.search(NO_LETTER);
  if (foreign > 0) {
    const front = [...fronts(word, START, clitics)].find((f) => f.from === foreign) ?? START;
    return [{ ...front, to: word.length, enclitic: '' }];
  }
  for (const front of fronts(word, START, clitics)) {
    for (const enclitic of ['', ...clitics.enclitics]) {
      if (!word.endsWith(enclitic)) continue;
      const analysis = { ...front, to: word.length - enclitic.length, enclitic };
      if (isPossible(word, analysis)) found.push(analysis);
    }
  }
  return found;
}

type Front = Pick<Analysis, 'proclitics' | 'from' | 'front'>;
const START: Front = { proclitics: [], front: 0, from: 0 };

function* fronts(word: string, so: Front, clitics: Clitics): Generator<Front> {
  yield so;
  const last = so.proclitics.at(-1)?.slot ?? 0;
  for (const next of clitics.proclitics) {
    if (next.slot <= last || !word.startsWith(next.form, so.from)) continue;
    const proclitics = [...so.proclitics, next];
    const front = hash2(next.slot, so.front, hashString(next.form));
    yield* fronts(word, { proclitics, front, from: so.from + next.form.length }, clitics);
  }
}

function isPossible(word: string, { proclitics, from, to, enclitic }: Analysis): boolean {
  const last = proclitics.at(-1);
  if (from === to) return enclitic !== '' && last?.bare === true;
  if (to - from < LEAST_HOST) return proclitics.length === 0 && enclitic === '';
  return !last || last.before.length === 0 || last.before.some((letter) => word.startsWith(letter, from));
}

/**
 * The forms in which the host may stand alone, the likelier first if a lexicon knows it; the last is that of a word no
 * lexicon knows. After the proclitic that swallows it the article is joined again: "للجيش" is الجيش, "للجنة" is اللجنة.
 */
export function hostForms(word: string, analysis: Analysis, clitics: Clitics): string[] {
  const { proclitics, from, to, enclitic } = analysis;
  const host = word.slice(from, to);
  const { article } = clitics;
  if (article && proclitics.at(-1)?.form === article.after && host.startsWith(article.written))
    return [article.form + host, host, article.form + host.slice(article.written.length)];
  if (enclitic === '') return [host];
  const alone = clitics.hosts.get(host);
  if (alone !== undefined) return [alone];
  const ending = clitics.endings.find((e) => host.endsWith(e.written));
  return ending ? [host.slice(0, -ending.written.length) + ending.form, host] : [host];
}
