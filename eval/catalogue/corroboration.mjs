import { number, row, share } from '../lib/rows.mjs';

const SEEDS = 'seeds, dev half';
const seeds = (pick) => ({ from: 'seeds', pick });

/** How many really say it. */
export const rows = [
  row(
    'incidents',
    SEEDS,
    'B-cubed F1',
    '.70',
    '.85',
    '',
    seeds(number('incidents/bCubed/f1', 'incidents/reportsPlaced/n')),
  ),
  row('roots', SEEDS, 'count exact', '10 of 13', '12 of 13', '', seeds(share('incidents/roots/exact'))),
  row(
    'roots',
    SEEDS,
    'off by at most one',
    '12 of 13',
    '',
    '',
    seeds(share('incidents/roots/offByAtMostOne')),
  ),
  row(
    'roots',
    SEEDS,
    'exact where several',
    '3 of 5',
    '4 of 5',
    '',
    seeds(share('incidents/rootsWhereMoreThanOne/exact')),
  ),
  row('contradictions', SEEDS, 'found, recall', '.50', '.80', '', seeds(share('contradictions/recall'))),
  row('contradictions', SEEDS, 'precision by hand', '.70', '.85', ''),
  row('questions', SEEDS, 'answered with right evidence', '5 of 8', '8 of 8', ''),
  row('event coreference', 'ECB+ dev', 'CoNLL F1 with singletons', '.74', '.82', 'same head .694'),
  row('same event', 'g5w1h', 'pairs F1', 'report', '', ''),
  row('contradiction', 'RTE-3 dev (800)', 'precision', '.35', '.50', '2008 systems .26'),
  row('contradiction', 'RTE-3 dev (800)', 'recall', '.22', '.40', '2008 systems .19'),
  row('planted', 'examples (40)', 'chains, denials, contradictions, circles', 'all', '', ''),
];
