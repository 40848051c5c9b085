import { registers } from '../lib/registers.mjs';
import { number, row, share } from '../lib/rows.mjs';
import { spellings } from '../lib/spellings.mjs';

const SEEDS = 'seeds, dev half';
const DRAWN = 'gazetteer (300)';

/** Who is who, and where is where. */
export const measurements = [registers, spellings];

const seeds = (pick) => ({ from: 'registers', pick });
const drawn = (pick, lower = false) => ({ from: 'spellings', pick, lower });

export const rows = [
  row('actors', SEEDS, 'mentions, recall', '.88', '.95', '', seeds(number('actors/r', 'actors/gold'))),
  row('actors', SEEDS, 'mentions, precision', '.85', '.92', '', seeds(number('actors/p', 'actors/pred'))),
  row('actors', SEEDS, 'right entry', '.90', '.96', '', seeds(share('actors/rightEntry'))),
  row('places', SEEDS, 'mentions, precision', '.85', '.92', '', seeds(number('places/p', 'places/pred'))),
  row('spellings', DRAWN, 'right', '.70', '.78', 'cascade .669 of 4,539', drawn(share('towns/right'))),
  row('spellings', DRAWN, 'wrong', '.08', '.05', '', drawn(share('towns/wrong'), true)),
  row('spellings', 'features (300)', 'right', 'report', '', '', drawn(share('features/right'))),
  row('spellings', 'features (300)', 'wrong', 'report', '', '', drawn(share('features/wrong'), true)),
];
