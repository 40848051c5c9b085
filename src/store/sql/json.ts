/**
 * PostgreSQL's jsonb takes neither U+0000 nor half of a surrogate pair, and pages hold both. Such a code unit is
 * written as an escape character and four hex digits, and so is the escape character itself; reading undoes it.
 */
const ESCAPE = '\uf8f0';

/** A value as text for a jsonb column. */
export function toJsonb(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/\\u|\uf8f0/.test(json)) return json;
  return json.replace(/\\(?:u(0000|d[89a-f][0-9a-f]{2})|.)|\uf8f0/gs, (found, hex: string | undefined) =>
    hex !== undefined ? ESCAPE + hex : found === ESCAPE ? `${ESCAPE}f8f0` : found,
  );
}

/** A value out of the text of a jsonb column. */
export function fromJsonb<T>(text: string): T {
  return JSON.parse(text.includes(ESCAPE) ? text.replace(/\uf8f0([0-9a-f]{4})/g, '\\u$1') : text) as T;
}

/** A string for a text column: code units that PostgreSQL refuses become U+FFFD. For search only, never for evidence. */
export function plain<S extends string | null>(text: S): S {
  return (text?.replace(/\0|[\ud800-\udfff]/gu, '\ufffd') ?? null) as S;
}

/** Text as search compares it: compatibility forms and letter case made one (NFKC, lower case). */
export function folded(text: string): string {
  return plain(text).normalize('NFKC').toLowerCase();
}
