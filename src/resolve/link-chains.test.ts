import { describe, expect, it } from 'vitest';
import type { Chain, EventDraft, Place } from '../doc/index.ts';
import { withRetold } from './link-chains.ts';

const draft = (start: number, act = 'drill') =>
  ({ act, trigger: [{ start, end: start + 5 }] }) as unknown as EventDraft;
const link = (start: number, form: 'event' | 'nominal' = 'event') => ({
  start,
  end: start + 5,
  form,
  mention: null,
  by: 'test',
});
const chain = (...links: ReturnType<typeof link>[]): Chain => ({ name: null, links });
const place = (ucdpPrecision: number) => ({ ucdpPrecision }) as Place;

describe('withRetold', () => {
  const drafts = [draft(0), draft(40)];

  it('gives the second telling the time and the place of the first', () => {
    const links = [
      { place: 0, time: 3 },
      { place: null, time: null },
    ];
    const told = withRetold(links, { drafts, chains: [chain(link(0), link(40))], places: [place(1)] });
    expect(told[1]).toEqual({ place: 0, time: 3 });
  });

  it('keeps what the second telling says itself', () => {
    const links = [
      { place: 0, time: 3 },
      { place: 1, time: 4 },
    ];
    const chains = [chain(link(0), link(40))];
    expect(withRetold(links, { drafts, chains, places: [place(1), place(1)] })[1]).toEqual({
      place: 1,
      time: 4,
    });
  });

  it.each([
    ['another act', [draft(0), draft(40, 'air-strike')], [chain(link(0), link(40))]],
    ['another chain', drafts, [chain(link(0), link(90)), chain(link(40), link(95))]],
    ['a link that names no event', drafts, [chain(link(0, 'nominal'), link(40, 'nominal'))]],
  ])('gives nothing to %s', (_, two, chains) => {
    const links = [
      { place: 0, time: 3 },
      { place: null, time: null },
    ];
    expect(withRetold(links, { drafts: two, chains, places: [place(1)] })[1]).toEqual({
      place: null,
      time: null,
    });
  });
});
