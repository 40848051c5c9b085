import { type Body, type Evidence, WEAK } from '../page.ts';

/** Lines on each side of a gap that are compared. */
const WINDOW = 4;
/** Lines below that a lead's words run on through, and lines above in which they would be no news. */
const AHEAD = 25;
const BEHIND = 12;
/** Cohesion across a gap from which two stretches count as one topic: the median inside the development articles. */
const ONE_TOPIC = 0.14;
/** What each sign of a lead weighs. Figures were chosen on the development half of the seeds. */
const WEIGHT = {
  shift: 0.5,
  ahead: 0.6,
  dated: 0.25,
  reporting: 0.25,
  question: 0.2,
  retold: 0.4,
  formula: 0.6,
};
/** A lead's words run on below by this much more of their weight than they were spoken of above. */
const AHEAD_MIN = 0.3;
const ABOVE_MAX = 0.2;
/** New words of a lead must live on in this many of the next lines, else it is a digression. */
const PERSIST = 2;
const PERSIST_LINES = 8;
/** Lines of the open article in which a word counts as known. */
const MEMORY = 30;
/** Content words that two openings of one outlet have in common when they follow one formula. */
const FORMULA = 2;
/** Share of weight that the open article's head must hold of a retold lead and of the line below it, and their distance. */
const RETOLD = 0.6;
const RETOLD_NEXT = 0.5;
const HEAD = 5;
const RETOLD_FAR = 8;
/** Shortest article that a lead alone can end, in lines. */
const FAR = 5;
const LEAD_MIN = 80;
/** Sum from which a lead opens an article: a clear shift and words that run on; more when only the opening echoes. */
const ENOUGH = 0.7;
const ENOUGH_ECHO = 0.85;
/**
 * Where nothing else shows that several articles stand on the page; chosen on single articles, of which one in fifty is
 * still cut, and on pairs of them, of which as many are parted as with ENOUGH.
 */
const ENOUGH_ALONE = 0.8;
/** Where markup holds the lines together, only a lead with nearly every sign cuts them apart. */
const ENOUGH_IN_MARKUP = 1.3;

/**
 * A paragraph that reads like a lead: its words are new and run on below, the vocabulary shifts (Hearst 1997), it names
 * a day, it reports; or it tells the open article's lead again, or opens by the same formula. `alone`: nothing else
 * says that the page holds several articles, so more signs must agree.
 */
export function freshLead(body: Body, start: number, i: number, alone = false): Evidence | null {
  if (i - start < FAR || !mayOpen(body, i)) return null;
  const { lines, cohesion } = body;
  const { f } = lines[i]!;
  const shift = Math.max(0, 1 - cohesion.between(Math.max(start, i - WINDOW), i, i, i + WINDOW) / ONE_TOPIC);
  const above = cohesion.repeated(i, Math.max(start, i - BEHIND), i);
  const ahead = cohesion.repeated(i, i + 1, i + 1 + AHEAD) - above;
  const lives = persistence(body, start, i) >= PERSIST;
  const retold = tellsAgain(body, start, i);
  const formula = lives && sameFormula(body, start, i);
  const signs: readonly (readonly [boolean, number, string])[] = [
    [shift > 0, WEIGHT.shift * shift, 'the vocabulary shifts'],
    [ahead > 0, Math.min(WEIGHT.ahead, ahead), 'its words run on below and are new'],
    [f.dated, WEIGHT.dated, 'it names a day'],
    [f.reporting || f.cues.has('lead'), WEIGHT.reporting, 'it reports'],
    [/[?؟]$/u.test(lines[i - 1]!.text), WEIGHT.question, 'the text above closes with a question'],
    [retold, WEIGHT.retold, 'it tells the lead above again'],
    [formula, WEIGHT.formula, 'it opens by the formula of the article above'],
  ];
  const held = signs.filter(([holds]) => holds);
  const sum = held.reduce((total, [, weight]) => total + weight, 0);
  const plain = alone ? ENOUGH_ALONE : ENOUGH;
  const enough = lines[i]!.hint === null ? plain : ENOUGH_IN_MARKUP;
  const fresh = lives && ahead >= AHEAD_MIN && above <= ABOVE_MAX && sum >= enough;
  if (!fresh && !((retold || formula) && sum >= ENOUGH_ECHO)) return null;
  return { weight: WEAK, why: `reads like a lead: ${held.map(([, , why]) => why).join('; ')}` };
}

/** What can be told by the line and its neighbours: no title, quotation or connective, nothing announced; text follows. */
function mayOpen({ lines }: Body, i: number): boolean {
  const { f, text } = lines[i]!;
  const furniture = [...f.cues].some((cue) => cue !== 'lead');
  if (!lines[i + 1]?.f.paragraph) return false;
  if (f.continues || !f.closed || f.headlineLike || furniture || text.length < LEAD_MIN) return false;
  return !/^["“«]/u.test(text) && !lines[i - 1]!.f.headlineLike && !/:$/.test(lines[i - 1]!.text);
}

/** How many of the next lines repeat a word that is new at line `i`. */
function persistence({ lines }: Body, start: number, i: number): number {
  const before = new Set(lines.slice(Math.max(start, i - MEMORY), i).flatMap(({ f }) => f.ids));
  const fresh = new Set(lines[i]!.f.ids.filter((id) => !before.has(id)));
  return lines.slice(i + 1, i + 1 + PERSIST_LINES).filter(({ f }) => f.ids.some((id) => fresh.has(id)))
    .length;
}

/** Two lines in a row that tell the open article's head again: another article on the same news. */
function tellsAgain({ cohesion }: Body, start: number, i: number): boolean {
  if (i - start < RETOLD_FAR || cohesion.repeated(i, start, start + HEAD) < RETOLD) return false;
  return cohesion.repeated(i + 1, start, start + HEAD) >= RETOLD_NEXT;
}

function sameFormula({ lines }: Body, start: number, i: number): boolean {
  const a = lines[i]!.f.ids.slice(0, FORMULA);
  const b = lines[start]!.f.ids.slice(0, FORMULA);
  return a.length === FORMULA && a.every((id, k) => id === b[k]);
}
