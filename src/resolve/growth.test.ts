import { describe, expect, it } from 'vitest';
import type { EventDraft, Place, Sentence } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { linkDrafts } from './link.ts';

const lexicon = loadLexicon();
const UNIT = 'raids on Halwan and ';

/** How often the places are looked at when a sentence without a stop tells `n` raids. */
function looks(n: number): number {
  const text = UNIT.repeat(n);
  let count = 0;
  const places = Array.from({ length: n }, (_, i) =>
    place(i * UNIT.length + UNIT.indexOf('Halwan'), () => count++),
  );
  const drafts = Array.from({ length: n }, (_, i) => draft(i * UNIT.length));
  const sentences: Sentence[] = [{ start: 0, end: text.length, block: 0 }];
  const patterns = lexicon.events.get('en')!;
  const { anaphors } = lexicon.places('en');
  linkDrafts(
    { text, sentences, attributions: [], drafts, places, times: [], anaphors },
    lexicon.acts,
    patterns,
  );
  return count;
}

function place(start: number, seen: () => void): Place {
  const own = { start, end: start + 6, text: 'Halwan', name: 'Halwan', role: 'mentioned', ucdpPrecision: 1 };
  const get = (target: object, key: string | symbol): unknown => {
    if (key === 'role') seen();
    return Reflect.get(target, key);
  };
  return new Proxy(own, { get }) as unknown as Place;
}

function draft(start: number): EventDraft {
  const trigger = [{ start, end: start + 5 }];
  return { act: 'air-strike', sentence: 0, trigger, actor: [], attribution: null } as unknown as EventDraft;
}

describe('cost grows with the text, not with its square', () => {
  it('of a sentence without a stop that tells one event after another', () => {
    expect(looks(2_000) / looks(500)).toBeLessThan(6);
  });
});
