import { describe, expect, it } from 'vitest';
import { scoreArabic } from './arabic.ts';
import { readConllu, scoreConllu } from './conllu.ts';
import { scoreFactuality } from './factuality.ts';
import { scoreMuc4 } from './muc4/index.ts';
import { nameSpans, readBio, scoreNames } from './names.ts';
import { scorePages } from './pages.ts';
import { scorePlover } from './plover.ts';
import { scoreRte } from './rte.ts';
import { scoreVictims } from './victims.ts';

describe('scorePlover', () => {
  const gold = [
    {
      id: 'p',
      text: 'Vesland accused Ormia of fraud.',
      marked: '<s>Vesland</s> accused <t>Ormia</t> of fraud.',
      expected: [{ source: 'Vesland', target: 'Ormia', code: 'ACCUSE', quad: 3 }],
    },
  ];
  it('looks at the event whose parties cover the marks', () => {
    const events = [
      { type: 'AID', actor: [{ spans: [[16, 21] as const] }] },
      { type: 'ACCUSE', actor: [{ spans: [[0, 7] as const] }], recipient: [{ spans: [[16, 21] as const] }] },
    ];
    expect(scorePlover(gold, [{ id: 'p', events }]).accuracy.share).toBe(1);
  });
  it('counts silence as wrong', () => expect(scorePlover(gold, []).accuracy.share).toBe(0));
});

describe('scoreFactuality', () => {
  it('takes silence for certain', () => {
    const gold = [{ id: 'f', text: 'It may rain.', span: [7, 11] as const, factuality: 0 }];
    expect(scoreFactuality(gold, [])).toMatchObject({ missing: 1, mae: 3 });
    expect(
      scoreFactuality(gold, [{ id: 'f', factualities: [{ span: [7, 11], value: 0 }] }]).notFactual.r,
    ).toBe(1);
  });
});

describe('scoreVictims', () => {
  it('answers with the incident that most events speak for', () => {
    const gold = [{ id: 'v', text: 'x', killed: 2, injured: 0 }];
    const incidents = [
      { events: [0, 1], killed: 2, injured: null },
      { events: [2], killed: 9, injured: null },
    ];
    expect(scoreVictims(gold, [{ id: 'v', incidents }])).toMatchObject({
      main: { killed: { k: 1 } },
      sum: { killed: { k: 0 } },
    });
  });
  it('calls deaths that no incident explains spurious', () => {
    const gold = [{ id: 'm', incidents: [{ killed: { value: 3, exact: true } }] }];
    const incidents = [{ killed: 3 }, { killed: 8 }];
    expect(scoreVictims(gold, [{ id: 'm', incidents }])).toMatchObject({
      exact: { k: 1 },
      spurious: { k: 1 },
    });
  });
});

describe('scoreArabic', () => {
  it('does not count a hypothetical event', () => {
    const gold = [{ id: 'a', event_type: 'ASSAULT', label: 'difficult no' as const }];
    const of = (status: string) => scoreArabic(gold, [{ id: 'a', events: [{ type: 'ASSAULT', status }] }]);
    expect(of('hypothetical')).toMatchObject({ ASSAULT: { falseOnDifficult: { k: 0 } } });
    expect(of('happened')).toMatchObject({ ASSAULT: { falseOnDifficult: { k: 1 } } });
  });
  it('compares words, not characters', () => {
    const gold = [
      {
        id: 's',
        text: 'قصف الجيش البلدة',
        event_type: 'ASSAULT',
        gold: { source: { majority: [[4, 9] as const] }, target: { majority: [[10, 16] as const] } },
      },
    ];
    const events = [{ type: 'ASSAULT', actor: [{ spans: [[5, 8] as const] }] }];
    expect(scoreArabic(gold, [{ id: 's', events }])).toMatchObject({
      ASSAULT: { source: { micro: { f1: 1 } }, target: { micro: { f1: 0 } } },
    });
  });
});

describe('scoreNames', () => {
  it('opens a name at an I- of another type', () => {
    expect(nameSpans(['B-PER', 'I-LOC', 'O'])).toEqual([
      { start: 0, end: 1, type: 'PER' },
      { start: 1, end: 2, type: 'LOC' },
    ]);
  });
  it('refuses other words', () => {
    expect(() => scoreNames(readBio('Ana B-PER'), readBio('Eva B-PER'))).toThrow(/words differ at line 0/);
  });
  it('tells a wrong type from a wrong span', () => {
    const result = scoreNames(readBio('1 Ana B-PER\n2 left O\n'), readBio('1 Ana B-LOC\n2 left O\n'));
    expect(result.all.tp).toBe(0);
    expect(result.untyped.tp).toBe(1);
  });
});

describe('scoreConllu', () => {
  const line = (id: number, form: string, upos: string, head: number, rel: string) =>
    [id, form, form.toLowerCase(), upos, upos, '_', head, rel, '_', '_'].join('\t');
  const gold = `# text\n${line(1, 'Guns', 'NOUN', 2, 'nsubj')}\n${line(2, 'fired', 'VERB', 0, 'root')}\n${line(3, '.', 'PUNCT', 2, 'punct')}\n`;
  it('counts heads with and without punctuation', () => {
    const given = gold.replace(/\t2\tpunct/, '\t1\tpunct');
    const result = scoreConllu(readConllu(gold), readConllu(given));
    expect(result.uas).toMatchObject({ k: 2, n: 3 });
    expect(result.uasNoPunct).toMatchObject({ k: 2, n: 2 });
  });
});

describe('scorePages', () => {
  it('looks past case, "by" and the order of authors', () => {
    const gold = [{ id: 1, title: 'A Bridge, Reopened', author: 'Lev Arno and Mia Sund', date: '2021-3-4' }];
    const pred = [
      {
        id: 1,
        articles: [
          {
            headline: 'a bridge reopened',
            byline: 'By Mia Sund, Lev Arno',
            published: { value: '2021-03-04' },
          },
        ],
      },
    ];
    const right = { all: { share: 1 } };
    expect(scorePages(gold, pred)).toMatchObject({ title: right, author: right, date: right });
  });
  it('counts what is given where the page has none', () => {
    expect(scorePages([{ id: 1, author: null }], [{ id: 1, author: 'Someone' }])).toMatchObject({
      author: { givenOnNull: { k: 1 } },
    });
  });
});

describe('scoreRte', () => {
  it('takes a missing row for neutral', () => {
    const gold = [{ id: 1, hypothesis: 'Two were hurt.', label: 'neutral' as const }];
    expect(scoreRte(gold, [])).toMatchObject({ missing: 1, accuracy: { share: 1 } });
  });
});

describe('scoreMuc4', () => {
  const gold = [
    {
      docid: 'm',
      templates: [
        {
          incident_type: ['ATTACK'],
          Victim: [['TWO FARMERS FROM ORRA', 'THE FARMERS']],
          Weapon: [['BOMB']],
          optional: false,
        },
      ],
    },
  ];
  const score = (template: object) => scoreMuc4(gold, [{ docid: 'm', templates: [template] }]);
  it('matches by the head noun', () => {
    expect(score({ Victim: ['FARMERS NEAR THE RIVER'] }).headNoun.Victim.f1).toBe(1);
  });
  it('asks CEAF for a mention of the entity itself', () => {
    expect(score({ Victim: ['FARMERS NEAR THE RIVER'] }).ceafRee.Victim.f1).toBe(0);
    expect(score({ Victim: ['the farmers'] }).ceafRee.Victim.f1).toBe(1);
  });
  it('maps templates only where the type agrees', () => {
    expect(score({ incident_type: 'kidnapping', Weapon: ['bomb'] }).ceafTf.micro.f1).toBe(0);
    expect(score({ incident_type: 'attack', Weapon: ['bomb'] }).ceafTf.Weapon.f1).toBe(1);
  });
});
