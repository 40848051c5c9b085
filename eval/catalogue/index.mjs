import { seeds } from '../lib/measure.mjs';
import * as attribution from './attribution.mjs';
import * as corroboration from './corroboration.mjs';
import * as events from './events.mjs';
import * as language from './language.mjs';
import * as pages from './pages.mjs';
import * as registers from './registers.mjs';
import * as resolution from './resolution.mjs';

/** What is run, in order. @type {import('../lib/measure.mjs').Measurement[]} */
export const MEASUREMENTS = [
  seeds,
  ...language.measurements,
  ...registers.measurements,
  ...attribution.measurements,
  ...events.measurements,
  ...resolution.measurements,
];

/** What is shown, in order. @type {import('../lib/rows.mjs').Row[]} */
export const ROWS = [pages, language, registers, attribution, events, resolution, corroboration].flatMap(
  (part) => part.rows,
);
