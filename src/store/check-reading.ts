import { docId, type Evidence, FILLER, type Reading, type Segment } from '../doc/index.ts';
import { StopError } from '../lib/errors.ts';

/** How much of a refused quote the message shows, in UTF-16 code units. */
const SHOWN = 60;

/**
 * Throws a StopError `evidence` when a reading may not enter the store: an evidence of a claim or report that is not
 * the slice of the page's text, of another page, or a comment that is not masked.
 */
export function checkReading(reading: Reading): void {
  const { page } = reading;
  if (page.id !== docId(page.capture.sha256))
    throw refused(page.id, `its id does not follow from the digest ${page.capture.sha256}`);
  for (const segment of page.segments)
    if (segment.kind === 'comment' && !isMasked(page.text, segment))
      throw refused(page.id, `the comment at ${segment.start}–${segment.end} is not masked`);
  for (const [kind, list] of [
    ['claim', reading.claims],
    ['report', reading.reports],
  ] as const)
    for (const record of list)
      for (const { path, evidence } of evidences(record, ''))
        checkEvidence(reading, `${kind} ${record.id}${path}`, evidence);
}

function checkEvidence({ page }: Reading, where: string, e: Evidence): void {
  if (e.doc !== page.id) throw refused(page.id, `${where} points into another page, ${e.doc}`);
  const inside = Number.isInteger(e.start) && Number.isInteger(e.end) && 0 <= e.start && e.start <= e.end;
  const slice = inside && e.end <= page.text.length ? page.text.slice(e.start, e.end) : null;
  if (slice === e.exact) return;
  const is = slice === null ? 'lies outside the text' : `is ${quote(slice)} in the text`;
  throw refused(page.id, `${where} says ${quote(e.exact)}, but ${e.start}–${e.end} ${is}`);
}

/** Every evidence anywhere in a record: known by its `exact`, so that no later field can slip past. */
export function* evidences(value: unknown, path: string): Generator<{ path: string; evidence: Evidence }> {
  if (value === null || typeof value !== 'object') return;
  if ('exact' in value) yield { path, evidence: value as Evidence };
  for (const [key, inner] of Object.entries(value))
    yield* evidences(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
}

function isMasked(text: string, segment: Segment): boolean {
  for (let i = segment.start; i < segment.end; i++) {
    const unit = text[i];
    if (unit !== FILLER && unit !== '\r' && unit !== '\n') return false;
  }
  return true;
}

function quote(text: string): string {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
}

function refused(doc: string, what: string): StopError {
  const todo = 'Nothing of this page was stored. This is a fault in a stage: please report it with the page.';
  return new StopError('evidence', `${doc}: ${what}. ${todo}`, 4);
}
