/** A day, month or year whose parts may be unknown (EDTF level 1: `XXXX-06-08`, `2022-06`, `2022`). */
const PLAIN = /^[\dX]{4}(-[\dX]{2}){0,2}$/;

/**
 * An EDTF string (ISO 8601-2) for a TIMEX3 value and the days it can mean, or `null` when neither tells a date.
 * Times of day are cut off; weeks, seasons and quarters become intervals; `PAST_REF` and its like give `null` unless
 * the days are known.
 */
export function edtfFromTimex(
  value: string | null,
  earliest: string | null,
  latest: string | null,
): string | null {
  const day = value?.replace(/T.*$/, '') ?? '';
  if (PLAIN.test(day) && /\d/.test(day)) return day;
  if (/^[\dX-]+\/[\dX-]+$/.test(day)) return day;
  if (earliest === null || latest === null) return null;
  return earliest === latest ? earliest : `${earliest}/${latest}`;
}
