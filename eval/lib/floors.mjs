import { readFileSync, writeFileSync } from 'node:fs';

/** Floors are pinned to this many digits, downwards: what the table shows. */
const DIGITS = 4;

/**
 * @typedef {{ floor: number, n: number }} Floor
 * @typedef {{ about: string, sets: Record<string, { gold: string, inputs: string }>, floors: Record<string, Floor>, lowered: object[] }} FloorFile
 */

/** @returns {FloorFile} */
export function readFloors(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export function writeFloors(path, file) {
  const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  const tidy = { ...file, sets: sorted(file.sets), floors: sorted(file.floors) };
  writeFileSync(path, `${JSON.stringify(tidy, null, 2)}\n`);
}

/** The figure as a floor: rounded to the worse side, so that the same run always passes. */
export function asFloor(figure, lowerIsBetter) {
  const scale = 10 ** DIGITS;
  return (lowerIsBetter ? Math.ceil(figure * scale - 1e-6) : Math.floor(figure * scale + 1e-6)) / scale;
}

/** Whether a figure is worse than its floor. */
export function isBelow(figure, floor, lowerIsBetter) {
  return lowerIsBetter ? figure > floor + 1e-9 : figure < floor - 1e-9;
}

/** What is wrong with a set's digests, in words; empty when nothing is. */
export function digestFaults(id, found, pinned) {
  if (!pinned) return [`${id}: no digest is pinned; run with --update-floors`];
  return ['gold', 'inputs']
    .filter((part) => found[part] !== pinned[part])
    .map(
      (part) =>
        `${id}: its ${part} changed (SHA-256 ${found[part].slice(0, 12)}…, pinned ${pinned[part].slice(0, 12)}…): ` +
        'figures before and after do not compare; restore it, or run --update-floors --reason "why it changed"',
    );
}

/**
 * New floors for measured rows. Raising is free; lowering, or a changed digest, takes a reason, which stays in the file.
 * @param {FloorFile} file
 * @returns {{ file: FloorFile, refused: string[] }}
 */
export function updated(file, measured, digests, reason, today) {
  const next = structuredClone(file);
  const refused = [];
  for (const [id, digest] of Object.entries(digests)) {
    const changed = file.sets[id] && digestFaults(id, digest, file.sets[id]).length > 0;
    if (changed && !reason) refused.push(`${id}: its files changed; a new digest takes --reason`);
    else if (changed) next.lowered.push({ set: id, from: file.sets[id], to: digest, reason, on: today });
    if (!changed || reason) next.sets[id] = digest;
  }
  for (const row of measured) {
    const before = file.floors[row.id];
    const floor = asFloor(row.figure, row.lower);
    const lowered = before !== undefined && isBelow(floor, before.floor, row.lower);
    if (lowered && !reason)
      refused.push(`${row.id}: ${before.floor} → ${floor} is lower; that takes --reason`);
    else if (lowered) next.lowered.push({ row: row.id, from: before.floor, to: floor, reason, on: today });
    if (!lowered || reason) next.floors[row.id] = { floor, n: row.n };
  }
  return { file: next, refused };
}
