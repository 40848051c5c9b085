/** What a thrown value says. PGlite throws plain objects too: its file system's have a name and a number, no message. */
export function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { message, name, code, errno } = error as Readonly<Record<string, unknown>>;
  if (typeof message === 'string' && message !== '') return message;
  const parts = [name, code ?? errno].filter((p) => typeof p === 'string' || typeof p === 'number');
  return parts.length > 0 ? parts.join(' ') : 'no reason given';
}
