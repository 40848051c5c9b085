import { number, row, share } from '../lib/rows.mjs';

const seeds = (pick, lower = false) => ({ from: 'seeds', pick, lower });
const SEEDS = 'seeds, dev half';

/** Pages as they come off the web. */
export const rows = [
  row(
    'articles found',
    SEEDS,
    'both ends within 60 characters',
    '12 of 12',
    '',
    'nobody',
    seeds(share('articles/found')),
  ),
  row(
    'articles found',
    SEEDS,
    'comment and chrome in article segments',
    '0',
    '',
    '',
    seeds(share('articles/strangeCharactersInArticleSegments'), true),
  ),
  row(
    'publication',
    SEEDS,
    'inside the text-only interval',
    '5 of 6',
    '',
    '',
    seeds(share('publication/inside')),
  ),
  row(
    'publication',
    SEEDS,
    'invented where the text gives none',
    '0',
    '',
    '',
    seeds(share('publication/inventedWhereTextGivesNone'), true),
  ),
  row(
    'publication',
    SEEDS,
    'inside, but year invented',
    '0',
    '',
    '',
    seeds(number('publication/insideButYearInvented', 'publication/inside/n'), true),
  ),
  row('main text', 'scrapinghub (181)', 'F1', '.960', '.970', 'trafilatura .956-.958, readability .951'),
  row('main text', 'trafilatura (518)', 'chunk F1', '.925', '.935', 'trafilatura .925'),
  row('main text', 'trafilatura (518)', 'pages that leak a comment', '5 %', '3 %', 'trafilatura 7.8 %'),
  row('main text', 'wcxb-dev (479)', 'F1: article', '.940', '.957', 'trafilatura .926, best known .932'),
  row('main text', 'wcxb-dev (479)', 'F1: forum', '.70', '.76', 'trafilatura .585, best known .808'),
  row('main text', 'wcxb-dev (479)', 'F1: collection', '.60', '.68', 'trafilatura .553, best known .716'),
  row('main text', 'wcxb-dev (479)', 'F1: listing', '.60', '.70', 'trafilatura .589, best known .707'),
  row('publication', 'htmldate (528)', 'day exact', '.885', '.910', 'htmldate .903'),
  row('title, author', 'wcxb-dev, trafilatura', 'equal after normalisation', 'report', '', 'never scored'),
  row('reuse', SEEDS, 'passages of duplicates.json', 'all', '', ''),
  row('reuse', 'mccormick (20 pairs)', 'pairs found', '20 of 20', '', ''),
];
