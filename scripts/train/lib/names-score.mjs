/** Scores names by exact span and type. */

/** @returns {Record<string, { precision: number, recall: number, f1: number }>} by type, and for all, to four places */
export function nameScores(gold, found) {
  const counts = {};
  const add = (type, what) => {
    for (const key of [type, 'all']) {
      counts[key] ??= { right: 0, found: 0, gold: 0 };
      counts[key][what]++;
    }
  };
  const keyOf = ({ first, last, type }) => `${first} ${last} ${type}`;
  gold.forEach((names, i) => {
    const right = new Set(names.map(keyOf));
    for (const name of names) add(name.type, 'gold');
    for (const name of found[i]) {
      add(name.type, 'found');
      if (right.has(keyOf(name))) add(name.type, 'right');
    }
  });
  const round = (x) => Math.round(x * 1e4) / 1e4;
  return Object.fromEntries(
    Object.entries(counts)
      .sort()
      .map(([type, c]) => [
        type,
        {
          precision: round(c.right / c.found),
          recall: round(c.right / c.gold),
          f1: round((2 * c.right) / (c.found + c.gold)),
        },
      ]),
  );
}
