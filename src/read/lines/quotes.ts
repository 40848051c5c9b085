const OPENING = new Set(['“', '«', '"']);
const CLOSING = new Set(['”', '»', '"']);

/**
 * The text with its quotations blanked, so that what remains is the narrator's own. A quotation that is never closed
 * is left standing. One pass, whatever the marks.
 */
export function withoutQuotations(text: string): string {
  if (!/[“«"]/.test(text)) return text;
  let out = '';
  let kept = 0;
  let opened = -1;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (opened >= 0 && CLOSING.has(mark)) {
      out += `${text.slice(kept, opened)} `;
      kept = i + 1;
      opened = -1;
    } else if (opened < 0 && OPENING.has(mark)) opened = i;
  }
  return out + text.slice(kept);
}
