import { expect, test } from 'vitest';
import { bestAction, LEFT, RIGHT, SHIFT, State } from './transitions.ts';

test('builds the tree its actions say, with outermost dependents', () => {
  const state = new State(10);
  state.start(4);
  // "The crew left Tarn"
  for (const action of [SHIFT, LEFT, SHIFT, LEFT, SHIFT, SHIFT, RIGHT] as const) state.take(action);
  expect(state.done).toBe(true);
  expect([...state.heads.subarray(0, 4)]).toEqual([1, 2, -1, 2]);
  expect([state.left1[2], state.right1[2], state.leftCount[2], state.rightCount[2]]).toEqual([1, 3, 1, 1]);
});

/** Numbers without order, the same each time. */
function* scores(): Generator<number[]> {
  let x = 7;
  const next = (): number => {
    x = (x * 48271) % 2147483647;
    return x;
  };
  for (;;) yield [next(), next(), next()];
}

test.each([1, 2, 3, 17, 200])('whatever the scores, %i words give one tree in two steps a word', (size) => {
  const state = new State(200);
  const from = scores();
  for (let round = 0; round < 20; round++) {
    state.start(size);
    let steps = 0;
    for (; !state.done; steps++) state.take(bestAction(state, from.next().value as number[]));
    expect(steps).toBe(2 * size - 1);
    const heads = [...state.heads.subarray(0, size)];
    expect(heads.filter((h) => h === -1)).toHaveLength(1);
    expect(heads.every((_, w) => reachesRoot(heads, w))).toBe(true);
  }
});

function reachesRoot(heads: readonly number[], word: number): boolean {
  let w = word;
  for (let i = 0; i <= heads.length; i++) {
    if (w === -1) return true;
    w = heads[w] ?? -1;
  }
  return false;
}

test('a used state starts afresh', () => {
  const state = new State(5);
  state.start(2);
  for (const action of [SHIFT, SHIFT, RIGHT] as const) state.take(action);
  state.start(2);
  expect([state.under(0), state.ahead(0), state.ahead(2), state.heads[1], state.rightCount[0]]).toEqual([
    -1, 0, -1, -1, 0,
  ]);
});
