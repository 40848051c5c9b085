/** Code units looked at. */
const SAMPLE_UNITS = 32_768;
/** Spaces, line ends, digits and markup make at least so much of any text; in UTF-16 each has a zero byte on one side. */
const MIN_SHARE = 0.02;
/** One or two zero bytes are strays in other text. */
const MIN_ZEROS = 3;
/** Zero bytes on the other side at most, as a share of those on the first: one character in 256 has its own there. */
const MAX_OTHER_SHARE = 0.15;
/** Units that no text holds at most, as a share. */
const MAX_ODD_SHARE = 0.02;

/** Which UTF-16 bytes without a byte order mark are; `null` when they are none. */
export function unmarkedUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const units = Math.min(SAMPLE_UNITS, bytes.length >> 1);
  const zeros = [0, 0] as [number, number];
  for (let i = 0; i < units * 2; i++) if (bytes[i] === 0) zeros[(i & 1) as 0 | 1]++;
  const [even, odd] = zeros;
  const side = Math.max(even, odd);
  if (side < MIN_ZEROS || side < units * MIN_SHARE || Math.min(even, odd) > side * MAX_OTHER_SHARE)
    return null;
  const label = odd > even ? 'UTF-16LE' : 'UTF-16BE';
  return isText(bytes.subarray(0, units * 2), label === 'UTF-16LE') ? label : null;
}

/** Whether the units are paired surrogates and characters of text, but for a few. */
function isText(bytes: Uint8Array, little: boolean): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let odd = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = view.getUint16(at, little);
    if (unit < 9 || (unit > 13 && unit < 32) || (unit >= 0xe000 && unit < 0xf900) || unit >= 0xfffe) odd++;
  }
  return odd <= (bytes.length / 2) * MAX_ODD_SHARE;
}
