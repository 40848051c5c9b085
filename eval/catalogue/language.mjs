import { annotate, readTreebank, scoreSentenceEnds, scoreWords, wordModels } from '../../dist/index.js';
import { onGivenWords, ownGold } from '../lib/measure.mjs';
import { arabicSentences, corefPassages } from '../lib/own-gold.mjs';
import { number, row, share } from '../lib/rows.mjs';

const EWT = 'EWT dev';
const EWT_FILE = 'train/en_ewt-dev.conllu';
const GUM_FILE = 'train/en_gum-dev.conllu';
/** The genres of GUM nearest to what Sayso reads. */
const NEWS = /^GUM_(?:news|interview)_/;

/** Sentence ends of documents put together again, and words with tags and trees on Sayso's own sentences and words. */
const ownWords = (id, file, keep = () => true) => ({
  id,
  gold: [file],
  inputs: [file],
  run: async (sets) => {
    const documents = readTreebank(sets.text(file)).filter((document) => keep(document.id));
    const rows = documents.map(({ id: name, text }) =>
      annotate({ id: name, text, language: 'en', layers: ['words'] }),
    );
    const at = new Map(documents.map(({ text }, i) => [text, rows[i].sentences]));
    return {
      result: {
        ends: scoreSentenceEnds(documents, (text) => at.get(text)),
        own: scoreWords(documents, rows.map(analysed)),
      },
      crashes: [],
    };
  },
});

/** The words of a row by sentence, every sentence parsed. */
function analysed({ words, sentences }) {
  const models = wordModels('en');
  return sentences.map((_, s) => {
    const own = words.filter((word) => word.sentence === s);
    const { heads, relations } = models.analyse(own.map((word) => word.form));
    return own.map((word, i) => ({ ...word, head: heads?.[i] ?? -1, deprel: relations?.[i] ?? '' }));
  });
}

/** The language layer. */
export const measurements = [
  onGivenWords('ewt', 'conllu', EWT_FILE),
  onGivenWords('uner', 'names', 'train/uner_ewt-dev.iob2'),
  ownWords('gum-news', GUM_FILE, (id) => NEWS.test(id)),
  ownWords('ewt-own', EWT_FILE),
  ownGold('coref-all', 'chains', () => corefPassages()),
  ownGold('coref-test', 'chains', () => corefPassages('test')),
  ownGold('arabic-words', 'arabic-words', arabicSentences),
];

const words = (from, pick) => ({ from, pick });

export const rows = [
  row('UPOS', EWT, 'accuracy', '.955', '.963', 'wink-nlp .894 (test)', words('ewt', share('upos'))),
  row('XPOS', EWT, 'accuracy', '.950', '.956', '', words('ewt', share('xpos'))),
  row('UAS', EWT, 'predicted tags', '.860', '.880', '', words('ewt', share('uas'))),
  row('LAS', EWT, 'predicted tags', '.830', '.850', '', words('ewt', share('las'))),
  row('lemma', EWT, 'accuracy', '.970', '.980', 'wink .964', words('ewt', share('lemma'))),
  row(
    'words',
    EWT,
    'F1, own words',
    'report',
    '',
    '',
    words('ewt-own', number('own/words/f1', 'own/words/gold')),
  ),
  row(
    'UPOS',
    EWT,
    'F1, own words',
    'report',
    '',
    '',
    words('ewt-own', number('own/upos/f1', 'own/upos/gold')),
  ),
  row('UAS', EWT, 'F1, own words', 'report', '', '', words('ewt-own', number('own/uas/f1', 'own/uas/gold'))),
  row('LAS', EWT, 'F1, own words', 'report', '', '', words('ewt-own', number('own/las/f1', 'own/las/gold'))),
  row(
    'sentence ends',
    'GUM dev, news and interview',
    'F1',
    '.96',
    '.98',
    'Intl.Segmenter .92',
    words('gum-news', number('ends/f1', 'ends/gold')),
  ),
  row('sentence ends', EWT, 'F1', 'report', '', '', words('ewt-own', number('ends/f1', 'ends/gold'))),
  row(
    'names',
    'UNER-EWT dev',
    'exact F1, PER ORG LOC',
    '.69',
    '.75',
    'compromise .52',
    words('uner', number('all/f1', 'all/gold')),
  ),
  row(
    'coreference',
    'own passages (40)',
    'precision',
    '.80',
    '',
    '',
    words('coref-all', number('p', 'pred')),
  ),
  row(
    'coreference',
    'own passages (40)',
    'recall',
    'report',
    '',
    '',
    words('coref-all', number('r', 'gold')),
  ),
  row(
    'coreference',
    'own, unseen half (20)',
    'precision',
    '.80',
    '',
    '',
    words('coref-test', number('p', 'pred')),
  ),
  row(
    'Arabic clitics',
    'own (209)',
    'words, F1',
    'report',
    '',
    '',
    words('arabic-words', number('words/f1', 'words/gold')),
  ),
  row(
    'Arabic names',
    'own (209)',
    'exact F1',
    'report',
    '',
    '',
    words('arabic-words', number('names/f1', 'names/gold')),
  ),
];
