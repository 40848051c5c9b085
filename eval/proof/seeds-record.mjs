import { copy, dice } from './damage.mjs';

const docOf = (file) => `doc:${file}`;
const spanOf = (x, start = 'start', end = 'end') => ({ doc: docOf(x.file), start: x[start], end: x[end] });

/** An export made of the gold itself, so that every figure is at its best. */
export function seedsExport(gold, texts, { eventLabel, loadedUser }) {
  return {
    docs: Object.keys(texts).map((file) => ({ id: docOf(file), text: texts[file], name: file })),
    segments: Object.entries(gold.segments.files).flatMap(([file, all]) =>
      all.map((s) => ({ ...s, file, doc: docOf(file) })),
    ),
    articles: Object.entries(gold.segments.articles).map(([id, a]) => ({
      id,
      ...spanOf(a),
      published: published(gold, a),
    })),
    claims: gold.claims.map(claim),
    reports: gold.events.map((event) => report(event, eventLabel(event))),
    incidents: gold.incidents.map(incident),
    times: gold.dates.map((d) => ({ ...spanOf(d), value: d.text_only_value })),
    places: [
      ...gold.places.places.flatMap(placeMentions),
      ...gold.places.relative.map((r) => relative(r, gold)),
    ],
    loaded: gold.loaded.map((word) => ({ ...spanOf(word), user: loadedUser(word.user) })),
  };
}

function published(gold, { file, article }) {
  const text = gold.segments.files[file].find(
    (s) => s.kind === 'article' && s.article === article,
  )?.pub_date_text_only;
  if (text == null) return null;
  return { value: text.split(' ').find((word) => /\d/.test(word)), basis: 'stated' };
}

function claim(c) {
  const root = c.root_source === 'unstated' ? null : { text: c.root_source };
  const via = c.via.map((text) => ({ text }));
  return { id: c.id, root, via, stance: c.stance, content: spanOf(c, 'content_start', 'content_end') };
}

const counted = (what, { best, min, max }) => (best === null ? [] : [{ what, low: min, best, high: max }]);

function report(e, label) {
  return {
    id: e.id,
    type: label?.plover ?? null,
    acled: label?.acled ? { eventType: label.acled } : null,
    sentence: spanOf(e, 'sentence_start', 'sentence_end'),
    actor: e.actor1 ? { text: e.actor1.split(';')[0] } : null,
    target: { text: e.actor2?.split(';')[0] ?? e.targets[0] ?? '' },
    counts: [...counted('killed', e.killed), ...counted('injured', e.injured)],
    status: e.factuality,
    date: e.date_text_only && { value: e.date_text_only },
    place: e.place && { name: e.place, lat: e.lat, lon: e.lon },
  };
}

function incident(i) {
  const contradictions = i.contradictions.map((c) => ({
    facet: c.topic,
    values: c.values.map((v) => ({ value: v.value, evidence: spanOf(v) })),
  }));
  return { id: i.id, reports: i.event_ids, rootCount: i.n_independent_roots, contradictions };
}

const placeMentions = (p) =>
  p.mentions.map((m) => ({ ...spanOf(m), name: p.canonical, lat: p.lat, lon: p.lon }));

function relative(r, gold) {
  const centre = r.computed?.center
    ? gold.places.places.find((p) => p.canonical === r.computed.center)
    : r.computed;
  return { ...spanOf(r), name: null, lat: centre?.lat ?? null, lon: centre?.lon ?? null };
}

/** The same export with every kind of error in it, readers' comments taken for claims among them. */
export function spoiledSeeds(record, gold, seed) {
  const throwDie = dice(seed);
  const bad = copy(record);
  const comment = firstComment(gold);
  const keep = () => throwDie(6) > 0;
  const spoil = (items, change) =>
    items.filter(keep).map((item) => (throwDie(2) ? item : change(item, throwDie)));
  bad.docs[0].text += ' ';
  bad.articles = spoil(bad.articles, spoilArticle);
  bad.claims = [...spoil(bad.claims, spoilClaim), { id: 'x', content: comment, root: null }];
  bad.reports = [...spoil(bad.reports, spoilReport), { id: 'y', sentence: comment, type: 'ASSAULT' }];
  bad.times = spoil(bad.times, (time, die) => ({ ...time, value: DATES[die(DATES.length)] }));
  bad.places = spoil(bad.places, (place, die) => ({ ...moved(place, die), ...off(place, die) }));
  bad.loaded = spoil(bad.loaded, (word, die) => ({ ...moved(word, die), user: 'quoted' }));
  bad.incidents = spoil(bad.incidents, spoilIncident);
  bad.segments = spoil(bad.segments, (segment) => ({ ...segment, kind: 'article' }));
  return bad;
}

const DATES = [
  '2031-01-01',
  'XXXX-06',
  'PRESENT_REF',
  '--08-15',
  '2022-06/2022-07',
  null,
  '2022',
  'P3D',
  'T06:30',
  '2022-08-15T06:00',
];
const NAMES = [
  'Nobody',
  'US forces',
  'the Syrian army',
  'local sources',
  'SANA',
  'narrator',
  'Iranian officials',
  '',
];
const STANCES = ['asserted', 'denied', 'doubted', null];
const STATUSES = ['happened', 'planned', 'denied', 'background', null];

function firstComment(gold) {
  const all = Object.entries(gold.segments.files).flatMap(([file, ss]) => ss.map((s) => ({ ...s, file })));
  const { file, start } = all.find((s) => s.kind === 'comment');
  return { doc: docOf(file), start, end: start + 80 };
}

/** A span with both ends moved, by up to some sentences. */
function moved(span, die) {
  const reach = [3, 12, 60, 300, 900][die(5)];
  const start = Math.max(0, span.start - die(reach));
  return { ...span, start, end: Math.max(start + 1, span.end + die(reach) - Math.floor(reach / 3)) };
}

/** Coordinates up to 60 km off, or none; a name that is no longer right. */
function off(place, die) {
  if (place.lat == null || die(8) === 0) return { name: 'Nowhere', lat: null, lon: null };
  return { name: 'Nowhere', lat: place.lat + die(50) / 100, lon: place.lon - die(20) / 100 };
}

function spoilArticle(article, die) {
  const published = { value: ['2025-03', 'XXXX-06-09', '2022-08-24', '2020-05-26', 'XXXX-04-03'][die(5)] };
  return {
    ...article,
    start: article.start - die(70),
    end: article.end + die(80),
    published: die(2) ? published : article.published,
  };
}

function spoilClaim(claim, die) {
  const name = () => ({ text: NAMES[die(NAMES.length)], name: NAMES[die(NAMES.length)] });
  const content = moved(claim.content, die);
  if (die(2)) return { ...claim, content };
  return { ...claim, content, root: name(), via: [name(), ...claim.via], stance: STANCES[die(4)] };
}

function spoilReport(report, die) {
  const types = [report.acled, { eventType: 'Protests' }, { eventType: 'Battles' }, null];
  const counts = [
    { what: 'killed', best: die(9) },
    { what: 'injured', low: die(4) },
  ];
  return {
    ...report,
    sentence: moved(report.sentence, die),
    acled: types[die(4)],
    type: die(3) ? report.type : 'ASSAULT',
    actor: die(2) ? report.actor : { text: NAMES[die(NAMES.length)] },
    target: die(2) ? report.target : [{ text: NAMES[die(NAMES.length)] }, 'civilians'],
    status: STATUSES[die(5)],
    date: die(2) ? report.date : DATES[die(DATES.length)],
    place: die(3) ? report.place && { ...report.place, ...off(report.place, die) } : null,
    counts: die(2) ? counts : report.counts,
  };
}

function spoilIncident(incident, die) {
  const contradictions = incident.contradictions.map((c) => ({
    ...c,
    values: c.values.filter(() => die(4)).map((v) => ({ ...v, evidence: moved(v.evidence, die) })),
  }));
  const rootCount = [undefined, die(5), { standard: die(5) }][die(3)];
  return {
    ...incident,
    contradictions,
    rootCount,
    roots: [1, 2].slice(die(2)),
    reports: incident.reports.filter(() => die(5)),
  };
}
