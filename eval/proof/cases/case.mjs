/**
 * One scorer with the predictions on which both versions must agree.
 * @typedef {{ name: string, files: string[], run: (io: Io) => [label: string, theirs: unknown, ours: unknown][] }} Case
 * @typedef {{ rows: (path: string) => any[], text: (path: string) => string, json: (path: string) => any, texts: (path: string) => Record<string, string>, ours: any, theirs: Record<string, any> }} Io
 */

/** A case over JSON Lines: gold itself, each damaged copy, and nothing at all. */
export const rowsCase = (name, module, file, gold, damaged, theirs, ours) => ({
  name: `${name} ${file}`,
  files: [file],
  run: (io) => {
    const rows = io.rows(file);
    const own = gold(rows);
    const predictions = [
      ['gold', own],
      ...damaged(own, rows).map((d, i) => [`damaged ${i + 1}`, d]),
      ['nothing', []],
    ];
    return predictions.map(([label, pred]) => [
      label,
      theirs(io.theirs[module], rows, pred),
      ours(io.ours, rows, pred),
    ]);
  },
});
