import { describe, expect, it } from 'vitest';
import { asFloor, digestFaults, isBelow, updated } from './floors.mjs';

const digest = { gold: 'a'.repeat(64), inputs: 'b'.repeat(64) };
const file = { about: '', sets: { s: digest }, floors: { r: { floor: 0.5, n: 10 } }, lowered: [] };
const row = (figure, more = {}) => ({ id: 'r', figure, n: 10, ...more });

describe('updated', () => {
  it('raises a floor freely', () => {
    expect(updated(file, [row(0.6)], { s: digest }, undefined, '2026-01-01').file.floors.r.floor).toBe(0.6);
  });

  it('refuses to lower one without a reason', () => {
    const { file: next, refused } = updated(file, [row(0.4)], { s: digest }, undefined, '2026-01-01');
    expect(next.floors.r.floor).toBe(0.5);
    expect(refused).toHaveLength(1);
  });

  it('keeps the reason for lowering', () => {
    const { file: next } = updated(file, [row(0.4)], { s: digest }, 'a rule was wrong', '2026-01-01');
    expect(next.floors.r.floor).toBe(0.4);
    expect(next.lowered).toEqual([
      { row: 'r', from: 0.5, to: 0.4, reason: 'a rule was wrong', on: '2026-01-01' },
    ]);
  });

  it('takes a higher figure for lower where less is better', () => {
    expect(updated(file, [row(0.6, { lower: true })], { s: digest }, undefined, '').refused).toHaveLength(1);
  });

  it('takes a changed digest only with a reason', () => {
    const changed = { s: { ...digest, gold: 'c'.repeat(64) } };
    expect(updated(file, [], changed, undefined, '').refused).toHaveLength(1);
    expect(updated(file, [], changed, 'gold corrected', '').file.sets.s).toEqual(changed.s);
  });
});

describe('digestFaults', () => {
  it('says which part changed', () => {
    expect(digestFaults('s', { ...digest, inputs: 'c'.repeat(64) }, digest)).toEqual([
      expect.stringContaining('inputs changed'),
    ]);
    expect(digestFaults('s', digest, digest)).toEqual([]);
  });
});

describe('asFloor', () => {
  it('rounds to the worse side, so that the same run passes', () => {
    expect(asFloor(0.123456, false)).toBe(0.1234);
    expect(asFloor(0.123456, true)).toBe(0.1235);
    expect(isBelow(0.123456, asFloor(0.123456, false), false)).toBe(false);
    expect(isBelow(0.123456, asFloor(0.123456, true), true)).toBe(false);
  });
});
