/** The text with its words as they were read: those in capitals of a sentence that shouts in the case of running text. */
export function textAsRead(
  text: string,
  words: readonly { readonly start: number; readonly end: number; readonly form: string }[],
): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, form } of words) {
    const written = text.slice(start, end);
    if (form === written || form.toUpperCase() !== written || form.length !== end - start) continue;
    pieces.push(text.slice(at, start), form);
    at = end;
  }
  return at === 0 ? text : pieces.join('') + text.slice(at);
}
