import { describe, expect, test } from 'vitest';
import { ActsFile, loadActs } from './acts.ts';

const act = {
  act: 'x',
  label: 'x',
  family: 'attack',
  plover: 'ASSAULT',
  mode: 'drone',
  acled: 'Battles',
  sub: 'Armed clash',
  cameo: '19',
};
const acts = loadActs({
  json: { 'shared/acts': { acts: [act, { ...act, act: 'convoy', label: 'convoy', movement: true }] } },
  buffers: {},
});

describe('the schema of acts', () => {
  test.each([
    ['a known act', {}, true],
    ['no codes at all', { plover: null, mode: null, acled: null, sub: null, cameo: null }, true],
    ['an unknown PLOVER type', { plover: 'FIGHT' }, false],
    ['a mode of another type', { mode: 'visit' }, false],
    ['an unknown ACLED type', { acled: 'Skirmishes' }, false],
    ['a sub-event of another type', { sub: 'Arrests' }, false],
    ['a CAMEO root that does not exist', { cameo: '21' }, false],
  ])('%s', (_name, change, fits) => {
    expect(ActsFile.safeParse({ acts: [{ ...act, ...change }] }).success).toBe(fits);
  });

  test('an act stands once', () => {
    expect(ActsFile.safeParse({ acts: [act, act] }).success).toBe(false);
  });
});

test('movements of forces are marked', () => {
  expect([acts.isMovement('convoy'), acts.isMovement('x'), acts.isMovement('unheard-of')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('an unknown act is its own label, and cannot be had', () => {
  expect(acts.label('unheard-of')).toBe('unheard-of');
  expect(() => acts.get('unheard-of')).toThrow('unheard-of');
});
