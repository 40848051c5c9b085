import iconv from 'iconv-lite';
import type { MapEntry, Note } from '../../doc/index.ts';
import { lineMap } from './byte-map.ts';
import { type Charset, chooseCharset } from './choose.ts';

/** Bytes as text: the byte order mark dropped, line ends kept, nothing normalised. */
export interface Decoded {
  readonly source: string;
  readonly charset: string;
  readonly map: readonly MapEntry[];
  readonly notes: readonly Note[];
}

/** Decodes a page; `stated` is the charset that was stated outside of it. Never throws: what cannot be decoded becomes U+FFFD, with a note. */
export function decode(body: Uint8Array, html: boolean, stated: string | null = null): Decoded {
  const charset = chooseCharset(body, html, stated);
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength).subarray(charset.bom);
  const source = iconv.decode(bytes, charset.name, { stripBOM: false });
  return {
    source,
    charset: charset.name,
    map: lineMap(source, body, charset.bom, charset.name),
    notes: notesOf(charset, source),
  };
}

function notesOf({ name, how }: Charset, source: string): Note[] {
  const note = (code: string, message: string): Note => ({ code, stage: 'read', message, span: null });
  if (how === 'overruled')
    return [note('charset-wrong', `the charset stated is not that of the bytes; read as ${name}`)];
  if (how === 'guessed') return [note('charset-guessed', `no charset declared; read as ${name}`)];
  const first = source.indexOf('\ufffd');
  if (how !== 'valid-utf8' && first >= 0) {
    const count = source.split('\ufffd').length - 1;
    return [
      note(
        'charset-damaged',
        `${count} characters are not valid ${name} and stand as U+FFFD, first at ${first}`,
      ),
    ];
  }
  return [];
}
