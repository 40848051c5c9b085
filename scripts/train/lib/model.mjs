/** Writes models and their cards. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { packModel } from '../../../dist/lib/model-file.js';

/**
 * Rows sorted by key as a model file holds them; entries of value 0 are dropped, and rows left empty with them.
 * @param {Iterable<[key: number, entries: [column: number, value: number][]]>} rows values are whole numbers
 */
export function rowList(rows) {
  const kept = [...rows]
    .map(([key, entries]) => [key, entries.filter(([, value]) => value !== 0)])
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a >>> 0) - (b >>> 0));
  const entries = kept.flatMap(([, e]) => e);
  return {
    keys: Int32Array.from(kept, ([key]) => key),
    counts: Uint8Array.from(kept, ([, e]) => e.length),
    columns: Uint8Array.from(entries, ([column]) => column),
    values: Int32Array.from(entries, ([, value]) => value),
  };
}

/**
 * Writes `models/<language>/<task>.model` and its card beside it (`<task>.yaml`). The digest is of the unpacked contents,
 * so that another version of the packer changes nothing.
 * @param {{ root: string, language: string, task: string, sections: import('../../../dist/lib/model-file.js').ModelSections, card: Record<string, unknown> }} model
 */
export function writeModel({ root, language, task, sections, card }) {
  const shipped = packModel(sections);
  const file = join(root, 'models', language, `${task}.model`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, shipped);
  const full = { ...card, bytes: shipped.length, digest: `sha256:${digestOf(sections)}` };
  writeFileSync(file.replace(/\.model$/, '.yaml'), stringify(full, { lineWidth: 110 }));
  return { file, bytes: shipped.length };
}

/** SHA-256 of what a model holds, independent of how it is packed. */
export function digestOf({ info, rows, pairs = {}, bytes }) {
  const hash = createHash('sha256').update(JSON.stringify(info));
  for (const [name, list] of Object.entries({ ...rows, ...pairs }))
    for (const [key, array] of Object.entries(list))
      hash.update(`${name}.${key}`).update(new Uint8Array(array.buffer));
  for (const [name, body] of Object.entries(bytes)) hash.update(name).update(body);
  return hash.digest('hex');
}
