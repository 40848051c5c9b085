/** A kind is `((person · 5 + organisation) · 5 + place) · 2 + first name`, each of the three a step from 0 to 4. */
const STEPS = 5;
export const personStep = (kind: number): number => Math.floor(kind / (2 * STEPS * STEPS));
export const bodyStep = (kind: number): number => Math.floor(kind / (2 * STEPS)) % STEPS;
export const placeStep = (kind: number): number => Math.floor(kind / 2) % STEPS;

const leadingOf = (kind: number): number => {
  const steps = [personStep(kind), bodyStep(kind), placeStep(kind)];
  const top = Math.max(...steps);
  return top < 2 ? 0 : (1 + steps.indexOf(top)) * STEPS + top;
};
const LEADING = Uint8Array.from({ length: 2 * STEPS ** 3 }, (_, kind) => leadingOf(kind));

/** The kind that stands out, 0 when none does. */
export const leading = (kind: number): number => LEADING[kind]!;
