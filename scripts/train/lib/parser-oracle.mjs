/** The dynamic oracle of arc-hybrid (Goldberg and Nivre 2013), for a system without an artificial root. */
import { ACTIONS, LEFT, RIGHT, SHIFT } from '../../../dist/annotate/parse/transitions.js';

/**
 * Fills `costs` with the number of gold arcs that can no longer be made after each action; a forbidden action costs
 * `Infinity`. Returns the least.
 * @param {import('../../../dist/annotate/parse/transitions.js').State} state
 * @param {ArrayLike<number>} gold head of each word, −1 for the root
 */
export function costsOf(state, gold, costs) {
  const s0 = state.under(0);
  const s1 = state.under(1);
  const b0 = state.ahead(0);
  const lost = s0 < 0 ? 0 : (gold[s0] < 0 ? 1 : 0) + waiting(state, gold, s0);
  const toStack = s1 >= 0 && gold[s0] === s1 ? 1 : 0;
  costs[SHIFT] = b0 < 0 ? Infinity : shiftCost(state, gold, b0);
  costs[LEFT] = s0 < 0 || b0 < 0 ? Infinity : lost + toStack + (gold[s0] > b0 ? 1 : 0);
  costs[RIGHT] = s1 < 0 ? Infinity : lost + (b0 >= 0 && gold[s0] >= b0 ? 1 : 0);
  return Math.min(costs[SHIFT], costs[LEFT], costs[RIGHT]);
}

/** The action of least cost that scores best. */
export function rightAction(scores, costs, least) {
  let best = -1;
  for (let a = 0; a < ACTIONS; a++)
    if (costs[a] === least && (best < 0 || scores[a] > scores[best])) best = a;
  return best;
}

/** Gold dependents of a word that are still in the buffer. */
function waiting(state, gold, word) {
  let n = 0;
  for (let d = state.next; d < state.size; d++) if (gold[d] === word) n++;
  return n;
}

/** What a shift loses: arcs between the next word and the stack, but for its head on top; being the root. */
function shiftCost(state, gold, b0) {
  const head = gold[b0];
  let cost = head < 0 && state.depth > 0 ? 1 : 0;
  for (let k = 0; k < state.depth; k++) {
    const word = state.under(k);
    if (gold[word] === b0) cost++;
    if (k > 0 && word === head) cost++;
  }
  return cost;
}
