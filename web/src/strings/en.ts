import type { SpeakerKind, Stance } from '../../../src/doc/attribution.ts';
import type { Status } from '../../../src/doc/event.ts';
import type { SegmentKind } from '../../../src/doc/segment.ts';

const many = (n: number, one: string, more = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;
const list = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);

const kinds: Record<SpeakerKind, string> = {
  official: 'official',
  military: 'military',
  belligerent: 'belligerent',
  witness: 'witness',
  medic: 'medic',
  monitor: 'monitor',
  media: 'media',
  analyst: 'analyst',
  narrator: 'the outlet itself',
  unstated: 'source not stated',
};

const segments: Record<SegmentKind, string> = {
  article: 'article text',
  headline: 'headline',
  subheadline: 'subheadline',
  deck: 'deck',
  byline: 'byline',
  dateline: 'dateline',
  caption: 'caption',
  transcript: 'transcript',
  correction: 'correction',
  post: 'post',
  comment: 'reader comments',
  teaser: 'teasers',
  chrome: 'page furniture',
  other: 'other',
};

/** Facets on which accounts can differ; numbers go by what is counted. */
const facets: Readonly<Record<string, string>> = {
  actor: 'who did it',
  date: 'when',
  happened: 'whether it happened',
  place: 'where',
};

const statuses: Record<Status, string> = {
  happened: 'said to have happened',
  ongoing: 'said to be going on',
  denied: 'denied',
  threatened: 'threatened',
  planned: 'planned',
  hypothetical: 'hypothetical',
  background: 'background',
};

const stances: Record<Stance, string> = { asserted: 'says', denied: 'denies', doubted: 'doubts' };

/** Every word of the desk in English. Another language is another file of this shape. */
export const en = {
  locale: 'en-GB',
  quotes: ['“', '”'] as const,
  name: 'Sayso',
  motto: 'On whose say-so?',
  skip: 'Skip to the content',
  unknown: 'unknown',
  outletUnknown: 'outlet unknown',
  untitled: 'without a headline',
  kinds,
  segments,
  statuses,
  stances,
  list,
  nav: { label: 'Views', incidents: 'Incidents', pages: 'Pages read' },
  title: (view: string) => `${view} · Sayso`,
  footer:
    'Sayso states nothing in its own voice: it shows who says what, and how many voices there are at most.',
  state: {
    loading: 'Reading the record …',
    broken: 'the answer could not be read. Is another version of Sayso running on this port?',
    unreachable:
      'The desk does not answer. Is "sayso serve" still running? Start it again, then try once more.',
    retry: 'Try again',
    failed: 'This could not be shown',
    notFound: 'There is no such view',
    notFoundHelp: 'Start from the list of incidents.',
  },
  date: {
    none: 'no date given',
    partly: 'partly unknown',
    open: (from: string, to: string) => `from ${from} to ${to}`,
    published: (day: string, basis: 'stated' | 'implied') =>
      basis === 'stated' ? `published ${day}` : `published ${day} (implied)`,
    undated: 'date of publication unknown',
  },
  held: 'Fresh: place and date are coarsened to region and week.',
  heldShort: 'coarsened',
  place: { none: 'no place given' },
  incidents: {
    title: 'Incidents',
    search: 'Search titles, places and voices',
    go: 'Search',
    clear: 'Show all',
    found: (n: number, text: string) => (text ? `${many(n, 'incident')} for “${text}”` : many(n, 'incident')),
    reports: (n: number) => many(n, 'report'),
    articles: (n: number) => many(n, 'article'),
    differ: (facets: string) => `accounts differ: ${facets}`,
    more: 'Show more',
    emptyTitle: 'Nothing has been read yet',
    empty: 'Stop the desk, then give Sayso some pages: a folder, files or web archives.',
    emptyCommand: 'sayso ingest pages/ --workspace my-case',
    quietTitle: 'Pages were read, but no report was found in them',
    quiet: 'See what was kept and what was set aside, and why, in the list of pages read.',
    noneTitle: 'No incident holds these words',
    none: 'Try fewer or other words. Search looks at titles, places and the names of bodies that speak; quoted words are not searched, so that no victim is found by name.',
  },
  roots: {
    atMost: (n: number) => `at most ${many(n, 'root')}`,
    short: 'at most',
    word: (n: number) => (n === 1 ? 'root' : 'roots'),
    title: 'How many independent voices, at most',
    strict: 'strict',
    standard: 'standard',
    broad: 'broad',
    meaning: {
      strict: 'joins only the same body, copies, and one outlet’s own voice',
      standard: 'joins relays, shared words, one name and parts of a body too',
      broad: 'joins bodies of one state and party lines too',
    },
    joined: 'Counted as one voice',
    noJoins: 'No two voices were counted as one.',
    help: 'A root is the earliest source that the text names. Copies and relays of one voice count once. The true number may be lower, never higher.',
  },
  incident: {
    view: 'Incident',
    back: 'All incidents',
    sentence: (f: {
      articles: number;
      outlets: readonly string[];
      reports: number;
      acts: readonly string[];
      places: readonly string[];
      when: string | null;
      roots: number;
      denied: number;
    }): string => {
      const from = f.outlets.length > 0 ? ` from ${list(f.outlets)}` : '';
      const where = f.places.length > 0 ? `, placed in ${list(f.places)}` : ', without a place';
      const when = f.when === null ? ', without a date' : `, dated ${f.when}`;
      const what = f.acts.length > 0 ? ` of ${list(f.acts)}` : '';
      const no = f.denied > 0 ? ` ${many(f.denied, 'report is a denial', 'reports are denials')}.` : '';
      return `${many(f.articles, 'article')}${from} ${f.articles === 1 ? 'holds' : 'hold'} ${many(f.reports, 'report')}${what}${where}${when}. At most ${many(f.roots, 'independent voice stands', 'independent voices stand')} behind ${f.reports === 1 ? 'it' : 'them'}.${no}`;
    },
    derived: (rule: string) =>
      `Sayso put these reports together by its rule “${rule}”. They may not speak of the same thing; nothing here is an agreed account.`,
    contradictions: 'Where accounts differ',
    contradictionsHelp: 'Side by side, each with the words it rests on. Nothing is averaged.',
    voices: 'Who says what',
    voicesHelp:
      'Claims by the earliest source that the text names. Read a chain from the outlet back to the source.',
    ownVoice: 'in the outlet’s own voice',
    reports: 'What is reported',
    why: 'Why these reports stand together',
    whyNone: 'A single report: nothing was joined.',
    copies: 'Copies and shared passages',
    copiesNone: 'No article here was found to copy another.',
    family: (n: number) => `${many(n, 'article')} of one family count as one`,
    ratio: (percent: number, kind: string) => `${percent} % of the words, ${kind}`,
    sources: 'Articles',
    date: 'Date',
    placeLabel: 'Place',
    who: 'Who to whom',
    noClaim: 'no claim',
    facet: (code: string) => facets[code] ?? code.replace(/[.\-_]/g, ' '),
    chainArrow: 'who has it from',
    hedges: 'hedged',
  },
  speaker: { role: (kind: string) => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} (named in the article)` },
  pages: {
    title: 'Pages read',
    help: 'Every character of a page is accounted for: kept as content, or set aside with a reason.',
    emptyTitle: 'No page has been taken yet',
    kept: (percent: number) => `${percent} % kept`,
    articles: (n: number) => many(n, 'article'),
    claims: (n: number) => many(n, 'claim'),
    reports: (n: number) => many(n, 'report'),
    withdrawn: (reason: string) => `Withdrawn: ${reason}. Its text was erased; its digest stays in the log.`,
    unread: 'Taken as evidence, not read yet: the next ingest reads it.',
    breakdown: 'Read report',
    digest: 'SHA-256',
    notes: 'Notes of the reader',
    more: (n: number) => `and ${n} more`,
  },
  reader: {
    view: 'Reader',
    back: 'All pages read',
    layers: 'Show in the text',
    layer: {
      claims: 'claims',
      reports: 'reports',
      places: 'places',
      times: 'dates',
      loaded: 'loaded words',
    },
    one: { claims: 'Claim', reports: 'Report', places: 'Place', times: 'Date', loaded: 'Loaded word' },
    step: (at: number, of: number) => (at > 0 ? `${at} of ${of}` : `${of} marked`),
    next: 'Next (n)',
    previous: 'Previous (p)',
    panel: 'What is marked here',
    panelEmpty: 'Choose marked words in the text, or press n for the next and p for the previous.',
    panelNothing: 'Nothing is marked on this page. What was set aside, and why, stands in grey in the text.',
    also: 'Also marked here',
    close: 'Close',
    setAside: (kinds: string, characters: number) => `Set aside: ${kinds}, ${many(characters, 'character')}`,
    comments: 'reader comments: not evidence',
    masked: 'Their text is masked on the desk; only the evidence store holds it.',
    article: (at: number, of: number) => `Article ${at} of ${of}`,
    contents: 'Articles on this page',
    inIncidents: 'Stands in',
    inMany: (n: number) => `Stands in ${many(n, 'incident')}`,
    link: 'Link to these words',
    target: 'The words that the link leads to',
  },
  field: {
    chain: 'Chain',
    root: 'Root',
    via: 'Via',
    stance: 'Stance',
    status: 'Status',
    form: 'Form',
    hedges: 'Hedges',
    content: 'Content',
    act: 'Act',
    type: 'PLOVER type',
    acled: 'ACLED type',
    cameo: 'CAMEO root',
    actor: 'Actor',
    recipient: 'Recipient',
    target: 'Target',
    victim: 'Victim',
    weapon: 'Weapon',
    date: 'Date',
    basis: 'Basis',
    place: 'Place',
    factuality: 'Factuality',
    claim: 'Said by',
    sentence: 'Sentence',
    incident: 'Incident',
    name: 'Name',
    coordinates: 'Coordinates',
    precision: 'Precision',
    radius: 'Uncertainty',
    role: 'Role',
    reason: 'Why',
    rule: 'Rule',
    value: 'Value',
    days: 'Days it can mean',
    timexType: 'Kind',
    words: 'Words',
    user: 'Used by',
    neutral: 'Neutral word',
    category: 'Category',
  },
  basis: { stated: 'stated in the text', implied: 'implied by the text', unknown: 'unknown' },
  form: { direct: 'direct quotation', indirect: 'indirect speech', mixed: 'partly quoted' },
  users: { narrator: 'the outlet’s own voice', quoted: 'a quotation', indirect: 'indirect speech' },
  factuality: (n: number) => `${n > 0 ? '+' : ''}${n} on a scale from −3 (certainly not) to +3 (certainly)`,
  precision: (ucdp: number | null, acled: number | null) =>
    `UCDP ${ucdp ?? 'unknown'} · ACLED ${acled ?? 'unknown'}`,
  km: (n: number) => `± ${n < 10 ? Number(n.toFixed(1)) : Math.round(n)} km`,
  bound: (low: number | null, high: number | null) =>
    low === high ? String(low ?? 'no figure') : `${low ?? '?'} to ${high ?? '?'}`,
};
