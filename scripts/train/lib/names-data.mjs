/**
 * Reads what the name model learns from: IOB2 files with documents, and names in GUM's entity annotation.
 * @typedef {{ words: string[], names: import('../../../dist/annotate/entities/labels.js').NameSpan[], id: string }} NamedSentence
 * @typedef {{ id: string, source: string, sentences: NamedSentence[] }} NamedDocument
 */
import { readFileSync } from 'node:fs';

const ROW = /^\d+\t/;
const TYPES = new Set(['PER', 'ORG', 'LOC']);
/** A file that marks no documents is cut into stretches of so many sentences. */
const STRETCH = 12;

/** @returns {NamedDocument[]} documents of an IOB2 file in file order; other types than PER, ORG and LOC are no names */
export function readNamedDocuments(file, source) {
  const documents = [];
  for (const lines of blocks(file)) {
    const id = lines
      .find((line) => line.startsWith('# newdoc'))
      ?.split('=')[1]
      ?.trim();
    const marked = id !== undefined || documents.at(-1)?.marked;
    const last = documents.at(-1);
    if (!last || id !== undefined || (!marked && last.sentences.length >= STRETCH))
      documents.push({ id: id ?? `${source}-${documents.length}`, source, marked, sentences: [] });
    documents.at(-1).sentences.push(iobSentence(lines));
  }
  return documents.map(({ id, sentences }) => ({ id, source, sentences }));
}

function iobSentence(lines) {
  const rows = lines.filter((line) => ROW.test(line)).map((line) => line.split('\t'));
  const id =
    lines
      .find((line) => line.startsWith('# sent_id'))
      ?.split('=')[1]
      ?.trim() ?? '';
  return { id, words: rows.map((r) => r[1]), names: namesOfTags(rows.map((r) => r[2])) };
}

/** Names of IOB2 tags. An I- that continues nothing opens a name, as scorers read it. */
export function namesOfTags(tags) {
  const names = [];
  let open = null;
  tags.forEach((tag, i) => {
    const type = tag.slice(2);
    if (!TYPES.has(type)) open = null;
    else if (tag[0] === 'I' && open?.type === type) open.last = i + 1;
    else {
      open = { first: i, last: i + 1, type };
      names.push(open);
    }
  });
  return names;
}

/** GUM's entity types that are names of ours when their head is a proper noun. */
const GUM_TYPES = { person: 'PER', organization: 'ORG', place: 'LOC' };
const PROPER = /^NNPS?$/;

/**
 * Documents of GUM with names made from its entities (CoNLL-U, `Entity=` in MISC). Titles are no part of a person's name in
 * the name files; links are the small words inside names.
 * @param {{ titles: { has(word: string): boolean }, links: { has(word: string): boolean } }} voices
 * @returns {NamedDocument[]}
 */
export function readGumDocuments(file, voices) {
  const documents = [];
  for (const lines of blocks(file)) {
    const id = lines
      .find((line) => line.startsWith('# newdoc id'))
      ?.split('=')[1]
      ?.trim();
    if (id !== undefined || documents.length === 0) documents.push({ id, source: 'gum', sentences: [] });
    documents.at(-1).sentences.push(gumSentence(lines, voices));
  }
  return documents;
}

function gumSentence(lines, voices) {
  const rows = lines
    .filter((line) => ROW.test(line))
    .map((line) => {
      const [, form, lemma, , xpos, , head, deprel, , misc = ''] = line.split('\t');
      return {
        form,
        lemma,
        xpos,
        head: Number(head) - 1,
        deprel,
        entity: /Entity=([^|]*)/.exec(misc)?.[1] ?? '',
      };
    });
  const id =
    lines
      .find((line) => line.startsWith('# sent_id'))
      ?.split('=')[1]
      ?.trim() ?? '';
  const found = entitiesOf(rows)
    .map((entity) => properName(rows, entity, voices))
    .filter((name) => name !== null)
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const names = [];
  for (const name of found) if (name.first >= (names.at(-1)?.last ?? 0)) names.push(name);
  return { id, words: rows.map((r) => r.form), names };
}

const PART = /\((\d+)-([a-z]+)[^()]*?\)|\((\d+)-([a-z]+)[^()]*|(\d+)\)/g;

/** Entities `[first, last)` of a sentence with their types. */
function entitiesOf(rows) {
  const open = [];
  const entities = [];
  rows.forEach(({ entity }, i) => {
    for (const [, whole, wholeType, start, startType, end] of entity.matchAll(PART)) {
      if (whole) entities.push({ first: i, last: i + 1, type: wholeType });
      else if (start) open.push({ id: start, first: i, type: startType });
      else closeEntity(open, end, i, entities);
    }
  });
  return entities;
}

function closeEntity(open, id, i, entities) {
  const at = open.findLastIndex((e) => e.id === id);
  if (at < 0) return;
  const [{ first, type }] = open.splice(at, 1);
  entities.push({ first, last: i + 1, type });
}

/** The proper name that heads an entity, or `null`: the run of proper nouns about its head, with links between. */
function properName(rows, { first, last, type }, voices) {
  const head = rows.findIndex((r, i) => i >= first && i < last && (r.head < first || r.head >= last));
  if (!GUM_TYPES[type] || head < 0 || !PROPER.test(rows[head].xpos)) return null;
  const proper = (i) => i >= first && i < last && PROPER.test(rows[i].xpos);
  const joint = (i) => i >= first && i < last && (voices.links.has(rows[i].form) || JOINT.test(rows[i].form));
  let from = head;
  while (proper(from - 1) || (rows[from - 1]?.form === '-' && proper(from - 2))) from--;
  let to = head + 1;
  for (let step = 1; step > 0; to += step)
    step = proper(to)
      ? 1
      : joint(to) && proper(to + 1)
        ? 2
        : joint(to) && joint(to + 1) && proper(to + 2)
          ? 3
          : 0;
  if (type === 'person') while (from < head && voices.titles.has(rows[from].form)) from++;
  return { first: from, last: to, type: GUM_TYPES[type] };
}

const JOINT = /^(?:[-–&]|['’]s)$/;

function blocks(file) {
  return readFileSync(file, 'utf8')
    .replaceAll('\r', '')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n'))
    .filter((lines) => lines.some((line) => ROW.test(line)));
}
