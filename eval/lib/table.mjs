const HEAD = ['task', 'measure', 'set', 'n', 'figure', 'floor', 'goal', 'aim', 'published'];
/** Columns of numbers stand to the right. */
const RIGHT = new Set(['n', 'figure', 'floor', 'goal', 'aim']);

/** Rows of cells by column name, as aligned lines. */
export function table(rows) {
  const cells = [Object.fromEntries(HEAD.map((name) => [name, name])), ...rows];
  const width = Object.fromEntries(
    HEAD.map((name) => [name, Math.max(...cells.map((row) => String(row[name] ?? '').length))]),
  );
  const line = (row) =>
    HEAD.map((name) => {
      const text = String(row[name] ?? '');
      return RIGHT.has(name) ? text.padStart(width[name]) : text.padEnd(width[name]);
    })
      .join('  ')
      .trimEnd();
  const rule = HEAD.map((name) => '-'.repeat(width[name])).join('  ');
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

/** A figure with three digits, a whole number as it is. */
export function figureText(figure) {
  return Number.isInteger(figure) && Math.abs(figure) > 1 ? String(figure) : figure.toFixed(3);
}
