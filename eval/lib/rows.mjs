/**
 * One line of the table. `goal` is the least that the measure has to reach, `aim` what it should, `published` what others
 * or a trivial system reach. A row without `from` is not measured yet.
 * @typedef {{ figure: number, n: number } | null} Picked
 * @typedef {{ id: string, task: string, measure: string, set: string, goal: string, aim: string, published: string, from?: string, pick?: (result: any) => Picked, lower?: boolean }} Row
 */

/** @returns {Row} */
export function row(task, set, measure, goal = '', aim = '', published = '', measured = {}) {
  return { id: `${task} · ${set} · ${measure}`, task, set, measure, goal, aim, published, ...measured };
}

/** A share of a result by its path: figure and n in one. */
export const share = (path) => (result) => {
  const part = at(result, path);
  return part && part.share !== null ? { figure: part.share, n: part.n } : null;
};

/** A number by its path, with the n that stands at another. */
export const number = (path, nPath) => (result) => {
  const figure = at(result, path);
  return typeof figure === 'number' ? { figure, n: at(result, nPath) ?? 0 } : null;
};

function at(object, path) {
  return path.split('/').reduce((part, key) => part?.[key], object);
}
