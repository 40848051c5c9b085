import { describe, expect, it } from 'vitest';
import type { Line } from '../lines/line.ts';
import { outletOf } from './outlet.ts';
import type { Meta } from './tree.ts';

function outlet(
  title: string,
  lines: readonly (readonly [Line['hint'], string])[],
  data = '',
): string | null {
  const meta: Meta = { title, fields: new Map(), linkedData: [data], times: new Map() };
  let at = 0;
  const laid = lines.map(([hint, text]) => {
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length, text, hint, element: null };
  });
  return outletOf(meta, null, laid)?.name ?? null;
}

describe('the outlet of a page', () => {
  const headline = ['headline', 'Ferry runs again'] as const;
  const cases: readonly [string, string, readonly (readonly [Line['hint'], string])[], string | null][] = [
    [
      'last in the title and in the banner',
      'Ferry runs again – The Marl Herald',
      [['chrome', 'The Marl Herald'], headline],
      'The Marl Herald',
    ],
    [
      'first in the title, banner in capitals',
      'Coast Ledger :: Ferry back',
      [['chrome', 'COAST LEDGER what the tide brings'], headline],
      'Coast Ledger',
    ],
    ['in Arabic', 'عودة العبارات - صدى الساحل', [['chrome', 'صدى الساحل'], headline], 'صدى الساحل'],
    [
      'in the copyright line and the banner',
      'Ferry runs again',
      [
        ['chrome', 'The Marl Herald'],
        headline,
        ['chrome', '© 2019-2026 The Marl Herald. All rights reserved.'],
      ],
      'The Marl Herald',
    ],
    [
      'in the copyright line alone',
      'Ferry runs again',
      [headline, ['chrome', '© 2026 Plainleaf Themes']],
      null,
    ],
    ['in the title alone', 'Ferry runs again | River', [headline], null],
    [
      'in the text alone',
      'Ferry runs again | River',
      [headline, ['content', 'The River Board spoke.']],
      null,
    ],
  ];
  it.each(cases)('%s', (_what, title, lines, name) => {
    expect(outlet(title, lines)).toBe(name);
  });
  it('is the publisher of the JSON-LD', () => {
    const data = '{"publisher": {"@type": "Organization", "name": "Coast Ledger"}}';
    expect(outlet('Ferry runs again', [headline], data)).toBe('Coast Ledger');
  });
});
