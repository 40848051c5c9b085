import { annotated, ownGold } from '../lib/measure.mjs';
import { arabicAttributions } from '../lib/own-gold.mjs';
import { number, row, share } from '../lib/rows.mjs';

const SEEDS = 'seeds, dev half';
const ARABIC = 'own Arabic (160)';
const POLNEAR = 'PolNeAR dev (84)';

/** Who says so. */
export const measurements = [
  annotated('polnear', 'attribution', 'bench/attribution/polnear-dev.jsonl'),
  ownGold('arabic-attribution', 'attribution', arabicAttributions),
];

const polnear = (unit) => ({
  from: 'polnear',
  pick: number(`plain/scores/${unit}/f1`, `plain/scores/${unit}/gold`),
});
const arabic = (unit) => ({
  from: 'arabic-attribution',
  pick: number(`scores/${unit}/f1`, `scores/${unit}/gold`),
});
const seeds = (pick, lower = false) => ({ from: 'seeds', pick, lower });

export const rows = [
  row(
    'attribution',
    POLNEAR,
    'whole, partial F1',
    '.47',
    '.58',
    '"said" regex .24; people .687',
    polnear('attribution|partial'),
  ),
  row(
    'attribution',
    POLNEAR,
    'whole, exact F1',
    '.35',
    '.46',
    '"said" regex .132; people .602',
    polnear('attribution|exact'),
  ),
  row(
    'attribution',
    POLNEAR,
    'source spans, exact F1',
    '.60',
    '.69',
    'CRF .506, BiLSTM-CRF .696, BERT .811',
    polnear('source|span'),
  ),
  row(
    'attribution',
    POLNEAR,
    'cue spans, exact F1',
    '.58',
    '.66',
    'CRF .534, BiLSTM-CRF .667, BERT .740',
    polnear('cue|span'),
  ),
  row(
    'attribution',
    POLNEAR,
    'content spans, exact F1',
    '.48',
    '.56',
    'CRF .286, BiLSTM-CRF .590, BERT .689',
    polnear('content|span'),
  ),
  row('claims', SEEDS, 'found, recall', '.75', '.90', 'nobody', seeds(share('claims/recall'))),
  row('claims', SEEDS, 'root right of found', '.80', '.95', '', seeds(share('claims/rootRightOfFound'))),
  row('claims', SEEDS, 'via right of found', '.65', '.85', '', seeds(share('claims/viaRightOfFound'))),
  row(
    'claims',
    SEEDS,
    'doubted and denied, precision',
    '.60',
    '.85',
    '',
    seeds(number('claims/distanced/p', 'claims/distanced/pred')),
  ),
  row(
    'claims',
    SEEDS,
    'doubted and denied, recall of all',
    '.60',
    '.80',
    'always asserted 0',
    seeds(share('claims/distancedRecallOfAll')),
  ),
  row(
    'claims',
    SEEDS,
    'taken from comment or chrome',
    '0',
    '',
    '',
    seeds(number('claims/inCommentOrChrome', 'claims/recall/n'), true),
  ),
  row(
    'loaded words',
    SEEDS,
    'F1, article left out',
    '.65',
    '.80',
    '',
    seeds(number('loadedLeftOut/f1', 'loadedLeftOut/gold')),
  ),
  row('loaded words', SEEDS, 'F1', '', '', '', seeds(number('loaded/all/f1', 'loaded/all/gold'))),
  row('loaded words', SEEDS, 'user right', '.75', '', '', seeds(share('loaded/userRight'))),
  row('claims', 'own sample (60)', 'precision by hand', '.80', '.92', ''),
  row('attribution', ARABIC, 'whole, partial F1', 'report', '.60', 'nobody', arabic('attribution|partial')),
  row('attribution', ARABIC, 'whole, exact F1', 'report', '', 'nobody', arabic('attribution|exact')),
];
