import { describe, expect, it } from 'vitest';
import { readLexiconSource } from '../lexicon/index.ts';
import { type Hint, textLines } from './lines/line.ts';
import { segment } from './segment.ts';
import { pageWords } from './words.ts';

const words = pageWords({ source: readLexiconSource() });
const divide = (...lines: readonly string[]) => {
  const text = lines.join('\n');
  return segment(text, textLines(text, text.length), words);
};
const kinds = (...lines: readonly string[]) => {
  const text = lines.join('\n');
  return divide(...lines).segments.map((s) => [s.kind, text.slice(s.start, s.end).trim()]);
};

const PIER = [
  'Guns fired at the pier of Port Almar and two cranes fell into the basin, the harbour office said.',
  'The harbour office counted eleven shells on the pier and asked ships to wait outside the basin.',
  'Crane drivers in Port Almar said that the shells came from the eastern bank before sunrise.',
];
const WHEAT = [
  'Wheat prices doubled in the markets of Qasr Delta this month because convoys were held, traders reported.',
  'Traders in Qasr Delta said that convoys of wheat waited six days at checkpoints of two militias.',
  'A sack of wheat cost nine coins in the markets before the checkpoints were set up, traders said.',
];

describe('lines that belong to no article', () => {
  const cases: readonly [what: string, lines: readonly string[], kind: string, words: string][] = [
    ['a donation meter', ['20 $', '500 $', ...PIER], 'chrome', '20 $\n500 $'],
    ['the month of a meter', ['500 $', 'MAY 2024', ...PIER], 'chrome', 'MAY 2024'],
    [
      'an appeal',
      ['Readers, please donate while the drive lasts.', ...PIER],
      'chrome',
      'Readers, please donate while the drive lasts.',
    ],
    [
      'the first of two headlines',
      ['Guns fire at Port Almar pier', 'Guns fire at Port Almar pier', ...PIER],
      'other',
      'Guns fire at Port Almar pier',
    ],
    ['a list of links', [...PIER, 'Related', 'Who owns the cranes of Almar'], 'teaser', 'Related'],
    [
      'comments below their header',
      [...PIER, 'Leave a reply', 'Nobody counted.'],
      'comment',
      'Nobody counted.',
    ],
    [
      'a comment that quotes the text above',
      [
        ...PIER,
        '‘asked ships to wait outside the basin’ Why? i dont believe you, lol!!',
        'You trolls know nothing, I was there!!',
      ],
      'comment',
      '‘asked ships to wait outside the basin’ Why? i dont believe you, lol!!\nYou trolls know nothing, I was there!!',
    ],
  ];
  it.each(cases)('%s', (_what, lines, kind, exact) => {
    expect(kinds(...lines)).toContainEqual([kind, exact]);
    expect(divide(...lines).cuts).toHaveLength(1);
  });
  it('a month that is no meter stays in the text', () => {
    expect(kinds(...PIER, 'MAY 2024', ...PIER).map(([kind]) => kind)).not.toContain('chrome');
  });
  it('quoted speech of an "I" is no comment', () => {
    const spoken = '“I saw you and I told you, my friends, that I would leave,” the captain said on Monday.';
    expect(kinds(...PIER, spoken).map(([kind]) => kind)).toEqual(['article']);
  });
});

describe('one sign alone is no proof', () => {
  it.each([
    [
      'a text in the first person throughout',
      ['I went to the pier. You would not know it, lol!!', 'I told you so!!'],
    ],
  ])('of comments: %s', (_what, lines) => {
    expect(kinds(...lines).map(([kind]) => kind)).not.toContain('comment');
  });
  it('of a change of script: a name in another script above the text', () => {
    const lines = [
      'Almar Harbour Evening Post',
      'أعلنت إدارة معبر الوادي إغلاق المعبر أمام الشاحنات بعد سقوط قذيفتين قرب البوابة الشمالية، وقالت إن العمل يتوقف يومين.',
      'وقال متحدث باسم الإدارة إن القذيفتين لم تسفرا عن إصابات، ونفى أن يكون الحرس قد ردّ على مصدر النيران.',
    ];
    expect(divide(...lines).cuts).toHaveLength(1);
  });
});

describe('on a page whose title is the headline of one article', () => {
  const named = (...marked: readonly (readonly [Hint, string, number | null])[]) => {
    const text = marked.map(([, line]) => line).join('\n');
    const lines = textLines(text, text.length).map((line, i) => ({
      ...line,
      hint: marked[i]![0],
      element: marked[i]![2],
    }));
    return segment(text, lines, words, true);
  };
  const pier = PIER.map((line) => ['content', line, 1] as const);
  const wheat = WHEAT.map((line) => ['content', line, 2] as const);
  it('another element alone leads elsewhere', () => {
    const { cuts, segments } = named(
      ['headline', 'Guns fire at Port Almar pier', 1],
      ...pier,
      ...wheat.slice(1),
    );
    expect(cuts).toHaveLength(1);
    expect(segments.at(-1)!.kind).toBe('teaser');
  });
  it('elements that together outweigh the first are its entries', () => {
    const { cuts, segments } = named(
      ['headline', 'Guns fire at Port Almar pier', 1],
      ...pier.slice(0, 1),
      ...wheat,
    );
    expect(cuts).toHaveLength(1);
    expect(segments.at(-1)!.kind).toBe('article');
  });
  it('another element with a headline and a byline is an article', () => {
    const { cuts } = named(
      ['headline', 'Guns fire at Port Almar pier', 1],
      ...pier,
      ['headline', 'Wheat prices double in Qasr Delta', 2],
      ['byline', 'By Ilse Varga', 2],
      ...wheat,
    );
    expect(cuts).toHaveLength(2);
  });
  it('a bar that says Comments above the text opens no comments', () => {
    const { segments } = named(
      ['headline', 'Guns fire at Port Almar pier: the harbour office counts shells on the eastern bank', 1],
      ['content', 'Comments', 1],
      ['content', 'Add a comment', 1],
      ...pier,
    );
    expect(segments.map(({ kind }) => kind)).not.toContain('comment');
  });
});

describe('where a glued article begins', () => {
  const cases: readonly [what: string, lines: readonly string[], first: string, why: string][] = [
    [
      'after an end marker',
      [...PIER, 'The views expressed in this column are its writer’s own.', ...WHEAT],
      WHEAT[0]!,
      'closes',
    ],
    [
      'at a deck over a caption',
      [
        ...PIER,
        'Wheat prices double in Qasr Delta as convoys are held',
        'A market in Qasr Delta (AFP)',
        ...WHEAT,
      ],
      'Wheat prices double',
      'deck|headline',
    ],
    [
      'at a headline over a byline',
      [...PIER, 'Wheat prices double in Qasr Delta', 'By Ilse Varga', ...WHEAT],
      'Wheat prices double',
      'byline',
    ],
    [
      'at a headline over a dateline',
      [...PIER, 'Wheat prices double', `QASR DELTA — ${WHEAT[0]}`, ...WHEAT.slice(1)],
      'Wheat prices double',
      'dateline',
    ],
    ['at a copy of the article above', [...PIER, WHEAT[0]!, ...PIER], PIER[0]!, 'repeats'],
    [
      'at a change of script',
      [
        ...PIER,
        'أعلنت إدارة معبر الوادي إغلاق المعبر أمام الشاحنات بعد سقوط قذيفتين قرب البوابة الشمالية، وقالت إن العمل يتوقف يومين.',
        'وقال متحدث باسم الإدارة إن القذيفتين لم تسفرا عن إصابات، ونفى أن يكون الحرس قد ردّ على مصدر النيران.',
      ],
      'أعلنت إدارة',
      'script',
    ],
    [
      'at a fresh lead',
      [
        ...PIER,
        'The cranes will be lifted from the basin by a salvage tug.',
        'A diver will look at the keel of the tug first.',
        ...WHEAT,
      ],
      WHEAT[0]!,
      'lead',
    ],
  ];
  it.each(cases)('%s', (_what, lines, first, why) => {
    const { cuts } = divide(...lines);
    expect(cuts).toHaveLength(2);
    expect(cuts[1]!.lines[0]!.text.startsWith(first)).toBe(true);
    expect(cuts[1]!.verdicts[0]!.reason).toMatch(new RegExp(why));
  });
  it('nowhere in one article with subheadlines', () => {
    const { cuts } = divide(
      ...PIER,
      'Who fired the guns?',
      'The eastern bank denied that its guns had fired at the pier of Port Almar.',
      'An empty basin',
      'Ships waited outside the basin of Port Almar until the cranes were lifted.',
    );
    expect(cuts).toHaveLength(1);
  });
});
