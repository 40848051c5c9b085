import type { Line } from '../lines/line.ts';
import type { Outside } from './outside.ts';
import { shown } from './shown.ts';
import type { Meta } from './tree.ts';

/** Marks that part a page's title into headline, section and site. */
const PARTS = /\s+(?:[|–—•·«»-]|::|\/\/)\s+|\s*\|\s*/u;
/** Characters of a title that are looked at. */
const TITLE_MAX = 500;
/** Words of an outlet's name at most. */
const NAME_WORDS = 6;
/** Longest line that can be a banner or a line of copyright. */
const LABEL_MAX = 200;

/**
 * The outlet of a page: what its metadata name; else the publisher in its JSON-LD; else the part of its title that
 * stands in its furniture too (banner, site name, footer), told from the headline because the article's text has the
 * headline and not it; else the name in the copyright line that the furniture shows once more.
 */
export function outletOf(meta: Meta, named: string | null, lines: readonly Line[]): Outside['outlet'] {
  const name = named ?? publisher(meta) ?? inTitle(meta, lines) ?? inCopyright(lines);
  if (name === null) return null;
  const seen = lines.filter(({ hint }) => hint !== 'comment' && hint !== 'teaser');
  return { name, span: shown(seen.filter(isLabel), name) ?? shown(seen, name) };
}

const isLabel = ({ text, hint }: Line) => hint === 'chrome' && text.length <= LABEL_MAX;

/** `"publisher": { … "name": "…" }` of JSON-LD; an object inside it may come first, so only flat ones are read. */
function publisher({ linkedData }: Meta): string | null {
  const found = /"publisher"\s*:\s*\{[^{}]{0,400}?"name"\s*:\s*"([^"\\]{2,80})"/u.exec(linkedData.join('\n'));
  return found?.[1]?.trim() ?? null;
}

function inTitle({ title }: Meta, lines: readonly Line[]): string | null {
  const parts = title
    .slice(0, TITLE_MAX)
    .split(PARTS)
    .map((part) => part.trim());
  if (parts.length < 2) return null;
  const labels = lines.filter(isLabel);
  const headline = lines.find(({ hint }) => hint === 'headline')?.text.toLowerCase();
  // the site's name stands last or first; between them stand sections
  for (const part of [parts.at(-1)!, parts[0]!])
    if (isName(part) && part.toLowerCase() !== headline && shown(labels, part)) return part;
  return null;
}

const isName = (part: string) => part.length > 2 && part.split(/\s+/).length <= NAME_WORDS;

/** "© 2019-2026 Northgate Post. All rights reserved": a name right after sign and years, that stands elsewhere as well. */
function inCopyright(lines: readonly Line[]): string | null {
  for (const line of lines.filter(isLabel)) {
    const name = /©\s*(?:\d{4}\s*[-–]?\s*){0,2}([^.,|©\d]{3,60})/u.exec(line.text)?.[1]?.trim();
    if (!name || !isName(name)) continue;
    if (
      shown(
        lines.filter((other) => other !== line && isLabel(other)),
        name,
      )
    )
      return name;
  }
  return null;
}
