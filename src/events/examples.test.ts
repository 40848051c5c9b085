import { describe, expect, test } from 'vitest';
import { wordModels } from '../annotate/word-models.ts';
import type { EventPatterns } from '../lexicon/event-patterns.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { nounEvents } from './noun-events.ts';
import { sentenceOf } from './testing.ts';
import { verbEvents } from './verb-events.ts';

const lexicon = loadLexicon();
const english = wordModels(lexicon, 'en');

/** Ids of the rules that fire in a sentence, without lemma. */
function rulesIn(language: string, text: string, trees: boolean): string[] {
  const s = sentenceOf(lexicon, language, text, trees ? english : null);
  return [...verbEvents(s), ...nounEvents(s)].map((c) => `${c.act} ${c.lemma}`);
}

interface Example {
  readonly act: string;
  readonly lemmas: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

function examples(patterns: EventPatterns): Example[] {
  const rules = [...patterns.triggers.values()].flat().map((t) => t.value);
  const byRule = new Map(rules.map((t) => [t.rule, t]));
  return [...byRule.values()].map(({ rule }) => ({
    act: rule.act,
    lemmas: 'lemmas' in rule ? rule.lemmas : rule.nouns,
    yes: rule.yes,
    no: rule.no,
  }));
}

for (const [language, patterns] of lexicon.events)
  for (const trees of language === 'en' ? [false, true] : [false])
    describe(`rules of data/${language}/events, ${trees ? 'with trees' : 'by windows'}`, () => {
      for (const rule of examples(patterns)) {
        const ids = rule.lemmas.map((l) => `${rule.act} ${l}`);
        for (const text of rule.yes)
          test(`${rule.act}: finds "${text}"`, () => {
            expect(ids).toEqual(
              expect.arrayContaining([
                expect.toSatisfy((id: string) => rulesIn(language, text, trees).includes(id)),
              ]),
            );
          });
        for (const text of rule.no)
          test(`${rule.act}: leaves "${text}"`, () => {
            expect(rulesIn(language, text, trees).filter((id) => ids.includes(id))).toEqual([]);
          });
      }
    });
