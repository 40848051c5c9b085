import iconv from 'iconv-lite';

/** A charset of one byte a character, and the letters that text in it is mostly made of, commonest first. */
interface Candidate {
  readonly name: string;
  readonly script: RegExp;
  readonly common: ReadonlySet<string>;
}

const ARABIC = { script: /\p{Script=Arabic}/u, common: new Set('اليمنوترةبعدسفهحقكأجشطصیک') };
const CYRILLIC = { script: /\p{Script=Cyrillic}/u, common: new Set('оеаинтсрвлкмдпуяыьгзбчіїє') };
const HEBREW = { script: /\p{Script=Hebrew}/u, common: new Set('יוהלאמרשתבנחד') };
const GREEK = { script: /\p{Script=Greek}/u, common: new Set('αοιετνσηρπκμςάόίέλυ') };

/** Commoner ones first: they win a draw. */
const CANDIDATES: readonly Candidate[] = [
  { name: 'windows-1256', ...ARABIC },
  { name: 'windows-1251', ...CYRILLIC },
  { name: 'KOI8-U', ...CYRILLIC },
  { name: 'ISO-8859-5', ...CYRILLIC },
  { name: 'IBM866', ...CYRILLIC },
  { name: 'ISO-8859-6', ...ARABIC },
  { name: 'windows-1255', ...HEBREW },
  { name: 'windows-1253', ...GREEK },
];
/** Letters beyond ASCII that Latin text in each charset is mostly made of; the first wins a draw. */
const LATIN: readonly (readonly [name: string, letters: ReadonlySet<string>])[] = [
  ['windows-1252', new Set('éèàçêôîûâëïùœáíóúñãõäöüßåøæÉÀÈÄÖÜ’“”–—«»')],
  ['windows-1254', new Set('ışğüçöİŞĞÜÇÖâî’“”–—«»')],
  ['windows-1250', new Set('łąężśćńóźŁŚŻšěčřžýáíéůúďťňđ’“”–—„')],
  ['ISO-8859-2', new Set('łąężśćńóźŁŚŻšěčřžýáíéůúďťňđ')],
];
/** High bytes that a guess needs: a headline's worth. */
const MIN_HIGH_BYTES = 16;
/** Mean length of a run of high bytes: about 1 in Latin text, a word in other scripts. Chosen between 1.3 and 4. */
const MIN_RUN = 2.2;
/** Score from which a charset is taken; right ones score .75 to .95, wrong ones below .5 (own texts, eight languages). */
const MIN_SCORE = 0.6;
/** How much better a rarer charset must do: some differ from a commoner one in a few letters alone. */
const MARGIN = 0.03;
/** What a character adds. Capitals inside words and signs between letters are what a wrong charset makes of text. */
const SCORE = { common: 1, rare: 0.5, capital: 0.5, inner: -1, sign: -0.5, none: -2 };
const PUNCTUATION = /[\p{P}\p{Zs}\u200c-\u200f№°]/u;

/** Whether the bytes are words of a script that is not Latin: runs of high bytes as long as words. */
export function isForeignScript(sample: Uint8Array): boolean {
  let high = 0;
  let runs = 0;
  for (let i = 0; i < sample.length; i++)
    if ((sample[i] as number) >= 0x80) {
      high++;
      if (i === 0 || (sample[i - 1] as number) < 0x80) runs++;
    }
  return high >= MIN_HIGH_BYTES && high >= runs * MIN_RUN;
}

/** The charset of one byte a character in which the bytes read as text; `null` when none does well. */
export function charsetByLetters(
  sample: Uint8Array,
): { readonly name: string; readonly score: number } | null {
  let best: { name: string; score: number } | null = null;
  for (const candidate of CANDIDATES) {
    const score = scoreIn(sample, candidate);
    if (score >= MIN_SCORE && score > (best ? best.score + MARGIN : 0))
      best = { name: candidate.name, score };
  }
  return best;
}

/** The charset whose usual letters the high bytes of Latin text are. */
export function latinByLetters(sample: Uint8Array): string {
  const shares = LATIN.map(([name, letters]) => {
    const high = [...iconv.decode(Buffer.from(sample), name)].filter((c) => c > '\x7f');
    return { name, share: high.filter((c) => letters.has(c)).length / Math.max(1, high.length) };
  });
  return shares.reduce((best, next) => (next.share > best.share ? next : best)).name;
}

/** How well bytes read in a charset named, 0 and below when badly; `null` for one that is not among the candidates. */
export function scoreOf(sample: Uint8Array, charset: string): number | null {
  const name = charset.toLowerCase();
  const candidate = CANDIDATES.find(
    (c) => c.name.toLowerCase() === name || (name === 'koi8-r' && c.name === 'KOI8-U'),
  );
  return candidate ? scoreIn(sample, candidate) : null;
}

function scoreIn(sample: Uint8Array, { name, script, common }: Candidate): number {
  const text = iconv.decode(Buffer.from(sample), name);
  let sum = 0;
  let counted = 0;
  let before = '';
  for (const c of text) {
    if (c > '\x7f' && !PUNCTUATION.test(c)) {
      counted++;
      sum += scoreAfter(c, before, script, common);
    }
    before = c;
  }
  return counted === 0 ? 0 : sum / counted;
}

function scoreAfter(c: string, before: string, script: RegExp, common: ReadonlySet<string>): number {
  if (c === '\ufffd' || c < '\xa0') return SCORE.none;
  if (!script.test(c)) return SCORE.sign;
  if (common.has(c)) return SCORE.common;
  if (c === c.toLowerCase()) return SCORE.rare;
  return before !== before.toUpperCase() ? SCORE.inner : SCORE.capital;
}
