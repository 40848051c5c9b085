import { row } from '../lib/rows.mjs';

/** The language layer. */
export const rows = [
  row('UPOS', 'EWT dev', 'accuracy', '.955', '.963', 'wink-nlp .894 (test)'),
  row('XPOS', 'EWT dev', 'accuracy', '.950', '.956', ''),
  row('UAS', 'EWT dev', 'predicted tags', '.860', '.880', ''),
  row('LAS', 'EWT dev', 'predicted tags', '.830', '.850', ''),
  row('sentence ends', 'GUM dev', 'F1', '.96', '.98', 'Intl.Segmenter .92'),
  row('lemma', 'EWT dev', 'accuracy', '.970', '.980', 'wink .964'),
  row('names', 'UNER-EWT dev', 'exact F1, PER ORG LOC', '.69', '.75', 'compromise .52'),
  row('coreference', 'own passages (40)', 'precision', '.80', '', ''),
  row('Arabic clitics, names', 'own (150)', 'report', 'report', '', ''),
];
