import { isUtf8 } from 'node:buffer';
import declaredCharset from 'html-encoding-sniffer';
import iconv from 'iconv-lite';
import { detect } from 'jschardet';
import type { PageWords } from '../words.ts';

/** Charset of some bytes, and how it was come by. */
export interface Charset {
  readonly name: string;
  /** Length of the byte order mark, 0 without one. */
  readonly bom: number;
  readonly how: 'bom' | 'valid-utf8' | 'declared' | 'guessed' | 'damaged-utf8';
}

const BOMS: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];
/** Bytes looked at when guessing: a page's worth. */
const SAMPLE_BYTES = 65_536;
/** Confidence below which the statistical guess is not taken: its authors call anything above one half likely. */
const SURE = 0.5;
/** Different common words of a language that must show before a charset is guessed from them. */
const WORDS_NEEDED = 3;
/** Charsets the statistical guess does not know, tried by whether common words appear. */
const BY_WORDS = ['windows-1256', 'ISO-8859-6'];

/**
 * Byte order mark first, then bytes that are valid UTF-8 (a wrong declaration is commoner than text that is valid UTF-8
 * by chance), then what the page declares, then a guess; UTF-8 with replacement characters where nothing fits.
 */
export function chooseCharset(body: Uint8Array, html: boolean, words: PageWords): Charset {
  for (const [name, mark] of BOMS)
    if (mark.every((byte, i) => body[i] === byte)) return { name, bom: mark.length, how: 'bom' };
  if (isUtf8(body)) return { name: 'UTF-8', bom: 0, how: 'valid-utf8' };
  const declared = html ? declaredCharset(body, { defaultEncoding: '' }) : '';
  if (declared && declared !== 'UTF-8' && iconv.encodingExists(declared))
    return { name: declared, bom: 0, how: 'declared' };
  if (declared === 'UTF-8' || mostlyUtf8(body)) return { name: 'UTF-8', bom: 0, how: 'damaged-utf8' };
  const name = guess(body.subarray(0, SAMPLE_BYTES), words);
  return name ? { name, bom: 0, how: 'guessed' } : { name: 'UTF-8', bom: 0, how: 'damaged-utf8' };
}

/** Whether well-formed sequences outnumber damaged ones. */
function mostlyUtf8(body: Uint8Array): boolean {
  const text = new TextDecoder().decode(body.subarray(0, SAMPLE_BYTES));
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return sound > damaged;
}

function guess(sample: Uint8Array, words: PageWords): string | null {
  for (const name of BY_WORDS) {
    const seen = new Set(iconv.decode(sample, name).match(/\p{Script=Arabic}+/gu) ?? []);
    const known = [...seen].filter((word) => words.groups.stop.has(word));
    if (known.length >= WORDS_NEEDED) return name;
  }
  const { encoding, confidence } = detect(sample);
  return encoding && confidence >= SURE && encoding !== 'UTF-8' && iconv.encodingExists(encoding)
    ? encoding
    : null;
}
