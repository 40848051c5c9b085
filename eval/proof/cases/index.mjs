import { conllu, coref, muc4, names, pages, rte } from './documents.mjs';
import { counts, detect, factuality, plover, spans } from './events.mjs';
import { seeds } from './seeds.mjs';
import { attribution, geo, time } from './spans.mjs';

export { actorsOf } from './seeds.mjs';
export { bareErrors } from './spans.mjs';

/** @type {import('./case.mjs').Case[]} */
export const CASES = [
  seeds,
  attribution({}),
  attribution({ strictChars: true, overlap: 'jaccard' }),
  attribution({ overlap: 'min', threshold: 0.3 }),
  geo('lgl.jsonl', {}),
  geo('lgl.jsonl', { overlap: true, located: true }),
  geo('tr-news-dev.jsonl', {}),
  geo('geovirus.jsonl', { literal: true }),
  time('wikiwars.jsonl', {}),
  time('wikiwars.jsonl', { byDay: true }),
  time('tweets-test.jsonl', { types: ['DATE', 'TIME'] }),
  plover,
  factuality('meantime-dev.jsonl'),
  factuality('uds_ih2-dev.jsonl'),
  counts('gva_articles.dev.jsonl'),
  counts('gvdb.dev.jsonl'),
  counts('muc4.tune.jsonl'),
  detect,
  spans,
  coref,
  conllu,
  names('uner_ewt-dev.iob2'),
  names('wikigold.tsv'),
  pages('trafilatura/truth.jsonl'),
  pages('htmldate/truth.jsonl'),
  pages('wcxb-dev/truth.jsonl.gz'),
  rte,
  muc4({}),
  muc4({ victim: 'names', optional: 'required', goldField: 'gtt_templates', dedupe: true }),
];
