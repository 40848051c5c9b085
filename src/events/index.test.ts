import { describe, expect, test } from 'vitest';
import { wordModels } from '../annotate/word-models.ts';
import type { Attribution, EventDraft, Sentence, Speaker } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { events } from './index.ts';
import { mentionsIn, tokensIn, treesIn } from './testing.ts';

const lexicon = loadLexicon();
const stage = events(lexicon);
const english = wordModels(lexicon, 'en');

/** Runs the stage on a text whose sentences stand one a line. */
function run(
  text: string,
  more: { attributions?: Attribution[]; asked?: string; kind?: 'article' | 'headline' } = {},
) {
  const sentences: Sentence[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    sentences.push({ start: at, end: at + line.length, block: 0 });
    at += line.length + 1;
  }
  const tokens = sentences.flatMap((s, i) => tokensIn(text.slice(s.start, s.end), i, s.start));
  const language = /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en';
  const start = more.asked ? text.indexOf(more.asked) : 0;
  const input = {
    id: 't',
    text,
    blocks: [{ start: 0, end: text.length, kind: more.kind ?? ('article' as const) }],
    language,
    published: null,
    outlet: null,
    asked: more.asked ? [{ start, end: start + more.asked.length }] : [],
  };
  return stage.run(input, {
    sentences,
    tokens,
    mentions: mentionsIn(text),
    attributions: more.attributions ?? [],
    ...(language === 'en' ? treesIn(text, tokens, english) : { words: [], parses: [] }),
    chains: [],
  });
}
const drafts = (text: string): readonly EventDraft[] => run(text).drafts;
const words = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map((s) => text.slice(s.start, s.end));

describe('acts', () => {
  test.each([
    ['Norland bombed two depots near Marun.', ['air-strike']],
    ['Militants fired rockets at a base near Marun.', ['shelling']],
    ['A drone attack hit the base.', ['drone-strike']],
    ['A car bomb exploded in Marun.', ['ied']],
    ['Norland Army troops captured two villages.', ['state-takes-territory']],
    ['Red Banner captured two villages.', ['group-takes-territory']],
    ['Militants attacked farmers near Marun.', ['attack-on-civilians']],
    ['The militia withdrew from three villages.', ['withdrawal']],
    ['Norland urged Sarvia to pause.', ['request']],
    ['Soldiers looted 40 tankers and smuggled them into Sarvia.', ['looting']],
    ['Marun United beat Norland City in the cup final.', []],
    ['The quiet town has a library.', []],
  ])('%s', (text, acts) => {
    expect(drafts(text).map((d) => d.act)).toEqual(acts);
  });

  test('an attack of unstated kind takes the kind told before it', () => {
    expect(
      drafts('Rockets struck a base near Marun.\nThe attack hurt one soldier.').map((d) => d.act),
    ).toEqual(['shelling', 'shelling']);
  });

  test('verb and noun of one event make one draft with both triggers', () => {
    const text = 'A missile strike hit the port of Marun.';
    const [only, ...rest] = drafts(text);
    expect(rest).toEqual([]);
    expect(words(text, only!.trigger)).toEqual(['missile strike', 'hit']);
  });

  test('codes come with the act', () => {
    expect(drafts('Norland bombed two depots.')[0]).toMatchObject({
      type: 'ASSAULT',
      mode: 'aerial',
      acled: { eventType: 'Explosions/Remote violence', subEventType: 'Air/drone strike' },
      cameo: '19',
    });
  });
});

describe('roles', () => {
  test.each([
    ['active', 'Red Banner attacked a convoy near Marun.', 'Red Banner', 'convoy'],
    ['passive', 'A convoy was attacked by Red Banner near Marun.', 'Red Banner', 'convoy'],
    ['nominal', 'The bombing of a depot by Norland went on.', 'Norland', 'depot'],
    ['light verb', 'Red Banner carried out an attack on a depot.', 'Red Banner', 'depot'],
    ['passive light verb', 'An attack on a depot was launched by Red Banner.', 'Red Banner', 'depot'],
    ['infinitive', 'Norland urged Sarvia to attack a depot.', 'Sarvia', 'depot'],
    ['insertion', 'Red Banner, backed by Sarvia, attacked a depot.', 'Red Banner', 'depot'],
    ['relative clause', 'Red Banner, which attacked a depot, fled.', 'Red Banner', 'depot'],
    ['pronoun', 'Norland said it attacked a depot.', 'Norland', 'depot'],
  ])('%s', (_name, text, actor, target) => {
    const draft = drafts(text).find((d) => d.target.length > 0)!;
    expect(draft.actor.map((p) => p.text)).toEqual([actor]);
    expect(draft.target.map((p) => p.text)).toEqual([target]);
    for (const p of [...draft.actor, ...draft.target]) expect(words(text, p.spans)).toEqual([p.text]);
  });

  test('joined subjects and objects are parties of their own', () => {
    const draft = drafts('Norland and Sarvia attacked a depot and a bridge.')[0]!;
    expect(draft.actor.map((p) => p.text)).toEqual(['Norland', 'Sarvia']);
    expect(draft.target.map((p) => p.text)).toEqual(['depot', 'bridge']);
  });

  test('a weapon is no actor', () => {
    const draft = drafts('Three rockets struck a base.')[0]!;
    expect(draft.actor).toEqual([]);
    expect(draft.weapon.map((p) => p.text)).toEqual(['Three rockets']);
  });

  test('a party knows its mention', () => {
    expect(drafts('Red Banner attacked a depot.')[0]!.actor[0]!.mention).toBe(0);
  });
});

describe('counts', () => {
  test.each([
    ['A blast killed three soldiers.', 'killed', 'three', 3, 3, 3, 'combatant'],
    ['At least 12 civilians were killed in the attack.', 'killed', 'At least 12', 12, 12, null, 'civilian'],
    ['The attack wounded dozens of residents.', 'injured', 'dozens', 20, null, null, 'civilian'],
    ['No injuries were recorded after the attack.', 'injured', 'No injuries', 0, 0, 0, null],
    ['The shelling did not lead to casualties.', 'killed', 'casualties', 0, 0, 0, null],
    ['The strike led to the death of two hundred people.', 'killed', 'two hundred', 200, 200, 200, null],
    ['Up to 40 fighters were killed in the raid.', 'killed', 'Up to 40', null, null, 40, 'combatant'],
    ['The attack killed 99999999999 soldiers.', 'killed', '99999999999', null, null, null, 'combatant'],
    ['−4 soldiers were killed in the attack.', 'killed', '−4', null, null, null, 'combatant'],
    ['-4 soldiers were killed in the attack.', 'killed', '-4', null, null, null, 'combatant'],
  ])('%s', (text, what, kept, low, best, high, side) => {
    const count = drafts(text)
      .flatMap((d) => d.counts)
      .find((c) => c.what === what)!;
    expect(count).toMatchObject({ words: kept, low, best, high, side });
    expect(words(text, count.spans)).toEqual([kept]);
  });

  test('silence is no count', () => {
    expect(drafts('Rockets struck a base.')[0]!.counts).toEqual([]);
  });

  test.each(['Guards were wounded on 00/00/0000.', 'A blast wounded guards on 12/03/2031.'])(
    'a date with strokes is no count: %s',
    (text) => {
      expect(drafts(text).flatMap((d) => d.counts)).toEqual([]);
    },
  );

  test('days of fighting are not the dead', () => {
    expect(drafts('After five days, soldiers were killed in the attack.').flatMap((d) => d.counts)).toEqual(
      [],
    );
  });
});

describe('status and factuality', () => {
  test.each([
    ['Norland bombed a depot.', 'happened', 3],
    ['Norland reportedly bombed a depot.', 'happened', 2],
    ['Norland is bombing depots in the east.', 'ongoing', 3],
    ['Norland did not bomb the depot.', 'denied', -2],
    ['Norland plans to bomb a depot.', 'planned', 1],
    ['Norland threatened to bomb a depot.', 'threatened', 0],
    ['Norland could bomb a depot.', 'hypothetical', 1],
    ['If Norland bombs a depot the talks end.', 'hypothetical', 0],
    ['Decades ago Norland bombed a depot.', 'background', 3],
    ['Norland denied bombing a depot.', 'denied', -2],
  ])('%s', (text, status, factuality) => {
    const draft = drafts(text).find((d) => d.act === 'air-strike')!;
    expect([draft.status, draft.factuality]).toEqual([status, factuality]);
  });

  test('asked spans get their factuality', () => {
    expect(run('Norland did not bomb the depot.', { asked: 'bomb' }).factualities).toEqual([-2]);
  });

  test('the present tense of a headline tells what happened', () => {
    expect(run('Soldiers loot 40 tankers in Marun', { kind: 'headline' }).drafts[0]!.status).toBe('happened');
  });
});

describe('attribution', () => {
  const speaker: Speaker = {
    spans: [],
    text: 'x',
    mention: null,
    actor: null,
    kind: 'official',
    named: false,
  };
  const said = (text: string, content: string, stance: Attribution['stance']): Attribution => ({
    source: [],
    cue: [],
    content: [{ start: text.indexOf(content), end: text.indexOf(content) + content.length }],
    speaker,
    root: speaker,
    via: [],
    stance,
    hedges: [],
    form: 'indirect',
    states: true,
    by: 'test',
  });
  const text = 'The envoy said that Norland bombed a depot.';

  test('an event inside a statement points to it', () => {
    expect(
      run(text, { attributions: [said(text, 'Norland bombed a depot', 'asserted')] }).drafts[0]!.attribution,
    ).toBe(0);
  });

  test('a denied statement makes a denied event', () => {
    expect(
      run(text, { attributions: [said(text, 'Norland bombed a depot', 'denied')] }).drafts[0]!.status,
    ).toBe('denied');
  });
});

describe('Arabic', () => {
  test.each([
    ['قصف الجيش مواقع قرب مارون.', 'shelling', 'الجيش', 'مواقع'],
    ['هاجم مسلحون حاجزا قرب مارون.', 'attack', 'مسلحون', 'حاجزا'],
  ])('%s', (text, act, actor, target) => {
    const draft = drafts(text)[0]!;
    expect(draft.act).toBe(act);
    expect(draft.actor.map((p) => p.text)).toEqual([actor]);
    expect(draft.target.map((p) => p.text)).toEqual([target]);
  });

  test('counts the dead', () => {
    expect(drafts('قتل ثلاثة جنود في مارون.')[0]!.counts[0]).toMatchObject({
      what: 'killed',
      best: 3,
      side: 'combatant',
    });
  });
});

test('time grows in step with the text', () => {
  const line = 'Norland bombed two depots near Marun and killed three soldiers, officials in Sarvia said. ';
  const time = (n: number): number => {
    const text = line.repeat(n);
    const at = performance.now();
    run(text);
    return performance.now() - at;
  };
  time(100);
  const short = Math.max(time(100), 5);
  expect(time(400)).toBeLessThan(12 * short);
});
