import { isUndated } from '../core/date-value.ts';
import { share } from '../core/figures.ts';
import { overlap } from '../core/overlap.ts';
import { type Placed, placePublication, publicationWindow } from '../core/publication-window.ts';
import type { FileSpan, SeedsGold } from './gold.ts';
import type { System } from './locate.ts';
import { inFile, pairUp } from './pair.ts';
import { isAway } from './strangers.ts';

/** How far each end of an article may be off, in characters: about a line. */
const END_TOLERANCE = 60;

type GoldArticle = SeedsGold['segments']['articles'][string];
type ArticlePair = readonly [GoldArticle, System['articles'][number]];

function pairs(gold: SeedsGold, system: System): ArticlePair[] {
  return pairUp(Object.values(gold.segments.articles), system.articles, (wanted, given) => {
    const start = Math.abs(wanted.start - given.start);
    const end = Math.abs(wanted.end - given.end);
    return start <= END_TOLERANCE && end <= END_TOLERANCE ? 1000 - start - end : 0;
  });
}

const length = (spans: readonly FileSpan[]) => spans.reduce((sum, span) => sum + span.end - span.start, 0);

function sharedCharacters(a: readonly FileSpan[], b: readonly FileSpan[]): number {
  return a.reduce((sum, x) => sum + inFile(b, x.file).reduce((part, y) => part + overlap(x, y), 0), 0);
}

/** Articles found, both ends within 60 characters; comment and chrome characters that the system took for article. */
export function scoreArticles(gold: SeedsGold, system: System) {
  const away = Object.entries(gold.segments.files).flatMap(([file, segments]) =>
    segments.filter((segment) => isAway(segment.kind)).map((segment) => ({ ...segment, file })),
  );
  const outside = away.filter((segment) => segment.article === null);
  const bodies = system.segments.filter((segment) => segment.kind === 'article');
  const wanted = Object.keys(gold.segments.articles).length;
  return {
    found: share(pairs(gold, system).length, wanted),
    strangeCharactersInArticleSegments:
      bodies.length > 0 ? share(sharedCharacters(away, bodies), length(away)) : null,
    strangeCharactersInArticleExtents: share(sharedCharacters(outside, system.articles), length(outside)),
  };
}

/** Publication dates inside the interval that the gold's text allows; invented where it allows none. */
export function scorePublication(gold: SeedsGold, system: System) {
  const found = pairs(gold, system);
  const placed: Record<Placed, number> = { inside: 0, year: 0, outside: 0, none: 0 };
  let undated = 0;
  let invented = 0;
  for (const article of Object.values(gold.segments.articles)) {
    const wanted = publicationText(gold, article);
    const given = found.find(([g]) => g === article)?.[1].published ?? null;
    if (publicationWindow(wanted)) placed[placePublication(wanted, given)]++;
    else {
      undated++;
      if (!isUndated(given)) invented++;
    }
  }
  const dated = placed.inside + placed.year + placed.outside + placed.none;
  return {
    inside: share(placed.inside, dated),
    insideButYearInvented: placed.year,
    outside: placed.outside,
    notGiven: placed.none,
    inventedWhereTextGivesNone: share(invented, undated),
  };
}

function publicationText(gold: SeedsGold, { file, article }: GoldArticle): string | null | undefined {
  const body = gold.segments.files[file]?.find((s) => s.kind === 'article' && s.article === article);
  return body?.pub_date_text_only;
}
