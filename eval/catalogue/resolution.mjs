import { annotated } from '../lib/measure.mjs';
import { number, row, share } from '../lib/rows.mjs';

const SEEDS = 'seeds, dev half';
const WIKIWARS = 'WikiWars, DATE (22)';
const TWEETS = 'tweets (200)';

/** Where, when, and who. */
export const measurements = [
  annotated('lgl', 'geo', 'bench/places/lgl.jsonl'),
  annotated('tr-news', 'geo', 'bench/places/tr-news-dev.jsonl'),
  annotated('geovirus', 'geo', 'bench/places/geovirus.jsonl'),
  // The published figures of WikiWars are for dates; its other types are derived and rare.
  annotated('wikiwars', 'time', 'bench/times/wikiwars.jsonl', {
    dates: { types: ['DATE'] },
    days: { types: ['DATE'], byDay: true },
  }),
  annotated('tweets', 'time', 'bench/times/tweets-test.jsonl'),
];

const seeds = (pick, lower = false) => ({ from: 'seeds', pick, lower });

/** The three figures of a geoparsing set. */
function places(set, from, recognition, near, endToEnd) {
  return [
    row('places', set, 'names, exact F1', ...recognition, {
      from,
      pick: number('plain/recognition/f1', 'plain/gold'),
    }),
    row('places', set, 'within 161 km of matched', ...near, {
      from,
      pick: number('plain/resolution/acc161', 'plain/resolution/n'),
    }),
    row('places', set, 'found and within 161 km', ...endToEnd, {
      from,
      pick: number('plain/endToEnd161', 'plain/goldLocated'),
    }),
  ];
}

export const rows = [
  ...places(
    'LGL (588)',
    'lgl',
    ['.60', '.70', 'best shipped .65, naive .486'],
    ['.75', '.85', 'CamCoder .76'],
    ['.50', '.60', 'naive .437'],
  ),
  ...places(
    'TR-News dev (59)',
    'tr-news',
    ['.68', '.78', 'naive .608'],
    ['.78', '.88', 'Mordecai 3 .873 (own split)'],
    ['.56', '.68', 'naive .469'],
  ),
  ...places(
    'GeoVirus (229)',
    'geovirus',
    ['.74', '.82', 'naive .675'],
    ['.82', '.90', 'CamCoder .82'],
    ['.62', '.74', 'naive .529'],
  ),
  row('places', SEEDS, 'found', '.85', '.94', '', seeds(share('places/found'))),
  row('places', SEEDS, 'canonical place right', '.85', '.95', '', seeds(share('places/canonicalRightOfAll'))),
  row(
    'places',
    SEEDS,
    'within 25 km when placed',
    '.92',
    '.97',
    '',
    seeds(share('places/within25kmOfLocated')),
  ),
  row(
    'places',
    SEEDS,
    'relative places, within 25 km',
    '.70',
    '.90',
    '',
    seeds(share('places/relative/within25km')),
  ),
  row('dates', WIKIWARS, 'relaxed F1', '.86', '.92', 'chrono .655', {
    from: 'wikiwars',
    pick: number('dates/relaxed/f1', 'dates/gold'),
  }),
  row('dates', WIKIWARS, 'value F1', '.66', '.76', 'chrono .294, with 25 rules .496-.701', {
    from: 'wikiwars',
    pick: number('dates/valueF1', 'dates/gold'),
  }),
  row('dates', WIKIWARS, 'day accuracy', '.82', '.88', 'chrono .440', {
    from: 'wikiwars',
    pick: number('days/valueAccuracy', 'days/valueN'),
  }),
  row('dates', TWEETS, 'relaxed F1', '.80', '.88', '', {
    from: 'tweets',
    pick: number('plain/relaxed/f1', 'plain/gold'),
  }),
  row('dates', TWEETS, 'value F1', '.60', '.74', '', {
    from: 'tweets',
    pick: number('plain/valueF1', 'plain/gold'),
  }),
  row(
    'dates',
    SEEDS,
    'value right of all with value',
    '.80',
    '.92',
    '',
    seeds(share('times/valueRightOfAllWithValue')),
  ),
  row('dates', SEEDS, 'years invented', '0', '', '', seeds(share('times/yearsInvented'), true)),
  row(
    'event date',
    SEEDS,
    'right where given',
    '.70',
    '.88',
    'always null .767 overall',
    seeds(share('events/date')),
  ),
  row('event date', SEEDS, 'right but for a year the text lacks', '', '', '', seeds(share('datesYearApart'))),
  row('event date', SEEDS, 'invented on the rest', '.05', '', '', seeds(share('events/datesInvented'), true)),
  row('event place', SEEDS, 'right', '.70', '.88', '', seeds(share('events/place'))),
];
