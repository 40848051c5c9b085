/** Longest head looked for, in bytes: servers refuse heads of a tenth of this. */
const MAX_HEAD_BYTES = 256 * 1024;

/** The head of an HTTP message as it was received. */
export interface HttpHead {
  /** Of a response; `null` for a request. */
  readonly status: number | null;
  /** By lower-case name; a field given several times is joined by commas. */
  readonly fields: ReadonlyMap<string, string>;
  /** Byte at which the body begins. */
  readonly bodyStart: number;
}

/** Reads status line and fields. Bare line feeds and folded lines are taken, as old servers send them; `null` when it is no HTTP. */
export function httpHead(message: Uint8Array): HttpHead | null {
  const bytes = Buffer.from(message.buffer, message.byteOffset, Math.min(message.length, MAX_HEAD_BYTES));
  const { head, bodyStart } = cut(bytes, bytes.length === message.length);
  const [first = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const response = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t]|$)/i.exec(first);
  if (!response && !/^[A-Z]+ \S+(?: HTTP\/\d(?:\.\d)?)?$/.test(first)) return null;
  return { status: response ? Number(response[1]) : null, fields: fieldsOf(lines), bodyStart };
}

/** The head ends at the first empty line; a message without one is all head. */
function cut(bytes: Buffer, whole: boolean): { head: string; bodyStart: number } {
  const ends = [
    [bytes.indexOf('\r\n\r\n'), 4],
    [bytes.indexOf('\n\n'), 2],
  ] as const;
  const found = ends.filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0];
  const end = found?.[0] ?? (whole ? bytes.length : 0);
  return { head: bytes.toString('latin1', 0, end), bodyStart: found ? end + found[1] : bytes.length };
}

/** Header fields of HTTP and MIME: `name: value` a line; what is no field is passed over. */
export function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return fields;
}

/** A media type with its charset: `text/html; charset="utf-8"`. Both lower case; `''` and `null` when not given. */
export function contentType(value: string | undefined): {
  readonly type: string;
  readonly charset: string | null;
} {
  const [type = '', ...rest] = (value ?? '').split(';');
  const charset = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(rest.join(';'))?.[1] ?? null;
  return { type: type.split(',')[0]?.trim().toLowerCase() ?? '', charset: charset?.toLowerCase() ?? null };
}
