import { isUtf8 } from 'node:buffer';
import declaredCharset from 'html-encoding-sniffer';
import iconv from 'iconv-lite';
import { detect } from 'jschardet';
import { unmarkedUtf16 } from '../../lib/utf16.ts';
import { charsetByLetters, isForeignScript, latinByLetters, scoreOf } from './letters.ts';

/** Charset of some bytes, and how it was come by. */
export interface Charset {
  readonly name: string;
  /** Length of the byte order mark, 0 without one. */
  readonly bom: number;
  readonly how: 'bom' | 'valid-utf8' | 'declared' | 'overruled' | 'guessed' | 'damaged-utf8';
}

const BOMS: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];
/** Bytes looked at when guessing: a page's worth. */
const SAMPLE_BYTES = 65_536;
/** Confidence from which a charset of several bytes a character is taken before others are tried. */
const SURE = 0.95;
/** And from which it is taken where words are not Latin and no other charset fits; markup in the sample lowers it. */
const LIKELY = 0.2;
const MULTIBYTE = /^(?:gb|big5|shift|euc|iso-2022|hz)/i;
const LATIN = /^(?:windows-125[0247]|iso-8859-(?:1|2|3|4|9|10|13|14|15|16)|macintosh)$/i;
/** Bytes in which a page's own declaration is looked for. */
const DECLARED_WITHIN = 16 * 1024;
/** How much better another charset must read before one that was stated is overruled. */
const OVERRULES = 0.25;

/**
 * Byte order mark first, then UTF-16 by its zero bytes, then bytes that are valid UTF-8 (a wrong declaration is commoner
 * than text that is valid UTF-8 by chance), then what was stated outside the page and in it, unless the bytes belie it;
 * then a guess; UTF-8 with replacement characters where nothing fits.
 */
export function chooseCharset(body: Uint8Array, html: boolean, stated: string | null = null): Charset {
  for (const [name, mark] of BOMS)
    if (mark.every((byte, i) => body[i] === byte)) return { name, bom: mark.length, how: 'bom' };
  const wide = unmarkedUtf16(body);
  if (wide) return { name: wide, bom: 0, how: 'guessed' };
  if (isUtf8(body)) return { name: 'UTF-8', bom: 0, how: 'valid-utf8' };
  const declared = canonical(stated) ?? (html ? canonical(declaredIn(body)) : null);
  const sample = foreignPart(body);
  if (declared && declared !== 'UTF-8') {
    const better = belied(sample, declared);
    return better ? { name: better, bom: 0, how: 'overruled' } : { name: declared, bom: 0, how: 'declared' };
  }
  if (mostlyUtf8(body)) return { name: 'UTF-8', bom: 0, how: 'damaged-utf8' };
  const name = guess(sample);
  if (!name) return { name: 'UTF-8', bom: 0, how: 'damaged-utf8' };
  return { name, bom: 0, how: declared ? 'overruled' : 'guessed' };
}

/** What the page declares, looked for beyond the first kilobyte where nothing stands in it: pages open with scripts. */
function declaredIn(body: Uint8Array): string {
  const head = declaredCharset(body, { defaultEncoding: '' });
  if (head) return head;
  const opening = Buffer.from(body.subarray(0, DECLARED_WITHIN)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(opening)?.[1] ?? '';
}

/** A label by the name the web gives its charset, where it can be decoded; UTF-16 is belied by bytes that came this far. */
function canonical(label: string | null): string | null {
  if (!label) return null;
  const name = declaredCharset(new Uint8Array(), { transportLayerEncodingLabel: label, defaultEncoding: '' });
  const known = /^x-mac-cyrillic$/i.test(name) ? 'macCyrillic' : name; // as the decoder knows it
  return known && !/^utf-16/i.test(known) && iconv.encodingExists(known) ? known : null;
}

/** The charset that the bytes read far better in than in the one stated; `null` when there is none. */
function belied(sample: Uint8Array, declared: string): string | null {
  const latin = LATIN.test(declared);
  if (!isForeignScript(sample)) return null;
  const own = latin ? 0 : scoreOf(sample, declared);
  if (own === null) return null;
  const better = charsetByLetters(sample);
  if (better) return better.name !== declared && better.score > own + OVERRULES ? better.name : null;
  return latin ? wideByStatistics(sample, LIKELY) : null;
}

/** The lines of a page that hold high bytes, a page's worth: markup and scripts say nothing of a charset. */
function foreignPart(body: Uint8Array): Buffer {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(Math.max(0, first), Math.max(0, first) + SAMPLE_BYTES);
}

/** Whether well-formed sequences outnumber damaged ones. */
function mostlyUtf8(body: Uint8Array): boolean {
  const text = new TextDecoder().decode(foreignPart(body));
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return sound > damaged;
}

function guess(sample: Buffer): string | null {
  if (!isForeignScript(sample)) return latinByLetters(sample);
  return wideByStatistics(sample, SURE) ?? charsetByLetters(sample)?.name ?? wideByStatistics(sample, LIKELY);
}

/** A charset of several bytes a character, where the statistics say so; `null` for all others. */
function wideByStatistics(sample: Uint8Array, least: number): string | null {
  const { encoding, confidence } = detect(sample);
  const name = canonical(encoding);
  return name && confidence >= least && MULTIBYTE.test(name) ? name : null;
}
