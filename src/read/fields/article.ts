import type { Article } from '../../doc/index.ts';
import { publishedByText } from '../dates/publication.ts';
import type { Outside } from '../html/outside.ts';
import type { Cut } from '../segment.ts';
import type { PageWords } from '../words.ts';
import { bylineName } from './byline.ts';
import { languageOf } from './language.ts';

/** An article's fields, each from a line of its own; what markup says fills in what the text leaves open. */
export function articleOf(cut: Cut, words: PageWords, outside: Outside): Article {
  const lines = cut.lines.map((line, i) => ({ ...line, kind: cut.verdicts[i]!.kind }));
  const headline = lines.find(({ kind }) => kind === 'headline') ?? null;
  const byline = lines
    .filter(({ kind, f }) => kind === 'byline' && !f.cues.has('bio'))
    .map((line) => bylineName(line, words))
    .find((name) => name !== null);
  const prose = lines.filter(({ kind }) => kind === 'article' || kind === 'deck');
  return {
    id: cut.id,
    start: lines[0]!.start,
    end: lines.at(-1)!.end,
    headline: headline?.text ?? null,
    headlineSpan: headline && { start: headline.start, end: headline.end },
    byline: byline?.text ?? outside.author?.name ?? null,
    bylineSpan: byline ? { start: byline.start, end: byline.end } : (outside.author?.span ?? null),
    outlet: outside.outlet?.name ?? null,
    outletSpan: outside.outlet?.span ?? null,
    language: languageOf(prose.map(({ text }) => text).join('\n')),
    published: outside.published ?? publishedByText(lines, words),
  };
}
