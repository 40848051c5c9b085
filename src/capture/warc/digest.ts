import { createHash } from 'node:crypto';

/** Digest algorithms by the names that WARC writers use. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
  md5: 'md5',
};
/** RFC 4648 §6. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Whether one of the candidates has the digest that a field states (`sha1:ABC…`); `null` when it cannot be told. */
export function hasDigest(stated: string | undefined, candidates: Iterable<Uint8Array>): boolean | null {
  const [, name = '', value = ''] = /^([A-Za-z0-9-]+):\s*(\S+)$/.exec(stated ?? '') ?? [];
  const algorithm = ALGORITHMS[name.toLowerCase()];
  if (!algorithm) return null;
  for (const bytes of candidates) if (forms(algorithm, bytes).includes(bare(value))) return true;
  return false;
}

/** Writers disagree on the encoding: base32 by custom, hex and base64 by many. */
function forms(algorithm: string, bytes: Uint8Array): readonly string[] {
  const digest = createHash(algorithm).update(bytes).digest();
  return [base32(digest), digest.toString('hex'), digest.toString('base64')].map(bare);
}

function bare(value: string): string {
  const plain = value.replace(/=+$/, '');
  return /^[0-9a-f]+$/i.test(plain) || /^[a-z2-7]+$/i.test(plain) ? plain.toLowerCase() : plain;
}

function base32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) out += BASE32[(value >>> (bits - 5)) & 31];
  }
  return bits > 0 ? out + BASE32[(value << (5 - bits)) & 31] : out;
}
