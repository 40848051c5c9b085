import { describe, expect, it } from 'vitest';
import { checkDataFile } from './compile.ts';
import { orderFault } from './order.ts';

describe('orderFault', () => {
  it.each([
    ['words in order', { a: ['b', 'c'] }, ['a'], null],
    ['words out of order', { a: ['c', 'b'] }, ['a'], ['a', 1]],
    ['a word twice', { a: ['b', 'b'] }, ['a'], ['a', 1]],
    ['a word twice in a list no rule names', { a: ['c', 'b', 'c'] }, [], ['a', 2]],
    ['words in any order in a list no rule names', { a: ['c', 'b'] }, [], null],
    ['numbers as numbers', { a: [{ id: 9 }, { id: 10 }] }, ['a.id'], null],
    ['entries out of order', { a: [{ id: 'y' }, { id: 'x' }] }, ['a.id'], ['a', 1]],
    ['equal entries', { a: [{ id: 'x' }, { id: 'x' }] }, ['a.id'], ['a', 1]],
    ['equal entries that may be', { a: [{ id: 'x' }, { id: 'x' }] }, ['a.id*'], null],
    [
      'one field, then another',
      {
        a: [
          { c: 'A', n: '2' },
          { c: 'B', n: '1' },
        ],
      },
      ['a.c.n'],
      null,
    ],
    [
      'the other field',
      {
        a: [
          { c: 'A', n: '2' },
          { c: 'A', n: '1' },
        ],
      },
      ['a.c.n'],
      ['a', 1],
    ],
    [
      'rows',
      {
        a: [
          ['A', '1'],
          ['A', '0'],
        ],
      },
      ['a'],
      ['a', 1],
    ],
    ['a list the file lacks', {}, ['a'], null],
  ])('%s', (_, file, rules, path) => expect(orderFault(file, rules)?.path ?? null).toEqual(path));
});

describe('checkDataFile', () => {
  it('names file and line of an entry out of order', () => {
    const text =
      'what: x\nsource: x\nlicence: x\ndate: "2026-01-01"\nhedges:\n  - {form: perhaps, distance: true}\n  - {form: maybe, distance: true}\n';
    expect(() => checkDataFile('data/en/hedges.yaml', text)).toThrow(
      /hedges\.yaml:7: hedges\.1: "maybe" does not come after "perhaps"/,
    );
  });
});
