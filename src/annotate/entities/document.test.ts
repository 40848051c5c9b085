import { describe, expect, it } from 'vitest';
import { formsOf } from '../forms.ts';
import { memoryOf, usageOf } from './document.ts';

const forms = formsOf(null);
const read = (...sentences: string[]) => sentences.map((s) => s.split(' ').map(forms));

describe('usageOf', () => {
  it('counts capitals inside sentences and small letters, three steps of each', () => {
    const usage = usageOf(read('The Mill burnt', 'a mill and the mill', 'one more mill', 'Mill owners'));
    expect(usage[0]![1]).toBe(1 * 3 + 2);
    // "The" opens its sentence: no proof; "the" is small once.
    expect(usage[0]![0]).toBe(1);
  });
});

describe('memoryOf', () => {
  const document = read('Jo Tallis left', 'Tallis came', 'Tallis spoke', 'nobody else');
  const names = [
    [{ first: 0, last: 2, type: 'PER' as const }],
    [{ first: 0, last: 1, type: 'ORG' as const }],
    [],
    [],
  ];
  const memory = memoryOf(document, names);

  it('tells a word what its form was elsewhere', () => {
    expect(memory[2]![0]).toBeGreaterThan(0);
    expect(memory[3]).toEqual(new Uint8Array(2));
  });
  it('does not tell a name of itself', () => {
    // Left to the other name alone, each sees the other's type.
    expect(memory[0]![1]).not.toBe(memory[1]![0]);
    expect(memory[0]![0]).toBe(0);
  });
});
