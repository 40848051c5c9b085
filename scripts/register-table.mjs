#!/usr/bin/env node
// Makes the table of docs/registers.md from data/shared: `node scripts/register-table.mjs` writes it, `--check` fails when it is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const DOC = join(root, 'docs/registers.md');
/** What the table stands between. */
const [START, END] = ['<!-- made by scripts/register-table.mjs -->', '<!-- end of the table -->'];
/** The countries that the registers go into the depth of. */
const DEEP = ['SY', 'IQ', 'LB', 'JO', 'TR', 'IL', 'IR'];

/** @param {string} folder @param {RegExp} names @returns {Record<string, unknown>[]} All entries of the files of a folder. */
function entriesOf(folder, names) {
  const dir = join(root, 'data/shared', folder);
  const files = readdirSync(dir).filter((f) => names.test(f));
  return files.sort().flatMap((f) => parse(readFileSync(join(dir, f), 'utf8')).entries);
}

const actors = entriesOf('actors', /^(?!actor-heads).*\.yaml$/);
const places = entriesOf('places', /^theatre.*\.yaml$/);
const byId = new Map(actors.map((a) => [a.id, a]));
const names = new Map(entriesOf('places', /^countries\.yaml$/).map((c) => [c.code, c.name]));

/** The country a body belongs to: that of the first state above it, of its office, or in its id; `null` when none shows. */
function countryOf(id, seen = new Set()) {
  const entry = byId.get(id);
  if (!entry || seen.has(id)) return null;
  seen.add(id);
  if (entry.country) return entry.country;
  const up = [entry.parent, entry.speaksFor, ...(entry.roles ?? []).map((r) => r.of)];
  for (const next of up) {
    const country = next ? countryOf(next, seen) : null;
    if (country) return country;
  }
  const state = byId.get(`state/${/^[a-z]+\/([a-z]{2})(?:-|$)/.exec(id)?.[1]}`);
  return state?.country ?? null;
}

/** @template T @param {readonly T[]} list @param {(item: T) => string} key @returns {Map<string, number>} */
function count(list, key) {
  const counts = new Map();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

const deep = (country) => (DEEP.includes(country) ? country : 'other');

/** Rows by kind, columns by country, sums at the edges. */
function crossTable(title, list, kind, country) {
  const columns = [...DEEP, 'other'];
  const kinds = [...new Set(list.map(kind))].sort();
  const cells = count(list, (e) => `${kind(e)} ${deep(country(e))}`);
  const row = (label, keys) => {
    const numbers = columns.map((c) => keys.reduce((sum, k) => sum + (cells.get(`${k} ${c}`) ?? 0), 0));
    return `| ${label} | ${[...numbers, numbers.reduce((a, b) => a + b, 0)].join(' | ')} |`;
  };
  const head = columns.map((c) => names.get(c) ?? 'elsewhere or none');
  return [
    `| ${title} | ${[...head, 'all'].join(' | ')} |`,
    `|---|${'---:|'.repeat(columns.length + 1)}`,
    ...kinds.map((k) => row(k, [k])),
    row('**all**', kinds),
  ];
}

const table = [
  START,
  '',
  `${actors.length} entries of actors; ${actors.filter((a) => a.ar).length} with Arabic names, ${actors.filter((a) => a.roles).length} persons with dated roles, ${actors.filter((a) => a.partyLine).length} with a party line.`,
  '',
  ...crossTable(
    'actors, by kind',
    actors,
    (a) => a.kind,
    (a) => countryOf(a.id),
  ),
  '',
  `${places.length} places of the theatre supplement; ${places.filter((p) => p.sensitive).length} sensitive, ${places.filter((p) => p.line).length} drawn as lines, ${places.filter((p) => p.lat === null).length} without a point.`,
  '',
  ...crossTable(
    'places, by type',
    places,
    (p) => p.type,
    (p) => p.country,
  ),
  '',
  END,
].join('\n');

const text = readFileSync(DOC, 'utf8');
const [before, after] = [text.indexOf(START), text.indexOf(END)];
if (before < 0 || after < before) throw new Error(`${DOC} lacks the marks of the table`);
const fresh = text.slice(0, before) + table + text.slice(after + END.length);
if (!process.argv.includes('--check')) writeFileSync(DOC, fresh);
else if (fresh !== text) {
  console.error('docs/registers.md is older than data/shared: run "node scripts/register-table.mjs"');
  process.exitCode = 1;
}
