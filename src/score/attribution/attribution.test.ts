import { describe, expect, it } from 'vitest';
import { scoreAttribution } from './index.ts';

const text = 'Mira Holt said the bridge was open. Officials denied that.';
const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
const holt = { source: [span('Mira Holt')], cue: [span('said')], content: [span('the bridge was open')] };
const gold = [{ id: 'a', text, attributions: [holt] }];

function f1(unit: string, ...attributions: object[]): number | undefined {
  return scoreAttribution(gold, [{ id: 'a', attributions }]).scores[unit]?.f1;
}

describe('scoreAttribution', () => {
  it('gives the gold itself the maximum', () => expect(f1('attribution|exact', holt)).toBe(1));

  it('does not count a comma or a space', () => {
    const wide = { ...holt, content: [[holt.content[0]?.[0], span('open.')[1]]] };
    expect(f1('attribution|exact', wide)).toBe(1);
  });

  it('counts half a content as partial, not as exact', () => {
    const half = { ...holt, content: [span('the bridge')] };
    expect(f1('attribution|partial', half)).toBe(1);
    expect(f1('attribution|exact', half)).toBe(0);
  });

  it('asks for all roles in the same pair', () => {
    const crossed = [
      { ...holt, content: [] },
      { source: [], cue: [], content: holt.content },
    ];
    expect(f1('content|exact', ...crossed)).toBe(1);
    expect(f1('attribution|partial', ...crossed)).toBe(0);
  });

  it('counts a document without prediction', () => {
    const result = scoreAttribution(gold, []);
    expect(result.docsWithoutPrediction).toBe(1);
    expect(result.scores['attribution|partial']).toMatchObject({ r: 0, gold: 1 });
  });

  it('ignores what lies in a discarded zone', () => {
    const withZone = [{ ...gold[0], id: 'a', text, discard: [[0, text.length] as const] }];
    const result = scoreAttribution(withZone, [{ id: 'a', attributions: [holt] }]);
    expect(result.scores['attribution|exact']?.pred).toBe(0);
  });
});
