/** Says on one line of a terminal how far a run is; elsewhere it says nothing. */
export function progressOn(stream) {
  if (!stream.isTTY) return { at: () => {}, clear: () => {} };
  return {
    at: (what, done, total) => stream.write(`\r\x1b[K${what} ${done}/${total}`),
    clear: () => stream.write('\r\x1b[K'),
  };
}
