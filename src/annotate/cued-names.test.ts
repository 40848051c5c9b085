import { expect, test } from 'vitest';
import { loadNameCues } from '../lexicon/name-cues.ts';
import { ARABIC, wordsOf } from './clitics/testing.ts';
import { cuedNames, traitsFrom } from './cued-names.ts';

const cues = loadNameCues(ARABIC.lexicon.source, 'ar')!;
const traits = traitsFrom(ARABIC.clitics, ARABIC.model);
const namesIn = (text: string) => {
  const { words, sentences } = wordsOf(text);
  return cuedNames(text, sentences, words, cues, traits);
};

test.each([
  ['قالت وزارة الدفاع الموزانية إن الهدوء عاد.', 'وزارة الدفاع الموزانية', 'government'],
  ['سيطرت حركة أنصار البيلسان على القرية.', 'حركة أنصار البيلسان', 'armed-group'],
  ['قال المتحدث باسمها سامر الزنبقاني إن الهجوم انتهى.', 'سامر الزنبقاني', 'person'],
  ['التقى وزير الخارجية الموزاني كمال الدغيمان نظيره.', 'كمال الدغيمان', 'person'],
  ['وصل رئيس مجلس الوزراء نادر الخشفان إلى العاصمة.', 'نادر الخشفان', 'person'],
  ['أعلن المرصد الموزاني لحقوق الإنسان الحصيلة.', 'المرصد الموزاني لحقوق الإنسان', 'organisation'],
  ['قتل أبو عمر الزنبقاني في غارة.', 'أبو عمر الزنبقاني', 'person'],
  ['تبنت جماعة «فجر البيلسان» التفجير.', 'جماعة «فجر البيلسان»', 'armed-group'],
  ['افتتحت وزارة التربية والتعليم مدرسة.', 'وزارة التربية والتعليم', 'government'],
  ['قصف الطيران حي الشيخ زنبقان.', 'الشيخ زنبقان', 'location'],
])('%s names %s', (text, name, kind) => {
  expect(namesIn(text).map((m) => [m.text, m.kind])).toContainEqual([name, kind]);
});

test.each([
  ['شدد رئيس الوزراء على أهمية الحوار.', 'person'],
  ['أكد الوزير استمرار العمليات.', 'person'],
  ['عقدت لجنة اجتماعا.', 'organisation'],
])('%s names no %s', (text, kind) => {
  expect(namesIn(text).filter((m) => m.kind === kind)).toEqual([]);
});

test('a last name alone is the person named before', () => {
  const found = namesIn('قال العميد سامر الزنبقاني إن القصف توقف، وأضاف الزنبقاني أن القرية هادئة.');
  expect(found.map((m) => [m.text, m.by])).toEqual([
    ['سامر الزنبقاني', 'title'],
    ['الزنبقاني', 'short-form'],
  ]);
});

test('time grows with the text', () => {
  const text =
    'قال المتحدث باسم وزارة الدفاع الموزانية العميد سامر الزنبقاني إن حركة أنصار البيلسان هاجمت القرية. '.repeat(
      500,
    );
  expect(namesIn(text).length).toBeGreaterThan(1000);
});
