import { row } from '../lib/rows.mjs';

/** The registers. */
export const rows = [
  row('actors', 'seeds, dev half', 'mentions, recall', '.88', '.95', ''),
  row('actors', 'seeds, dev half', 'mentions, precision', '.85', '.92', ''),
  row('actors', 'seeds, dev half', 'right entry', '.90', '.96', ''),
  row('spellings', 'gazetteer (300)', 'right', '.70', '.78', ''),
  row('spellings', 'gazetteer (300)', 'wrong', '.08', '.05', ''),
];
