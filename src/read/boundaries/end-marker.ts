import type { Body, Evidence } from '../page.ts';

/** The line before closes an article in so many words. */
export function afterEndMarker({ lines }: Body, i: number): Evidence | null {
  if (!lines[i - 1]?.f.cues.has('end-marker') || lines[i]!.f.cues.has('end-marker')) return null;
  return { weight: 1, why: 'the line before closes an article' };
}
