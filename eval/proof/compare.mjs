/** Rounding of a last bit is no difference; any printed digit is. */
const TOLERANCE = 1e-9;

/**
 * Where two results differ, as "path: theirs ≠ ours". Keys that hold `undefined` count as absent; lists of misses are
 * compared by what they name, not by the order of their fields.
 * @param {unknown} theirs @param {unknown} ours @returns {string[]}
 */
export function differences(theirs, ours, path = '') {
  if (typeof theirs === 'number' && typeof ours === 'number')
    return sameNumber(theirs, ours) ? [] : [line(path, theirs, ours)];
  if (!isObject(theirs) || !isObject(ours)) return theirs === ours ? [] : [line(path, theirs, ours)];
  const keys = new Set([...definedKeys(theirs), ...definedKeys(ours)]);
  return [...keys].flatMap((key) => differences(theirs[key], ours[key], path ? `${path}.${key}` : key));
}

const isObject = (value) => value !== null && typeof value === 'object';
const definedKeys = (object) => Object.keys(object).filter((key) => object[key] !== undefined);
const line = (path, theirs, ours) => `${path}: ${JSON.stringify(theirs)} ≠ ${JSON.stringify(ours)}`;

function sameNumber(a, b) {
  return Object.is(a, b) || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}
