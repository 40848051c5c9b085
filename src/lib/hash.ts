import { createHash } from 'node:crypto';

/** Hex SHA-256 of bytes, or of a string's UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A short stable id, `prefix-` and 16 hex digits, from the parts that make a thing what it is. */
export function contentId(prefix: string, ...parts: readonly (string | number | null)[]): string {
  return `${prefix}-${sha256(JSON.stringify(parts)).slice(0, 16)}`;
}
