import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

/** Invented sentences, one a language, as they stand in a page of news. */
const TEXTS = {
  ar: 'قال رئيس البلدية إن الجسر فتح يوم الثلاثاء بعد أن أصيب ثلاثة أشخاص في القصف على المدينة.',
  'ar, a headline': 'انفجار قرب السوق في مدينة النور',
  ru: 'Мэр города сообщил, что мост открыли во вторник после обстрела. Трое жителей получили ранения.',
  'ru, a headline': 'Взрыв у рынка в городе Светлом',
  uk: 'Міський голова повідомив, що міст відкрили у вівторок після обстрілу.',
  he: 'ראש העיר אמר כי הגשר נפתח ביום שלישי לאחר ההפגזה.',
  tr: 'Belediye başkanı köprünün salı günü açıldığını söyledi. Üç kişi yaralandı.',
  fr: 'Le maire a déclaré que le pont était rouvert mardi après l’attaque.',
  pl: 'Burmistrz powiedział, że most został otwarty we wtorek. Trzech mieszkańców zostało rannych.',
  zh: '市长说，大桥在星期二的袭击之后重新开放。三名居民受伤，医院说。',
} as const;
const IN: readonly (readonly [language: keyof typeof TEXTS, charset: string])[] = [
  ['ar', 'windows-1256'],
  ['ar', 'iso-8859-6'],
  ['ar, a headline', 'windows-1256'],
  ['ru', 'windows-1251'],
  ['ru', 'koi8-r'],
  ['ru', 'iso-8859-5'],
  ['ru', 'cp866'],
  ['ru, a headline', 'windows-1251'],
  ['ru, a headline', 'koi8-r'],
  ['uk', 'windows-1251'],
  ['he', 'windows-1255'],
  ['tr', 'windows-1254'],
  ['fr', 'windows-1252'],
  ['pl', 'windows-1250'],
  ['pl', 'iso-8859-2'],
  ['zh', 'gb18030'],
];
const page = (text: string, head = '') => `<html><head>${head}</head><body><p>${text}</p></body></html>`;
const meta = (charset: string) => `<meta charset="${charset}">`;
const read = (body: Uint8Array, html = true, stated: string | null = null) =>
  decode(body, html, stated).source;

describe.each(IN)('%s in %s is read', (language, charset) => {
  const text = TEXTS[language];
  const bytes = (source: string) => iconv.encode(source, charset);
  const heads: readonly [what: string, head: string][] = [
    ['declared', meta(charset)],
    ['declared the old way', `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`],
    ['declared late', `<script>${' '.repeat(3000)}</script>${meta(charset)}`],
    ['undeclared', ''],
    ['declared as UTF-8', meta('utf-8')],
  ];
  it.each(heads)('%s', (_what, head) => {
    expect(read(bytes(page(text, head)))).toBe(page(text, head));
  });
  it('as bare text', () => {
    expect(read(bytes(`${text}\n`), false)).toBe(`${text}\n`);
  });
  it('when only HTTP tells', () => {
    expect(read(bytes(page(text)), true, charset)).toBe(page(text));
  });
});

describe('a declaration that the bytes belie', () => {
  const wrong = IN.filter(([language]) => /^(?:ar|ru|uk|he|zh)/.test(language));
  it.each(wrong)('%s in %s said to be Latin', (language, charset) => {
    const source = page(TEXTS[language], meta('iso-8859-1'));
    const { source: text, notes } = decode(iconv.encode(source, charset), true);
    expect(text).toBe(source);
    expect(notes).toMatchObject([{ code: 'charset-wrong' }]);
  });
  it('is followed where it reads as well as any', () => {
    const source = page('ЗАО «ПМК» и № 5', meta('windows-1251'));
    expect(read(iconv.encode(source, 'windows-1251'))).toBe(source);
  });
});

describe('UTF-16 and UTF-8', () => {
  const all = Object.entries(TEXTS);
  it.each(all)('%s, in UTF-16 of either order, with and without a mark', (_language, text) => {
    for (const order of ['utf16-le', 'utf16-be'])
      for (const mark of ['\ufeff', '']) {
        const source = page(text, meta('utf-8'));
        const bytes = iconv.encode(mark + source, order, { addBOM: false });
        expect(read(bytes)).toBe(source);
      }
  });
  it.each(all)('%s, in UTF-8 that is declared as another charset', (_language, text) => {
    for (const charset of ['windows-1256', 'utf-16', 'iso-8859-1', 'nonsense'])
      expect(read(Buffer.from(page(text, meta(charset))))).toBe(page(text, meta(charset)));
  });
  it('a mark wins over what is stated', () => {
    expect(read(Buffer.from(`\ufeff${TEXTS.ru}`), true, 'windows-1251')).toBe(TEXTS.ru);
  });
  it('stray NULs make no UTF-16', () => {
    expect(read(Buffer.from(`<p>The bridge\0 is open</p>`))).toBe('<p>The bridge\0 is open</p>');
  });
});

describe('mixed charsets', () => {
  it('a stretch of another charset in UTF-8 stands as replacement characters, with a note', () => {
    const body = Buffer.concat([
      Buffer.from(page(TEXTS.ru + TEXTS.ru, meta('utf-8'))),
      iconv.encode('плохо', 'windows-1251'),
    ]);
    const { source, notes } = decode(body, true);
    expect(source).toContain(TEXTS.ru);
    expect(notes).toMatchObject([{ code: 'charset-damaged' }]);
  });
  it('a stretch of UTF-8 in windows-1251 leaves the rest readable', () => {
    const body = Buffer.concat([iconv.encode(page(TEXTS.ru), 'windows-1251'), Buffer.from('<p>да')]);
    expect(read(body)).toContain(TEXTS.ru);
  });
});
