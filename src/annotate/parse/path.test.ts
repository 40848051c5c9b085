import { describe, expect, it } from 'vitest';
import { narrowest, Path } from './path.ts';
import { LEFT, RIGHT, SHIFT } from './transitions.ts';

/** Three steps, of which the second was the narrowest. */
function walked(): Path {
  const path = new Path();
  path.add(SHIFT, -1, 0, 0);
  path.add(LEFT, SHIFT, 40, 600);
  path.add(RIGHT, LEFT, 90, 300);
  return path;
}

describe('a path', () => {
  it('adds its losses up', () => {
    expect(walked().loss).toBe(900);
  });

  it('names its narrowest step below a bound, never one without a choice', () => {
    expect(narrowest(walked(), 100)).toBe(1);
    expect(narrowest(walked(), 40)).toBe(-1);
  });

  it('branches with what was lost before, and repeats a step with what it lost', () => {
    const path = new Path();
    path.branch(walked(), 1, 700);
    expect([path.length, path.loss]).toEqual([2, 700]);
    path.repeat(walked());
    expect([path.length, path.loss, path.actions[2]]).toEqual([3, 1000, RIGHT]);
  });
});
