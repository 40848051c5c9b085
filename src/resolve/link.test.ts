import { describe, expect, test } from 'vitest';
import type { Attribution, EventDraft, Place, Sentence, Span, Speaker, Time } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { linkDrafts } from './link.ts';

const lexicon = loadLexicon();
const patterns = lexicon.events.get('en')!;

const spanOf = (text: string, words: string): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

function place(text: string, words: string, more: Partial<Place> = {}): Place {
  const none = {
    lat: null,
    lon: null,
    shape: null,
    country: null,
    admin1: null,
    admin2: null,
    geonameId: null,
  };
  return {
    ...spanOf(text, words),
    ...none,
    text: words,
    name: words,
    ucdpPrecision: 1,
    acledPrecision: 1,
    radiusKm: null,
    role: 'mentioned',
    rule: 'test',
    reason: 'test',
    sensitive: false,
    ...more,
  };
}

const time = (text: string, words: string): Time => ({
  ...spanOf(text, words),
  text: words,
  type: 'DATE',
  value: '2031-05-04',
  earliest: '2031-05-04',
  latest: '2031-05-04',
  basis: 'stated',
  reason: 'test',
});

function draft(
  text: string,
  words: string,
  act = 'air-strike',
  attribution: number | null = null,
  sentences: readonly Sentence[] = [],
): EventDraft {
  const trigger = spanOf(text, words);
  const sentence = Math.max(
    0,
    sentences.findIndex((s) => s.start <= trigger.start && trigger.end <= s.end),
  );
  const { type, mode, acled, cameo } = lexicon.acts.get(act);
  const roles = { actor: [], recipient: [], target: [], victim: [], weapon: [] };
  return {
    act,
    type,
    mode,
    acled,
    cameo,
    trigger: [trigger],
    sentence,
    ...roles,
    counts: [],
    status: 'happened',
    factuality: 3,
    attribution,
    by: 'test',
  };
}

const lines = (text: string): Sentence[] => {
  let at = 0;
  return text.split('\n').map((line) => {
    const s = { start: at, end: at + line.length, block: 0 };
    at += line.length + 1;
    return s;
  });
};

interface Case {
  readonly text: string;
  readonly triggers: readonly string[];
  readonly places?: readonly Place[];
  readonly times?: readonly Time[];
  readonly attributions?: readonly Attribution[];
  readonly act?: string;
}
function link({ text, triggers, places = [], times = [], attributions = [], act }: Case) {
  const sentences = lines(text);
  const drafts = triggers.map((t) => draft(text, t, act, attributions.length > 0 ? 0 : null, sentences));
  const { anaphors } = lexicon.places('en');
  return linkDrafts(
    { text, sentences, attributions, drafts, places, times, anaphors },
    lexicon.acts,
    patterns,
  );
}

const speaker: Speaker = { spans: [], text: '', mention: null, actor: null, kind: 'official', named: false };
const statement = (text: string, source: string, content: string): Attribution => ({
  source: [spanOf(text, source)],
  cue: [],
  content: [spanOf(text, content)],
  speaker,
  root: speaker,
  via: [],
  stance: 'asserted',
  hedges: [],
  form: 'indirect',
  states: true,
  by: 'test',
});

describe('places', () => {
  const text = 'Planes from Osk bombed a depot in Marun, after talks in Tovik.';
  const all = [place(text, 'Osk'), place(text, 'Marun'), place(text, 'Tovik')];

  test('the nearest after its preposition, in the same clause', () => {
    expect(link({ text, triggers: ['bombed'], places: all })[0]!.place).toBe(1);
  });

  test.each(['dateline', 'metonym', 'demonym', 'name-part'] as const)('never a %s', (role) => {
    expect(
      link({ text, triggers: ['bombed'], places: [place(text, 'Marun', { role })] })[0]!.place,
    ).toBeNull();
  });

  test('a town before its country', () => {
    const t = 'Planes bombed Sarvia near Marun.';
    expect(
      link({
        text: t,
        triggers: ['bombed'],
        places: [place(t, 'Sarvia', { ucdpPrecision: 6 }), place(t, 'Marun')],
      })[0]!.place,
    ).toBe(1);
  });

  test('not where the speaker is', () => {
    const t = 'An envoy in Osk said planes bombed a depot.';
    expect(
      link({
        text: t,
        triggers: ['bombed'],
        places: [place(t, 'Osk')],
        attributions: [statement(t, 'An envoy in Osk', 'planes bombed a depot')],
      })[0]!.place,
    ).toBeNull();
  });

  test('carried over from the sentence before', () => {
    const t = 'Planes bombed a depot in Marun.\nThe strikes went on.';
    expect(
      link({ text: t, triggers: ['bombed', 'strikes'], places: [place(t, 'Marun')] }).map((l) => l.place),
    ).toEqual([0, 0]);
  });

  test('an event of the lead takes the place of its headline', () => {
    const t =
      'Bomb near Marun kills two.\nNo word came.\nStill none.\nNothing.\nThe device exploded at night.';
    expect(link({ text: t, triggers: ['exploded'], places: [place(t, 'Marun')], act: 'ied' })[0]!.place).toBe(
      0,
    );
  });

  test('a statement has no place', () => {
    const t = 'Norland accused Sarvia in Marun.';
    expect(
      link({ text: t, triggers: ['accused'], places: [place(t, 'Marun')], act: 'accuse' })[0]!.place,
    ).toBeNull();
  });

  test('nothing is made up', () => {
    expect(link({ text: 'Planes bombed a depot.', triggers: ['bombed'] })).toEqual([
      { place: null, time: null },
    ]);
  });
});

describe('places in other words', () => {
  const admin = { ucdpPrecision: 4, country: 'XX', admin1: 'Osk' };
  const town = { country: 'XX', admin1: 'Osk' };
  const country = { ucdpPrecision: 6, country: 'XX' };

  test('what a province holds, right before its name', () => {
    const t = 'Troops held a drill in the Marun field in Osk province.';
    const places = [place(t, 'Marun field', town), place(t, 'Osk', admin)];
    expect(link({ text: t, triggers: ['drill'], places })[0]!.place).toBe(0);
  });

  test('the finer place of the event before it, in the country it names', () => {
    const t = 'Planes bombed Marun.\nPlanes bombed a base in Sarvia.';
    const places = [place(t, 'Marun', town), place(t, 'Sarvia', country)];
    expect(link({ text: t, triggers: ['bombed Marun', 'bombed a'], places }).map((l) => l.place)).toEqual([
      0, 0,
    ]);
  });

  test('the country that an adjective names, where nothing else places it', () => {
    const t = 'Troops looted Sarvian oil.';
    const places = [place(t, 'Sarvian', { ...country, role: 'demonym' })];
    expect(link({ text: t, triggers: ['looted'], places, act: 'looting' })[0]!.place).toBe(0);
  });

  test('no country of two', () => {
    const t = 'Troops looted Sarvian oil and Norlandic grain.';
    const places = [
      place(t, 'Sarvian', { ...country, role: 'demonym' }),
      place(t, 'Norlandic', { ...country, country: 'YY', role: 'demonym' }),
    ];
    expect(link({ text: t, triggers: ['looted'], places, act: 'looting' })[0]!.place).toBeNull();
  });

  test('where goods were, not where they went', () => {
    const t = 'Troops looted grain from Marun and moved it to Tovik.';
    const places = [place(t, 'Marun'), place(t, 'Tovik')];
    expect(link({ text: t, triggers: ['looted'], places, act: 'looting' })[0]!.place).toBe(0);
  });
});

describe('times', () => {
  test('the day of the event, not that of the report', () => {
    const t = 'On Sunday, the agency reported that planes bombed a depot on Friday.';
    const attributions = [statement(t, 'the agency', 'planes bombed a depot on Friday')];
    expect(
      link({ text: t, triggers: ['bombed'], times: [time(t, 'Sunday'), time(t, 'Friday')], attributions })[0]!
        .time,
    ).toBe(1);
  });

  test('the day of the report alone is no day of the event', () => {
    const t = 'On Sunday, the agency reported that planes bombed a depot.';
    const attributions = [statement(t, 'the agency', 'planes bombed a depot')];
    expect(
      link({ text: t, triggers: ['bombed'], times: [time(t, 'Sunday')], attributions })[0]!.time,
    ).toBeNull();
  });
});

describe('times that stand beside others', () => {
  test('the time right behind the cue dates the saying', () => {
    const t = 'Norland denied on Thursday that its planes bombed a depot.';
    const said = statement(t, 'Norland', 'on Thursday that its planes bombed a depot');
    const attributions = [{ ...said, cue: [spanOf(t, 'denied')] }];
    expect(
      link({ text: t, triggers: ['bombed'], times: [time(t, 'Thursday')], attributions })[0]!.time,
    ).toBeNull();
  });

  test('a time further on dates the event', () => {
    const t = 'Norland denied that its planes bombed a depot on Thursday.';
    const said = statement(t, 'Norland', 'its planes bombed a depot on Thursday');
    const attributions = [{ ...said, cue: [spanOf(t, 'denied')] }];
    expect(link({ text: t, triggers: ['bombed'], times: [time(t, 'Thursday')], attributions })[0]!.time).toBe(
      0,
    );
  });

  test('the day beside a clock time', () => {
    const t = 'Planes bombed a depot at 11 pm on Tuesday.';
    const times = [{ ...time(t, '11 pm'), type: 'TIME' as const }, time(t, 'Tuesday')];
    expect(link({ text: t, triggers: ['bombed'], times })[0]!.time).toBe(1);
  });
});
