import { every, nudge, shuffleSpans } from '../damage.mjs';
import { rowsCase } from './case.mjs';

export const attribution = (options) =>
  rowsCase(
    `attribution ${JSON.stringify(options)}`,
    'attribution',
    'bench/attribution/polnear-dev.jsonl',
    (rows) => rows,
    (own) => [
      every(own, 2, (row) => ({
        ...row,
        attributions: shuffleSpans(row.attributions, (a, i) => ({
          source: i % 2 ? [] : a.source.map((s) => nudge(s, i)),
          cue: a.cue.map((s) => nudge(s, i + 1)),
          content: a.content.slice(i % 2).map((s) => nudge(s, i * 3)),
        })),
      })),
      own
        .slice(5)
        .map((row) => ({ ...row, attributions: row.attributions.map((a) => ({ ...a, source: a.cue })) })),
    ],
    (m, g, p) => m.score(g, p, options),
    (m, g, p) => m.scoreAttribution(g, p, options),
  );

export const geo = (file, options) =>
  rowsCase(
    `geo ${JSON.stringify(options)}`,
    'geo',
    `bench/places/${file}`,
    (rows) => rows,
    (own) => [
      every(own, 2, (row) => ({
        ...row,
        toponyms: shuffleSpans(row.toponyms, (t, i) => ({
          ...t,
          start: t.start - Number(i % 4 === 3),
          end: t.end + Number(i % 6 === 4),
          lat: i % 4 ? (t.lat ?? 10) + ((row.text.length + i * 17) % 331) / 200 : null,
          lon: i % 4 ? (t.lon ?? 10) - (i % 3) / 50 : null,
        })),
      })),
    ],
    (m, g, p) => bareErrors(m.scoreGeo(g, p, options)),
    (m, g, p) => bareErrors(m.scoreGeo(g, p, options)),
  );

/** Lists of errors are for reading; what is proved of them is how many there are. */
export const bareErrors = ({ errors, ...rest }) => ({ ...rest, errors: errors.length });

export const time = (file, options) =>
  rowsCase(
    `time ${JSON.stringify(options)}`,
    'time',
    `bench/times/${file}`,
    (rows) => rows,
    (own) => [
      every(own, 1, (row) => ({
        ...row,
        timex: shuffleSpans(row.timex, (t, i) => ({
          ...t,
          start: t.start - (i % 2),
          end: t.end + (i % 4),
          type: i % 3 ? undefined : 'SET',
          value: i % 2 ? `${t.value}-01` : null,
        })),
      })),
    ],
    (m, g, p) => bareErrors(m.scoreTime(g, p, options)),
    (m, g, p) => bareErrors(m.scoreTime(g, p, options)),
  );
