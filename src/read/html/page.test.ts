import { describe, expect, it } from 'vitest';
import { readLexiconSource } from '../../lexicon/index.ts';
import { decode } from '../charset/decode.ts';
import { pageWords } from '../words.ts';
import { htmlPage } from './page.ts';

const words = pageWords({ source: readLexiconSource() });
const TEXT =
  '<p>The ferry below Marl runs again after the army lifted its ban, the harbour master said on Tuesday.</p>' +
  '<p>The harbour master said that sappers had searched both banks and had found four mines.</p>';

function hints(body: string, title = 'Ferry runs again below Marl') {
  const html = `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
  const { lines } = htmlPage(decode(Buffer.from(html), true), words);
  return Object.fromEntries(lines.map(({ text, hint }) => [text, hint]));
}

describe('what markup and place say of a block', () => {
  const H1 = '<h1>Ferry runs again below Marl</h1>';
  const cases: readonly [what: string, body: string, text: string, hint: string][] = [
    [
      'a byline without a class',
      `${H1}<p>By Ada Brandt, 4 May 2021</p><div>${TEXT}</div>`,
      'By Ada Brandt, 4 May 2021',
      'byline',
    ],
    ['a date without a class', `${H1}<p>Put up March 9</p><div>${TEXT}</div>`, 'Put up March 9', 'date'],
    [
      'a caption over the text',
      `${H1}<figure><figcaption>The landing in 2010</figcaption></figure><div>${TEXT}</div>`,
      'The landing in 2010',
      'caption',
    ],
    [
      'a short last paragraph',
      `${H1}<div>${TEXT}<p>No one was hurt.</p></div>`,
      'No one was hurt.',
      'content',
    ],
    ['a short last label', `${H1}<div>${TEXT}<p>Print page</p></div>`, 'Print page', 'chrome'],
    [
      'a lead outside the text box',
      `${H1}<div class="summary">A ferry that had lain idle for eleven days crosses the river once more, traders in Marl say.</div><div>${TEXT}${TEXT}${TEXT}</div>`,
      'A ferry that had lain idle for eleven days crosses the river once more, traders in Marl say.',
      'content',
    ],
    [
      'text above a headline that the title repeats',
      `<div><p>Rain is expected on the lower river until the end of the week, the office said.</p>${H1}${TEXT}${TEXT}</div>`,
      'Rain is expected on the lower river until the end of the week, the office said.',
      'chrome',
    ],
    [
      'markup shown as text',
      `${H1}<div>${TEXT}<p>&lt;img src="http://a.example/pixel?one=two" width="1" height="1"&gt;</p>${TEXT}</div>`,
      '<img src="http://a.example/pixel?one=two" width="1" height="1">',
      'chrome',
    ],
    [
      'a quotation in a box called social',
      `${H1}<div>${TEXT}<div class="social"><blockquote><p>Boats may cross from six in the morning.</p></blockquote></div>${TEXT}</div>`,
      'Boats may cross from six in the morning.',
      'content',
    ],
  ];
  it.each(cases)('%s', (_what, body, text, hint) => {
    expect(hints(body)[text]).toBe(hint);
  });
});
