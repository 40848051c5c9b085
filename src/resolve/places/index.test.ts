import { describe, expect, it } from 'vitest';
import type { ArticleInput, Mention, MentionKind, Place, Sentence, Token } from '../../doc/index.ts';
import { loadLexicon } from '../../lexicon/index.ts';
import { distanceKm } from './geo.ts';
import { resolvePlaces } from './index.ts';

const lexicon = loadLexicon();

/** Places of a text whose names stand in [brackets]; {braces} hold an organisation's name. */
function places(marked: string, language = 'en'): { text: string; places: Place[] } {
  let text = '';
  const open: [number, MentionKind][] = [];
  const mentions: Mention[] = [];
  for (const c of marked) {
    if (c === '[' || c === '{') open.push([text.length, c === '[' ? 'location' : 'organisation']);
    else if (c === ']' || c === '}') {
      const [start, kind] = open.pop()!;
      mentions.push({
        start,
        end: text.length,
        text: text.slice(start),
        kind,
        candidates: [],
        publicRole: false,
        by: 'test',
      });
    } else text += c;
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const sentences: Sentence[] = [{ start: 0, end: text.length, block: 0 }];
  const tokens: Token[] = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*|[^\s]/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: /^[\p{L}\p{N}]/u.test(m[0]) ? 'word' : 'punctuation',
    sentence: 0,
  }));
  const input: ArticleInput = {
    id: 'a1',
    text,
    blocks: [{ start: 0, end: text.length, kind: 'article' }],
    language,
    published: null,
    outlet: null,
    asked: [],
  };
  const found = resolvePlaces(input, { sentences, tokens, words: [], mentions }, lexicon);
  for (const p of found) expect(text.slice(p.start, p.end)).toBe(p.text);
  return { text, places: found };
}

describe('choice of a place', () => {
  it.each([
    ['Rain fell in [Paris] and in [Lyon].', 'Paris', 'FR', null],
    ['Rain fell in [Paris], [Texas].', 'Paris', 'US', 'Texas'],
    ['Talks in [Tripoli], [Lebanon] ended.', 'Tripoli', 'LB', null],
    ['The town of [Azaz] in [Syria] was shelled.', 'Azaz', 'SY', 'Aleppo'],
  ])('%s', (marked, name, country, admin1) => {
    const place = places(marked).places.find((p) => p.text === name)!;
    expect(place.country).toBe(country);
    if (admin1) expect(place.admin1).toBe(admin1);
  });

  it('prefers the seat to its division, unless a type word says division', () => {
    expect(places('Shells hit [Aleppo].').places[0]!.rule).toBe('city');
    expect(places('Roads across [Aleppo] governorate.').places[0]!.rule).toBe('admin1');
  });

  it('gives null and a reason where no such name is known', () => {
    expect(places('They met in [Qwxzvale].').places[0]).toMatchObject({
      lat: null,
      reason: 'no such name in the gazetteer',
    });
  });

  it('marks camps as sensitive', () => {
    expect(places('Aid reached [Rukban camp].').places[0]!.sensitive).toBe(true);
  });
});

describe('roles', () => {
  it.each([
    ['[Damascus] said it would answer.', 'Damascus', 'metonym'],
    ['People in [Damascus] said so.', 'Damascus', 'mentioned'],
    ['[BEIRUT] — The harbour reopened.', 'BEIRUT', 'dateline'],
    ['The {[Raqqa] Press Union} wrote it.', 'Raqqa', 'name-part'],
    ['Two Syrian drivers were hurt.', 'Syrian', 'demonym'],
  ])('%s', (marked, name, role) => {
    expect(places(marked).places.find((p) => p.text === name)!.role).toBe(role);
  });
});

describe('places that need a rule', () => {
  it.each([
    ['It lies between [Azaz] and [Mare].', 'between Azaz and Mare', 'between'],
    ['A blast 30 km north of [Homs] hurt two.', '30 km north of Homs', 'distance-direction'],
    ['They stood within 30 km of the [Homs] gate.', 'within 30 km of the Homs', 'within-distance'],
    ['Clashes in the [Homs] countryside went on.', 'Homs countryside', 'countryside'],
    ['A mine near the town of [Azaz] blew up.', 'near the town of Azaz', 'near'],
    ['Raids in southern [Idlib] went on.', 'southern Idlib', 'part'],
    ['They closed the 55-kilometre zone around [Al-Tanf].', '55-kilometre zone around Al-Tanf', 'zone'],
    [
      'A drill within the 50 kilometers zone they hold in [Al-Tanf].',
      'within the 50 kilometers zone they hold in Al-Tanf',
      'zone',
    ],
    ['Mines lay on the [Manbij-Al Bab] road then.', 'Manbij-Al Bab road', 'road-between'],
    [
      'Part of the [M4 highway] between [Ayn Issa] and [Tell Tamr] is shut.',
      'between Ayn Issa and Tell Tamr',
      'line-between',
    ],
    ['Points in [Damascus] countryside were hit.', 'Damascus countryside', 'admin1'],
  ])('%s', (marked, span, rule) => {
    const place = places(marked).places.find((p) => p.rule === rule);
    expect(place?.text).toBe(span);
    expect(place!.radiusKm).toBeGreaterThan(0);
    expect(place!.reason).not.toBe('');
  });

  it('reads a name written onto a preposition at the very end', () => {
    expect(places('انفجار في منطقة الصفصاف قرب الوسط ل[بغداد]', 'ar').places.at(-1)!.text).toBe('بغداد');
  });

  it.each([
    ['قصف على ريف [دمشق] الجنوبي أمس.', 'ريف دمشق الجنوبي', 'countryside'],
    ['قصف وريف [دمشق] هادئ.', 'وريف دمشق', 'countryside'],
    ['انفجار على بعد 30 كم شمال [حمص] أمس.', '30 كم شمال حمص', 'distance-direction'],
    ['طريق بين [معرة النعمان] و[كفرنبل] مقطوع.', 'بين معرة النعمان وكفرنبل', 'between'],
    ['قتال جنوب [إدلب] أمس.', 'جنوب إدلب', 'part'],
  ])('reads Arabic descriptions: %s', (marked, span, rule) => {
    const place = places(marked, 'ar').places.find((p) => p.rule === rule);
    expect(place?.text).toBe(span);
  });

  it('gives a border its name and no point', () => {
    const border = places('Posts on the Iraq-Syrian border were hit.').places.find(
      (p) => p.rule === 'border',
    );
    expect(border).toMatchObject({
      text: 'Iraq-Syrian border',
      lat: null,
      ucdpPrecision: 5,
      acledPrecision: 3,
    });
    expect(border!.name).toMatch(/Iraq and Syria$/);
  });

  it.each([
    ['They met in the northern province of [Kirkuk].'],
    ['They met in its eastern Syrian province of [Raqqa].'],
    ['They met in the northern city of [Mosul].'],
  ])('a direction that tells which place is meant makes no part of it: %s', (marked) =>
    expect(places(marked).places.some((p) => p.rule === 'part')).toBe(false),
  );

  it('takes the part of the division, not of its seat of the same name', () => {
    const found = places('Raids in southern [Idlib] went on.').places.find((p) => p.rule === 'part')!;
    expect(found).toMatchObject({ name: 'Idlib', geonameId: null, ucdpPrecision: 4, acledPrecision: 3 });
  });

  it('gives the course of a road only between the towns named', () => {
    const marked = 'Part of the [M4 highway] between [Ayn Issa] and [Tell Tamr] is shut.';
    const { shape } = places(marked).places.find((p) => p.rule === 'line-between')!;
    const lons = (shape!.coordinates as [number, number][]).map(([lon]) => lon);
    expect(Math.min(...lons)).toBeGreaterThan(38.5);
    expect(Math.max(...lons)).toBeLessThan(40.8);
  });

  it.each([
    ['Shells fell on [Springfield] and [Dover] in [Ohio].', 'Dover', 'Ohio'],
    ['Shells fell on [Dover], [Springfield] and [Salem] in [Oregon].', 'Springfield', 'Oregon'],
  ])('lets what holds the last of a list hold the others: %s', (marked, name, admin1) =>
    expect(places(marked).places.find((p) => p.text === name)!.admin1).toBe(admin1),
  );

  it.each([['They stood 99999999 km north of [Homs].'], ['They hold a 9999-km zone around [Homs].']])(
    'makes no place of a distance that is none: %s',
    (marked) => expect(places(marked).places.every((p) => /^(?:city|part|near)$/.test(p.rule))).toBe(true),
  );

  it('takes a time in step with the number of candidates of a name', () => {
    const row = places('[Springfield]').places[0]!;
    expect(row.reason).not.toBe('');
    const time = (n: number): number => {
      const start = performance.now();
      places('[Springfield], '.repeat(n));
      return performance.now() - start;
    };
    time(20);
    expect(time(400)).toBeLessThan(Math.max(400, time(100) * 12));
  });

  it('moves the point by the distance told', () => {
    const { places: all } = places('A blast 30 km north of [Homs] hurt two.');
    const [far, town] = ['distance-direction', 'city'].map((r) => all.find((p) => p.rule === r)!);
    expect(distanceKm({ lat: far!.lat!, lon: far!.lon! }, { lat: town!.lat!, lon: town!.lon! })).toBeCloseTo(
      30,
      0,
    );
    expect(far!.lat!).toBeGreaterThan(town!.lat!);
  });

  it('takes no hospital for the crossing it is named after', () => {
    const [place] = places('They reached [Bab al-Hawa] hospital on foot.').places;
    expect(place).toMatchObject({ name: 'Bab al-Hawa hospital', rule: 'named-after', sensitive: true });
  });

  it.each([
    ['[Tadmur] in [Syria]', 'Palmyra'],
    ['[Al-Bukamal] in [Syria]', 'al-Bukamal'],
    ['[al-Shadaadi] in [Syria]', 'al-Shaddadi'],
  ])('names a town as readers of English know it: %s', (text, name) => {
    expect(places(text).places[0]?.name).toBe(name);
  });

  it('places no unknown name by its sound outside the countries of the text', () => {
    expect(places('[al-Shadaadi] in [Norway]').places[0]?.name).toBeNull();
  });
});
