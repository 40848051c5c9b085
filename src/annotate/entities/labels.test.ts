import { describe, expect, it } from 'vitest';
import { LABELS, labelOf, labelsOf, mayBegin, mayEnd, mayFollow, type NameSpan, namesOf } from './labels.ts';

describe('labels', () => {
  it.each<[string, NameSpan[]]>([
    ['none', []],
    ['one word', [{ first: 1, last: 2, type: 'PER' }]],
    [
      'two names side by side',
      [
        { first: 0, last: 2, type: 'ORG' },
        { first: 2, last: 5, type: 'ORG' },
      ],
    ],
    ['the whole sentence', [{ first: 0, last: 6, type: 'LOC' }]],
  ])('go to names and back: %s', (_, names) => {
    expect(namesOf(labelsOf(names, 6))).toEqual(names);
  });

  it('follow one another only as names allow', () => {
    for (let before = 0; before < LABELS; before++)
      for (let label = 0; label < LABELS; label++) {
        if (!mayFollow(before, label)) continue;
        expect(mayEnd(before)).toBe(mayBegin(label));
      }
    const [first, inner, last, only] = [0, 1, 2, 3].map((position) => labelOf(1, position)) as [
      number,
      number,
      number,
      number,
    ];
    expect([mayFollow(first, last), mayFollow(inner, inner), mayFollow(last, only)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([mayFollow(first, first), mayFollow(only, last), mayFollow(first, labelOf(2, 2))]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
