const WIDTH = 34;

/** A result object as lines: precision, recall and F1, or a share of n, on one line each; nested parts indented. */
export function printFigures(figures: object, indent = ''): string[] {
  return Object.entries(figures).flatMap(([key, value]: [string, unknown]) => {
    const head = `${indent}${key}`.padEnd(WIDTH);
    if (value === null || value === undefined) return [`${head} -`];
    if (Array.isArray(value)) return value.length > 0 ? [`${head} ${value.length} listed (see --json)`] : [];
    if (typeof value !== 'object') return [`${head} ${typeof value === 'number' ? round(value) : value}`];
    if ('f1' in value) return [`${head} ${prf(value as Prf)}`];
    if ('share' in value && 'n' in value) return [`${head} ${share(value as Share)}`];
    return [`${indent}${key}`, ...printFigures(value, `${indent}  `)];
  });
}

interface Prf {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

interface Share {
  readonly share: number | null;
  readonly k: number;
  readonly n: number;
}

function prf({ p, r, f1 }: Prf): string {
  return `P ${percent(p)}  R ${percent(r)}  F1 ${percent(f1)}`;
}

function share({ share: part, k, n }: Share): string {
  return part === null ? '-' : `${percent(part)} %   ${k} of ${n}`;
}

function percent(x: number): string {
  return (100 * x).toFixed(1).padStart(5);
}

function round(x: number): string {
  return String(Math.round(x * 1e4) / 1e4);
}
