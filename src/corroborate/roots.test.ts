import { describe, expect, it } from 'vitest';
import type { Claim, Incident } from '../doc/index.ts';
import type { CorroborateInput } from './index.ts';
import { claim, DAY, HALWAN, quote, report, run, speaker } from './testing.ts';

describe('voices', () => {
  const at = { place: HALWAN, day: DAY };
  function counts(roots: readonly Claim[], more: Partial<CorroborateInput> = {}): Incident {
    const reports = roots.map((c, i) => report(c.article, i * 50, { ...at, claim: c.id }));
    const [incident] = run(reports, { claims: roots, ...more });
    return incident!;
  }
  const official = (
    a: string,
    id: string,
    actor: string,
    kind: 'official' | 'military' | 'media' = 'official',
  ): Claim => claim(a, id, speaker(actor, { actor, kind, named: true }));

  it('counts a spokesman as the body', () => {
    const { rootCount, roots } = counts([
      official('d-1#a1', 'c-1', 'person/dmitry-peskov'),
      official('d-2#a1', 'c-2', 'gov/ru-kremlin'),
    ]);
    expect(rootCount).toEqual({ strict: 1, standard: 1, broad: 1 });
    expect(roots.map((r) => r.actor)).toEqual(['state/ru']);
  });

  it('counts a command with its forces under the standard rule only', () => {
    const { rootCount } = counts([
      official('d-1#a1', 'c-1', 'mil/us-centcom'),
      official('d-2#a1', 'c-2', 'coalition/cjtf-oir'),
    ]);
    expect(rootCount).toEqual({ strict: 2, standard: 1, broad: 1 });
  });

  it('counts a state agency with its state under the broad rule only', () => {
    const { rootCount } = counts([
      official('d-1#a1', 'c-1', 'media/sana', 'media'),
      official('d-2#a1', 'c-2', 'state/sy'),
    ]);
    expect(rootCount).toEqual({ strict: 2, standard: 2, broad: 1 });
  });

  it('keeps the unnamed sources of two outlets apart', () => {
    const local = (a: string, id: string): Claim =>
      claim(a, id, speaker('local sources', { kind: 'witness' }));
    expect(counts([local('d-1#a1', 'c-1'), local('d-2#a1', 'c-2')]).rootCount.standard).toBe(2);
    expect(counts([local('d-1#a1', 'c-1'), local('d-1#a1', 'c-2')]).rootCount.standard).toBe(1);
  });

  it('keeps an unnamed official apart from the government', () => {
    const unnamed = claim('d-1#a1', 'c-1', speaker('two US officials', { actor: 'state/us', named: true }));
    const { rootCount, roots } = counts([unnamed, official('d-2#a1', 'c-2', 'state/us')]);
    expect(rootCount).toEqual({ strict: 2, standard: 2, broad: 1 });
    expect(roots.at(-1)).toMatchObject({ name: 'two US officials', actor: null });
  });

  it('counts one unnamed source once where two articles share its words', () => {
    const source = (a: string, id: string, text: string): Claim =>
      claim(a, id, speaker(text), { content: quote(a.split('#')[0]!, 10, 'the depot was hit twice') });
    const [x, y] = [source('d-1#a1', 'c-1', 'a local source'), source('d-2#a1', 'c-2', 'the source')];
    const passage = {
      a: x.content,
      b: y.content,
      articles: ['d-1#a1', 'd-2#a1'] as const,
      kind: 'verbatim' as const,
      ratio: 1,
    };
    expect(counts([x, y]).rootCount.standard).toBe(2);
    expect(counts([x, y], { passages: [passage] }).rootCount).toEqual({ strict: 2, standard: 1, broad: 1 });
  });

  it('counts copies once', () => {
    const articles = ['d-1#a1', 'd-2#a1'];
    const families = [{ id: 'f-1', articles, passages: [] }];
    const [incident] = run(
      articles.map((a) => report(a, 0, at)),
      { families },
    );
    expect(incident?.rootCount).toEqual({ strict: 1, standard: 1, broad: 1 });
    expect(incident?.rootJoins[0]?.why).toBe('one article is a copy of the other');
  });

  it('does not count an outlet beside the sources that its article names', () => {
    const c = official('d-1#a1', 'c-1', 'media/sana', 'media');
    const reports = [report('d-1#a1', 0, at), report('d-1#a1', 50, { ...at, claim: 'c-1' })];
    const [incident] = run(reports, { claims: [c] });
    expect(incident?.rootCount).toEqual({ strict: 2, standard: 1, broad: 1 });
    expect(incident?.roots).toHaveLength(2);
  });

  it('shows a private person by role, and a body by its name', () => {
    const witness = claim('d-1#a1', 'c-1', speaker('Samir Qandil', { kind: 'witness', named: true }));
    const { roots } = counts([witness, official('d-2#a1', 'c-2', 'monitor/sohr')]);
    expect(roots.map((r) => r.name)).toEqual(['Syrian Observatory for Human Rights', 'a witness']);
  });
});
