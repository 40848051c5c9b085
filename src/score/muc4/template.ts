import { harmonic } from '../core/figures.ts';

export const SLOTS = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const;
export type Slot = (typeof SLOTS)[number];

/** A filler, or its coreferent or alternative strings. */
export type Entity = string | readonly string[];

export type Fillers = { readonly [S in Slot]?: readonly Entity[] };

export interface Template extends Fillers {
  readonly incident_type?: string | readonly string[];
  readonly optional?: boolean;
  readonly optional_fillers?: { readonly [S in Slot]?: readonly number[] };
  readonly VictimNames?: readonly Entity[];
}

export interface MucGold {
  readonly docid: string;
  readonly templates?: readonly Template[];
  readonly gtt_templates?: readonly Template[];
  readonly grit_extracts?: Fillers;
}

export interface MucPrediction {
  readonly docid: string;
  readonly templates?: readonly Template[];
}

export interface MucOptions {
  /** `names`: only victims who are named, as newer systems do; `all`: described ones too. */
  readonly victim?: 'all' | 'names';
  /** `free`: an optional filler costs nothing when missed (the MUC rule). */
  readonly optional?: 'free' | 'required';
  readonly goldField?: 'templates' | 'gtt_templates';
  /** Whether identical predicted templates count once. */
  readonly dedupe?: boolean;
}

export type Predictions = ReadonlyMap<string, MucPrediction>;

/** Numerators and denominators of precision and recall. */
export type Sums = [pn: number, pd: number, rn: number, rd: number];

export interface MucFigure {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly pn: number;
  readonly pd: number;
  readonly rn: number;
  readonly rd: number;
}

export function mucFigure([pn, pd, rn, rd]: Sums): MucFigure {
  const p = pd ? pn / pd : 0;
  const r = rd ? rn / rd : 0;
  return { p, r, f1: harmonic(p, r), pn, pd, rn, rd };
}

/** Adds `more` to the sums of `key`. */
export function addSums<K>(sums: Map<K, Sums>, key: K, more: Sums): void {
  const [pn, pd, rn, rd] = sums.get(key) ?? [0, 0, 0, 0];
  sums.set(key, [pn + more[0], pd + more[1], rn + more[2], rd + more[3]]);
}

/** Figures of each key, and over all of them. */
export function figures<K extends string>(keys: readonly K[], sums: ReadonlyMap<K, Sums>) {
  const of = (key: K) => sums.get(key) ?? ([0, 0, 0, 0] as Sums);
  const each = Object.fromEntries(keys.map((key) => [key, mucFigure(of(key))])) as Record<K, MucFigure>;
  const total = (i: 0 | 1 | 2 | 3) => keys.reduce((sum, key) => sum + of(key)[i], 0);
  return { ...each, micro: mucFigure([total(0), total(1), total(2), total(3)]) };
}

/** The strings of an entity that are not blank. */
export function strings(entity: Entity): string[] {
  return (Array.isArray(entity) ? entity : [entity]).map(String).filter((text) => text.trim());
}

/** Whether the first list holds nothing but members of the second. */
export function isSubset(some: readonly string[], all: readonly string[]): boolean {
  return some.every((member) => all.includes(member));
}
