import { isMhtml } from '../lib/received/index.ts';
import { unmarkedUtf16 } from '../lib/utf16.ts';

/** Bytes looked at to tell what they are: the length the WHATWG MIME Sniffing Standard gives its resource header. */
const HEADER_BYTES = 1445;

/** Header fields of an MHTML archive are looked for within so many bytes: a subject and two long addresses. */
const MHTML_HEAD_BYTES = 16 * 1024;

/** What bytes seem to be: a media type the reader takes, an archive of pages, or the name of something it does not take. */
export type Sniffed =
  | { readonly mediaType: string }
  | { readonly archive: 'mhtml' | 'a WARC file' }
  | { readonly not: string };

/** First bytes (as latin-1) that give a format away. */
const MAGIC: readonly (readonly [prefix: string, name: string])[] = [
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['\xd0\xcf\x11\xe0', 'an old office document'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3', 'a SQLite database'],
  ['OggS', 'an Ogg file'],
  ['ID3', 'an MP3 file'],
];
const HTML_OPENINGS =
  /^\s*(?:<!--|<!doctype html|<html|<head|<body|<article|<main|<title|<meta|<div|<p[ >]|<h1)/i;
/** Share of control characters above which bytes are no text; wide enough for stray form feeds and escapes. */
const CONTROL_SHARE = 0.02;

/** Tells text and HTML from everything else by content alone; a file's name says nothing. UTF-16 with a BOM is text. */
export function sniff(body: Uint8Array): Sniffed {
  const head = body.subarray(0, HEADER_BYTES);
  const latin = Buffer.from(head).toString('latin1');
  if (/^(?:\xff\xfe|\xfe\xff)/.test(latin))
    return { mediaType: textType(latin.slice(2).replaceAll('\0', '')) };
  const known = MAGIC.find(([prefix]) => latin.startsWith(prefix));
  if (known) return { not: known[1] };
  if (latin.slice(4, 8) === 'ftyp') return { not: 'a video' };
  if (/^RIFF....(?:WEBP|WAVE|AVI )/s.test(latin)) return { not: 'an image, sound or video' };
  if (isWarc(latin)) return { archive: 'a WARC file' };
  if (isMhtml(Buffer.from(body.subarray(0, MHTML_HEAD_BYTES)).toString('latin1')))
    return { archive: 'mhtml' };
  const controls = head.reduce((n, b) => n + (b < 9 || (b > 13 && b < 27) || (b > 27 && b < 32) ? 1 : 0), 0);
  const wide = unmarkedUtf16(head);
  if (wide) return { mediaType: textType(latin.replaceAll('\0', '')) };
  if (controls > head.length * CONTROL_SHARE) return { not: 'binary data' };
  return { mediaType: textType(latin.replace(/^\xef\xbb\xbf/, '')) };
}

/** WARC records open with their version (ISO 28500). */
export function isWarc(latin: string): boolean {
  return /^WARC\/[01]\.\d/.test(latin);
}

function textType(head: string): string {
  if (/^\s*<\?xml/.test(head)) return /<html[\s>]/i.test(head) ? 'application/xhtml+xml' : 'text/plain';
  return HTML_OPENINGS.test(head) || /<(?:html|head|body)[\s>]/i.test(head) ? 'text/html' : 'text/plain';
}
